import type { Flag, Reason, Status } from './types.ts';
import { latePoints, latestPoint } from './series.ts';
import type { Point, Series } from './series.ts';

/** What a step came to. */
export interface Outcome {
  readonly status: Status;
  readonly reason?: Reason;
  readonly flag?: Flag;
}

/** The part of the decision in which the kinds differ. */
export interface Judge {
  /** Whether a full value satisfies the target. */
  readonly meets: (value: number) => boolean;
  /** `achieved` or `exceeded`, for a value that meets. */
  readonly attained: (value: number) => 'achieved' | 'exceeded';
  /** The class before the deadline of a figure that is recent enough. */
  readonly underway: (point: Point) => Outcome;
  /** Whether meeting before the deadline already counts; a directional target waits for its end. */
  readonly countsEarly: boolean;
  /** A total that stays reached, so that an old figure may be carried forward. */
  readonly cumulative: boolean;
}

/** The status and what was noted on the way to it. */
export interface Decision {
  readonly status: Status;
  readonly reason: Reason | null;
  readonly flags: readonly Flag[];
  readonly attainedYear: number | null;
}

/** A figure older than this many years says nothing about the due year. */
export const OLDEST_LAG = 1;

/**
 * The order of decision that all kinds with readings share (docs/method.md, "The order of decision"):
 * pick the figure, close at the deadline, else look at its age, else leave it to the kind.
 */
export function decide(series: Series, judge: Judge): Decision {
  const point = latestPoint(series);
  const { asOf, deadline, dueYear } = series;
  if (series.points.length === 0) return open({ status: 'noData', reason: 'noReadings' });

  const meets = point !== null && judge.meets(point.value);
  const final = asOf >= deadline && point?.year === deadline;
  const carried = asOf > deadline && !final && meets && judge.cumulative;
  if (point === null || (asOf > deadline && !final && !carried)) {
    return open({ status: 'noData', reason: 'deadlineReadingMissing' });
  }
  if (final || carried) return close(series, judge, point, meets, carried);

  const lag = dueYear - point.year;
  const flags: Flag[] = [];
  const counted = meets && judge.countsEarly;
  if (!meets && metBefore(series, judge, point)) flags.push('regressed');
  if (lag >= OLDEST_LAG && counted && judge.cumulative) flags.push('carriedForward');
  else if (lag > OLDEST_LAG) return open({ status: 'noData', reason: 'stale' }, flags);
  else if (lag >= OLDEST_LAG) flags.push('stale');
  if (asOf === deadline) flags.push('awaitingFinal');
  if (!counted) return open(judge.underway(point), flags);

  if (asOf < deadline) flags.push('early');
  const status = judge.attained(point.value);
  return { status, reason: null, flags, attainedYear: runStart(series, judge, point) };
}

function open(outcome: Outcome, flags: readonly Flag[] = []): Decision {
  const { status, reason, flag } = outcome;
  return {
    status,
    reason: reason ?? null,
    flags: flag === undefined ? flags : [...flags, flag],
    attainedYear: null,
  };
}

/** The verdict at the deadline. What happened later is noted, and changes nothing. */
function close(
  series: Series,
  judge: Judge,
  point: Point,
  meets: boolean,
  carried: boolean,
): Decision {
  const late = latePoints(series);
  const flags: Flag[] = [];
  if (!meets) {
    if (metBefore(series, judge, point)) flags.push('regressed');
    if (late.some(({ value }) => judge.meets(value))) flags.push('achievedLate');
    return open({ status: 'missed' }, flags);
  }
  const latest = late.at(-1);
  if (carried) flags.push('carriedForward');
  if (latest !== undefined && !judge.meets(latest.value)) flags.push('notSustained');
  const attainedYear = judge.countsEarly ? runStart(series, judge, point) : null;
  return { status: judge.attained(point.value), reason: null, flags, attainedYear };
}

function metBefore(series: Series, judge: Judge, point: Point): boolean {
  return series.points.some(({ year, value }) => year < point.year && judge.meets(value));
}

/** The first year of the unbroken run of meeting figures that ends at a point. */
function runStart(series: Series, judge: Judge, point: Point): number {
  let start: number | null = null;
  for (const { year, value } of series.points) {
    if (year > point.year) break;
    start = judge.meets(value) ? (start ?? year) : null;
  }
  return start ?? point.year;
}
