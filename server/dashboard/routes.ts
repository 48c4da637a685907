import * as z from 'zod/mini';
import { dashboard, getDashboard } from '../../shared/dashboard.ts';
import { Problem } from '../../shared/problems.ts';
import { type Host, Prepared, serve } from '../http/serve.ts';
import { makeBoard } from './board.ts';
import { KeptBoards } from './kept-boards.ts';
import { planRevision } from './store.ts';
import { visibilityOf } from './visibility.ts';

/** The board: made, checked and serialised once per plan revision, year and visibility. */
export function dashboardRoutes(host: Host): void {
  const boards = new KeptBoards();
  serve(host, getDashboard, async ({ db, user }, { params, query }) => {
    if (user === null) throw new Problem('notSignedIn');
    const { planId } = params;
    const revision = await planRevision(db, planId);
    if (revision === null) throw new Problem('notFound');
    const visibility = visibilityOf(user, query.unapproved === 'include');
    const key = `${planId} ${revision} ${query.year ?? 'default'} ${visibility}`;
    const kept = boards.get(key);
    if (kept !== undefined) return kept;
    const year = query.year === undefined ? null : Number(query.year);
    const board = z.parse(dashboard, await makeBoard(db, planId, year, visibility));
    const made = new Prepared(JSON.stringify(board), `${revision}.${board.year}.${visibility}`);
    boards.set(key, made);
    return made;
  });
}
