import type { TrajectoryModel } from './trajectoryModel.ts';

/** One year of a trajectory, as the chart library and the data table want it; null = no figure. */
export interface TrajectoryRow {
  year: number;
  actual: number | null;
  plan: number | null;
  forecast: number | null;
  /** Low and high of the scenario band, in that order. */
  fan: [number, number] | null;
}

/**
 * The series of a model side by side, a row for every year of its axis.
 * @example trajectoryRows(model)[0] // {year: 2015, actual: 30, plan: 30, forecast: null, fan: null}
 */
export function trajectoryRows(model: TrajectoryModel): TrajectoryRow[] {
  const actual = new Map(model.actual.map((point) => [point.year, point.value]));
  const plan = new Map(model.plan.map((point) => [point.year, point.value]));
  const forecast = new Map(model.forecast.map((point) => [point.year, point]));
  return model.years.map((year) => {
    const ahead = forecast.get(year);
    return {
      year,
      actual: actual.get(year) ?? null,
      plan: plan.get(year) ?? null,
      forecast: ahead?.value ?? null,
      fan:
        ahead && ahead.low !== null && ahead.high !== null
          ? [Math.min(ahead.low, ahead.high), Math.max(ahead.low, ahead.high)]
          : null,
    };
  });
}
