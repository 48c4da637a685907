import type { Flag, Status } from '../../shared/assessment/types.ts';
import type { BoardIndicator, BoardReading, Dashboard } from '../../shared/dashboard.ts';
import type { DrawnStatus } from '../ui/status.tsx';
import { asJudged } from '../../shared/figure-years.ts';
import { previewAt } from './asOf.ts';
import { readingMarks } from './marks.ts';
import { rowChart, type RowChart } from './rowChart.ts';
import { pick, type Speech } from './speak.ts';
import { isPending, targetText } from './targetText.ts';
import { departmentText, valueText, type ValueText } from './valueText.ts';

/** One year of one indicator. */
export interface Cell {
  readonly year: number;
  readonly status: DrawnStatus;
  /** "2018年：滞后": read aloud, never drawn. */
  readonly label: string;
  /** Met after the deadline (迟). */
  readonly late: boolean;
  /** The first year after the deadline: a rule stands before it. */
  readonly afterDeadline: boolean;
  /** A figure that is handed in and not approved. */
  readonly hollow: boolean;
  /** Its figure was corrected after its approval. */
  readonly corrected: boolean;
}

export interface LeadText {
  readonly state: BoardIndicator['lead']['state'];
  readonly text: string;
  /** All that the short text stands for; null: nothing more. */
  readonly full: string | null;
}

/** Everything that a row of the board draws; no rule is left to the component. */
export interface Row {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly themeId: string;
  readonly status: Status;
  readonly late: boolean;
  readonly tentative: boolean;
  readonly value: ValueText;
  readonly target: string;
  readonly pending: boolean;
  readonly chart: RowChart;
  /** Chart and figure show what is handed in and not approved. */
  readonly hollow: boolean;
  readonly cells: readonly Cell[];
  readonly lead: LeadText;
  readonly indicator: BoardIndicator;
}

/** More columns than this make the table wider than the smallest screen. */
const MOST_YEARS = 6;

/** The years of the heat cells: from the baseline to the end of the plan, the last six if more. */
export function boardYears({ plan, year }: Pick<Dashboard, 'plan' | 'year'>): number[] {
  const last = Math.max(plan.endYear, year);
  const years = Array.from(
    { length: last - plan.baselineYear + 1 },
    (_, index) => plan.baselineYear + index,
  );
  return years.slice(-MOST_YEARS);
}

/**
 * The rows of a board, in the document's order. Pure: the same answer and language always give the
 * same rows.
 */
export function boardRows(board: Dashboard, speech: Speech): Row[] {
  const years = boardYears(board);
  const departments = new Map(board.departments.map((each) => [each.id, each]));
  return board.indicators.map((indicator) => {
    const preview = previewAt(indicator, board.year);
    const assessment = preview?.assessment ?? indicator.assessment;
    const submitted = preview?.reading ?? null;
    const { status, flags } = indicator.assessment;
    return {
      id: indicator.id,
      code: indicator.code,
      name: pick(speech, indicator.nameZh, indicator.nameEn),
      themeId: indicator.themeId,
      status,
      late: flags.includes('achievedLate'),
      tentative: indicator.tentative,
      value: valueText(indicator, assessment, board.year, speech, submitted),
      target: targetText(indicator, board.plan, speech),
      pending: isPending(indicator),
      chart: rowChart(indicator, assessment, board, speech, submitted),
      hollow: submitted !== null,
      cells: years.map((year) => cellOf(indicator, year, board, speech, submitted)),
      lead: leadText(indicator.lead, departments, speech),
      indicator,
    };
  });
}

function cellOf(
  indicator: BoardIndicator,
  year: number,
  board: Pick<Dashboard, 'plan' | 'year'>,
  speech: Speech,
  submitted: BoardReading | null,
): Cell {
  const { statuses, dashboard } = speech.messages;
  const afterDeadline = year === indicator.target.deadline + 1;
  const plain = { year, late: false, afterDeadline, hollow: false, corrected: false } as const;
  if (year > board.year) {
    return { ...plain, status: 'notDue', label: dashboard.cell(year, statuses.notDue) };
  }
  if (year < board.plan.startYear) {
    return { ...plain, status: 'notDue', label: dashboard.cell(year, dashboard.baselineYear) };
  }
  if (submitted !== null && year === board.year) {
    const preview = previewAt(indicator, year);
    const status = preview?.assessment.status ?? 'noData';
    const said = `${statuses.names[status]}${dashboard.cellUnapproved}`;
    return { ...plain, status, hollow: true, label: dashboard.cell(year, said) };
  }
  const known = indicator.history.find((each) => each.year === year);
  const figure = asJudged(indicator.readings).find((each) => each.year === year);
  const marks = figure === undefined ? [] : readingMarks(figure, speech);
  const status = known?.status ?? 'noData';
  const late = known?.flags.includes('achievedLate') ?? false;
  return {
    ...plain,
    status: late ? 'achieved' : status,
    late,
    corrected: (figure?.corrections ?? 0) > 0,
    label: dashboard.cell(year, statusWords(status, known?.flags ?? [], speech, marks)),
  };
}

/** The remarks that change how a cell is read. */
const TOLD: readonly Flag[] = ['achievedLate', 'notSustained', 'stale', 'provisional'];

/**
 * The word of a status with the remarks that change how it is read: "未完成（逾期完成）".
 * @param marks of the figure behind it (更正, 补录)
 */
export function statusWords(
  status: Status,
  flags: readonly Flag[],
  speech: Speech,
  marks: readonly string[] = [],
): string {
  const { statuses, dashboard } = speech.messages;
  const told = flags.filter((flag) => TOLD.includes(flag)).map((flag) => statuses.flags[flag]);
  // 快报 is a flag and a mark: once is enough.
  return dashboard.withRemarks(statuses.names[status], [...new Set([...told, ...marks])]);
}

function leadText(
  lead: BoardIndicator['lead'],
  departments: ReadonlyMap<string, { shortNameZh: string; nameEn: string }>,
  speech: Speech,
): LeadText {
  const { statuses, dashboard } = speech.messages;
  const named = lead.departmentIds.map((id) => {
    const department = departments.get(id);
    return department === undefined ? { text: id, full: null } : departmentText(department, speech);
  });
  const full = dashboard.listed(named.map((each) => each.full ?? each.text));
  if (lead.state === 'none') return { state: 'none', text: statuses.leadNone, full: null };
  if (lead.state === 'undecided') {
    return { state: 'undecided', text: statuses.leadUndecided, full };
  }
  const text = named[0]?.text ?? '';
  return { state: 'named', text, full: full === text ? null : full };
}
