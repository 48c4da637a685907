import { describe, expect, it } from 'vitest';
import { arrangeBy, type Measure } from '../../../client/measures/arrange.ts';
import type { MeasuresOfYear } from '../../../client/measures/api.ts';
import { dutiesShown } from '../../../client/measures/duties.ts';
import { moneyWords } from '../../../client/measures/moneyWords.ts';
import { reportDifference } from '../../../client/measures/reportDifference.ts';
import { readTyped, typedFrom } from '../../../client/measures/typedReport.ts';
import type { Me } from '../../../shared/accounts.ts';
import { en } from '../../../shared/i18n/en.ts';
import * as format from '../../../shared/i18n/format.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import { zhCN } from '../../../shared/i18n/zh-CN.ts';
import type { Incentive } from '../../../shared/incentives.ts';
import { BLANK_REPORT, type ReportWords } from '../../../shared/measure-rules.ts';
import { REAL_PLAN } from '../../support/real-plan.ts';
import { RULES } from '../../support/rules.ts';
import { boardOf } from '../dashboard/board.ts';

const MEASURES: readonly Measure[] = REAL_PLAN.measures.map((measure) => ({
  id: measure.id,
  number: measure.number,
  titleZh: measure.titleZh,
  titleEn: measure.titleEn,
  themeId: measure.themeId,
  text: measure.text,
  departmentIds: measure.departmentIds,
  indicatorIds: measure.linkedIndicatorIds,
  incentiveCount: measure.incentives.length,
  start: 0,
  end: measure.text.length,
}));

function yearOf(round: MeasuresOfYear['round']): MeasuresOfYear {
  const duty = (departmentId: string) => ({
    departmentId,
    actingDepartmentId: departmentId,
    dutyState: 'notHandedIn' as const,
    reportId: null,
    state: null,
    paidWan: null,
    done: '',
  });
  return {
    planId: REAL_PLAN.document.id,
    year: 2018,
    round,
    departments: REAL_PLAN.departments.map(({ id, shortNameZh, fullNameZh, nameEn }) => ({
      id,
      shortNameZh,
      fullNameZh,
      nameEn,
    })),
    items: MEASURES.map(({ id, departmentIds }) => ({
      measureId: id,
      state: null,
      approved: 0,
      owed: departmentIds.length,
      paidWan: null,
      duties: departmentIds.map(duty),
    })),
  };
}

const formats = (language: Language) => ({
  number: (value: number, decimals: number) => format.number(language, value, decimals),
  bytes: (value: number) => format.bytes(language, value),
  percent: (share: number, decimals?: number) => format.percent(language, share, decimals),
  year: (value: number) => format.year(language, value),
  date: (value: string) => format.date(language, value),
  dateTime: (value: string) => format.dateTime(language, value),
  money: (fen: bigint) => format.money(language, fen),
});

describe('the thirty measures', () => {
  const board = boardOf();

  it('stand by department under everybody who owes a report on them, as the document names them', () => {
    const groups = arrangeBy('department', MEASURES, yearOf('open'), board);
    const counts = groups.map(({ key, measures }) => `${key} ${measures.length}`);
    expect(counts).toEqual([
      'steb 30',
      'finance 20',
      'stateTax 1',
      'localTax 1',
      'quality 10',
      'landPlanning 1',
      'foodDrug 7',
      'industryCommerce 8',
    ]);
    expect(groups.every(({ departmentId, key }) => departmentId === key)).toBe(true);
  });

  it('stand by section once each, and by indicator wherever they serve one', () => {
    const themes = REAL_PLAN.themes.map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn }));
    const sections = arrangeBy('section', MEASURES, yearOf('open'), { ...board, themes });
    expect(sections.map(({ measures }) => measures.length)).toEqual([12, 9, 9]);
    const shown = { ...board, indicators: REAL_PLAN.indicators } as unknown as typeof board;
    const byIndicator = arrangeBy('indicator', MEASURES, yearOf('open'), shown);
    expect(byIndicator).toHaveLength(26);
    const links = byIndicator.reduce((sum, { measures }) => sum + measures.length, 0);
    expect(links).toBe(MEASURES.reduce((sum, { indicatorIds }) => sum + indicatorIds.length, 0));
  });

  it.each([
    ['open', 30],
    ['none', 30],
    ['closed', 0],
    ['sealed', 0],
  ] as const)('in a year that is %s, %i of them are a reporter’s to begin', (round, count) => {
    const me = { roles: ['reporter'], departmentId: 'steb' } as unknown as Me;
    const mine = dutiesShown(MEASURES, yearOf(round), []).filter((one) => one.isFor(me, 'mine'));
    expect(mine).toHaveLength(count);
  });
});

describe('a money rule in the fewest words', () => {
  const said = (id: string, language: Language): string => {
    const rule = RULES.find((one) => one.id === id) as unknown as Incentive;
    const words = (language === 'zh-CN' ? zhCN : en).incentives.short;
    const pick = (zh: string, english: string) => (language === 'zh-CN' ? zh : english);
    return moneyWords(rule, { words, format: formats(language), pick });
  };

  it.each([
    ['m04-i1', '≤60/30%，≤500万元', '≤ 60/30%, ≤ CNY 5,000,000'],
    ['m05-i1', '≤100/50万元', '≤ CNY 1,000,000/500,000'],
    ['m10-i1', '100/50/10万元', 'CNY 1,000,000/500,000/100,000'],
    ['m10-i2', '一事一议', 'case by case'],
    ['m11-i1', '20/15/5%＋省5%，≤300/500万元', '20/15/5% + 5% province, ≤ CNY 3,000,000/5,000,000'],
  ])('%s: %s · %s', (id, zh, english) => {
    expect(said(id, 'zh-CN')).toBe(zh);
    expect(said(id, 'en').replaceAll('\u00a0', ' ')).toBe(english);
  });
});

describe('a report as it is typed', () => {
  const REPORT: ReportWords = {
    ...BLANK_REPORT,
    state: 'inProgress',
    done: '认定3家',
    results: [{ name: '示范企业', amount: 3, unit: '家' }],
    paidWan: 60.15,
  };

  it('comes back as it was, and a number that is none is named', () => {
    const typed = typedFrom(REPORT);
    expect(readTyped(typed)).toEqual({ body: REPORT, issues: [] });
    const wrong = readTyped({
      ...typed,
      paidWan: '很多',
      results: [{ name: '', amount: '', unit: '' }],
    });
    expect(wrong.issues.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/results/0/amount required',
      '/paidWan wrongType',
    ]);
  });

  it('differs from another field by field, with its money and results in words', () => {
    const after: ReportWords = {
      ...REPORT,
      state: 'done',
      results: [{ name: '示范企业', amount: 4, unit: '家' }],
      paidWan: null,
    };
    expect(reportDifference(REPORT, after, zhCN, formats('zh-CN'))).toEqual([
      { name: '总体进度', from: '推进中', to: '完成' },
      { name: '主要成效（数字）', from: '示范企业3家', to: '示范企业4家' },
      { name: '本年支付资金', from: '60.15万元', to: '' },
    ]);
    expect(reportDifference(REPORT, REPORT, zhCN, formats('zh-CN'))).toEqual([]);
  });
});
