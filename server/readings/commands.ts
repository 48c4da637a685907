import { refuseFindings } from '../../shared/checks/findings.ts';
import { Problem } from '../../shared/problems.ts';
import {
  applyChanges,
  BLANK,
  type FieldIssue,
  impossible,
  missing,
  refuseFields,
  refuseFigureYear,
  refuseReadingYear,
} from '../../shared/reading-rules.ts';
import type { NewReading, ReadingChanges } from '../../shared/readings.ts';
import { dayInChina, roundStateOf } from '../../shared/rounds.ts';
import {
  afterStep,
  type Back,
  maySee,
  type Person,
  refuseEdit,
  refuseStep,
  refuseTyping,
  type Step,
} from '../../shared/workflow.ts';
import { findingsFor } from '../checks/store.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { requireOpen } from '../http/require-open.ts';
import { bumpRevision, bumpUnapproved } from '../plans/store.ts';
import { findRound } from '../rounds/store.ts';
import {
  componentAuthors,
  planComponents,
  saveComponents,
  standingComponents,
} from './components.ts';
import { appendRevision } from './revision-store.ts';
import type { Seal } from './seal.ts';
import {
  existsReading,
  findReading,
  insertReading,
  nameTypists,
  saveConditions,
  updateReading,
} from './store.ts';
import { standingOf, type StoredReading } from './stored-reading.ts';
import { findSubject, type Subject } from './subject-store.ts';

export interface Acting {
  readonly db: Writer;
  readonly user: Principal;
  readonly now: Date;
}

/** What a command did: the reading before (null: it is new) and after. */
export interface Done {
  readonly before: StoredReading | null;
  readonly after: StoredReading;
  /** Of every revision that it wrote: its own, and those of readings that share a component. */
  readonly seals: readonly Seal[];
}

/** @throws Problem notFound when there is none, or none that this person may know of */
export async function requireVisible(
  db: Reader,
  person: Person,
  id: string,
): Promise<StoredReading> {
  const reading = await findReading(db, id);
  if (reading === null || !maySee(reading, person)) throw new Problem('notFound');
  return reading;
}

/**
 * Starts the reading of one indicator in one year, as a draft.
 * @throws Problem forbidden when another department leads, or none does; conflict when it exists;
 * invalid for an unknown indicator, a year that is not the plan's, or impossible figures; what the
 * round of the year refuses
 */
export async function enterReading(acting: Acting, typed: NewReading): Promise<Done> {
  const { db, user, now } = acting;
  const { indicatorId, year, ...changes } = typed;
  const subject = await findSubject(db, indicatorId);
  if (subject === null) {
    throw Problem.fields({ pointer: '/indicatorId', code: 'unknownReference' });
  }
  requireLead(subject, user);
  if (await existsReading(db, indicatorId, year)) throw new Problem('conflict');
  const round = await findRound(db, subject.planId, year);
  const closed = refuseTyping(roundStateOf(round, dayInChina(now)), null);
  if (closed !== null) throw new Problem(closed);
  const standing = { ...BLANK, ...(await standingComponents(db, subject, year)) };
  const figures = applyChanges(standing, changes);
  const components = await planComponents(db, subject, year, standing, changes);
  refuse([
    ...refuseReadingYear(subject, year, now),
    ...refuseFields(subject, standing, changes),
    ...refuseFigureYear(subject, year, figures),
    ...impossible(subject, year, figures),
    ...components.issues,
  ]);
  const at = now.toISOString();
  const by = { userId: user.userId, name: user.name, at };
  const after: StoredReading = {
    id: crypto.randomUUID(),
    indicatorId,
    planId: subject.planId,
    year,
    status: 'draft',
    version: 1,
    figures,
    multiplier: subject.multiplier,
    leadDepartmentId: subject.leadDepartmentId,
    round,
    typedBy: [user.userId],
    entered: by,
    changed: by,
    submitted: null,
    signed: null,
    signedBefore: null,
    approved: null,
    sealed: null,
    returned: null,
    returnedByDuty: null,
    returns: 0,
    corrections: 0,
  };
  const shared = await saveComponents(db, components, user, at);
  await insertReading(db, after);
  const own = await appendRevision(db, after, { action: 'enter', by: user, at });
  return { before: null, after: await withAuthors(db, subject, after), seals: [own, ...shared] };
}

/** Names those, too, who gave a component that this reading shows: none of them may approve it. */
async function withAuthors(
  db: Writer,
  subject: Subject,
  reading: StoredReading,
): Promise<StoredReading> {
  if (subject.multiplier === null || reading.figures.absence !== null) return reading;
  const authors = await componentAuthors(db, subject, reading.year);
  const more = authors.filter((author) => !reading.typedBy.includes(author));
  if (more.length === 0) return reading;
  await nameTypists(db, reading.id, more);
  return { ...reading, typedBy: [...new Set([...reading.typedBy, ...more])] };
}

/**
 * Changes a draft or a returned reading.
 * @throws Problem notFound, forbidden, staleVersion, wrongState, what the round refuses, or invalid
 * with every issue
 */
export async function changeReading(
  acting: Acting,
  id: string,
  expectedVersion: number,
  changes: ReadingChanges,
): Promise<Done> {
  const { db, user, now } = acting;
  const before = await requireVisible(db, user, id);
  requireOpen(refuseEdit(standingOf(before, now), user), before, expectedVersion);
  const subject = await requireSubject(db, before);
  const figures = applyChanges(before.figures, changes);
  const components = await planComponents(db, subject, before.year, before.figures, changes);
  refuse([
    ...refuseFields(subject, before.figures, changes),
    ...refuseFigureYear(subject, before.year, figures),
    ...impossible(subject, before.year, figures),
    ...components.issues,
  ]);
  const at = now.toISOString();
  const after: StoredReading = {
    ...before,
    version: before.version + 1,
    figures,
    typedBy: [...new Set([...before.typedBy, user.userId])],
    changed: { userId: user.userId, name: user.name, at },
  };
  const shared = await saveComponents(db, components, user, at);
  await updateReading(db, after);
  if (subject.kind === 'milestone') await saveConditions(db, after);
  const own = await appendRevision(db, after, { action: 'change', by: user, at });
  return { before, after: await withAuthors(db, subject, after), seals: [own, ...shared] };
}

/**
 * Takes one step of the workflow.
 * @param back why it goes back; for `return` only
 * @throws Problem notFound, staleVersion, what `refuseStep` refuses, or invalid for a submit that
 * lacks something
 */
export async function takeStep(
  acting: Acting,
  step: Step,
  id: string,
  expectedVersion: number,
  back?: Back,
): Promise<Done> {
  const { db, user, now } = acting;
  const before = await requireVisible(db, user, id);
  requireOpen(refuseStep(step, standingOf(before, now), user), before, expectedVersion);
  if (step === 'submit') {
    const subject = await requireSubject(db, before);
    refuse([
      ...missing(subject, before.figures),
      ...impossible(subject, before.year, before.figures),
      ...(await refusedByChecks(db, before)),
    ]);
  }
  const at = now.toISOString();
  const by = { userId: user.userId, name: user.name, at, roles: user.roles };
  const taken = afterStep(step, before, standingOf(before, now), by, back);
  const signedBefore = taken.signed === null ? (before.signed ?? before.signedBefore) : null;
  const after = { ...taken, signedBefore };
  await updateReading(db, after);
  const own = await appendRevision(db, after, {
    action: step,
    by: user,
    at,
    ...back,
  });
  // From a draft's end on, every step moves a mark that some board shows; an approval, all of them.
  await (step === 'approve' ? bumpRevision : bumpUnapproved)(db, before.planId);
  return { before, after, seals: [own] };
}

/** Only the one named lead department enters (牵头待定 and 无责任单位: nobody does). */
function requireLead(subject: Pick<Subject, 'leadDepartmentId'>, person: Person): void {
  const lead = subject.leadDepartmentId;
  if (lead === null || lead !== person.departmentId) throw new Problem('forbidden');
}

/** In a round the checks of the figures decide, too; what is taken over from paper is only checked. */
async function refusedByChecks(db: Reader, reading: StoredReading): Promise<FieldIssue[]> {
  if (reading.round === null) return [];
  return refuseFindings(await findingsFor(db, reading), reading.figures.note);
}

export async function requireSubject(db: Reader, reading: StoredReading): Promise<Subject> {
  const subject = await findSubject(db, reading.indicatorId, reading);
  if (subject === null) throw new Problem('notFound');
  return subject;
}

function refuse(issues: readonly FieldIssue[]): void {
  if (issues.length > 0) throw Problem.fields(...issues);
}
