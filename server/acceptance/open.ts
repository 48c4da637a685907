import { randomUUID } from 'node:crypto';
import { openPoints } from '../../shared/acceptance-rules.ts';
import { score } from '../../shared/acceptance-score.ts';
import { Problem } from '../../shared/problems.ts';
import { factsOfBasis, makeBasis } from './basis-store.ts';
import type { Acting } from './commands.ts';
import { requireWhole } from './life.ts';
import { appendRecord, insertRows, listRows } from './rows-store.ts';
import { findSheet } from './store.ts';
import type { WholeAcceptance } from './whole-store.ts';
import { knownYear, requirePlanYear } from './year-store.ts';

/** What a sheet must decide before anybody is judged by it; the rest is the assessors' to settle. */
const NEEDED = ['noItems', 'noWeight', 'noRule', 'noBasis'] as const;

/**
 * Opens the acceptance of a year: fixes the figures, and gives every department its items.
 * @throws Problem notFound, invalid, wrongState for a sheet that is not approved, sheetIncomplete,
 * conflict while the year has one
 */
export async function openAcceptance(
  { db, user, now }: Acting,
  planId: string,
  { sheetId, year }: { readonly sheetId: string; readonly year: number },
): Promise<WholeAcceptance> {
  const live = await requirePlanYear(db, planId, year, { now, of: 'body' });
  const sheet = await findSheet(db, sheetId);
  if (sheet === null || sheet.row.planId !== planId) {
    throw Problem.fields({ pointer: '/sheetId', code: 'unknownReference' });
  }
  if (sheet.row.state !== 'approved') throw new Problem('wrongState');
  const open: readonly string[] = openPoints(sheet.content, {
    pending: 0,
    ranges: 0,
    tentative: 0,
  });
  if (NEEDED.some((point) => open.includes(point))) throw new Problem('sheetIncomplete');
  const others = await listRows(db, { planId });
  if (others.some((one) => one.year === year && one.state !== 'withdrawn')) {
    throw new Problem('conflict');
  }

  const takenAt = now.toISOString();
  const { passLine } = sheet.content;
  const known = await knownYear(db, live, year);
  const { text, sha256, basis } = await makeBasis(db, known, { passLine, takenAt });
  const id = randomUUID();
  const { items } = score(sheet.content, factsOfBasis(basis));
  const departmentIds = new Set(items.flatMap(({ departmentId }) => departmentId ?? []));
  await insertRows(db, {
    row: {
      id,
      planId,
      year,
      sheetId,
      state: 'selfAssessment',
      basis: text,
      basisSha256: sha256,
      openedBy: user.userId,
      openedByName: user.name,
      openedAt: takenAt,
      version: 1,
    },
    departments: [...departmentIds].map((departmentId) => ({
      acceptanceId: id,
      departmentId,
      state: 'draft',
      version: 1,
    })),
    items: items.map(({ itemId, departmentId }) => ({
      id: randomUUID(),
      acceptanceId: id,
      itemId,
      departmentId,
      selfMarks: null,
      selfWords: '',
      marks: null,
      reason: '',
      dispute: null,
      version: 1,
    })),
  });
  await appendRecord(db, {
    acceptanceId: id,
    step: 'open',
    at: takenAt,
    byUser: user.userId,
    byName: user.name,
    departmentId: null,
    itemId: null,
    text: '',
    marks: null,
    evidenceId: null,
  });
  return requireWhole(db, id, now);
}
