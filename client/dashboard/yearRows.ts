import type { Status } from '../../shared/assessment/types.ts';
import type { BoardIndicator, BoardReading, Dashboard } from '../../shared/dashboard.ts';
import { assessedAt, conditionsMet } from './asOf.ts';
import { readingMarks } from './marks.ts';
import { plannedIn, plannedOf } from '../../shared/plan-path.ts';
import { statusWords } from './rows.ts';
import { speakerOf, type Speech } from './speak.ts';
import { isPending } from './targetText.ts';

/** A text, and the figure behind it for a spreadsheet; null: there is none. */
export interface YearText {
  readonly text: string;
  readonly figure: number | null;
  /** Read aloud where the text is a sign. */
  readonly spoken: string | null;
}

/** One year of an indicator in figures: the table that says what the chart draws. */
export interface YearRow {
  readonly year: number;
  readonly value: YearText;
  readonly plan: YearText;
  readonly completion: YearText;
  /** null: the year is still to come, or before the plan. */
  readonly status: Status | null;
  readonly statusText: string;
  readonly dataStatus: string;
  readonly source: string;
  /** What must be known of the figure: 更正, 2019年数据, 补录. */
  readonly marks: readonly string[];
}

/** Every year from the baseline to the end of the plan. */
export function yearRows(
  indicator: BoardIndicator,
  board: Pick<Dashboard, 'plan' | 'year'>,
  speech: Speech,
): YearRow[] {
  const { statuses, dashboard } = speech.messages;
  const say = speakerOf(indicator, speech);
  const { target } = indicator;
  const planned = plannedOf(indicator);
  const last = Math.max(board.plan.endYear, board.year);
  const none: YearText = { text: '—', figure: null, spoken: statuses.absences.notApplicable };
  const notDue: YearText = { text: '·', figure: null, spoken: statuses.notDue };
  const rows: YearRow[] = [];
  for (let year = board.plan.baselineYear; year <= last; year += 1) {
    const future = year > board.year;
    const before = year < board.plan.startYear;
    const reading = future ? undefined : indicator.readings.find((each) => each.year === year);
    const assessment = future ? null : assessedAt(indicator, year);
    const due = plannedIn(planned, year) ?? ratingPlan(year, future ? null : assessment);
    const pending: YearText = { text: dashboard.target.pending, figure: null, spoken: null };
    const plan =
      due === null
        ? isPending(indicator) && !before
          ? pending
          : none
        : { text: say.number(due), figure: due, spoken: null };
    const completion =
      assessment === null ||
      assessment.completion === null ||
      assessment.assessedYear !== year ||
      before
        ? future
          ? notDue
          : none
        : { text: say.share(assessment.completion), figure: assessment.completion, spoken: null };
    const told = indicator.history.find((each) => each.year === year);
    const status = future || before ? null : (told?.status ?? null);
    rows.push({
      year,
      value: future ? notDue : valueIn(year),
      plan,
      completion,
      status,
      statusText:
        status === null
          ? future
            ? statuses.notDue
            : dashboard.baselineYear
          : statusWords(status, told?.flags ?? [], speech),
      dataStatus:
        reading === undefined || reading.absence !== null
          ? ''
          : statuses.dataStatuses[reading.dataStatus],
      source: reading?.source ?? '',
      marks: reading === undefined ? [] : tableMarks(reading, speech),
    });
  }
  return rows;

  function valueIn(year: number): YearText {
    const { baseline } = target;
    const reading = indicator.readings.find((each) => each.year === year);
    if (reading?.absence === 'notApplicable') return none;
    if (reading?.absence === 'unavailable') {
      return { text: '…', figure: null, spoken: statuses.absences.unavailable };
    }
    if (target.kind === 'milestone' || target.kind === 'rating') {
      // They need no baseline, so none is missing.
      if (reading === undefined && year < board.plan.startYear && baseline.value === null)
        return none;
    }
    if (target.kind === 'milestone') {
      if (reading === undefined) return missing();
      const total = target.conditions.length;
      const met = conditionsMet(indicator.readings, year);
      return {
        text: dashboard.value.metOf(met, total),
        figure: null,
        spoken: dashboard.value.metOfSpoken(met, total),
      };
    }
    const value =
      year === baseline.year && baseline.value !== null ? baseline.value : (reading?.value ?? null);
    return value === null ? missing() : { text: say.number(value), figure: value, spoken: null };
  }

  function missing(): YearText {
    return { text: '…', figure: null, spoken: dashboard.value.notReported };
  }

  function ratingPlan(
    year: number,
    assessment: { plannedValue: number | null; assessedYear: number | null } | null,
  ): number | null {
    if (target.kind !== 'rating' || assessment === null) return null;
    return assessment.assessedYear === year ? assessment.plannedValue : null;
  }
}

/** Whether it is final has a column of its own. */
function tableMarks(reading: BoardReading, speech: Speech): string[] {
  return readingMarks({ ...reading, dataStatus: 'final' }, speech);
}
