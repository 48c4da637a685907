import { randomUUID } from 'node:crypto';
import {
  countedOf,
  LISTED_FIELDS,
  type ListedField,
  refuseEntries,
  sameEntries,
  takesList,
} from '../../shared/list-rules.ts';
import type { ListEntry } from '../../shared/lists.ts';
import { Problem } from '../../shared/problems.ts';
import type { FieldIssue, Figures } from '../../shared/reading-rules.ts';
import type { ReadingChanges } from '../../shared/readings.ts';
import { maySee, type Person } from '../../shared/workflow.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { filesBeside } from '../evidence/shelf-store.ts';
import {
  entriesOf,
  findList,
  findNamedSubject,
  type ListKey,
  type ListProof,
  saveVersion,
} from '../lists/store.ts';
import { readingsSharing } from './component-store.ts';
import type { CorrectedList } from './correction-list-store.ts';
import { findReading } from './store.ts';
import type { Act, StoredReading } from './stored-reading.ts';
import type { Subject } from './subject-store.ts';

/** A list as somebody asks for it, whole, made from the version that it names. */
export interface ListAsked {
  readonly field: ListedField;
  readonly version: number;
  readonly entries: readonly ListEntry[];
}

/** The lists of a request, worked out before anything is written. */
interface ListPlan {
  readonly lists: readonly CorrectedList[];
  /** With pointers into the whole body. */
  readonly issues: readonly FieldIssue[];
}

/**
 * Plans the lists that a request brings. One that says what stands already is left out.
 * @throws Problem correctionOutdated when a list is not the one that it was made from any more
 */
export async function planLists(
  db: Reader,
  person: Person,
  subject: Subject,
  reading: StoredReading,
  asked: readonly ListAsked[],
): Promise<ListPlan> {
  const lists: CorrectedList[] = [];
  const issues: FieldIssue[] = [];
  for (const [at, { field, version, entries }] of asked.entries()) {
    const pointer = `/lists/${at}`;
    const key = keyOf(subject, reading, field);
    const named = key === null ? null : await findNamedSubject(db, key);
    const counts = named?.indicator === null || (named !== null && takesList(named.indicator));
    if (key === null || named === null || !counts) {
      issues.push({ pointer: `${pointer}/field`, code: 'notThisKind' });
      continue;
    }
    if (asked.findIndex((one) => one.field === field) !== at) {
      issues.push({ pointer: `${pointer}/field`, code: 'duplicateKey' });
      continue;
    }
    const standing = await findList(db, key);
    if ((standing?.version ?? 0) !== version) throw new Problem('correctionOutdated');
    const before = standing === null ? [] : await entriesOf(db, standing);
    const files = await nameable(db, person, reading, { key, before });
    const wrong = refuseEntries(named.incremental, files, entries);
    issues.push(...wrong.map((one) => ({ ...one, pointer: `${pointer}${one.pointer}` })));
    if (sameEntries(before, entries)) continue;
    lists.push({ field, key, named, standing, version, before, after: entries });
  }
  return { lists, issues };
}

/**
 * The files that an entry may name: those beside a reading that the list stands behind, as far as the
 * person sees it, and those that the list names already.
 */
async function nameable(
  db: Reader,
  person: Person,
  reading: StoredReading,
  { key, before }: Pick<CorrectedList, 'key' | 'before'>,
): Promise<ReadonlySet<string>> {
  const files = [...(await filesBeside(db, 'reading', [reading.id]))];
  for (const id of await othersBehind(db, key, reading)) {
    const other = await findReading(db, id);
    if (other !== null && maySee(other, person))
      files.push(...(await filesBeside(db, 'reading', [id])));
  }
  const named = before.flatMap(({ evidenceId }) => (evidenceId === null ? [] : [evidenceId]));
  return new Set([...files.map(({ id }) => id), ...named]);
}

/** The figures that follow from lists. An empty list says nothing: 0 has to be said. */
export function countsOf(lists: readonly CorrectedList[]): ReadingChanges {
  const counts = lists.flatMap(({ field, after }) =>
    after.length === 0 ? [] : [[field, countedOf(after)] as const],
  );
  return Object.fromEntries(counts);
}

/**
 * What lists hold against the figures as they are to be: a figure is what its list counts, and one
 * that a list stands behind does not change without it.
 */
export async function refuseLists(
  db: Reader,
  subject: Subject,
  reading: StoredReading,
  after: Figures,
  lists: readonly CorrectedList[],
): Promise<FieldIssue[]> {
  if (after.absence !== null) {
    return lists.map((_, at) => ({ pointer: `/lists/${at}`, code: 'notAllowed' }));
  }
  const issues: FieldIssue[] = [];
  for (const field of LISTED_FIELDS) {
    const figure = after[field];
    const pointer = `/changes/${field}`;
    const list = lists.find((one) => one.field === field);
    if (list !== undefined) {
      const counted = countedOf(list.after);
      // Where the figure changes with its list, the figure is refused for the same reason.
      const swapped = figure === reading.figures[field];
      if (swapped && (await isBeingJudged(db, list, reading))) {
        issues.push({ pointer, code: 'componentLocked' });
      }
      // Of a figure that is not said there is told already that it is wanted.
      if (figure === null || figure === counted) continue;
      issues.push({ pointer, code: 'listDiffers', values: { counted } });
    } else if (figure !== reading.figures[field]) {
      const key = keyOf(subject, reading, field);
      const standing = key === null ? null : await findList(db, key);
      const counted = standing === null ? null : countedOf(await entriesOf(db, standing));
      if (counted !== null && counted !== figure) issues.push({ pointer, code: 'listNeeded' });
    }
  }
  return issues;
}

/** Whether another reading that the list stands behind is on its way to approval. */
async function isBeingJudged(
  db: Reader,
  { key }: CorrectedList,
  reading: StoredReading,
): Promise<boolean> {
  for (const id of await othersBehind(db, key, reading)) {
    const other = await findReading(db, id);
    if (other?.status === 'submitted' || other?.status === 'signed') return true;
  }
  return false;
}

/** The other readings of the year that a list stands behind. */
async function othersBehind(
  db: Reader,
  { of, planId, year, subjectId: componentId }: ListKey,
  reading: StoredReading,
): Promise<string[]> {
  if (of === 'indicator') return [];
  return readingsSharing(db, { planId, componentId, year }, reading.indicatorId);
}

/**
 * Each list gets its next version, by the one who asked. No earlier one is touched.
 * @returns the proofs of those versions, for the audit row of the same transaction
 */
export async function saveLists(
  db: Writer,
  lists: readonly CorrectedList[],
  changed: Act,
): Promise<ListProof[]> {
  const proofs: ListProof[] = [];
  for (const { key, standing, version, after } of lists) {
    const id = standing?.id ?? randomUUID();
    proofs.push(await saveVersion(db, { id, key, version: version + 1, changed }, after));
  }
  return proofs;
}

function keyOf(
  subject: Subject,
  { planId, year }: StoredReading,
  field: ListedField,
): ListKey | null {
  if (field === 'value') {
    const own = subject.multiplier === null;
    return own ? { planId, year, of: 'indicator', subjectId: subject.indicatorId } : null;
  }
  const subjectId = field === 'numerator' ? subject.numeratorId : subject.denominatorId;
  return subjectId === null ? null : { planId, year, of: 'component', subjectId };
}
