/** A nightly backup in its folder. */
export interface Nightly {
  readonly fileName: string;
  readonly madeAt: Date;
}

const DAYS = 7;
const WEEKS = 5;
const MONTHS = 12;
const CHINA = 8 * 3_600_000;
const DAY = 24 * 3_600_000;

/**
 * Which nightly backups may go: all but the newest of each of the last 7 days, 5 weeks and 12 months
 * that have one. Days and weeks are those of China; a week begins on Monday. Days without a backup do
 * not count, so that a machine that was off does not lose its old ones.
 * @example tooMany([]) // []
 */
export function tooMany(backups: readonly Nightly[]): string[] {
  const newestFirst = [...backups].sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
  const kept = new Set<string>();
  for (const [periodOf, most] of [
    [dayOf, DAYS],
    [weekOf, WEEKS],
    [monthOf, MONTHS],
  ] as const) {
    const periods = new Set<string | number>();
    for (const { fileName, madeAt } of newestFirst) {
      const period = periodOf(madeAt);
      if (periods.has(period)) continue;
      if (periods.size === most) break;
      periods.add(period);
      kept.add(fileName);
    }
  }
  return newestFirst.map(({ fileName }) => fileName).filter((name) => !kept.has(name));
}

function dayOf(moment: Date): number {
  return Math.floor((moment.getTime() + CHINA) / DAY);
}

/** 1 January 1970 was a Thursday. */
function weekOf(moment: Date): number {
  return Math.floor((dayOf(moment) + 3) / 7);
}

function monthOf(moment: Date): string {
  return new Date(moment.getTime() + CHINA).toISOString().slice(0, 7);
}

/**
 * Whether the nightly backup is due: its hour has come in China and there is none of today yet. A
 * machine that was off at that hour makes it when it is on again.
 * @param last when the last nightly one was begun; null: never
 */
export function isDue(now: Date, hour: number, last: Date | null): boolean {
  const local = new Date(now.getTime() + CHINA);
  return local.getUTCHours() >= hour && (last === null || dayOf(last) !== dayOf(now));
}
