import type { Dashboard } from '../../shared/dashboard.ts';

/**
 * Whether one board shows anything that another does not. Its revision alone says nothing: it also
 * counts what is handed in and not approved, which no wall shows.
 */
export function showsOther(one: Dashboard, other: Dashboard): boolean {
  return one.revision !== other.revision && bare(one) !== bare(other);
}

const bare = (board: Dashboard): string => JSON.stringify({ ...board, revision: 0 });
