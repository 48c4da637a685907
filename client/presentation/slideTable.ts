import { shortUnit } from '../charts/trajectoryLayout.ts';
import type { CsvCell } from '../../shared/csv.ts';
import type { BoardIndicator } from '../../shared/dashboard.ts';
import { currentDecisions, dutiesOf, type Slide } from '../../shared/deck.ts';
import { numeral } from '../../shared/figures.ts';
import { boardYears, departmentText, yearRows } from '../dashboard/api.ts';
import { STATUS_ORDER } from '../ui/status.tsx';
import { figureLine, indicatorOf, nameOf, type Shown } from './deckView.ts';
import { indicatorChart, statusOf } from './slideChart.ts';

/** A cell: what is written, and whether it is a figure (set right). */
export interface TableCell {
  readonly text: string;
  readonly number?: boolean;
}

/** The chart of a slide as a table: the same, in figures. */
export interface SlideTable {
  readonly head: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
}

const words = (text: string): TableCell => ({ text });
const figure = (text: string): TableCell => ({ text, number: true });

/** The table of a slide; null where it has no chart. */
export function slideTable(slide: Slide, shown: Shown): SlideTable | null {
  const { board, speech } = shown;
  const { table, list } = speech.messages.presentation;
  const { statuses } = speech.messages;
  const listed = (ids: readonly string[]) => board.indicators.filter(({ id }) => ids.includes(id));
  switch (slide.kind) {
    case 'overall':
      return {
        head: [words(table.status), figure(table.count)],
        rows: STATUS_ORDER.map((status) => ({
          status,
          count: board.indicators.filter(({ assessment }) => assessment.status === status).length,
        }))
          .filter(({ count }) => count > 0)
          .map(({ status, count }) => [words(statuses.names[status]), figure(String(count))]),
      };
    case 'heat': {
      const years = boardYears(board).filter(
        (year) => year >= board.plan.startYear && year <= board.year,
      );
      const count = (status: string, year: number): number =>
        listed(slide.indicatorIds).filter(({ history }) =>
          history.some((each) => each.year === year && each.status === status),
        ).length;
      return {
        head: [words(table.status), ...years.map((year) => figure(String(year)))],
        rows: STATUS_ORDER.filter((status) => years.some((year) => count(status, year) > 0)).map(
          (status) => [
            words(statuses.names[status]),
            ...years.map((year) => figure(String(count(status, year)))),
          ],
        ),
      };
    }
    case 'theme':
      return {
        head: [
          words(list.code),
          words(list.name),
          figure(table.value),
          figure(table.target),
          words(table.status),
        ],
        rows: listed(slide.indicatorIds).map((indicator) => {
          const line = figureLine(indicator, shown);
          return [
            words(indicator.code),
            words(nameOf(indicator, speech)),
            figure(line.value + (line.unit === '' ? '' : shortUnit(line.unit))),
            figure(line.goal),
            words(statusOf(indicator, shown)),
          ];
        }),
      };
    case 'duties':
      return dutiesTable(slide.departmentIds, shown);
    case 'indicator': {
      const indicator = indicatorOf(shown, slide.indicatorId);
      if (indicator === null) return null;
      const own = tableOfKind(indicator, shown);
      if (own !== null) return own;
      return {
        head: [
          words(table.year),
          figure(table.value),
          figure(table.plan),
          figure(table.completion),
          words(table.status),
        ],
        rows: yearRows(indicator, board, speech)
          .slice(-8)
          .map((row) => [
            words(String(row.year)),
            figure([row.value.text, ...row.marks].join(' ')),
            figure(row.plan.text),
            figure(row.completion.text),
            words(row.statusText),
          ]),
      };
    }
    default:
      return null;
  }
}

/** The table of what a chart draws beside the figures of the years; null: it draws those. */
export function tableOfKind(indicator: BoardIndicator, shown: Shown): SlideTable | null {
  const { target } = indicator;
  if (target.kind === 'milestone') return milestoneTable(indicator, shown);
  const base = target.kind === 'reduction' ? target.baseline.value : null;
  if (base === null || base <= 0) return null;
  const cut = (figure: number | null): string =>
    figure === null ? '—' : `${numeral((1 - figure / base) * 100, 2)}%`;
  return cutTable(indicator, cut, shown);
}

/** When each condition of a milestone was due and when it was met. */
function milestoneTable(indicator: BoardIndicator, shown: Shown): SlideTable | null {
  const { table, list } = shown.speech.messages.presentation;
  const { statuses } = shown.speech.messages;
  const chart = indicatorChart(indicator, shown);
  if (chart.kind !== 'milestone') return null;
  const { deadline, steps } = chart.model;
  const due = (time: number | null): string =>
    time === null ? '—' : list.deadlineOf(Math.ceil(time) - 1);
  return {
    head: [words(table.condition), words(list.deadline), words(table.reached), words(table.status)],
    rows: steps.map((step) => [
      words(step.label),
      words(due(step.due ?? deadline)),
      words(step.note === '' ? '—' : step.note),
      words(
        step.done !== null && step.status === 'behind'
          ? statuses.flags.achievedLate
          : statuses.names[step.status === 'notDue' ? 'inProgress' : step.status],
      ),
    ]),
  };
}

/** A reduction against its base, as its chart draws it. */
function cutTable(
  indicator: BoardIndicator,
  cut: (figure: number | null) => string,
  { board, speech }: Shown,
): SlideTable {
  const { table } = speech.messages.presentation;
  return {
    head: [
      words(table.year),
      figure(table.value),
      figure(table.cut),
      figure(table.cutPlan),
      words(table.status),
    ],
    rows: yearRows(indicator, board, speech)
      .slice(-8)
      .map((row) => [
        words(String(row.year)),
        figure([row.value.text, ...row.marks].join(' ')),
        figure(row.value.figure === null ? row.value.text : cut(row.value.figure)),
        figure(cut(row.plan.figure)),
        words(row.statusText),
      ]),
  };
}

function dutiesTable(ids: readonly string[], { board, extras, speech }: Shown): SlideTable {
  const { table } = speech.messages.presentation;
  const decided = currentDecisions(extras).length > 0;
  const all = dutiesOf(board, extras);
  return {
    head: [
      words(table.department),
      figure(table.owed),
      figure(table.done),
      figure(table.missing),
      ...(decided ? [figure(table.decisionsDone), figure(table.decisionsOpen)] : []),
    ],
    rows: ids.map((id) => {
      const duties = all.find(({ departmentId }) => departmentId === id);
      const department = board.departments.find((each) => each.id === id);
      const { figures = [], decisions = [] } = duties ?? {};
      const done = figures.filter((each) => each.done).length;
      const settled = decisions.filter((each) => each.done).length;
      const counts = [figures.length, done, figures.length - done];
      const decisionCounts = [settled, decisions.length - settled];
      return [
        words(department === undefined ? id : departmentText(department, speech).text),
        ...(decided ? [...counts, ...decisionCounts] : counts).map((count) =>
          figure(String(count)),
        ),
      ];
    }),
  };
}

/** The same for a file; of the heat matrix every indicator and year, which no slide has room for. */
export function slideCsv(slide: Slide, shown: Shown): CsvCell[][] {
  const { board, speech } = shown;
  const { table, list } = speech.messages.presentation;
  if (slide.kind === 'heat') {
    const years = boardYears(board).filter((year) => year <= board.year);
    return [
      [list.code, list.name, ...years],
      ...board.indicators
        .filter(({ id }) => slide.indicatorIds.includes(id))
        .map((indicator): CsvCell[] => [
          indicator.code,
          nameOf(indicator, speech),
          ...years.map((year) => {
            const told = indicator.history.find((each) => each.year === year);
            return told === undefined ? '' : speech.messages.statuses.names[told.status];
          }),
        ]),
    ];
  }
  if (slide.kind === 'theme') {
    const years = boardYears(board);
    return [
      [list.code, list.name, table.target, table.status, ...years],
      ...board.indicators
        .filter(({ id }) => slide.indicatorIds.includes(id))
        .map((indicator): CsvCell[] => {
          const rows = yearRows(indicator, board, speech);
          return [
            indicator.code,
            nameOf(indicator, speech),
            figureLine(indicator, shown).goal,
            statusOf(indicator, shown),
            ...years.map((year) => {
              const value = rows.find((row) => row.year === year)?.value;
              return value?.figure ?? value?.text ?? '';
            }),
          ];
        }),
    ];
  }
  const found = slideTable(slide, shown);
  if (found === null) return [];
  return [found.head, ...found.rows].map((row) => row.map(({ text }) => text));
}
