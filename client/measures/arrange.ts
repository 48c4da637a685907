import type { Dashboard } from '../../shared/dashboard.ts';
import type { Output } from '../../shared/endpoint.ts';
import type { listMeasures } from '../../shared/plans.ts';
import type { MeasuresOfYear } from './api.ts';

export type Measure = Output<typeof listMeasures>['items'][number];

export const VIEWS = ['section', 'department', 'indicator'] as const;
export type View = (typeof VIEWS)[number];

/** Measures under one heading; a measure may stand under several. */
export interface MeasureGroup {
  readonly key: string;
  readonly titleZh: string;
  readonly titleEn: string;
  /** Whose part of the progress is shown; null: of all departments together. */
  readonly departmentId: string | null;
  /** The heading is the indicator of this id; null: it is none. */
  readonly indicatorId: string | null;
  readonly measures: readonly Measure[];
}
export type Arranged = readonly MeasureGroup[];

/** The measures of a plan by section, by the departments that owe a report, or by indicator. */
export function arrangeBy(
  view: View,
  measures: readonly Measure[],
  progress: MeasuresOfYear,
  board: Dashboard,
): Arranged {
  const plain = { departmentId: null, indicatorId: null };
  if (view === 'section') {
    return board.themes
      .map(({ id, nameZh, nameEn }) => ({
        key: id,
        titleZh: nameZh,
        titleEn: nameEn,
        ...plain,
        measures: measures.filter(({ themeId }) => themeId === id),
      }))
      .filter((group) => group.measures.length > 0);
  }
  if (view === 'department') {
    return progress.departments.map(({ id, shortNameZh, nameEn }) => ({
      key: id,
      titleZh: shortNameZh,
      titleEn: nameEn,
      ...plain,
      departmentId: id,
      measures: measures.filter((measure) => owes(progress, measure.id, id)),
    }));
  }
  return board.indicators.map(({ id, code, nameZh, nameEn }) => ({
    key: id,
    titleZh: `${code} ${nameZh}`,
    titleEn: `${code} ${nameEn}`,
    ...plain,
    indicatorId: id,
    measures: measures.filter(({ indicatorIds }) => indicatorIds.includes(id)),
  }));
}

function owes(progress: MeasuresOfYear, measureId: string, departmentId: string): boolean {
  const found = progress.items.find((one) => one.measureId === measureId);
  return found?.duties.some((duty) => duty.departmentId === departmentId) === true;
}
