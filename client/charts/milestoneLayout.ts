import type { DrawnStatus } from '../ui/status.tsx';
import { cutLines, textWidth, wrapBold } from './textWidth.ts';

/**
 * One step of a milestone (立项, 建成, 运营, 认定). Times are years with a fraction: 2016.5 is the
 * middle of 2016, the end of 2016 is 2017.
 */
export interface MilestoneStep {
  label: string;
  status: DrawnStatus;
  /** When it was reached; null = not reached. */
  done: number | null;
  /** When its own plan or the deadline wants it; null = no date. */
  due: number | null;
  /** A date or a state in words, "2016年9月" or "建设中"; '' = none. */
  note: string;
}

export interface MilestoneModel {
  /** First and last calendar year of the axis. */
  from: number;
  to: number;
  /** Until when we know: the end of the report year is year + 1. */
  now: number;
  /** End of the deadline year + 1 (end of 2016 = 2017); null = none. */
  deadline: number | null;
  /** The status of the whole. */
  status: DrawnStatus;
  steps: readonly MilestoneStep[];
}

/** px of a time on an axis from the start of `from` to the end of `to`, kept inside it. */
export function timeScale(
  from: number,
  to: number,
  left: number,
  right: number,
): (time: number) => number {
  return (time) => {
    const share = (time - from) / (to + 1 - from);
    return left + Math.max(0, Math.min(1, share)) * (right - left);
  };
}

/**
 * Where a glyph stands that would lie on the tick of its due date: beside it, on its own side, so
 * that early and late are seen. Moves by at most `room` px.
 * @example besideTick(98, 100, 9) // 91: reached before it was due, so left of the tick
 */
export function besideTick(x: number, tick: number | null, room: number): number {
  if (tick === null || Math.abs(x - tick) >= room) return x;
  return x <= tick ? tick - room : tick + room;
}

/** When the last step was reached; null while one is open, or when there is no step. */
export function completedAt(steps: readonly MilestoneStep[]): number | null {
  let last: number | null = null;
  for (const { done } of steps) {
    if (done === null) return null;
    last = Math.max(last ?? done, done);
  }
  return last;
}

/** A coloured stretch between the date that was wanted and what happened. */
export interface Stretch {
  from: number;
  to: number;
  kind: 'early' | 'late' | 'overdue';
}

/**
 * The stretch between a due date and the real one, or between the due date and now when it is
 * past and nothing happened; null = not due yet, or no date to compare with.
 * @example stretch(2018.5, 2017, 2019) // {from: 2017, to: 2018.5, kind: 'late'}
 */
export function stretch(done: number | null, due: number | null, now: number): Stretch | null {
  if (due === null) return null;
  if (done === null) return now > due ? { from: due, to: now, kind: 'overdue' } : null;
  return done <= due
    ? { from: done, to: due, kind: 'early' }
    : { from: due, to: done, kind: 'late' };
}

export interface MilestoneLane {
  step: MilestoneStep;
  /** The step's label, broken into lines that fit the column of names. */
  name: readonly string[];
  y: number;
  glyphX: number;
  dueX: number | null;
  stretch: { from: number; to: number; kind: Stretch['kind'] } | null;
}

export interface MilestoneLayout {
  height: number;
  left: number;
  right: number;
  /** Where the column of notes begins. */
  noteX: number;
  top: number;
  bottom: number;
  years: readonly { year: number; x: number; edge: number }[];
  nowX: number;
  deadlineX: number | null;
  lanes: readonly MilestoneLane[];
}

/** Line height of a name that takes several lines, in em. */
export const NAME_LEADING = 1.25;

/** What a chart may take beside the width: more for its names, and the height to spread over. */
export interface MilestoneRoom {
  /** Share of the width that names may take; 0.24 where it is not said. */
  column?: number;
  /** px that the lanes spread over. */
  height?: number;
  /** px between the labels of the deadline and of today, closer than which they stack; 0 where it is not said. */
  reach?: number;
}

/**
 * The wide milestone chart: a lane for every step under one time axis, so that steps of the same
 * year never lie on each other. Names stand in a column on the left, notes in one on the right.
 */
export function milestoneLayout(
  model: MilestoneModel,
  width: number,
  font: number,
  room: MilestoneRoom = {},
): MilestoneLayout {
  const { from, to, now, deadline, steps } = model;
  const column = width * (room.column ?? 0.24);
  const wrapped = steps.map((step) => wrapBold(step.label, font, column));
  // Where the height is given, lanes come closer before they leave it, and names are cut after that.
  const tight = room.height !== undefined;
  const heights = (names: readonly (readonly string[])[]): number[] =>
    names.map(
      ({ length }) =>
        font * Math.max(tight ? 1.6 : 2.1, length * NAME_LEADING + (tight ? 0.3 : 0.7)),
    );
  // Labels of the deadline and of today take two lines above the lanes where they are near each other.
  const notes = Math.max(0, ...steps.map((step) => textWidth(step.note, font)));
  const right = Math.floor(width - Math.min(width * 0.34, notes === 0 ? font : notes + font * 1.4));
  const leftOf = (names: readonly (readonly string[])[]): number =>
    Math.ceil(
      Math.max(0, ...names.flat().map((line) => textWidth(line, font) * 1.07)) + font * 1.2,
    );
  const year = (right - leftOf(wrapped)) / (to + 1 - from);
  const stacked =
    deadline !== null &&
    (Math.abs(deadline - now) < 2 || Math.abs(deadline - now) * year < (room.reach ?? 0));
  const spare = (room.height ?? Infinity) - font * (stacked ? 5.1 : 3.7);
  const sum = (list: readonly number[]): number => list.reduce((all, each) => all + each, 0);
  let mostNamed = Math.max(1, ...wrapped.map(({ length }) => length));
  const namesOf = (): string[][] => wrapped.map((lines) => cutLines(lines, mostNamed));
  while (mostNamed > 1 && sum(heights(namesOf())) > spare) mostNamed -= 1;
  const names = namesOf();
  const left = leftOf(names);
  const least = heights(names);
  // Where even names of one line have no room, lanes stand as close as their glyphs allow.
  const close = Math.max(font * 1.3, spare / Math.max(1, steps.length));
  const own = sum(least) > spare ? least.map((each) => Math.min(each, close)) : least;
  const needed = Math.max(font * 1.6, ...own);
  const free = ((room.height ?? 0) - font * 5.2) / Math.max(1, steps.length);
  const alike = Math.max(needed, Math.min(font * 3.6, free));
  // All lanes alike, as long as there is the room for it.
  const tall = tight && needed * steps.length > spare ? own : steps.map(() => alike);
  const top = font * 1.9;
  const at = timeScale(from, to, left, right);
  const bottom = top + Math.max(needed, sum(tall));
  const lanes = steps.map((step, index): MilestoneLane => {
    const found = step.status === 'noData' ? null : stretch(step.done, step.due, now);
    const dueX = step.due === null ? null : at(step.due);
    const glyphX = besideTick(at(step.done ?? now), dueX, font * 0.85);
    return {
      step,
      name: names[index] ?? [],
      y: top + sum(tall.slice(0, index)) + (tall[index] ?? 0) / 2,
      glyphX,
      dueX,
      stretch: found && { kind: found.kind, from: at(found.from), to: at(found.to) },
    };
  });
  const years = Array.from({ length: to - from + 1 }, (_, index) => ({
    year: from + index,
    x: at(from + index + 0.5),
    edge: at(from + index),
  }));
  return {
    height: Math.ceil(bottom + font * 1.8),
    left,
    right,
    noteX: right + font,
    top,
    bottom,
    years,
    nowX: at(now),
    deadlineX: deadline === null ? null : at(deadline),
    lanes,
  };
}
