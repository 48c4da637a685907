import type { Evidence } from '../../shared/evidence.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { insertNamed } from '../evidence/store.ts';

/** A file beside an action item, taken away or not. */
export interface ActionFile extends Evidence {
  readonly actionId: string;
  readonly removed: boolean;
}

function all(db: Reader) {
  return db
    .selectFrom('actionEvidence as l')
    .innerJoin('evidence as e', 'e.id', 'l.evidenceId')
    .innerJoin('files as f', 'f.sha256', 'e.sha256')
    .innerJoin('users as u', 'u.id', 'e.addedBy')
    .select(['l.decisionId', 'e.id', 'e.name', 'e.sha256', 'e.addedBy', 'e.addedAt', 'e.removedAt'])
    .select(['f.size', 'f.mediaType', 'f.damagedAt', 'u.name as addedName'])
    .orderBy('e.addedAt')
    .orderBy('e.id');
}

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

function assemble(row: Row): ActionFile {
  return {
    actionId: row.decisionId,
    id: row.id,
    name: row.name,
    size: row.size,
    mediaType: row.mediaType,
    sha256: row.sha256,
    added: { userId: row.addedBy, name: row.addedName, at: row.addedAt },
    damaged: row.damagedAt !== null,
    removed: row.removedAt !== null,
  };
}

/** The files beside an action item that were not taken away, oldest first. */
export async function filesOf(db: Reader, actionId: string): Promise<ActionFile[]> {
  const rows = await all(db)
    .where('l.decisionId', '=', actionId)
    .where('e.removedAt', 'is', null)
    .execute();
  return rows.map(assemble);
}

/** One file beside an action item, unless it was taken away; null: there is none. */
export async function findFile(
  db: Reader,
  actionId: string,
  evidenceId: string,
): Promise<ActionFile | null> {
  const files = await filesOf(db, actionId);
  return files.find(({ id }) => id === evidenceId) ?? null;
}

export async function insertFile(db: Writer, { actionId, ...file }: ActionFile): Promise<void> {
  await insertNamed(db, file);
  await db
    .insertInto('actionEvidence')
    .values({ decisionId: actionId, evidenceId: file.id })
    .execute();
}
