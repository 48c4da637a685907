import { fenOfWan } from '../../shared/incentives/money.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import type { ReportWords } from '../../shared/measure-rules.ts';
import type { Formats } from '../app/language.tsx';
import { plainNumber } from '../ui/plainNumber.ts';

/** The fields of a report that differ, by their name, with both texts; '' is nothing. */
export function reportDifference(
  before: ReportWords | null,
  after: ReportWords,
  { measures }: Messages,
  format: Formats,
): { readonly name: string; readonly from: string; readonly to: string }[] {
  const words = measures.reports;
  const told = (one: ReportWords): readonly (readonly [string, string])[] => [
    [words.stateLabel, one.state === null ? '' : measures.states[one.state]],
    [words.done, one.done],
    [words.results, one.results.map((result) => resultWords(result, format)).join('；')],
    [words.paidWan, one.paidWan === null ? '' : format.money(fenOfWan(one.paidWan) ?? 0n)],
    [words.problems, one.problems],
    [words.nextSteps, one.nextSteps],
    [words.paper, one.paper ?? ''],
  ];
  const old = new Map(before === null ? [] : told(before));
  return told(after).flatMap(([name, to]) => {
    const from = old.get(name) ?? '';
    return from === to ? [] : [{ name, from, to }];
  });
}

/** @example resultWords({ name: '新增示范企业', amount: 4, unit: '家' }, format) // '新增示范企业4家' */
export function resultWords(
  { name, amount, unit }: ReportWords['results'][number],
  format: Formats,
): string {
  return `${name}${plainNumber(format, amount)}${unit}`;
}
