import { displayDecimals, roundHalfAway } from './assessment/round.ts';
import type { Kind, Sign } from './assessment/types.ts';
import { number } from './i18n/format.ts';

/** Reported decimal places where an indicator does not name them. */
const DEFAULT_DECIMALS = 1;
/** 个, 家, %: said with every figure. */
const SHORT_UNIT = 2;

/**
 * A number as every screen and document prints it: rounded half away from zero, thousands grouped,
 * with a true minus sign. The same in both languages.
 * Example: `numeral(-1234.5, 0)` is "−1,235"; `numeral(-0.04, 1)` is "0.0".
 */
export function numeral(value: number, decimals: number): string {
  return number('en', value, decimals).replace('-', '\u2212');
}

/** What a figure of an indicator is written in. `unit` is in the language that is spoken. */
export interface Scale {
  readonly kind: Kind;
  /** null: the indicator has none (milestones, ratings). */
  readonly unit: string | null;
  /** null: one, or none for whole things. */
  readonly decimals: number | null;
}

/** The decimal places an indicator is reported with. */
export function decimalsOf({ kind, decimals }: Scale): number {
  return decimals ?? (kind === 'countRange' || kind === 'rating' ? 0 : DEFAULT_DECIMALS);
}

/**
 * An English unit beside a number that reads as one: "1 centre", "1 institute/platform". Units of
 * a document are written in the plural; a unit "per" something changes in front of it only.
 */
export function unitFor(shown: string, unit: string): string {
  if (Number(shown) !== 1 || !/^[a-z]/i.test(unit)) return unit;
  const [first = '', ...rest] = unit.split(' ');
  const one = first.split('/').map((word) => (/[^s]s$/.test(word) ? word.slice(0, -1) : word));
  return [one.join('/'), ...rest].join(' ');
}

/** The few words a figure needs around it; each dictionary has them. */
export interface FigureWords {
  /** "3" and "个" → "3个"; "3" and "centres" → "3 centres". */
  readonly withUnit: (shown: string, unit: string) => string;
  /** A difference of two percentages: "1.0个百分点". */
  readonly points: (shown: string) => string;
  /** A level that has no name of its own. */
  readonly level: (level: number) => string;
  /** So many levels apart. */
  readonly levels: (shown: string) => string;
}

/** Puts the numbers of one indicator into one language. Every text is complete with its unit. */
export interface Say {
  readonly kind: Kind;
  /** A figure at the reporting precision, or at more places. */
  readonly figure: (value: number, decimals?: number) => string;
  /** The same for a formula: a percentage keeps its sign, any other unit is left out. */
  readonly number: (value: number) => string;
  /** A figure of the document or an assignment, with the places it was stated with. */
  readonly stated: (value: number) => string;
  readonly statedPercent: (percent: number) => string;
  /** A figure on the planned path, which need not be a reported one: whole things get a place more. */
  readonly planned: (value: number) => string;
  /** A second figure in one sentence: a unit of more than two signs is not said again. */
  readonly brief: (value: number) => string;
  /** The size of a difference, without its sign; its unit as in `brief`. */
  readonly difference: (value: number) => string;
  /** The size of a difference that is the first figure of its sentence: with its unit, however long. */
  readonly gap: (value: number) => string;
  /** Figure and target with as many places as it takes not to make an unmet one look met. */
  readonly pair: (actual: number, target: number, sign: Sign) => readonly [string, string];
  /** A share, 1 = all of it, as a percentage. */
  readonly share: (share: number, decimals?: number) => string;
  /** A figure that is a percentage already. */
  readonly percent: (percent: number, decimals?: number) => string;
  readonly pp: (points: number, decimals?: number) => string;
  readonly level: (level: number) => string;
  readonly condition: (id: string) => string;
}

/** Names in the language that is spoken. */
export interface Named {
  readonly levels: ReadonlyMap<number, string>;
  readonly conditions: ReadonlyMap<string, string>;
}

/**
 * The speaker of one indicator.
 * Example: with unit "%" and one decimal in Chinese, `figure(49)` is "49.0%", `difference(-1)` is
 * "1.0个百分点".
 */
export function speaker(scale: Scale, named: Named, words: FigureWords): Say {
  const places = decimalsOf(scale);
  const { unit } = scale;
  const write = (shown: string): string => {
    if (unit === null) return shown;
    if (unit === '%') return `${shown}%`;
    return words.withUnit(shown, unitFor(shown, unit));
  };
  const level = (value: number): string => named.levels.get(value) ?? words.level(value);
  const figure = (value: number, decimals = places): string =>
    scale.kind === 'rating' ? level(value) : write(numeral(value, decimals));
  const number = (value: number, decimals = places): string =>
    unit === '%' || scale.kind === 'rating' ? figure(value, decimals) : numeral(value, decimals);
  const briefly = (shown: string): string =>
    unit !== null && unit.length <= SHORT_UNIT ? write(shown) : shown;
  const apart = (value: number, written: (shown: string) => string): string => {
    const size = Math.abs(value);
    // A difference that is there is never printed as nothing.
    const shown = numeral(size, visiblePlaces(size, places));
    if (scale.kind === 'rating') return words.levels(shown);
    return unit === '%' ? words.points(shown) : written(shown);
  };
  return {
    kind: scale.kind,
    figure,
    level,
    number,
    brief: (value) => (scale.kind === 'rating' ? level(value) : briefly(numeral(value, places))),
    stated: (value) => figure(value, placesOf(value)),
    statedPercent: (percent) => `${numeral(percent, placesOf(percent))}%`,
    planned: (value) => figure(value, Number.isInteger(value) ? places : Math.max(1, places)),
    difference: (value) => apart(value, briefly),
    gap: (value) => apart(value, write),
    pair: (actual, target, sign) => {
      const decimals = displayDecimals(actual, target, sign, places);
      return [number(actual, decimals), number(target, Math.max(places, placesOf(target)))];
    },
    share: (share, decimals = 1) => `${numeral(share * 100, decimals)}%`,
    percent: (percent, decimals = 2) => `${numeral(percent, decimals)}%`,
    pp: (points, decimals = 1) =>
      words.points(numeral(points, visiblePlaces(Math.abs(points), decimals))),
    condition: (id) => named.conditions.get(id) ?? id,
  };
}

/** The places that show something other than zero, at most four more than wanted. */
function visiblePlaces(size: number, wanted: number): number {
  for (let places = wanted; places < wanted + 4; places += 1) {
    if (size < 1e-9 || roundHalfAway(size, places) !== 0) return places;
  }
  return wanted + 4;
}

/**
 * The decimal places a stated figure was written with, at most six.
 * Example: `placesOf(0.42)` is 2.
 */
export function placesOf(value: number): number {
  for (let places = 0; places < 6; places += 1) {
    if (Math.abs(roundHalfAway(value, places) - value) < 1e-9) return places;
  }
  return 6;
}
