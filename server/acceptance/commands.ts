import { randomUUID } from 'node:crypto';
import { exampleSheet } from '../../shared/acceptance-example.ts';
import {
  EMPTY_SHEET,
  refuseSheet,
  refuseSheetStep,
  type SheetContent,
  type SheetStanding,
  type SheetStep,
  stateAfter,
} from '../../shared/acceptance-rules.ts';
import type { BEGINNINGS, TypedSheet } from '../../shared/acceptance.ts';
import { Problem } from '../../shared/problems.ts';
import type { FieldIssue } from '../../shared/reading-rules.ts';
import { liveInputs } from '../dashboard/inputs-store.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';
import type { Principal } from '../http/principal.ts';
import { findSubjects } from '../measures/duty-store.ts';
import {
  findSheet,
  findSheets,
  insertSheet,
  replaceContent,
  type SheetRow,
  type StoredSheet,
  updateSheet,
} from './store.ts';

export interface Acting {
  readonly db: Writer;
  readonly user: Principal;
  readonly now: Date;
}

/** The sheet that a change names, as long as nobody changed it since. */
export interface Naming {
  readonly id: string;
  readonly expectedVersion: number;
}

/** @throws Problem notFound */
export async function requireSheet(db: Reader, id: string): Promise<StoredSheet> {
  const sheet = await findSheet(db, id);
  if (sheet === null) throw new Problem('notFound');
  return sheet;
}

export const standingOf = ({ state, example, presentedBy }: SheetRow): SheetStanding => ({
  state,
  example: example === 1,
  presentedBy,
});

/**
 * Begins the next version of a plan's sheet.
 * @throws Problem notFound without such a plan; wrongState while another version is worked on
 */
export async function beginSheet(
  { db, user, now }: Acting,
  planId: string,
  from: (typeof BEGINNINGS)[number],
): Promise<StoredSheet> {
  const board = await liveInputs(db, planId);
  if (board === null) throw new Problem('notFound');
  const [latest] = await findSheets(db, planId);
  if (latest !== undefined && latest.row.state !== 'approved') throw new Problem('wrongState');
  const indicators = board.indicators.map(({ id, target }) => ({ id, targetKind: target.kind }));
  const content =
    from === 'example'
      ? exampleSheet({ indicators })
      : from === 'latest'
        ? (latest?.content ?? EMPTY_SHEET)
        : EMPTY_SHEET;
  const row: SheetRow = {
    ...rulesOf(content),
    id: randomUUID(),
    planId,
    number: (latest?.row.number ?? 0) + 1,
    state: 'draft',
    example: from === 'example' ? 1 : 0,
    createdBy: user.userId,
    createdByName: user.name,
    createdAt: now.toISOString(),
    ...NOBODY_YET,
    version: 1,
  };
  await insertSheet(db, row);
  await replaceContent(db, row.id, content);
  return { row, content };
}

const NOBODY_YET = {
  presentedBy: null,
  presentedByName: null,
  presentedAt: null,
  approvedBy: null,
  approvedByName: null,
  approvedAt: null,
};

function rulesOf({ items: _items, grades: _grades, ...rules }: SheetContent) {
  return rules;
}

/**
 * Keeps a draft as it is typed.
 * @throws Problem notFound, wrongState for what is no draft, staleVersion, invalid
 */
export async function saveSheet(
  { db }: Acting,
  { id, expectedVersion }: Naming,
  content: TypedSheet,
): Promise<{ readonly before: StoredSheet; readonly after: StoredSheet }> {
  const before = await requireSheet(db, id);
  requireVersion(before.row, expectedVersion);
  if (before.row.state !== 'draft') throw new Problem('wrongState');
  const issues = [
    ...refuseSheet(content),
    ...(await refuseReferences(db, before.row.planId, content)),
  ];
  if (issues.length > 0) throw Problem.fields(...issues);
  const row: SheetRow = {
    ...before.row,
    ...rulesOf(content),
    example: 0,
    version: before.row.version + 1,
  };
  await updateSheet(db, row);
  await replaceContent(db, id, content);
  return { before, after: { row, content } };
}

async function refuseReferences(
  db: Reader,
  planId: string,
  { items }: SheetContent,
): Promise<FieldIssue[]> {
  const indicators = new Set((await liveInputs(db, planId))?.indicators.map(({ id }) => id));
  const measures = new Set((await findSubjects(db, planId)).map(({ id }) => id));
  const departments = new Set((await findDepartments(db)).map(({ id }) => id));
  return items.flatMap((item, at) => {
    const unknown = (name: 'indicatorId' | 'measureId' | 'departmentId', known: Set<string>) => {
      const id = item[name];
      return id === null || known.has(id)
        ? []
        : [{ pointer: `/items/${at}/${name}`, code: 'unknownReference' as const }];
    };
    return [
      ...unknown('indicatorId', indicators),
      ...unknown('measureId', measures),
      ...unknown('departmentId', departments),
    ];
  });
}

/** @throws Problem notFound, forbidden, ownEntry, wrongState, staleVersion */
export async function takeSheetStep(
  { db, user, now }: Acting,
  step: SheetStep,
  { id, expectedVersion }: Naming,
): Promise<{ readonly before: StoredSheet; readonly after: StoredSheet }> {
  const before = await requireSheet(db, id);
  const refusal = refuseSheetStep(step, standingOf(before.row), user);
  if (refusal === 'forbidden' || refusal === 'ownEntry') throw new Problem(refusal);
  requireVersion(before.row, expectedVersion);
  if (refusal !== null) throw new Problem(refusal);
  const by = { id: user.userId, name: user.name, at: now.toISOString() };
  const row: SheetRow = {
    ...before.row,
    state: stateAfter(step),
    version: before.row.version + 1,
    ...(step === 'present'
      ? { presentedBy: by.id, presentedByName: by.name, presentedAt: by.at }
      : {}),
    ...(step === 'takeBack' ? NOBODY_YET : {}),
    ...(step === 'approve'
      ? { approvedBy: by.id, approvedByName: by.name, approvedAt: by.at }
      : {}),
  };
  await updateSheet(db, row);
  return { before, after: { ...before, row } };
}

function requireVersion({ version }: SheetRow, expected: number): void {
  if (version !== expected) throw new Problem('staleVersion', { currentVersion: version });
}
