import type { EntrySubject } from '../../../client/readings/subject.ts';
import type { Reading } from '../../../shared/readings.ts';

/** A share in percent: the one of the plan's first indicator. */
export const SHARE: EntrySubject = {
  kind: 'atLeast',
  unitZh: '%',
  multiplier: 100,
  levels: [],
  conditionIds: [],
  entry: 'ratio',
  fields: { value: { unit: ['%'] }, numerator: { unit: '家' }, denominator: { unit: '家' } },
};

export const COUNT: EntrySubject = {
  ...SHARE,
  kind: 'countRange',
  unitZh: '个',
  multiplier: null,
  entry: 'count',
  fields: { value: { unit: ['个', ''] }, numerator: {}, denominator: {} },
};

export const PARK: EntrySubject = {
  ...COUNT,
  kind: 'milestone',
  unitZh: null,
  conditionIds: ['built', 'operating'],
  entry: 'conditions',
};

export const LEVEL: EntrySubject = {
  ...COUNT,
  kind: 'rating',
  unitZh: null,
  levels: [0, 1, 2, 3],
  entry: 'level',
};

const act = { userId: 'u1', name: '某甲', at: '2019-01-10T01:00:00.000Z' };

/** A draft of 2018 with nothing in it but what is given. */
export function readingOf(given: Partial<Reading> = {}): Reading {
  return {
    id: 'r1',
    indicatorId: 'i1',
    year: 2018,
    status: 'draft',
    dataStatus: 'estimate',
    source: '',
    note: '',
    value: null,
    numerator: null,
    denominator: null,
    level: null,
    ground: null,
    conditions: [],
    absence: null,
    scopeChange: null,
    paper: null,
    figureYear: null,
    entered: act,
    changed: act,
    submitted: null,
    signed: null,
    signedBefore: null,
    sealed: null,
    approved: null,
    returned: null,
    returns: 0,
    corrections: 0,
    round: 'none',
    steps: ['submit'],
    editable: true,
    version: 1,
    ...given,
  };
}
