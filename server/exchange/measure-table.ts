import { measures as english } from '../../shared/i18n/en/measures.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { measures as chinese } from '../../shared/i18n/zh-CN/measures.ts';
import type { VisibleDuty } from '../measures/visible-store.ts';
import type { ExportTable } from './export-tables.ts';
import { wordsOf } from './sheet-columns.ts';

/** Every report that is owed on a row, written or not; money in 万元, unrounded. */
export function measuresTable(
  duties: readonly VisibleDuty[],
  language: Language,
  departments: ReadonlyMap<string, string>,
): ExportTable {
  const zh = language === 'zh-CN';
  const { table } = wordsOf(language);
  const words = zh ? chinese : english;
  const { one, list, reports } = words;
  return {
    headings: [
      table.year,
      list.number,
      list.measure,
      table.department,
      table.status,
      reports.state,
      reports.done,
      reports.results,
      one.paid,
      reports.problems,
      reports.nextSteps,
      reports.paper,
      table.corrections,
      table.version,
    ],
    rows: duties.map(({ year, measure, departmentId, state, report }) => [
      year,
      measure.number,
      zh ? measure.titleZh : measure.titleEn,
      departments.get(departmentId) ?? departmentId,
      reports.dutyStates[state],
      report === null || report.state === null ? null : words.states[report.state],
      report?.done ?? null,
      report?.results.map(({ name, amount, unit }) => `${name}${amount}${unit}`).join('；') ?? null,
      report?.paidWan ?? null,
      report?.problems ?? null,
      report?.nextSteps ?? null,
      report?.paper ?? null,
      report?.corrections ?? null,
      report?.version ?? null,
    ]),
  };
}
