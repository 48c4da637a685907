import { fenOfWan } from '../../shared/incentives/money.ts';
import type { Incentive } from '../../shared/incentives.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import type { Formats } from '../app/language.tsx';

/** What the words are made with. */
interface Speech {
  readonly words: Messages['incentives']['short'];
  readonly format: Pick<Formats, 'money'>;
  readonly pick: (zh: string, en: string) => string;
}

/**
 * A money rule in the fewest words, for a table: 「30%，≤100万元」, 「100/50/10万元」. The clause decides.
 */
export function moneyWords(rule: Incentive, speech: Speech): string {
  const { words } = speech;
  if (rule.kind === 'nonMonetary') return words.noMoney;
  if (rule.kind === 'caseByCase') return words.caseByCase;
  const tiers = rule.tiers;
  const amounts = known([...tiers.map(({ amountWan }) => amountWan), rule.amountWan]);
  const rates = known([...tiers.map(({ ratePercent }) => ratePercent), rule.ratePercent]);
  const mostRates = known(tiers.map(({ maxRatePercent }) => maxRatePercent));
  const caps = known([...tiers.map(({ capWan }) => capWan), rule.capWan]);
  const [province] = known(tiers.map(({ provinceRatePercent }) => provinceRatePercent));
  const parts: string[] = [];
  if (amounts.length > 0) {
    const per = speech.pick(rule.per ?? '', rule.perEn ?? '');
    parts.push(words.amount(sums(amounts, speech)) + (per === '' ? '' : words.per(per)));
  }
  if (rates.length > 0) {
    const percents = rates.join('/');
    const tax = rule.kind === 'taxDeduction' || rule.kind === 'taxAmortisation';
    const extra = province === undefined ? '' : words.province(String(province));
    parts.push((tax ? words.deduction(percents) : words.rate(percents)) + extra);
  }
  if (mostRates.length > 0) parts.push(words.maxRate(mostRates.join('/')));
  if (caps.length > 0) parts.push(words.upTo(sums(caps, speech)));
  if (rule.floorWan !== null) parts.push(words.atLeast(sums([rule.floorWan], speech)));
  return parts.join(words.join);
}

function known(values: readonly (number | null)[]): number[] {
  return values.flatMap((value) => (value === null ? [] : [value]));
}

/** Several amounts of one rule, their unit once: 100/50/10万元, CNY 1,000,000/500,000/100,000. */
function sums(amounts: readonly number[], { format, pick }: Speech): string {
  const said = amounts.map((wan) => format.money(fenOfWan(wan) ?? 0n));
  const keeps = pick('last', 'first') === 'first' ? 0 : said.length - 1;
  return said
    .map((one, at) => (at === keeps ? one : one.replace(pick('万元', 'CNY '), '')))
    .join('/');
}
