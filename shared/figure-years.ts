/** As far as a figure's year matters. */
interface Reported {
  readonly year: number;
  /** The year that the figure is about, where it is older than the report that carries it; else null. */
  readonly figureYear: number | null;
}

/**
 * The reports of an indicator as the engine reads them: each figure in the year that it is about. A
 * figure that was carried into a later report gives way to one that its own year reported, and where
 * two reports carry the same year's figure, the later one is known better.
 * @param reports approved ones, in any order
 * @returns by year, at most one of each
 * @example asJudged([{ year: 2018, figureYear: 2017, value: 83 }]) // [{ year: 2017, …, value: 83 }]
 */
export function asJudged<R extends Reported>(reports: readonly R[]): R[] {
  const judged = new Map<number, R>();
  const inOrder = [...reports].sort((a, b) => a.year - b.year);
  for (const report of inOrder) {
    const { figureYear } = report;
    if (figureYear !== null) judged.set(figureYear, { ...report, year: figureYear });
  }
  for (const report of inOrder) {
    if (report.figureYear === null) judged.set(report.year, report);
  }
  return [...judged.values()].sort((a, b) => a.year - b.year);
}
