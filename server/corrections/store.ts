import {
  type CorrectionStanding,
  type CorrectionStatus,
  openDecisions,
} from '../../shared/correction-rules.ts';
import type { Correction } from '../../shared/corrections.ts';
import { can } from '../../shared/permissions.ts';
import type { Act, Person } from '../../shared/workflow.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { findReport } from '../measures/report-store.ts';
import { findReading } from '../readings/store.ts';
import { findRound } from '../rounds/store.ts';

type StoredReading = NonNullable<Awaited<ReturnType<typeof findReading>>>;
type StoredReport = NonNullable<Awaited<ReturnType<typeof findReport>>>;

/** What every request has, whatever it is about. */
interface Head {
  readonly id: string;
  readonly planId: string;
  readonly year: number;
  readonly status: CorrectionStatus;
  readonly version: number;
  readonly reason: string;
  readonly requested: Act;
  readonly decided: Act | null;
  readonly decisionNote: string | null;
  /** The version of the reading or the report that it was asked on. */
  readonly askedVersion: number;
  /** How many files lie beside it. */
  readonly files: number;
  /** Who sealed the year; null: it is not sealed. */
  readonly sealedBy: string | null;
}

/** A request about a reading, with the reading as it stands now. */
export interface AskedOfReading extends Head {
  readonly of: 'reading';
  readonly reading: StoredReading;
}

/** A request about the report on a measure, with the report as it stands now. */
export interface AskedOfReport extends Head {
  readonly of: 'measureReport';
  readonly report: StoredReport;
}

export type Asked = AskedOfReading | AskedOfReport;

export interface CorrectionFilter {
  readonly id?: string | undefined;
  readonly planId?: string | undefined;
  readonly readingId?: string | undefined;
  readonly reportId?: string | undefined;
  readonly status?: CorrectionStatus | undefined;
}

/**
 * The requests that a filter names, latest first.
 * @param now decides which department acts for one that has merged
 */
export async function listAsked(
  db: Reader,
  { id, planId, readingId, reportId, status }: CorrectionFilter,
  now: Date,
): Promise<Asked[]> {
  const rows = await db
    .selectFrom('corrections as c')
    .leftJoin('readings as r', 'r.id', 'c.readingId')
    .leftJoin('indicators as i', 'i.id', 'r.indicatorId')
    .leftJoin('measureReports as m', 'm.id', 'c.reportId')
    .innerJoin('users as asker', 'asker.id', 'c.requestedBy')
    .leftJoin('users as decider', 'decider.id', 'c.decidedBy')
    .selectAll('c')
    .select(['asker.name as askerName', 'decider.name as deciderName'])
    .select((eb) =>
      eb
        .selectFrom('correctionEvidence as l')
        .innerJoin('evidence as e', 'e.id', 'l.evidenceId')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('l.correctionId', '=', 'c.id')
        .where('e.removedAt', 'is', null)
        .as('files'),
    )
    .$if(id !== undefined, (query) => query.where('c.id', '=', id ?? ''))
    .$if(planId !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('i.planId', '=', planId ?? ''), eb('m.planId', '=', planId ?? '')]),
      ),
    )
    .$if(readingId !== undefined, (query) => query.where('c.readingId', '=', readingId ?? ''))
    .$if(reportId !== undefined, (query) => query.where('c.reportId', '=', reportId ?? ''))
    .$if(status !== undefined, (query) => query.where('c.status', '=', status ?? 'requested'))
    .orderBy('c.requestedAt', 'desc')
    .orderBy('c.id')
    .execute();
  const found: Asked[] = [];
  for (const row of rows) {
    const subject = await subjectOf(db, row, now);
    if (subject === null) continue;
    const { planId: plan, year } = subject.of === 'reading' ? subject.reading : subject.report;
    const round = await findRound(db, plan, year);
    found.push({
      id: row.id,
      planId: plan,
      year,
      status: row.status,
      version: row.version,
      reason: row.reason,
      requested: { userId: row.requestedBy, name: row.askerName, at: row.requestedAt },
      decided:
        row.decidedBy === null || row.decidedAt === null
          ? null
          : { userId: row.decidedBy, name: row.deciderName ?? '', at: row.decidedAt },
      decisionNote: row.decisionNote,
      askedVersion: row.askedVersion,
      files: row.files ?? 0,
      sealedBy: round?.sealedBy ?? null,
      ...subject,
    });
  }
  return found;
}

/** One request; null: there is none of that id. */
export async function findAsked(db: Reader, id: string, now: Date): Promise<Asked | null> {
  const [asked] = await listAsked(db, { id }, now);
  return asked ?? null;
}

async function subjectOf(
  db: Reader,
  row: { readonly readingId: string | null; readonly reportId: string | null },
  now: Date,
) {
  if (row.readingId !== null) {
    const reading = await findReading(db, row.readingId);
    return reading === null ? null : { of: 'reading' as const, reading };
  }
  const report = row.reportId === null ? null : await findReport(db, row.reportId, now);
  return report === null ? null : { of: 'measureReport' as const, report };
}

/** A request as its rules judge it. */
export function standingOf(asked: Asked): CorrectionStanding {
  const { status, requested, sealedBy } = asked;
  return { status, requestedBy: requested.userId, sealedBy, subject: seenAs(asked) };
}

function seenAs(asked: Asked): CorrectionStanding['subject'] {
  if (asked.of === 'reading') return asked.reading;
  const { status, typedBy, actingDepartmentId } = asked.report;
  return { status, typedBy, leadDepartmentId: actingDepartmentId };
}

/** What a request is about: which of the two columns names it. */
export type SubjectKey =
  | { readonly of: 'reading'; readonly id: string }
  | { readonly of: 'measureReport'; readonly id: string };

const columnOf = ({ of }: SubjectKey) => (of === 'reading' ? 'readingId' : 'reportId');

/** Writes a new request down, without what it asks for. @returns its id */
export async function insertAsked(
  db: Writer,
  subject: SubjectKey,
  asked: { readonly version: number; readonly reason: string; readonly by: Act },
): Promise<string> {
  const id = crypto.randomUUID();
  await db
    .insertInto('corrections')
    .values({
      id,
      readingId: null,
      reportId: null,
      [columnOf(subject)]: subject.id,
      askedVersion: asked.version,
      status: 'requested',
      reason: asked.reason,
      requestedBy: asked.by.userId,
      requestedAt: asked.by.at,
      decidedBy: null,
      decidedAt: null,
      decisionNote: null,
      version: 1,
    })
    .execute();
  return id;
}

/** What is written down of a decision. What was asked for never changes. */
export async function saveDecision(
  db: Writer,
  { id, status, version, decided, decisionNote }: Asked,
): Promise<void> {
  await db
    .updateTable('corrections')
    .set({
      status,
      version,
      decisionNote,
      decidedBy: decided?.userId ?? null,
      decidedAt: decided?.at ?? null,
    })
    .where('id', '=', id)
    .execute();
}

/** Whether somebody waits for an answer about a reading or a report. */
export async function hasOpenCorrection(db: Reader, subject: SubjectKey): Promise<boolean> {
  const row = await db
    .selectFrom('corrections')
    .select('id')
    .where(columnOf(subject), '=', subject.id)
    .where('status', '=', 'requested')
    .executeTakeFirst();
  return row !== undefined;
}

/** Somebody as the author of a revision, by what they are called now. */
export async function findAuthor(
  db: Reader,
  userId: string,
): Promise<{
  readonly userId: string;
  readonly name: string;
  readonly departmentId: string | null;
} | null> {
  const row = await db
    .selectFrom('users')
    .select(['id as userId', 'name', 'departmentId'])
    .where('id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

/** A request opened by the room that it is about: what it asks for, and what its approval does. */
export interface Opened<C extends Correction = Correction> {
  /** What it is about is not any more what it was asked on. */
  readonly outdated: boolean;
  /** As the one who asks sees it. */
  readonly told: (person: Person) => C;
  /** What the audit log says of it, and of what it is about. */
  readonly audited: () => object;
  readonly auditedSubject: () => object;
  /**
   * Puts what is asked for beside what stood. @returns the proofs of what it wrote, for the audit row
   * @throws Problem correctionOutdated, or invalid for what could not be approved any more
   */
  readonly carryOut: (db: Writer, at: string) => Promise<object>;
}

/** How requests of each kind are opened; server/app.ts brings the rooms together. */
export interface Openers {
  readonly reading: (db: Reader, asked: AskedOfReading) => Promise<Opened>;
  readonly measureReport: (db: Reader, asked: AskedOfReport) => Promise<Opened>;
}

/** What every request tells, whatever it is about. */
export function headTold(person: Person, asked: Asked, outdated: boolean) {
  const { id, year, status, reason, requested, decided, decisionNote, version } = asked;
  return {
    id,
    year,
    status,
    reason,
    requested,
    decided,
    decisionNote,
    // Who keeps accounts sees figures, and neither lists nor files.
    files: can(person.roles, 'evidence.see') ? asked.files : 0,
    outdated,
    steps: openDecisions(standingOf(asked), person),
    version,
  };
}
