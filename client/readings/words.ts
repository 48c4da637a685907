import { checkSentence } from '../../shared/checks/words.ts';
import { findingOf } from '../../shared/checks.ts';
import type { Dashboard, KnownIndicator } from '../../shared/dashboard.ts';
import type { Say } from '../../shared/figures.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import { computeRatio } from '../../shared/reading-rules.ts';
import type { Absence } from '../../shared/readings.ts';
import type { Formats } from '../app/language.tsx';
import { plainNumber } from '../ui/plainNumber.ts';
import { issueSentence } from '../ui/sentences.ts';
import type { EntryIssue } from './check.ts';
import { type Speech, targetText } from '../dashboard/api.ts';

/** A moment as the hour and minute of its day, in Beijing time: "14:32". */
export function clockTime(format: Pick<Formats, 'dateTime'>, instant: string): string {
  // Both languages end a moment with its clock.
  return format.dateTime(instant).slice(-5);
}

/** What is wrong with a field of a reading: of a check, with the figures that it found. */
export function entryIssueSentence(messages: Messages, issue: EntryIssue, say: Say): string {
  if (issue.number !== undefined) return messages.readings.numbers[issue.number];
  const finding = findingOf(issue);
  return finding === null
    ? issueSentence(messages, issue)
    : checkSentence(messages.checks, finding, say);
}

export interface Shown {
  readonly value: number | null;
  readonly level?: number | null;
  readonly conditions: readonly { readonly metOn: string | null; readonly lostOn: string | null }[];
  readonly absence: Absence | { readonly kind: Absence } | null;
}

/**
 * A figure in words: "49.0%", a level's name, "成立2/3", 无法提供, or … where nothing is known. A
 * board's reading of a rating has its level as the value.
 */
export function figureWords(
  indicator: Pick<KnownIndicator, 'documentKind' | 'conditionNames'>,
  shown: Shown,
  say: Say,
  messages: Messages,
): string {
  const { absence } = shown;
  if (absence !== null) {
    return messages.statuses.absences[typeof absence === 'string' ? absence : absence.kind];
  }
  if (indicator.documentKind === 'milestone') {
    if (shown.conditions.length === 0) return '…';
    const met = shown.conditions.filter((one) => one.metOn !== null && one.lostOn === null).length;
    return messages.dashboard.value.metOf(met, indicator.conditionNames.length);
  }
  const value = indicator.documentKind === 'rating' ? (shown.level ?? shown.value) : shown.value;
  if (value === null || value === undefined) return '…';
  return indicator.documentKind === 'rating' ? say.level(value) : say.figure(value);
}

/**
 * How a ratio came about, rounded only here: "147 ÷ 300 = 49.0%", "61 × 10,000 ÷ 9,998 = 61.0台/万人".
 * The hundred of a percentage is in its sign. null: a part is missing or nothing is below the line.
 */
export function formulaWords(
  parts: { readonly numerator: number | null; readonly denominator: number | null },
  scale: { readonly multiplier: number | null; readonly unitZh: string | null },
  say: Say,
  format: Pick<Formats, 'number'>,
): string | null {
  const { numerator, denominator } = parts;
  const { multiplier, unitZh } = scale;
  if (multiplier === null || numerator === null || denominator === null) return null;
  const value = computeRatio(numerator, denominator, multiplier);
  if (value === null) return null;
  const inSign = multiplier === 1 || (multiplier === 100 && unitZh === '%');
  const times = inSign ? '' : ` × ${plainNumber(format, multiplier)}`;
  const above = `${plainNumber(format, numerator)}${times}`;
  return `${above} ÷ ${plainNumber(format, denominator)} = ${say.figure(value)}`;
}

/** A target with its unit: "≥60%", "3–5个", "待下达". */
export function targetWords(
  indicator: KnownIndicator,
  plan: Pick<Dashboard['plan'], 'endYear'>,
  speech: Speech,
): string {
  const { target, unitZh, unitEn } = indicator;
  const text = targetText(indicator, plan, speech);
  const counted =
    target.kind === 'countRange'
      ? target.lower !== null
      : (target.kind === 'atLeast' || target.kind === 'atMost') && target.value !== null;
  const unit = speech.language === 'zh-CN' ? unitZh : unitEn;
  if (!counted || unit === null) return text;
  return unit === '%' ? `${text}%` : speech.messages.explain.figures.withUnit(text, unit);
}

/**
 * How far a figure moved since the year before, in its unit and as a share: "+9.0台/万人（+17.3%）".
 * null: one of the two years has no figure, or the kind has no number.
 */
export function changeWords(
  indicator: KnownIndicator,
  reading: { readonly year: number; readonly value: number | null },
  say: Say,
  messages: Messages,
): string | null {
  const { documentKind, readings, target } = indicator;
  if (documentKind === 'milestone' || documentKind === 'rating' || reading.value === null) {
    return null;
  }
  const last = reading.year - 1;
  const approved = readings.find(({ year }) => year === last)?.value ?? null;
  const before = approved ?? (target.baseline.year === last ? target.baseline.value : null);
  if (before === null) return null;
  const difference = reading.value - before;
  if (difference === 0) return messages.readings.review.noChange;
  const sign = difference > 0 ? '+' : '\u2212';
  const amount = `${sign}${say.difference(difference)}`;
  // A share of a percentage would be read as percentage points, and of zero there is none.
  if (indicator.unitZh === '%' || before <= 0) return amount;
  return messages.readings.review.changeOf(
    amount,
    `${sign}${say.share(Math.abs(difference) / before)}`,
  );
}

/** The approved figure of the year before; the baseline where that is its year. null: none. */
export function lastYears(indicator: KnownIndicator, year: number): Shown | null {
  const approved = indicator.readings.find((one) => one.year === year - 1);
  if (approved !== undefined) return approved;
  const { baseline } = indicator.target;
  if (baseline.year !== year - 1 || baseline.value === null) return null;
  return { value: baseline.value, conditions: [], absence: null };
}
