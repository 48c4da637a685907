import type { BoardIndicator, Dashboard } from '../../shared/dashboard.ts';
import { asJudged } from '../../shared/figure-years.ts';
import { decimalsOf, numeral } from '../../shared/figures.ts';
import { shortUnit } from '../charts/trajectoryLayout.ts';
import type { ActualPoint, ForecastPoint, TrajectoryModel } from '../charts/trajectoryModel.ts';
import { readingMarks } from './marks.ts';
import { plannedOf, planLine } from '../../shared/plan-path.ts';
import { speakerOf, unitOf, type Speech } from './speak.ts';
import { isPending, targetText } from './targetText.ts';

type Board = Pick<Dashboard, 'plan' | 'year'>;

/** From here on an axis from 0 would hide every change: then it starts elsewhere and says so. */
const HIGH_UP = 0.6;

/**
 * The trajectory of an indicator as the charts draw it; null for milestones, which have a time axis
 * of their own. Only figures up to the year of the board are in it.
 */
export function trajectoryOf(
  indicator: BoardIndicator,
  board: Board,
  speech: Speech,
): TrajectoryModel | null {
  const { target, assessment } = indicator;
  if (target.kind === 'milestone') return null;
  const { chart } = speech.messages.dashboard;
  const unit = unitOf(indicator, speech) ?? '';
  const rating = target.kind === 'rating';
  const say = speakerOf(indicator, speech);
  const decimals = decimalsOf({ kind: target.kind, unit: null, decimals: indicator.decimals });
  const format = (value: number): string => numeral(value, decimals);
  const planned = plannedOf(indicator);
  const goal = rating ? target.targetLevel : assessment.targetValue;
  const last = Math.max(board.plan.endYear, target.deadline, board.year);
  // Without a baseline nothing was due before the plan began, so nothing is missing there.
  const from = target.baseline.value === null ? board.plan.startYear : board.plan.baselineYear;
  const actual = actualPoints(indicator, board, speech).filter(({ year }) => year >= from);
  const forecast = forecastPoints(indicator);
  const { projection } = assessment;
  const text = (value: number): string =>
    rating ? say.level(value) : format(value) + shortUnit(unit);
  const aim = targetText(indicator, { endYear: target.deadline }, speech);
  const levels = indicator.levels.map(({ level }) => level);
  return {
    years: range(from, last),
    actual,
    plan: planLine(planned),
    target:
      goal === null || isPending(indicator)
        ? null
        : {
            year: target.deadline,
            value: goal,
            upper: target.kind === 'countRange' ? upperOf(target.upper, goal) : null,
            op: target.kind === 'atMost' || target.kind === 'reduction' ? 'atMost' : 'atLeast',
          },
    limit: planned.kind === 'keep' ? planned.value : null,
    forecast,
    reportYear: board.year,
    axis: axisOf(indicator, actual),
    whole: target.kind === 'countRange' || rating,
    ...(rating && levels.length > 0
      ? { ticks: levels, formatTick: (value: number) => say.level(value) }
      : {}),
    format: rating ? (value) => say.level(value) : format,
    labels: {
      unit: rating ? '' : unit,
      target: chart.target(target.kind === 'reduction' || rating ? aim : aim + shortUnit(unit)),
      forecast: projection === null ? '' : chart.forecast(text(projection.valueAtDeadline)),
      forecastNote:
        projection === null
          ? ''
          : projection.low === null || projection.high === null
            ? chart.noBand
            : chart.band(
                text(Math.min(projection.low, projection.high)),
                text(Math.max(projection.low, projection.high)),
              ),
      plan: chart.plan,
      limit: planned.kind === 'keep' ? chart.limit(text(planned.value)) : '',
      axisBreak: chart.axisBreak,
      firstYear: chart.firstYear(from),
      actualName: chart.actual,
      planName: chart.planName,
      forecastName: chart.forecastName,
      missing: chart.missing,
    },
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** A range of one number is a number. */
function upperOf(upper: number | null, lower: number): number | null {
  return upper === lower ? null : upper;
}

function actualPoints(indicator: BoardIndicator, board: Board, speech: Speech): ActualPoint[] {
  const { dashboard } = speech.messages;
  const { baseline } = indicator.target;
  // A figure that a later report carried stands at the year that it is about.
  const judged = asJudged(indicator.readings);
  return range(board.plan.baselineYear, board.year).map((year): ActualPoint => {
    if (year === baseline.year && baseline.value !== null) return { year, value: baseline.value };
    const approved = judged.find((each) => each.year === year);
    const waiting = indicator.unapproved.find((each) => each.year === year);
    if (approved === undefined && waiting !== undefined && waiting.value !== null) {
      return {
        year,
        value: waiting.value,
        submittedOnly: true,
        mark: dashboard.chart.unapproved,
      };
    }
    if (approved === undefined || approved.absence !== null) return { year, value: null };
    const { value, provisional } = approved;
    // It stands at the year that it is about: nothing more is to be said of that.
    const mark = readingMarks({ ...approved, figureYear: null }, speech).join(' ');
    return { year, value, provisional, ...(mark === '' ? {} : { mark }) };
  });
}

/**
 * From the judged figure to the forecast at the deadline, a point a year on the scale the forecast
 * was made on; the band opens in the same way.
 */
function forecastPoints({ assessment, target }: BoardIndicator): ForecastPoint[] {
  const { projection, assessedYear, value } = assessment;
  if (projection === null || assessedYear === null || value === null) return [];
  const { scale, valueAtDeadline, low, high } = projection;
  const span = target.deadline - assessedYear;
  const between = (end: number, share: number): number =>
    scale === 'log' && value > 0 && end > 0
      ? value * (end / value) ** share
      : value + (end - value) * share;
  return range(assessedYear, target.deadline).map((year) => {
    const share = (year - assessedYear) / span;
    return {
      year,
      value: between(valueAtDeadline, share),
      low: low === null ? null : between(low, share),
      high: high === null ? null : between(high, share),
    };
  });
}

/** Shares and counts start at 0; a level far above it may not, and then says so. */
function axisOf(
  { target, unitZh, assessment }: BoardIndicator,
  actual: readonly ActualPoint[],
): 'zero' | 'free' {
  if (target.kind === 'countRange' || target.kind === 'rating' || unitZh === '%') return 'zero';
  const figures = actual.map(({ value }) => value).filter((value) => value !== null);
  if (assessment.targetValue !== null) figures.push(assessment.targetValue);
  const least = Math.min(...figures);
  return least > 0 && least > HIGH_UP * Math.max(...figures) ? 'free' : 'zero';
}
