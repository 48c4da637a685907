import { randomUUID } from 'node:crypto';
import {
  countedOf,
  type ListUse,
  maySeeList,
  refuseEntries,
  refuseList,
  takesList,
} from '../../shared/list-rules.ts';
import type { ListEntry, NamedList, NamedListSummary } from '../../shared/lists.ts';
import { Problem, type Issue } from '../../shared/problems.ts';
import { refuseReadingYear, refuseYear } from '../../shared/reading-rules.ts';
import { dayInChina, roundStateOf } from '../../shared/rounds.ts';
import { maySee, type Person } from '../../shared/workflow.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { filesBeside } from '../evidence/shelf-store.ts';
import type { Principal } from '../http/principal.ts';
import { type FigurePlace, putFigure } from '../readings/figure-store.ts';
import { listStored } from '../readings/list-store.ts';
import { findRound } from '../rounds/store.ts';
import type { ListProof } from './proof.ts';
import {
  entriesOf,
  findEarlierList,
  findList,
  findNamedSubject,
  listedFigures,
  type ListKey,
  listsOfYear,
  type NamedSubject,
  planIndicators,
  type PlanIndicator,
  planYears,
  saveVersion,
  type StoredList,
} from './store.ts';

interface Acting {
  readonly db: Writer;
  readonly user: Principal;
  readonly now: Date;
}

/** An indicator that uses a list, and where in its reading the count belongs. */
interface Use extends ListUse {
  readonly place: FigurePlace;
  readonly reading: Awaited<ReturnType<typeof listStored>>[number] | null;
}

function fieldOf(
  indicator: PlanIndicator,
  { of, subjectId }: ListKey,
): FigurePlace['field'] | null {
  if (of === 'indicator') return indicator.id === subjectId ? 'value' : null;
  if (indicator.numeratorId === subjectId) return 'numerator';
  return indicator.denominatorId === subjectId ? 'denominator' : null;
}

/** The indicators that use each of several lists of one year. */
async function usesOf(db: Reader, planId: string, year: number): Promise<(key: ListKey) => Use[]> {
  const indicators = await planIndicators(db, planId);
  const stored = await listStored(db, { planId, year });
  const readings = new Map(stored.map((reading) => [reading.indicatorId, reading]));
  return (key) =>
    indicators.flatMap((indicator) => {
      const field = fieldOf(indicator, key);
      if (field === null) return [];
      const reading = readings.get(indicator.id) ?? null;
      const { leadDepartmentId } = indicator;
      const place = { indicatorId: indicator.id, year, field };
      return [{ place, leadDepartmentId, reading }];
    });
}

interface Found {
  readonly subject: NamedSubject;
  readonly uses: readonly Use[];
}

/** @throws Problem notFound for what has no list, or none that this person may know of */
async function requireList(db: Reader, person: Person, key: ListKey): Promise<Found> {
  const years = await planYears(db, key.planId);
  const subject = await findNamedSubject(db, key);
  if (years === null || subject === null || refuseYear(years, key.year).length > 0) {
    throw new Problem('notFound');
  }
  if (subject.indicator !== null && !takesList(subject.indicator)) throw new Problem('notFound');
  const uses = (await usesOf(db, key.planId, key.year))(key);
  if (!maySeeList(uses, person)) throw new Problem('notFound');
  return { subject, uses };
}

/** The lists of a year that a person may see. */
export async function summariesFor(
  db: Reader,
  person: Person,
  planId: string,
  year: number,
): Promise<NamedListSummary[]> {
  if ((await planYears(db, planId)) === null) throw new Problem('notFound');
  const of = await usesOf(db, planId, year);
  const counted = await listedFigures(db, planId, year);
  const stored = await listsOfYear(db, planId, year);
  return stored
    .filter(({ key }) => maySeeList(of(key), person))
    .map(({ key, version, changed, entries }) => ({
      of: key.of,
      subjectId: key.subjectId,
      version,
      counted: counted.get(key.subjectId) ?? 0,
      changed: { ...changed },
      entries,
    }));
}

/** @throws Problem notFound */
export async function listFor(
  db: Reader,
  person: Person,
  now: Date,
  key: ListKey,
): Promise<NamedList> {
  return shown(db, person, now, key, await requireList(db, person, key));
}

async function shown(
  db: Reader,
  person: Person,
  now: Date,
  key: ListKey,
  { subject, uses }: Found,
): Promise<NamedList> {
  const stored = await findList(db, key);
  const entries = stored === null ? [] : await entriesOf(db, stored);
  const round = roundStateOf(await findRound(db, key.planId, key.year), dayInChina(now));
  const editable = refuseList(uses, round, person) === null;
  const { indicator: _, ...names } = subject;
  return {
    ...key,
    ...names,
    version: stored?.version ?? 0,
    changed: stored === null ? null : { ...stored.changed },
    counted: countedOf(entries),
    entries,
    editable,
    previous: editable ? await previousOf(db, key) : null,
    evidence: await filesOf(db, uses, person),
  };
}

/** Those who may save a list lead its subject, and then the years before are theirs to see. */
async function previousOf(db: Reader, key: ListKey): Promise<NamedList['previous']> {
  const earlier = await findEarlierList(db, key);
  if (earlier === null) return null;
  const entries = await entriesOf(db, earlier);
  return { year: earlier.key.year, counted: countedOf(entries), entries };
}

async function filesOf(
  db: Reader,
  uses: readonly Use[],
  person: Person,
): Promise<NamedList['evidence']> {
  const files = [];
  for (const { reading } of uses) {
    if (reading !== null && maySee(reading, person)) {
      files.push(...(await filesBeside(db, 'reading', [reading.id])));
    }
  }
  return files.map(({ id, name }) => ({ id, name }));
}

/** What saving a list did. */
export interface SavedList {
  readonly before: StoredList | null;
  readonly after: StoredList;
  readonly counted: number;
  readonly list: NamedList;
  /** Of the revisions of readings that it wrote. */
  readonly seals: readonly unknown[];
  readonly proof: ListProof;
}

/**
 * Saves a whole list as its next version and puts its count where it belongs: into the reading, or
 * into the component, which every reading that uses it then shows. An empty list says nothing: it
 * takes the figure back, and is not 0.
 * @throws Problem notFound, forbidden, staleVersion, wrongState, what the round refuses, or invalid
 * with every issue
 */
export async function saveList(
  acting: Acting,
  key: ListKey,
  expectedVersion: number,
  entries: readonly ListEntry[],
): Promise<SavedList> {
  const { db, user, now } = acting;
  const found = await requireList(db, user, key);
  const before = await findList(db, key);
  const current = before?.version ?? 0;
  const round = roundStateOf(await findRound(db, key.planId, key.year), dayInChina(now));
  const refusal = refuseList(found.uses, round, user);
  if (refusal === 'forbidden') throw new Problem(refusal);
  if (current !== expectedVersion) {
    throw new Problem('staleVersion', { currentVersion: current });
  }
  if (refusal !== null) throw new Problem(refusal);
  const files = new Set((await filesOf(db, found.uses, user)).map(({ id }) => id));
  const issues = refuseEntries(found.subject.incremental, files, entries);
  if (issues.length > 0) throw Problem.fields(...issues);
  const years = await planYears(db, key.planId);
  const future = years === null ? [] : refuseReadingYear(years, key.year, now);
  if (future.length > 0)
    throw Problem.fields(...future.map((one) => ({ ...one, in: 'path' as const })));

  const changed = { userId: user.userId, name: user.name, at: now.toISOString() };
  const after = { id: before?.id ?? randomUUID(), key, version: current + 1, changed };
  const proof = await saveVersion(db, after, entries);
  const counted = countedOf(entries);
  const seals = await putCount(acting, found.uses, entries.length === 0 ? null : counted);
  const list = await listFor(db, user, now, key);
  return { before, after, counted, list, seals, proof };
}

/**
 * A component is one figure whoever shows it, so that it is put into one reading of the own
 * department; the others follow from there.
 */
async function putCount(
  acting: Acting,
  uses: readonly Use[],
  counted: number | null,
): Promise<readonly unknown[]> {
  const own = uses.filter(({ leadDepartmentId }) => leadDepartmentId === acting.user.departmentId);
  const open =
    own.find(({ reading }) => reading !== null && reading.figures.absence === null) ??
    own.find(({ reading }) => reading === null);
  if (open === undefined) return [];
  try {
    return (await putFigure(acting, open.place, counted))?.seals ?? [];
  } catch (error) {
    throw error instanceof Problem ? ofList(error) : error;
  }
}

/** What is wrong with the count is wrong with the list. */
function ofList(problem: Problem): Problem {
  if (problem.code !== 'invalid') return problem;
  const errors = (problem.extras.errors ?? []).map((one): Issue => ({
    ...one,
    pointer: '/entries',
  }));
  return Problem.fields(...errors);
}
