import type { Status } from '../../shared/assessment/types.ts';
import type { BoardIndicator } from '../../shared/dashboard.ts';
import { dutiesOf, type Slide } from '../../shared/deck.ts';
import { asJudged } from '../../shared/figure-years.ts';
import { numeral } from '../../shared/figures.ts';
import * as format from '../../shared/i18n/format.ts';
import { type CountYear, drawsCountYears } from '../charts/CountYears.tsx';
import type { DutyRow } from '../charts/DutyBars.tsx';
import type { HeatMatrixModel } from '../charts/heatMatrixLayout.ts';
import type { MilestoneModel } from '../charts/milestoneLayout.ts';
import type { Multiple, MultiplesModel } from '../charts/multiplesLayout.ts';
import type { StatusBar } from '../charts/StatusBars.tsx';
import { shortUnit } from '../charts/trajectoryLayout.ts';
import type { DueMark, TrajectoryModel } from '../charts/trajectoryModel.ts';
import {
  boardYears,
  conditionsMet,
  departmentText,
  isPending,
  milestoneModel,
  speakerOf,
  statusWords,
  targetText,
  trajectoryOf,
  unitOf,
  WORST_FIRST,
  yearRows,
  yearsOf,
} from '../dashboard/api.ts';
import { STATUS_ORDER } from '../ui/status.tsx';
import { figureLine, indicatorOf, nameOf, type Shown, stated } from './deckView.ts';

/** The one chart of a slide; `none` where its content is a list. */
export type SlideChart =
  | { readonly kind: 'status'; readonly bars: readonly StatusBar[] }
  | { readonly kind: 'heat'; readonly model: HeatMatrixModel; readonly signs: HeatSigns }
  | { readonly kind: 'multiples'; readonly model: MultiplesModel }
  | {
      readonly kind: 'duties';
      readonly heads: readonly string[];
      readonly rows: readonly DutyRow[];
    }
  | { readonly kind: 'trajectory'; readonly model: TrajectoryModel; readonly note: string }
  | {
      readonly kind: 'count';
      readonly note: string;
      readonly dueMarks: readonly DueMark[];
      readonly years: readonly CountYear[];
      readonly lower: number;
      readonly upper: number | null;
      readonly unit: string;
      readonly target: string;
      readonly deadline: number;
    }
  | {
      readonly kind: 'milestone';
      readonly note: string;
      readonly dueMarks: readonly DueMark[];
      readonly model: MilestoneModel;
      readonly deadline: number;
    }
  | { readonly kind: 'none' };

/** What the signs of a heat matrix stand for, in words. */
interface HeatSigns {
  readonly statuses: readonly {
    readonly status: Status;
    readonly label: string;
    readonly detail: string;
  }[];
  /** Something was reached after its deadline. */
  readonly late: boolean;
}

/** What a slide draws. Pure. */
export function slideChart(slide: Slide, shown: Shown): SlideChart {
  switch (slide.kind) {
    case 'overall':
      return { kind: 'status', bars: statusBars(shown) };
    case 'heat':
      return {
        kind: 'heat',
        model: heatModel(slide.indicatorIds, shown),
        signs: {
          statuses: heatLegend(slide.indicatorIds, shown),
          late: hasLate(slide.indicatorIds, shown),
        },
      };
    case 'theme':
      return { kind: 'multiples', model: multiplesModel(slide.indicatorIds, shown) };
    case 'duties':
      return dutiesChart(slide.departmentIds, shown);
    case 'indicator': {
      const indicator = indicatorOf(shown, slide.indicatorId);
      return indicator === null ? { kind: 'none' } : indicatorChart(indicator, shown);
    }
    default:
      return { kind: 'none' };
  }
}

/** Every status that somebody has, from the best news to the worst. */
function statusBars({ board, speech }: Shown): StatusBar[] {
  return STATUS_ORDER.map((status) => {
    const found = board.indicators.filter(({ assessment }) => assessment.status === status);
    const names = found.map(({ code }) => code);
    return { status, label: speech.messages.statuses.names[status], count: found.length, names };
  }).filter(({ count }) => count > 0);
}

/** The letters that all codes of a group begin with, "A"; '' where there are none. */
function commonLetters(codes: readonly string[]): string {
  const letters = codes.map((code) => /^[A-Za-z]+(?=\d)/.exec(code)?.[0] ?? '');
  return new Set(letters).size === 1 ? (letters[0] ?? '') : '';
}

function heatModel(ids: readonly string[], shown: Shown): HeatMatrixModel {
  const { board, speech } = shown;
  const years = boardYears(board).filter((year) => year >= board.plan.startYear);
  const listed = board.indicators.filter(({ id }) => ids.includes(id));
  const groups = board.themes.map((theme) => {
    const columns = listed.filter(({ themeId }) => themeId === theme.id);
    const letters = commonLetters(columns.map(({ code }) => code));
    const name = speech.language === 'zh-CN' ? theme.nameZh : theme.nameEn;
    return {
      id: theme.id,
      name: letters === '' ? name : `${letters} ${name}`,
      columns: columns.map((indicator) => ({
        id: indicator.id,
        label: indicator.code.slice(letters.length),
        cells: years.map((year) => heatCell(indicator, year, board.year)),
      })),
    };
  });
  return { years, groups: groups.filter(({ columns }) => columns.length > 0) };
}

function heatCell({ history }: BoardIndicator, year: number, last: number) {
  if (year > last) return { status: 'notDue', late: false } as const;
  const told = history.find((each) => each.year === year);
  const late = told?.flags.includes('achievedLate') ?? false;
  return { status: told?.status ?? ('noData' as const), late };
}

function multiplesModel(ids: readonly string[], shown: Shown): MultiplesModel {
  const { board } = shown;
  return {
    years: boardYears(board),
    multiples: board.indicators
      .filter(({ id }) => ids.includes(id))
      .map((indicator) => multipleOf(indicator, shown)),
  };
}

function multipleOf(indicator: BoardIndicator, shown: Shown): Multiple {
  const { board, speech } = shown;
  const { statuses, dashboard } = speech.messages;
  const { status } = indicator.assessment;
  const line = figureLine(indicator, shown);
  const share = shareOf(indicator);
  const figure = line.value === '…' || line.value === '—' ? '' : line.value + shortUnit(line.unit);
  const old = line.year === '' || figure === '' ? '' : `${line.year} `;
  const points = boardYears(board)
    .filter((year) => year <= board.year)
    .map((year) => ({ year, share: share === null ? null : share(year) }));
  const nothing = points.every((point) => point.share === null);
  const bare = `${indicator.code} ${nameOf(indicator, speech)}`;
  return {
    id: indicator.id,
    name: bare,
    figure: figure === '' ? '' : `${old}${figure}`,
    goal: line.target,
    status,
    points,
    ceiling: indicator.target.kind === 'atMost',
    instead: isPending(indicator)
      ? statuses.names.targetPending
      : share === null || nothing
        ? status === 'noData' || nothing
          ? dashboard.value.notReported
          : statuses.names[status]
        : '',
  };
}

/**
 * How far the figure of a year stands between 0 and the target, 1 being the target; null where there
 * is no target with a measure. A reduction counts its cut, a milestone its conditions.
 */
function shareOf(indicator: BoardIndicator): ((year: number) => number | null) | null {
  const { target, readings } = indicator;
  const judged = asJudged(readings);
  const { baseline } = target;
  const valueIn = (year: number): number | null =>
    year === baseline.year && baseline.value !== null
      ? baseline.value
      : (judged.find((each) => each.year === year)?.value ?? null);
  const of =
    (most: number | null, figure: (value: number) => number = (value) => value) =>
    (year: number): number | null => {
      const value = valueIn(year);
      return value === null || most === null ? null : figure(value) / most;
    };
  const positive = (goal: number | null): boolean => goal !== null && goal > 0;
  switch (target.kind) {
    case 'atLeast':
    case 'atMost':
      return positive(target.value) ? of(target.value) : null;
    case 'countRange':
      return positive(target.lower) ? of(target.lower) : null;
    case 'rating':
      return positive(target.targetLevel) ? of(target.targetLevel) : null;
    case 'reduction': {
      const base = baseline.value;
      if (!positive(target.reductionPct) || base === null || base <= 0) return null;
      return of(target.reductionPct, (value) => (1 - value / base) * 100);
    }
    case 'milestone': {
      const total = target.conditions.length;
      const first = Math.min(...readings.map(({ year }) => year));
      return (year) => (total === 0 || year < first ? null : conditionsMet(readings, year) / total);
    }
    case 'directional':
      return null;
  }
}

function dutiesChart(ids: readonly string[], shown: Shown): SlideChart {
  const { board, extras, speech } = shown;
  const { chart } = speech.messages.presentation;
  const all = dutiesOf(board, extras);
  const decided = all.some(({ decisions }) => decisions.length > 0);
  const count = (squares: readonly unknown[], done: number): string =>
    squares.length === 0 ? '' : chart.of(done, squares.length);
  const rows = ids.flatMap((id): DutyRow[] => {
    const duties = all.find(({ departmentId }) => departmentId === id);
    const department = board.departments.find((each) => each.id === id);
    if (duties === undefined || department === undefined) return [];
    const { figures, decisions } = duties;
    const figureGroup: DutyRow['groups'][number] = {
      id: 'figures',
      squares: figures.map(({ done }) => (done ? 'done' : 'owed')),
      count: count(figures, figures.filter(({ done }) => done).length),
    };
    const decisionGroup: DutyRow['groups'][number] = {
      id: 'decisions',
      squares: decisions.map(({ done, overdue }) => (done ? 'done' : overdue ? 'overdue' : 'owed')),
      count: count(decisions, decisions.filter(({ done }) => done).length),
    };
    const name = departmentText(department, speech);
    return [
      {
        id,
        name: name.full ?? name.text,
        short: name.text,
        groups: decided ? [figureGroup, decisionGroup] : [figureGroup],
      },
    ];
  });
  return {
    kind: 'duties',
    heads: decided ? [chart.duties(board.year), chart.decisions] : [chart.duties(board.year)],
    rows,
  };
}

/** The picture of an indicator in the manner of its kind. */
export function indicatorChart(indicator: BoardIndicator, shown: Shown): SlideChart {
  const { board, speech } = shown;
  const { presentation } = speech.messages;
  const { target, assessment } = indicator;
  if (target.kind === 'milestone') {
    const drawn = assessment.flags.includes('achievedLate') ? 'achieved' : assessment.status;
    const drawnAs = milestoneModel(indicator, board.plan, board.year, drawn, speech);
    return {
      kind: 'milestone',
      ...dueOn(indicator, drawnAs.from, drawnAs.to, shown),
      model: drawnAs,
      deadline: target.deadline,
    };
  }
  const model = trajectoryOf(indicator, board, speech);
  if (model === null) return { kind: 'none' };
  // An axis without a figure, a plan or a target would be a scale of nothing.
  const empty = model.actual.every(({ value }) => value === null) && model.plan.length === 0;
  if (empty && model.target === null) return { kind: 'none' };
  if (target.kind === 'countRange' && drawsCountYears(target.lower, target.upper)) {
    const unit = shortUnit(unitOf(indicator, speech) ?? '');
    const text = targetText(indicator, { endYear: target.deadline }, speech);
    const years = countYears(indicator, model, shown);
    return {
      kind: 'count',
      ...dueOn(indicator, years[0]?.year ?? 0, years[years.length - 1]?.year ?? 0, shown),
      years,
      lower: target.lower,
      upper: target.upper,
      unit,
      target: speech.messages.dashboard.chart.target(text + unit),
      deadline: target.deadline,
    };
  }
  const drawn = target.kind === 'reduction' ? cutModel(model, indicator, shown) : model;
  // Where the plan says no word of its own, the line says what it is.
  const labels = { ...drawn.labels, forecastNote: '', plan: presentation.chart.plan };
  const formatTick = drawn.formatTick ?? stated;
  const [first = 0] = drawn.years;
  const { dueMarks, note } = dueOn(
    indicator,
    first + 1,
    drawn.years[drawn.years.length - 1] ?? 0,
    shown,
  );
  return {
    kind: 'trajectory',
    model: { ...drawn, labels, formatTick, dueMarks },
    note: speech.messages.dashboard.sentences(
      [bandNote(indicator, shown), note].filter((each) => each !== ''),
    ),
  };
}

/** So many due days are written out beside a chart; of the rest the number is said. */
const MOST_DUE = 2;

/**
 * The days on which decisions about an indicator are due: as marks where the axis reaches them, and in
 * words with what became of each. What is still to be done is said though the axis ends before its day.
 * @param from the first calendar year of the axis, and `to` the last one
 */
function dueOn(
  { id }: BoardIndicator,
  from: number,
  to: number,
  { extras, speech }: Shown,
): { dueMarks: DueMark[]; note: string } {
  const { presentation, slides } = speech.messages;
  const { chart, list } = presentation;
  const due = extras.decisions.flatMap((decision) => {
    const { dueOn: day, standing, overdue, issued } = decision;
    if (day === null || !decision.indicatorIds.includes(id)) return [];
    const at = yearsOf(day);
    const late = overdue && standing === 'open';
    const mark: DueMark = {
      key: decision.id,
      at,
      standing: standing !== 'open' ? 'settled' : late ? 'late' : 'open',
      label: chart.due(
        list.issued(issued.year, issued.number),
        format.date(speech.language, day),
        late ? slides.overdue : slides.standings[standing],
      ),
    };
    return [{ mark, drawn: at >= from - 1 && at <= to }];
  });
  const drawn = due.filter((each) => each.drawn).map(({ mark }) => mark);
  const beyond = due
    .filter((each) => !each.drawn && each.mark.standing !== 'settled')
    .map(({ mark }) => mark);
  const listed = (marks: readonly DueMark[]): string => {
    const shown = marks.slice(0, MOST_DUE).map(({ label }) => label);
    return chart.dueListed(shown, marks.length - shown.length);
  };
  return {
    dueMarks: drawn,
    note: speech.messages.dashboard.sentences([
      ...(drawn.length === 0 ? [] : [chart.dueMarks(listed(drawn))]),
      ...(beyond.length === 0 ? [] : [chart.dueBeyond(listed(beyond))]),
    ]),
  };
}

function countYears(
  indicator: BoardIndicator,
  { actual }: TrajectoryModel,
  { board, speech }: Shown,
): CountYear[] {
  return yearRows(indicator, board, speech)
    .filter(({ year }) => year >= board.plan.startYear)
    .slice(-6)
    .map(({ year, plan }) => {
      const point = actual.find((each) => each.year === year);
      return {
        year,
        value: point?.value ?? null,
        toCome: year > board.year,
        plan: year <= indicator.target.deadline ? plan.figure : null,
        mark: point?.mark ?? '',
      };
    });
}

/** A reduction as the cut itself, in percent of its base: 0 is "no reduction". */
function cutModel(
  model: TrajectoryModel,
  indicator: BoardIndicator,
  { speech }: Shown,
): TrajectoryModel {
  const { target, assessment } = indicator;
  const base = target.baseline.value;
  if (target.kind !== 'reduction' || base === null || base <= 0) return model;
  const cut = (value: number): number => (1 - value / base) * 100;
  const { reductionPct } = target;
  const { projection } = assessment;
  const { chart } = speech.messages.dashboard;
  return {
    ...model,
    actual: model.actual.map((point) => ({
      ...point,
      value: point.value === null ? null : cut(point.value),
    })),
    plan: model.plan.map(({ year, value }) => ({ year, value: cut(value) })),
    target:
      model.target === null || reductionPct === null
        ? null
        : { ...model.target, value: reductionPct, op: 'atLeast' },
    limit: model.limit === null ? null : cut(model.limit),
    forecast: model.forecast.map((point) => ({
      ...point,
      value: cut(point.value),
      low: point.low === null ? null : cut(point.low),
      high: point.high === null ? null : cut(point.high),
    })),
    axis: 'zero',
    whole: false,
    format: (value) => numeral(value, 2),
    labels: {
      ...model.labels,
      unit: '%',
      forecast:
        projection === null
          ? ''
          : chart.forecast(`${numeral(cut(projection.valueAtDeadline), 2)}%`),
      limit: model.limit === null ? '' : chart.limit(`${numeral(cut(model.limit), 2)}%`),
    },
  };
}

/** What the shade of the forecast is, or why there is none; '' without a forecast. */
function bandNote(indicator: BoardIndicator, { speech }: Shown): string {
  const { chart } = speech.messages.presentation;
  const { target, assessment } = indicator;
  const { projection } = assessment;
  if (projection === null) return '';
  const { low, high } = projection;
  if (low === null || high === null) return chart.noBand;
  const base = target.kind === 'reduction' ? target.baseline.value : null;
  const say = speakerOf(indicator, speech);
  const cut = base !== null && base > 0;
  const ends = [low, high]
    .map((end) => (cut ? (1 - end / base) * 100 : end))
    .sort((a, b) => a - b)
    .map((end) => (cut ? say.percent(end) : say.number(end)));
  return chart.band(ends[0] ?? '', ends[1] ?? '');
}

/** The statuses of a heat matrix in words: those that need a look with their codes, the rest counted. */
function heatLegend(ids: readonly string[], { board, speech }: Shown): HeatSigns['statuses'] {
  const { statuses, presentation } = speech.messages;
  const listed = board.indicators.filter(({ id }) => ids.includes(id));
  return WORST_FIRST.map((status) => {
    const found = listed.filter(({ assessment }) => assessment.status === status);
    const good = status === 'onTrack' || status === 'achieved' || status === 'exceeded';
    return {
      status,
      label: statuses.names[status],
      detail: good
        ? presentation.chart.count(found.length)
        : found.map(({ code }) => code).join(' '),
      count: found.length,
    };
  }).filter(({ count }) => count > 0);
}

/** Whether a matrix shows something that was reached after its deadline. */
const hasLate = (ids: readonly string[], { board }: Shown): boolean =>
  board.indicators.some(
    ({ id, history }) =>
      ids.includes(id) && history.some(({ flags }) => flags.includes('achievedLate')),
  );

/** The word of a status with what changes how it is read. */
export const statusOf = ({ assessment }: BoardIndicator, { speech }: Shown): string =>
  statusWords(assessment.status, assessment.flags, speech);
