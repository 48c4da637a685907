import { assess } from '../../shared/assessment/assess.ts';
import type { Target } from '../../shared/assessment/types.ts';
import type { BoardIndicator, BoardReading } from '../../shared/dashboard.ts';
import { asJudged } from '../../shared/figure-years.ts';
import { explain as explainEnglish } from '../../shared/i18n/en/explain.ts';
import { report as english } from '../../shared/i18n/en/report.ts';
import { explain as explainChinese } from '../../shared/i18n/zh-CN/explain.ts';
import { report as chinese } from '../../shared/i18n/zh-CN/report.ts';
import type { Voice } from '../../shared/reports/source.ts';

export const CHINESE: Voice = { language: 'zh-CN', words: chinese, explain: explainChinese };
export const ENGLISH: Voice = { language: 'en', words: english, explain: explainEnglish };

/** An indicator of a board with these reports, as it stands at the end of a year. */
export function indicatorAt(
  target: Target,
  reports: readonly (Partial<BoardReading> & { readonly year: number })[],
  year: number,
  unit: readonly [string | null, string | null] = ['%', '%'],
): BoardIndicator {
  const readings = reports
    .filter((one) => one.year <= year)
    .map((one) => ({
      id: `r${one.year}`,
      status: 'approved' as const,
      value: null,
      provisional: (one.dataStatus ?? 'final') !== 'final',
      break: false,
      dataStatus: 'final' as const,
      numerator: null,
      denominator: null,
      absence: null,
      conditions: [],
      source: '',
      figureYear: null,
      paper: false,
      corrections: 0,
      ...one,
    }));
  const judged = asJudged(readings).filter(({ value }) => value !== null);
  return {
    id: 'x',
    code: 'A1',
    themeId: 'smart',
    nameZh: '指标',
    nameEn: 'Indicator',
    unitZh: unit[0],
    unitEn: unit[1],
    decimals: target.decimals ?? null,
    documentKind: target.kind,
    incremental: false,
    tentative: false,
    multiplier: null,
    lead: { state: 'named', departmentIds: ['steb'] },
    supportingDepartmentIds: [],
    levels: [
      { level: 0, nameZh: '未启动', nameEn: 'Not started' },
      { level: 1, nameZh: '推进中', nameEn: 'In progress' },
      { level: 2, nameZh: '大部', nameEn: 'Mostly' },
      { level: 3, nameZh: '全面普及', nameEn: 'Universal' },
    ],
    conditionNames: [
      { id: 'built', nameZh: '建成', nameEn: 'built' },
      { id: 'operating', nameZh: '运营', nameEn: 'in operation' },
    ],
    target: target as BoardIndicator['target'],
    readings,
    unapproved: [],
    assessment: assess(
      target,
      judged.map((one) => ({
        year: one.year,
        value: one.value ?? 0,
        provisional: one.provisional,
      })),
      year,
    ),
    history: [],
  };
}
