import type { BoardIndicator, BoardReading, Dashboard } from '../../shared/dashboard.ts';
import type { Status } from '../../shared/assessment/types.ts';
import type { DrawnStatus } from '../ui/status.tsx';
import type { MilestoneModel, MilestoneStep } from '../charts/milestoneLayout.ts';
import { speakerOf, type Speech } from './speak.ts';

const DAY = 86_400_000;

/**
 * A calendar day as a year with a fraction: the end of 2016 is 2017.
 * Example: `timeOf('2016-07-02')` is 2016.5.
 */
export function timeOf(day: string): number {
  const year = Number(day.slice(0, 4));
  const from = Date.UTC(year, 0, 1);
  const to = Date.UTC(year + 1, 0, 1);
  return year + (Date.parse(`${day}T00:00:00Z`) - from + DAY) / (to - from);
}

/**
 * What each condition stands as at the end of a year: as the latest report that names it says.
 * `submitted` is a report that is not approved yet and is believed for a preview.
 */
function standing(
  { readings }: BoardIndicator,
  year: number,
  submitted: BoardReading | null,
): ReadonlyMap<string, BoardReading['conditions'][number]> {
  const reports = submitted === null ? readings : [...readings, submitted];
  const known = reports.filter((each) => isReport(each, year)).sort((a, b) => a.year - b.year);
  return new Map(known.flatMap(({ conditions }) => conditions.map((each) => [each.id, each])));
}

/** Whether it says by the end of a year how the conditions stand. */
function isReport(reading: BoardReading, year: number): boolean {
  return reading.year <= year && reading.absence === null;
}

/** A milestone as it is drawn, from its conditions and the dates in the reports. */
export function milestoneModel(
  indicator: BoardIndicator,
  plan: Pick<Dashboard['plan'], 'baselineYear' | 'endYear'>,
  year: number,
  status: Status,
  speech: Speech,
  submitted: BoardReading | null = null,
): MilestoneModel {
  const { target } = indicator;
  const say = speakerOf(indicator, speech);
  const known = standing(indicator, year, submitted);
  // Where nothing was reported, or nothing of late, an open condition is not known to be missed.
  const unknown =
    submitted === null &&
    (status === 'noData' || !indicator.readings.some((each) => isReport(each, year)));
  const deadline = target.deadline + 1;
  const now = year + 1;
  const conditions = target.kind === 'milestone' ? target.conditions : [];
  const steps = conditions.map((condition): MilestoneStep => {
    const told = known.get(condition.id);
    const lost = told?.lostOn ?? null;
    const metOn = told?.metOn ?? null;
    const done = metOn === null || lost !== null ? null : Math.min(timeOf(metOn), now);
    const due = condition.plannedYear === null ? deadline : condition.plannedYear + 1;
    return {
      label: say.condition(condition.id),
      status: done === null && unknown ? 'noData' : stepStatus(done, due, deadline, now),
      done,
      due: condition.plannedYear === null ? null : due,
      note:
        done !== null && metOn !== null
          ? speech.messages.dashboard.milestone.day(metOn)
          : unknown
            ? speech.messages.dashboard.value.notReported
            : speech.messages.dashboard.milestone.open,
    };
  });
  return {
    from: plan.baselineYear,
    to: Math.max(plan.endYear, year),
    now,
    deadline,
    status,
    steps,
  };
}

function stepStatus(done: number | null, due: number, deadline: number, now: number): DrawnStatus {
  if (done !== null) return done <= due ? 'achieved' : 'behind';
  if (now >= deadline) return 'missed';
  return now > due ? 'behind' : 'inProgress';
}
