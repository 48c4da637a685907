import * as z from 'zod/mini';
import { type PARTS, partsOf, type SealedPackage, sealedPackage } from '../../shared/seals.ts';
import { listAfterStates } from '../audit/states-store.ts';
import type { Reader } from '../db/transaction.ts';
import { sealedReportRevisions } from '../measures/verify-store.ts';
import { sealedRevisions } from '../readings/verify-store.ts';
import { canonicalJson, sha256Of } from '../db/canonical.ts';
import { findRounds } from '../rounds/store.ts';
import { listSeals } from './store.ts';

type SealRow = Awaited<ReturnType<typeof listSeals>>[number];

/** Where a sealed year is not what was sealed. */
export type Place =
  /** The round calls itself sealed and has no package, or not that one. */
  | 'round'
  /** What cannot be read as a package at all. */
  | 'text'
  /** Its head: the format, or the manifest itself. */
  | 'manifest'
  | (typeof PARTS)[number]
  /** The package is whole and is not the one that the audit log saw sealed. */
  | 'audit'
  /** The database has other sealed revisions than the package. */
  | 'revisions';

export type SealsVerdict =
  | { readonly ok: true; readonly packages: number }
  /** The first package that is not as it was sealed. `what`: a reading, where it is about one. */
  | {
      readonly ok: false;
      readonly planId: string;
      readonly year: number;
      readonly place: Place;
      readonly what: string | null;
    };

interface Wrong {
  readonly place: Place;
  readonly what?: string;
}

/**
 * Proves every sealed package: its bytes, each part against the manifest, the whole against the row
 * and the audit log, and the sealed revisions of the database against those that it names.
 * @example await verifySeals(db) // { ok: true, packages: 5 }
 */
export async function verifySeals(db: Reader): Promise<SealsVerdict> {
  const seen = await seenSealed(db);
  const sealed = (await findRounds(db)).filter(({ sealedAt }) => sealedAt !== null);
  const rounds = new Map(sealed.map((round) => [keyOf(round), round]));
  const seals = await listSeals(db);
  for (const row of seals) {
    const round = rounds.get(keyOf(row));
    rounds.delete(keyOf(row));
    const wrong =
      wrongInPackage(row) ??
      (seen.get(keyOf(row)) === row.sha256 ? null : { place: 'audit' as const }) ??
      (round?.sealedAt === row.sealedAt && round.sealedBy === row.sealedBy
        ? null
        : { place: 'round' as const }) ??
      (await wrongInRevisions(db, row));
    if (wrong !== null) {
      const { planId, year } = row;
      return { ok: false, planId, year, place: wrong.place, what: wrong.what ?? null };
    }
  }
  // What is left calls itself sealed and has no package; or was sealed, and the seal is gone.
  const [round] = rounds.values();
  if (round !== undefined) {
    return { ok: false, planId: round.planId, year: round.year, place: 'round', what: null };
  }
  const gone = [...seen.keys()].find((key) => !seals.some((row) => keyOf(row) === key));
  if (gone === undefined) return { ok: true, packages: seals.length };
  const [planId = '', year = ''] = gone.split('/');
  return { ok: false, planId, year: Number(year), place: 'round', what: null };
}

const keyOf = ({ planId, year }: { readonly planId: string; readonly year: number }): string =>
  `${planId}/${year}`;

function wrongInPackage(row: SealRow): Wrong | null {
  const { package: text, sha256 } = row;
  const said = readPackage(text);
  if (said === null) return { place: 'text' };
  const { manifest, parts } = said;
  const expected = partsOf(said.formatVersion);
  if (manifest.map(({ part }) => part).join() !== expected.join()) return { place: 'manifest' };
  // A part that the manifest does not know of was put in afterwards.
  if (Object.keys(parts).length !== expected.length) return { place: 'manifest' };
  for (const { part, sha256: of } of manifest) {
    if (sha256Of(canonicalJson(parts[part])) !== of) return { place: part };
  }
  if (sha256Of(text) !== sha256) return { place: 'manifest' };
  const { seal } = parts;
  const same =
    seal.planId === row.planId &&
    seal.year === row.year &&
    seal.sealedAt === row.sealedAt &&
    seal.sealedBy.userId === row.sealedBy &&
    seal.sealedBy.name === row.sealedByName;
  return same ? null : { place: 'seal' };
}

/** As it is written, without anything that the schema would leave out; null: it is no package. */
function readPackage(text: string): SealedPackage | null {
  try {
    const raw = JSON.parse(text) as SealedPackage;
    return z.safeParse(sealedPackage, raw).success ? raw : null;
  } catch {
    return null;
  }
}

async function wrongInRevisions(db: Reader, row: SealRow): Promise<Wrong | null> {
  const { parts } = JSON.parse(row.package) as SealedPackage;
  const stored = new Map(
    (await sealedRevisions(db, row.planId, row.year)).map((one) => [one.readingId, one]),
  );
  for (const { id, version, revisionSha256 } of parts.readings) {
    const revision = stored.get(id);
    stored.delete(id);
    if (revision?.version !== version || revision.sha256 !== revisionSha256) {
      return { place: 'revisions', what: id };
    }
  }
  const [more] = stored.keys();
  if (more !== undefined) return { place: 'revisions', what: more };
  return wrongInReports(db, row, parts.measures?.reports ?? []);
}

async function wrongInReports(
  db: Reader,
  { planId, year }: SealRow,
  reports: NonNullable<SealedPackage['parts']['measures']>['reports'],
): Promise<Wrong | null> {
  const stored = new Map(
    (await sealedReportRevisions(db, planId, year)).map((one) => [one.reportId, one]),
  );
  for (const { id, version, revisionSha256 } of reports) {
    const revision = stored.get(id);
    stored.delete(id);
    if (revision?.version !== version || revision.sha256 !== revisionSha256) {
      return { place: 'revisions', what: id };
    }
  }
  const [more] = stored.keys();
  return more === undefined ? null : { place: 'revisions', what: more };
}

/** The hash of each package as the audit log saw it made, by plan and year. */
async function seenSealed(db: Reader): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for await (const after of listAfterStates(db, 'sealRound')) {
    const { planId, year, sha256 } = after as { planId: string; year: number; sha256: string };
    seen.set(keyOf({ planId, year }), sha256);
  }
  return seen;
}
