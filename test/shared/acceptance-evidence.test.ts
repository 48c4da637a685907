import { describe, expect, it } from 'vitest';
import { checkTarget, lacks, type Papers } from '../../shared/acceptance-evidence.ts';
import type { Target } from '../../shared/assessment/types.ts';
import type { BoardIndicator, BoardReading } from '../../shared/dashboard.ts';
import { indicatorAt } from '../support/report-indicator.ts';

const FILE = {
  evidenceId: 'e1',
  name: '认定文件.pdf',
  sha256: 'ab'.repeat(32),
  size: 10,
  mediaType: 'application/pdf',
};
const NONE: Papers = {
  ground: null,
  files: [],
  list: null,
  setting: null,
  measures: { approved: 0, owed: 0, files: [] },
  actions: { settled: 0, all: 0, files: [] },
};
const target = (more: object) =>
  ({ baseline: { year: 2015, value: null }, deadline: 2020, direction: 'up', ...more }) as Target;
const of = (
  kind: Target,
  figure: Partial<BoardReading> | null,
  more: Partial<BoardIndicator> = {},
): BoardIndicator => ({
  ...indicatorAt(kind, figure === null ? [] : [{ year: 2020, ...figure }], 2020),
  ...more,
});
const listOf = (...documents: (string | null)[]) => ({
  id: 'l',
  indicatorId: 'x',
  componentId: null,
  version: 1,
  changedBy: 'u',
  changedAt: '2020-12-31T00:00:00.000Z',
  entries: documents.map((documentNumber, at) => ({
    name: `企业${at}`,
    documentNumber,
    recognisedOn: null,
    quantity: 1,
    baseline: documentNumber === '基期',
    evidenceId: null,
  })),
});
const settingOf = (document: string | null, baseline: string | null = null) => ({
  indicatorId: 'x',
  target: {
    version: 2,
    expression: '',
    source: 'assigned',
    basis: null,
    documentNumber: document,
    effectiveDate: null,
    enteredBy: null,
    enteredAt: '2016-12-30T00:00:00.000Z',
  },
  baseline:
    baseline === null
      ? null
      : {
          version: 1,
          basis: 'entered',
          basisZh: baseline,
          documentNumber: null,
          enteredBy: null,
          enteredAt: '2016-12-30T00:00:00.000Z',
        },
  checkpoints: null,
});

const SHARE = target({ kind: 'atLeast', value: 60 });
const RANGE = target({ kind: 'countRange', lower: 3, upper: 5 });
const CUT = target({ kind: 'reduction', reductionPct: 10 });
const RATING = target({ kind: 'rating', targetLevel: 3 });

describe('the evidence that an acceptance asks for', () => {
  it.each<[string, BoardIndicator, Papers, string]>([
    [
      'of a share: its source and a file',
      of(SHARE, { value: 61, source: '年报' }),
      { ...NONE, files: [FILE] },
      'source 1/1, file 1/1',
    ],
    [
      'without a figure: all of it is missing, and nothing is made up',
      of(SHARE, null),
      NONE,
      'source 0/1!, file 0/1!',
    ],
    [
      'of a count: the named list and a document of each name, those of the baseline apart',
      of(RANGE, { value: 3, source: '名单' }),
      { ...NONE, list: listOf('泉经〔2019〕1号', null, '', '基期') },
      'source 1/1, file 0/1!, list 1/1, recognition 1/3!',
    ],
    [
      'of a count without a list: the list, once',
      of(RANGE, { value: 3, source: '台账' }),
      NONE,
      'source 1/1, file 0/1!, list 0/1!',
    ],
    [
      'of a rating: its ground',
      of(RATING, { value: 2, source: '评定' }),
      { ...NONE, ground: '专家组评定意见' },
      'source 1/1, file 0/1!, ground 1/1',
    ],
    [
      'of a reduction: who assigned it and what its base rests on',
      of(CUT, { value: 5, source: '环保' }),
      { ...NONE, setting: settingOf('闽环〔2017〕2号', '2015年环统') },
      'source 1/1, file 0/1!, targetDocument 1/1, baselineDocument 1/1',
    ],
    [
      'of a reduction that nobody assigned: both are missing',
      of(CUT, { value: 5, source: '环保' }),
      { ...NONE, setting: settingOf(null) },
      'source 1/1, file 0/1!, targetDocument 0/1!, baselineDocument 0/1!',
    ],
    [
      'of measures and decisions that serve it: as many as there are',
      of(SHARE, { value: 61, source: '年报' }),
      {
        ...NONE,
        files: [FILE],
        measures: { approved: 2, owed: 3, files: [FILE] },
        actions: { settled: 1, all: 1, files: [] },
      },
      'source 1/1, file 1/1, measures 2/3!, actions 1/1',
    ],
  ])('%s', (_why, indicator, papers, told) => {
    const { demands } = checkTarget(indicator, papers);
    const said = demands.map((one) => `${one.code} ${one.have}/${one.of}${lacks(one) ? '!' : ''}`);
    expect(said.join(', ')).toBe(told);
  });

  it('names the files with the hash under which their bytes are kept', () => {
    const { demands } = checkTarget(of(SHARE, { value: 61 }), { ...NONE, files: [FILE] });
    expect(demands.find(({ code }) => code === 'file')?.files).toEqual([FILE]);
  });
});
