import type { CheckCode } from '../../../shared/checks/codes.ts';
import { findings } from '../../../shared/checks/findings.ts';
import type { CheckContext, CheckSetting, Finding } from '../../../shared/checks/types.ts';
import { BLANK, type Figures, type ReadingSubject } from '../../../shared/reading-rules.ts';

const plain = { unitZh: null, multiplier: null, levels: [], conditionIds: [] } as const;

/** One subject of every sort of entry. */
export const SHARE: ReadingSubject = { ...plain, kind: 'atLeast', unitZh: '%', multiplier: 100 };
export const DENSITY: ReadingSubject = {
  ...plain,
  kind: 'atLeast',
  unitZh: '台/万人',
  multiplier: 10_000,
};
export const INDEX: ReadingSubject = { ...plain, kind: 'atLeast', unitZh: '分' };
export const PERCENTAGE: ReadingSubject = { ...plain, kind: 'atLeast', unitZh: '%' };
export const EMISSION: ReadingSubject = { ...plain, kind: 'reduction', unitZh: '吨' };
export const COUNT: ReadingSubject = { ...plain, kind: 'countRange', unitZh: '个' };
export const LEVEL: ReadingSubject = { ...plain, kind: 'rating', levels: [0, 1, 2, 3] };
export const MILESTONE: ReadingSubject = {
  ...plain,
  kind: 'milestone',
  conditionIds: ['built', 'operating', 'recognised'],
};

/** Nothing is known beside the figures. */
export const ALONE: CheckContext = {
  year: 2018,
  last: null,
  lastValue: null,
  planned: null,
  baseline: null,
  sameName: [],
  lists: { value: null, numerator: null, denominator: null },
  outsideRoster: null,
  evidence: { count: 1, usedElsewhere: [] },
  settings: [],
};

export const figures = (typed: Partial<Figures>): Figures => ({ ...BLANK, ...typed });

export const lastYear = (
  numerator: number | null,
  denominator: number | null,
): Partial<CheckContext> => ({
  last: { numerator, denominator, level: null, conditions: [] },
});

/** The findings of one check, switched on with these limits; every other check is as it is. */
export function found(
  code: CheckCode,
  subject: ReadingSubject,
  typed: Partial<Figures>,
  context: Partial<CheckContext>,
  limits: Partial<Omit<CheckSetting, 'code'>> = {},
): Finding[] {
  const setting: CheckSetting = { code, grade: 'soft', lower: null, upper: null, ...limits };
  const all = findings(subject, figures(typed), { ...ALONE, ...context, settings: [setting] });
  return all.filter((finding) => finding.code === code);
}
