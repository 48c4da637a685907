/** Days on which what a meeting decides is usually due: 月底, 季末, 年底. */
export const USUAL_ENDS = ['monthEnd', 'quarterEnd', 'yearEnd'] as const;
export type UsualEnd = (typeof USUAL_ENDS)[number];

const MONTHS = { monthEnd: 1, quarterEnd: 3, yearEnd: 12 } as const;

/**
 * The last day of the month, quarter or year that a day lies in.
 * @example endAfter('quarterEnd', '2020-02-10') // '2020-03-31'
 */
export function endAfter(end: UsualEnd, day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const length = MONTHS[end];
  const last = Math.ceil(month / length) * length;
  // The day before the first of the next month.
  return new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10);
}
