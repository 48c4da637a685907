import { refuseAsking } from '../../shared/correction-rules.ts';
import { Problem } from '../../shared/problems.ts';
import {
  applyChanges,
  type FieldIssue,
  type Figures,
  impossible,
  missing,
  refuseFields,
  refuseFigureYear,
} from '../../shared/reading-rules.ts';
import type { ReadingChanges } from '../../shared/readings.ts';
import {
  type AskedOfReading,
  findAuthor,
  hasOpenCorrection,
  insertAsked,
} from '../corrections/store.ts';
import type { Writer } from '../db/transaction.ts';
import { adoptEvidence } from '../evidence/shelf-store.ts';
import { requireVersion } from '../http/require-open.ts';
import type { ListProof } from '../lists/store.ts';
import { bumpRevision } from '../plans/store.ts';
import { figuresTold } from './answer.ts';
import { type Acting, requireSubject, requireVisible } from './commands.ts';
import { type ComponentPlan, planComponents, saveComponents } from './components.ts';
import { countsOf, type ListAsked, planLists, refuseLists, saveLists } from './correction-lists.ts';
import { type AskedFigures, insertAskedFigures } from './correction-store.ts';
import { appendRevision } from './revision-store.ts';
import type { Seal } from './seal.ts';
import { saveConditions, updateReading } from './store.ts';
import type { StoredReading } from './stored-reading.ts';
import type { Subject } from './subject-store.ts';

/**
 * Asks for a correction of an approved or sealed reading. Nothing changes but that it was asked.
 * @returns the id of the request
 * @throws Problem notFound, forbidden, staleVersion, wrongState, conflict while another request
 * waits, correctionOutdated for a list that moved, or invalid for what could not be approved
 */
export async function askForCorrection(
  { db, user, now }: Acting,
  readingId: string,
  expectedVersion: number,
  asked: {
    readonly reason: string;
    readonly changes: ReadingChanges;
    readonly lists: readonly ListAsked[];
  },
): Promise<string> {
  const reading = await requireVisible(db, user, readingId);
  const refusal = refuseAsking(reading, user);
  if (refusal === 'forbidden') throw new Problem('forbidden');
  requireVersion(reading, expectedVersion);
  if (refusal !== null) throw new Problem(refusal);
  const key = { of: 'reading', id: readingId } as const;
  if (await hasOpenCorrection(db, key)) throw new Problem('conflict');
  const subject = await requireSubject(db, reading);
  const planned = await planLists(db, user, subject, reading, asked.lists);
  // What is said of the figure has to agree with the list; unsaid, it follows the list.
  const changes = { ...countsOf(planned.lists), ...asked.changes };
  const after = applyChanges(reading.figures, changes);
  const components = await componentsAfter(db, subject, reading, after);
  refuse(
    [
      ...refuseFields(subject, reading.figures, changes),
      ...refuseFigures(subject, reading, after),
      ...components.issues,
    ],
    [...planned.issues, ...(await refuseLists(db, subject, reading, after, planned.lists))],
  );
  if (planned.lists.length === 0 && sameFigures(reading, reading.figures, after)) {
    throw Problem.fields({ pointer: '/changes', code: 'unchanged' });
  }
  const by = { userId: user.userId, name: user.name, at: now.toISOString() };
  const id = await insertAsked(db, key, { version: reading.version, reason: asked.reason, by });
  await insertAskedFigures(db, id, reading, {
    after: figuresTold({ ...reading, figures: after }),
    lists: planned.lists,
  });
  return id;
}

/** A request about a reading, with what it asks for. */
export type ReadingRequest = AskedOfReading & AskedFigures;

/**
 * Writes the corrected figures beside the old ones. The revision is by the one who asked: they typed
 * it; who approved it stands in the request and in the audit log.
 * @returns the seal of every revision that it wrote, and the proof of every version of a list
 */
export async function correct(
  db: Writer,
  correction: ReadingRequest,
  at: string,
): Promise<{ readonly seals: readonly Seal[]; readonly proofs: readonly ListProof[] }> {
  const { reading, reason, requested } = correction;
  if (isOutdated(correction)) throw new Problem('correctionOutdated');
  const subject = await requireSubject(db, reading);
  const figures = figuresToStore(reading, correction.after);
  const components = await componentsAfter(db, subject, reading, figures);
  const unlisted = await refuseLists(db, subject, reading, figures, correction.lists);
  refuse([...refuseFigures(subject, reading, figures), ...components.issues], unlisted);
  const by = await findAuthor(db, requested.userId);
  if (by === null) throw new Problem('notFound');
  const after: StoredReading = {
    ...reading,
    version: reading.version + 1,
    figures,
    corrections: reading.corrections + 1,
    changed: { userId: by.userId, name: by.name, at },
  };
  const proofs = await saveLists(db, correction.lists, { ...by, at });
  await adoptEvidence(db, correction.id, 'reading', reading.id);
  const shared = await saveComponents(db, components, by, at, { reason });
  await updateReading(db, after);
  if (subject.kind === 'milestone') await saveConditions(db, after);
  const own = await appendRevision(db, after, { action: 'correct', by, at, reason });
  await bumpRevision(db, reading.planId);
  return { seals: [own, ...shared], proofs };
}

/** Whether the figure, or a list behind it, is another than the one that the request was about. */
export function isOutdated({ status, reading, before, lists }: ReadingRequest): boolean {
  if (status !== 'requested') return false;
  const moved = lists.some(({ standing, version }) => (standing?.version ?? 0) !== version);
  return moved || !sameFigures(reading, reading.figures, before);
}

/** A computed value is not stored, and an absence leaves shared components as they are. */
function figuresToStore(reading: StoredReading, told: Figures): Figures {
  if (reading.multiplier === null) return told;
  const { numerator, denominator } = told.absence === null ? told : reading.figures;
  return { ...told, value: null, numerator, denominator };
}

function componentsAfter(
  db: Writer,
  subject: Subject,
  reading: StoredReading,
  { numerator, denominator, absence }: Figures,
): Promise<ComponentPlan> {
  const said = absence === null ? { numerator, denominator } : {};
  return planComponents(db, subject, reading.year, reading.figures, said, true);
}

/** An approved figure stays complete and possible. */
function refuseFigures(subject: Subject, { year }: StoredReading, figures: Figures): FieldIssue[] {
  return [
    ...refuseFigureYear(subject, year, figures),
    ...impossible(subject, year, figures),
    ...missing(subject, figures),
  ];
}

function sameFigures(reading: StoredReading, one: Figures, other: Figures): boolean {
  const told = (figures: Figures) => JSON.stringify(figuresTold({ ...reading, figures }));
  return told(one) === told(other);
}

/**
 * @param issues of the figures, by field
 * @param ofLists of the whole body
 */
function refuse(issues: readonly FieldIssue[], ofLists: readonly FieldIssue[]): void {
  if (issues.length + ofLists.length === 0) return;
  const ofChanges = issues.map((issue) => ({ ...issue, pointer: `/changes${issue.pointer}` }));
  throw Problem.fields(...ofChanges, ...ofLists);
}
