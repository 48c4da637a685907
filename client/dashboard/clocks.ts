import type { BoardIndicator, BoardReading, Dashboard } from '../../shared/dashboard.ts';
import { asJudged } from '../../shared/figure-years.ts';
import { speakerOf, type Speech } from './speak.ts';

/** What one year of an indicator was reported as, and what is known of it now. */
export interface Changed {
  readonly year: number;
  /** "42.1（滞后）" */
  readonly reported: string;
  readonly now: string;
}

/**
 * Where the two clocks of a sealed year tell different things, by indicator and year up to the one
 * shown. Nothing: both say the same.
 */
export function changedSince(
  now: Dashboard,
  reported: Dashboard,
  speech: Speech,
): ReadonlyMap<string, readonly Changed[]> {
  const then = new Map(reported.indicators.map((indicator) => [indicator.id, indicator]));
  const found = new Map<string, readonly Changed[]>();
  for (const indicator of now.indicators) {
    const before = then.get(indicator.id);
    if (before === undefined) continue;
    const changes = changesOf(indicator, before, now, speech);
    if (changes.length > 0) found.set(indicator.id, changes);
  }
  return found;
}

function changesOf(
  now: BoardIndicator,
  reported: BoardIndicator,
  { plan, year: last }: Dashboard,
  speech: Speech,
): Changed[] {
  const changes: Changed[] = [];
  for (let year = plan.baselineYear; year <= last; year += 1) {
    const was = toldOf(reported, year, speech);
    const is = toldOf(now, year, speech);
    const same = figuresOf(reported, year) === figuresOf(now, year) && was === is;
    if (!same) changes.push({ year, reported: was, now: is });
  }
  return changes;
}

const readingOf = (indicator: BoardIndicator, year: number): BoardReading | undefined =>
  asJudged(indicator.readings).find((one) => one.year === year);

/** All that a year's figure says, to be compared. */
function figuresOf(indicator: BoardIndicator, year: number): string {
  const reading = readingOf(indicator, year);
  if (reading === undefined) return '';
  const { value, absence, conditions, numerator, denominator, dataStatus } = reading;
  return JSON.stringify([value, absence, conditions, numerator, denominator, dataStatus]);
}

/** "42.1%（滞后）"; of a milestone, which has no figure, its status alone. */
function toldOf(indicator: BoardIndicator, year: number, speech: Speech): string {
  const { dashboard, statuses } = speech.messages;
  const value = readingOf(indicator, year)?.value ?? null;
  const say = speakerOf(indicator, speech);
  const told = indicator.history.find((each) => each.year === year);
  const status = told === undefined ? [] : [statuses.names[told.status]];
  if (value === null) return dashboard.listed(status);
  const figure = indicator.target.kind === 'rating' ? say.level(value) : say.number(value);
  return dashboard.withRemarks(figure, status);
}
