import { type BoardInputs, boardOf, defaultYearOf } from '../../shared/board.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { Problem } from '../../shared/problems.ts';
import { refuseReadingYear } from '../../shared/reading-rules.ts';
import type { Reader } from '../db/transaction.ts';
import { findPackage, sealedAtOf } from '../seals/store.ts';
import { liveInputs } from './inputs-store.ts';
import { showsUnapproved, type Visibility } from './visibility.ts';

/**
 * The whole board of a plan as of one year by what is known now, assessed.
 * @param year null: the latest with an approved reading, else the plan's first
 * @throws Problem notFound, or invalid for a year that is not the plan's or has not come
 */
export async function makeBoard(
  db: Reader,
  planId: string,
  year: number | null,
  visibility: Visibility,
  now: Date,
): Promise<Dashboard> {
  const inputs = await requireInputs(db, planId);
  requireYear(inputs, year, now);
  const asOf = year ?? defaultYearOf(inputs);
  return boardOf(inputs, {
    year: asOf,
    known: 'now',
    sealedAt: await sealedAtOf(db, planId, asOf),
    showsUnapproved: (departmentId) => showsUnapproved(visibility, departmentId),
  });
}

/**
 * The board of a sealed year as it was reported then: of its package, and of nothing else.
 * @param year null: none was named
 * @throws Problem notFound, notSealed, or invalid for a year that is missing or not the plan's
 */
export async function makeReportedBoard(
  db: Reader,
  planId: string,
  year: number | null,
  now: Date,
): Promise<Dashboard> {
  if (year === null) throw Problem.fields({ in: 'query', pointer: '/year', code: 'required' });
  const sealed = await findPackage(db, planId, year);
  if (sealed === null) {
    requireYear(await requireInputs(db, planId), year, now);
    throw new Problem('notSealed');
  }
  const { board, seal } = sealed.parts;
  return boardOf(board, {
    year,
    known: 'reported',
    sealedAt: seal.sealedAt,
    showsUnapproved: () => false,
  });
}

async function requireInputs(db: Reader, planId: string): Promise<BoardInputs> {
  const inputs = await liveInputs(db, planId);
  if (inputs === null) throw new Problem('notFound');
  return inputs;
}

function requireYear({ plan }: BoardInputs, year: number | null, now: Date): void {
  const outside = year === null ? [] : refuseReadingYear(plan, year, now);
  if (outside.length > 0) {
    throw Problem.fields(...outside.map((issue) => ({ ...issue, in: 'query' as const })));
  }
}
