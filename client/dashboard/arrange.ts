import { STATUSES, type Status } from '../../shared/assessment/types.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { pick, type Speech } from './speak.ts';
import type { Row } from './rows.ts';

/** What narrows a board down and how it is ordered: the board's part of the address. */
export interface Arrangement {
  readonly status?: Status | undefined;
  readonly theme?: string | undefined;
  readonly department?: string | undefined;
  readonly sort?: 'document' | 'problems' | undefined;
  /** Searched for in code and name, in any case. */
  readonly text?: string | undefined;
}

/** A run of rows under one heading: a theme, or with the worst first a status. */
export interface RowGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

/** From what needs a decision to what does not. */
export const WORST_FIRST: readonly Status[] = [
  'missed',
  'farBehind',
  'behind',
  'noData',
  'targetPending',
  'inProgress',
  'onTrack',
  'achieved',
  'exceeded',
];

/** The department filter's word for "none named". */
export const NO_DEPARTMENT = 'none';

/** The rows that are asked for, in groups; empty groups are left out. */
export function arrange(
  rows: readonly Row[],
  board: Pick<Dashboard, 'themes'>,
  arrangement: Arrangement,
  speech: Speech,
): RowGroup[] {
  const { status, theme, department, sort, text = '' } = arrangement;
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  const shown = rows.filter(
    (row) =>
      (status === undefined || row.status === status) &&
      (theme === undefined || row.themeId === theme) &&
      (department === undefined || isLedBy(row, department)) &&
      (wanted === '' || `${row.code} ${row.name}`.toLowerCase().includes(wanted)),
  );
  const groups: RowGroup[] =
    sort === 'problems'
      ? WORST_FIRST.map((each) => ({
          id: each,
          title: speech.messages.statuses.names[each],
          rows: shown.filter((row) => row.status === each),
        }))
      : board.themes.map((each) => ({
          id: each.id,
          title: pick(speech, each.nameZh, each.nameEn),
          rows: shown.filter((row) => row.themeId === each.id),
        }));
  return groups.filter((group) => group.rows.length > 0);
}

function isLedBy({ indicator: { lead } }: Row, department: string): boolean {
  if (department === NO_DEPARTMENT) return lead.state !== 'named';
  return lead.departmentIds.includes(department);
}

/** How many rows have each status, in the order of a legend; the ones nobody has are left out. */
export function statusCounts(rows: readonly Row[]): { status: Status; count: number }[] {
  return STATUSES.map((status) => ({
    status,
    count: rows.filter((row) => row.status === status).length,
  })).filter(({ count }) => count > 0);
}
