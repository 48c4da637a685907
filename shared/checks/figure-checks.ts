import { type Check, exceeds, fieldOf, type Look, percentOf, same, typedNumbers } from './look.ts';

/** The checks of a figure against what was reported a year earlier, what is planned, and its range. */

/** Nothing, where there cannot be nothing. */
export const zeroFigure: Check<'zeroFigure'> = (look) =>
  look.value === 0 ? [{ pointer: fieldOf(look), values: {} }] : [];

/** Nothing, although last year there was something. */
export const zeroAfterFigure: Check<'zeroAfterFigure'> = (look) => {
  const { lastValue } = look.context;
  if (look.value !== 0 || lastValue === null || !(lastValue > 0)) return [];
  return [{ pointer: fieldOf(look), values: { last: lastValue } }];
};

/** A limit that is null is open. */
export const outsideRange: Check<'outsideRange'> = (look) => {
  const { value, limits } = look;
  if (value === null) return [];
  const { lower, upper } = limits;
  const pointer = fieldOf(look);
  if (lower !== null && exceeds(lower, value)) {
    return [{ pointer, values: { value, limit: lower, side: -1 } }];
  }
  if (upper !== null && exceeds(value, upper)) {
    return [{ pointer, values: { value, limit: upper, side: 1 } }];
  }
  return [];
};

/** The steps between 元, 千元, 万元 and 亿元, between 吨 and 万吨, and a digit too many. */
const FACTORS = [10, 100, 1_000, 10_000] as const;

/** About ten times … ten thousand times last year's, or that much less. */
export const unitSlip: Check<'unitSlip'> = (look) => {
  const { upper } = look.limits;
  if (upper === null) return [];
  return typedNumbers(look).flatMap(({ part, now, last }) => {
    if (now === null || last === null || now === 0 || last === 0) return [];
    const times = now / last;
    for (const factor of FACTORS) {
      for (const side of [1, -1] as const) {
        const off = percentOf(side === 1 ? times : 1 / times, factor);
        if (off === null || exceeds(Math.abs(off), upper)) continue;
        return [{ pointer: `/${part}`, values: { part, value: now, last, factor, side } }];
      }
    }
    return [];
  });
};

/** Up or down by more than so many percent of last year's. */
export const yearOnYearChange: Check<'yearOnYearChange'> = (look) => {
  const compared = compare(look);
  if (compared === null) return [];
  const { value, last, limit } = compared;
  const percent = percentOf(value, last);
  if (percent === null || !exceeds(Math.abs(percent), limit)) return [];
  return [{ pointer: fieldOf(look), values: { value, last, limit, percent } }];
};

/** Up or down by more than so many of the unit: percentage points, marks. */
export const yearOnYearDifference: Check<'yearOnYearDifference'> = (look) => {
  const compared = compare(look);
  if (compared === null) return [];
  const difference = compared.value - compared.last;
  if (!exceeds(Math.abs(difference), compared.limit)) return [];
  return [{ pointer: fieldOf(look), values: { ...compared, difference } }];
};

/** More new ones in one year than such things are recognised in a year. */
export const growthPerYear: Check<'growthPerYear'> = (look) => {
  const compared = compare(look);
  if (compared === null) return [];
  const difference = compared.value - compared.last;
  if (!exceeds(difference, compared.limit)) return [];
  return [{ pointer: fieldOf(look), values: { ...compared, difference } }];
};

function compare({ value, context, limits }: Look) {
  const { lastValue: last } = context;
  const { upper: limit } = limits;
  return value === null || last === null || limit === null ? null : { value, last, limit };
}

/** What was counted up to last year cannot have become less, unless something was revoked. */
export const cumulativeFalls: Check<'cumulativeFalls'> = (look) => {
  const { value, context } = look;
  const { lastValue: last } = context;
  if (value === null || last === null || !exceeds(last, value)) return [];
  return [{ pointer: fieldOf(look), values: { value, last } }];
};

/** A figure or a level below last year's. */
export const valueFalls: Check<'valueFalls'> = (look) => {
  const rated = look.entry === 'level';
  const value = rated ? look.figures.level : look.value;
  const last = rated ? (look.context.last?.level ?? null) : look.context.lastValue;
  if (value === null || last === null || !exceeds(last, value)) return [];
  return [{ pointer: rated ? '/level' : fieldOf(look), values: { value, last } }];
};

/** Copied, or not measured anew. Two years of nothing are no coincidence. */
export const identicalToLastYear: Check<'identicalToLastYear'> = (look) => {
  const { value, context } = look;
  const { lastValue } = context;
  if (value === null || value === 0 || lastValue === null || !same(value, lastValue)) return [];
  return [{ pointer: fieldOf(look), values: { value } }];
};

/** Far from the planned path, on either side. A count is never nearer to it than one. */
export const differsFromPlan: Check<'differsFromPlan'> = (look) => {
  const { value, context, limits, entry } = look;
  const { planned } = context;
  const { upper: limit } = limits;
  if (value === null || planned === null || limit === null) return [];
  const percent = percentOf(value, planned);
  if (percent === null || !exceeds(Math.abs(percent), limit)) return [];
  if (entry === 'count' && !exceeds(Math.abs(value - planned), 1)) return [];
  return [{ pointer: fieldOf(look), values: { value, planned, percent, limit } }];
};

/** What is to come down stands above the base year's (增加, not 削减). */
export const worseThanBaseline: Check<'worseThanBaseline'> = (look) => {
  const { subject, value, context } = look;
  const { baseline } = context;
  if (value === null || baseline === null) return [];
  const down = subject.kind === 'reduction' || subject.kind === 'atMost';
  if (!(down ? exceeds(value, baseline) : exceeds(baseline, value))) return [];
  return [{ pointer: fieldOf(look), values: { value, baseline } }];
};
