import { type FieldIssue, type Figures, impossible } from '../../shared/reading-rules.ts';
import type { ReadingChanges } from '../../shared/readings.ts';
import { EDITABLE, type ReadingStatus } from '../../shared/workflow.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import {
  type ComponentKey,
  findComponent,
  findComponentAuthor,
  readingsSharing,
  saveComponent,
} from './component-store.ts';
import { appendRevision, type Author, type Step } from './revision-store.ts';
import type { Seal } from './seal.ts';
import { findReading, updateReading } from './store.ts';
import type { StoredReading } from './stored-reading.ts';
import { findSubject, type Subject } from './subject-store.ts';

const PARTS = ['numerator', 'denominator'] as const;
type Part = (typeof PARTS)[number];

function keyOf(subject: Subject, part: Part, year: number): ComponentKey | null {
  const componentId = part === 'numerator' ? subject.numeratorId : subject.denominatorId;
  return componentId === null ? null : { planId: subject.planId, componentId, year };
}

/** The components of an indicator as they stand in one year, whoever gave them. */
export async function standingComponents(
  db: Reader,
  subject: Subject,
  year: number,
): Promise<Pick<Figures, Part>> {
  const find = async (part: Part): Promise<number | null> => {
    const key = keyOf(subject, part, year);
    return key === null ? null : findComponent(db, key);
  };
  return { numerator: await find('numerator'), denominator: await find('denominator') };
}

/** Who gave the components that a reading shows: they have typed a part of it, wherever they did. */
export async function componentAuthors(
  db: Reader,
  subject: Subject,
  year: number,
): Promise<string[]> {
  const authors = [];
  for (const part of PARTS) {
    const key = keyOf(subject, part, year);
    const author = key === null ? null : await findComponentAuthor(db, key);
    if (author !== null) authors.push(author);
  }
  return authors;
}

interface ComponentChange {
  readonly part: Part;
  readonly key: ComponentKey;
  readonly value: number | null;
}

interface Other {
  readonly reading: StoredReading;
  readonly action: 'change' | 'correct';
}

/** What a change does to components, worked out before anything is written. */
export interface ComponentPlan {
  readonly changes: readonly ComponentChange[];
  /** The other readings that show one of them, as they will be. */
  readonly others: readonly Other[];
  readonly issues: readonly FieldIssue[];
}

/**
 * Plans the component part of a change. A component that a closed reading shows is locked, and a
 * figure that would make another open reading impossible is refused like a mistake in this one.
 * @param correcting an approved reading is corrected: then others that were approved are, too, and
 * only those on their way to approval lock the component
 */
export async function planComponents(
  db: Reader,
  subject: Subject,
  year: number,
  before: Figures,
  said: Pick<ReadingChanges, Part>,
  correcting = false,
): Promise<ComponentPlan> {
  const changes = PARTS.flatMap((part): ComponentChange[] => {
    const value = said[part];
    const key = keyOf(subject, part, year);
    return value === undefined || key === null || value === before[part]
      ? []
      : [{ part, key, value }];
  });
  const sharedBy = new Map<string, Part[]>();
  for (const { part, key } of changes) {
    for (const id of await readingsSharing(db, key, subject.indicatorId)) {
      sharedBy.set(id, [...(sharedBy.get(id) ?? []), part]);
    }
  }
  const others: Other[] = [];
  const issues: FieldIssue[] = [];
  for (const [id, parts] of sharedBy) {
    const other = await findReading(db, id);
    const theirs = other === null ? null : await findSubject(db, other.indicatorId);
    if (other === null || theirs === null) continue;
    const action = actionOn(other.status, correcting);
    if (action === null) {
      issues.push(
        ...parts.map((part) => ({ pointer: `/${part}`, code: 'componentLocked' as const })),
      );
      continue;
    }
    const figures = changes.reduce(
      (so, change) => withComponent(theirs, so, change),
      other.figures,
    );
    const [wrong] = impossible(theirs, year, figures);
    if (wrong !== undefined) issues.push({ ...wrong, pointer: `/${parts[0] ?? 'numerator'}` });
    others.push({ reading: { ...other, figures }, action });
  }
  return { changes, others, issues };
}

/** What becomes of another reading whose component changes; null: it does not let it. */
function actionOn(status: ReadingStatus, correcting: boolean): Other['action'] | null {
  if (EDITABLE.includes(status)) return 'change';
  return correcting && (status === 'approved' || status === 'sealed') ? 'correct' : null;
}

/** The same component may be the numerator here and the denominator there. */
function withComponent(
  subject: Subject,
  figures: Figures,
  { key, value }: ComponentChange,
): Figures {
  return {
    ...figures,
    ...(subject.numeratorId === key.componentId ? { numerator: value } : {}),
    ...(subject.denominatorId === key.componentId ? { denominator: value } : {}),
  };
}

/**
 * Does what was planned. Another reading that shows the component gets a revision of its own.
 * @param reason why it is corrected, for those that are
 * @returns the seals of those
 */
export async function saveComponents(
  db: Writer,
  plan: ComponentPlan,
  by: Author,
  at: string,
  reason: Pick<Step, 'reason'> = {},
): Promise<Seal[]> {
  const seals: Seal[] = [];
  for (const { key, value } of plan.changes) {
    await saveComponent(db, key, value, { userId: by.userId, at });
  }
  for (const { reading, action } of plan.others) {
    const changed = { userId: by.userId, name: by.name, at };
    const corrections = reading.corrections + (action === 'correct' ? 1 : 0);
    const next = { ...reading, version: reading.version + 1, changed, corrections };
    await updateReading(db, next);
    const why = action === 'correct' ? reason : {};
    seals.push(await appendRevision(db, next, { action, by, at, ...why }));
  }
  return seals;
}
