import * as z from 'zod/mini';
import { dashboard, getDashboard } from '../../shared/dashboard.ts';
import type { Received } from '../../shared/endpoint.ts';
import { Problem } from '../../shared/problems.ts';
import type { Reader } from '../db/transaction.ts';
import { WhileUnchanged } from '../db/unchanged.ts';
import type { Circumstances } from '../http/auditing.ts';
import type { Principal } from '../http/principal.ts';
import { type Host, Prepared, serve } from '../http/serve.ts';
import { makeBoard, makeReportedBoard } from './board.ts';
import { KeptBoards } from './kept-boards.ts';
import { planRevision } from './store.ts';
import { visibilityOf } from './visibility.ts';

type Asked = Received<typeof getDashboard>;

const MOST_PLANS = 5000;

/** The board: made, checked and serialised once per plan revision, year and visibility. */
export function dashboardRoutes(host: Host): void {
  const boards = new KeptBoards();
  const revisions = new WhileUnchanged<number>(host.stamp, MOST_PLANS);
  const reportedBoard = async (db: Reader, asked: Asked, now: Date): Promise<Prepared> => {
    const kept = boards.get(reportedKeyOf(asked));
    if (kept !== undefined) return kept;
    const board = z.parse(
      dashboard,
      await makeReportedBoard(db, asked.params.planId, yearAsked(asked), now),
    );
    const made = new Prepared(JSON.stringify(board), `reported.${board.sealedAt}.${board.year}`);
    boards.set(reportedKeyOf(asked), made);
    return made;
  };
  serve(
    host,
    getDashboard,
    async ({ db, user, now }, asked) => {
      if (user === null) throw new Problem('notSignedIn');
      const { planId } = asked.params;
      if (asked.query.known === 'reported') return reportedBoard(db, asked, now);
      const revision = await planRevision(db, planId);
      if (revision === null) throw new Problem('notFound');
      revisions.keep(planId, revision);
      const key = keyOf(user, asked, revision);
      const kept = boards.get(key);
      if (kept !== undefined) return kept;
      const year = yearAsked(asked);
      const visibility = visibilityAsked(user, asked);
      const board = z.parse(dashboard, await makeBoard(db, planId, year, visibility, now));
      const made = new Prepared(JSON.stringify(board), `${revision}.${board.year}.${visibility}`);
      boards.set(key, made);
      return made;
    },
    {
      kept({ user, asOf }: Circumstances, asked: Asked) {
        if (asked.query.known === 'reported') return boards.get(reportedKeyOf(asked));
        const revision = user === null ? undefined : revisions.get(asked.params.planId, asOf);
        if (user === null || revision === undefined) return undefined;
        return boards.get(keyOf(user, asked, revision));
      },
    },
  );
}

const yearAsked = ({ query }: Asked): number | null =>
  query.year === undefined ? null : Number(query.year);

/** A sealed year is what it was: one answer, for everybody and for good. */
const reportedKeyOf = ({ params, query }: Asked): string =>
  `${params.planId} reported ${query.year ?? ''}`;

const visibilityAsked = (user: Principal, { query }: Asked) =>
  visibilityOf(user, query.unapproved === 'include');

function keyOf(user: Principal, asked: Asked, revision: number): string {
  const { params, query } = asked;
  return `${params.planId} ${revision} ${query.year ?? 'default'} ${visibilityAsked(user, asked)}`;
}
