import { STILL_OPEN } from '../../shared/action-rules.ts';
import type { ArrangedSlide, Attendee } from '../../shared/meetings.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';

export type MeetingRow = Tables['meetings'];
export type AgendaRow = Tables['agendaItems'];

/** The meetings of a plan, latest first. */
export async function findMeetings(db: Reader, planId: string): Promise<MeetingRow[]> {
  return db
    .selectFrom('meetings')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('heldOn', 'desc')
    .orderBy('number', 'desc')
    .execute();
}

/** null: there is none of that id. */
export async function findMeeting(db: Reader, id: string): Promise<MeetingRow | null> {
  const row = await db.selectFrom('meetings').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** The meeting of a plan that is running; null: none is. */
export async function findRunning(db: Reader, planId: string): Promise<MeetingRow | null> {
  const row = await db
    .selectFrom('meetings')
    .selectAll()
    .where('planId', '=', planId)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return row ?? null;
}

/** The meetings that were held and whose file is not closed, the earliest first. */
export async function unfinishedMeetings(db: Reader): Promise<MeetingRow[]> {
  return db
    .selectFrom('meetings')
    .selectAll()
    .where('state', 'in', ['ended', 'drafted', 'presented', 'confirmed'])
    .orderBy('heldOn')
    .orderBy('number')
    .execute();
}

/** How many decisions of each meeting of a plan were confirmed, and how many are still open. */
export async function countDecided(
  db: Reader,
  planId: string,
): Promise<ReadonlyMap<string, { readonly decided: number; readonly open: number }>> {
  const rows = await db
    .selectFrom('actionItems as a')
    .innerJoin('decisions as d', 'd.id', 'a.decisionId')
    .select(['d.meetingId', 'a.state'])
    .where('a.planId', '=', planId)
    .execute();
  const counts = new Map<string, { decided: number; open: number }>();
  for (const { meetingId, state } of rows) {
    const { decided, open } = counts.get(meetingId) ?? { decided: 0, open: 0 };
    const still = STILL_OPEN.includes(state) ? 1 : 0;
    counts.set(meetingId, { decided: decided + 1, open: open + still });
  }
  return counts;
}

/** The number of the meeting that comes next in a plan. */
export async function nextMeetingNumber(db: Reader, planId: string): Promise<number> {
  const last = await db
    .selectFrom('meetings')
    .select('number')
    .where('planId', '=', planId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
}

export async function insertMeeting(db: Writer, meeting: MeetingRow): Promise<void> {
  await db.insertInto('meetings').values(meeting).execute();
}

export async function updateMeeting(db: Writer, meeting: MeetingRow): Promise<void> {
  const { id, ...columns } = meeting;
  await db.updateTable('meetings').set(columns).where('id', '=', id).execute();
}

/** The slide alone: what else of the meeting is being changed stays as it is. */
export async function moveStage(db: Writer, id: string, stage: string): Promise<void> {
  await db.updateTable('meetings').set({ stage }).where('id', '=', id).execute();
}

export async function attendeesOf(db: Reader, meetingId: string): Promise<Attendee[]> {
  return db
    .selectFrom('meetingAttendees')
    .select(['name', 'office', 'kind', 'presence', 'deputy'])
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .execute();
}

export async function replaceAttendees(
  db: Writer,
  meetingId: string,
  attendees: readonly Attendee[],
): Promise<void> {
  await db.deleteFrom('meetingAttendees').where('meetingId', '=', meetingId).execute();
  if (attendees.length === 0) return;
  await db
    .insertInto('meetingAttendees')
    .values(attendees.map((attendee, position) => ({ meetingId, position, ...attendee })))
    .execute();
}

export async function agendaOf(db: Reader, meetingId: string): Promise<AgendaRow[]> {
  return db
    .selectFrom('agendaItems')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .execute();
}

/** Puts an agenda in the place of another; items that stay keep their notes and decisions. */
export async function replaceAgenda(
  db: Writer,
  meetingId: string,
  items: readonly AgendaRow[],
): Promise<void> {
  const before = await agendaOf(db, meetingId);
  const staying = new Set(items.map(({ id }) => id));
  const struck = before.filter(({ id }) => !staying.has(id)).map(({ id }) => id);
  if (struck.length > 0) {
    await db
      .updateTable('decisions')
      .set({ agendaItemId: null })
      .where('agendaItemId', 'in', struck)
      .execute();
    await db.deleteFrom('agendaItems').where('id', 'in', struck).execute();
  }
  const known = new Set(before.map(({ id }) => id));
  for (const item of items) {
    const { id, position, title, slideKey } = item;
    if (!known.has(id)) await db.insertInto('agendaItems').values(item).execute();
    else {
      await db
        .updateTable('agendaItems')
        .set({ position, title, slideKey })
        .where('id', '=', id)
        .execute();
    }
  }
}

export async function updateNotes(
  db: Writer,
  id: string,
  notes: string,
  notesVersion: number,
): Promise<void> {
  await db.updateTable('agendaItems').set({ notes, notesVersion }).where('id', '=', id).execute();
}

export async function slidesOf(db: Reader, meetingId: string): Promise<ArrangedSlide[]> {
  const rows = await db
    .selectFrom('meetingSlides')
    .select(['slideKey', 'shown'])
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .execute();
  return rows.map(({ slideKey, shown }) => ({ slideKey, shown: shown === 1 }));
}

export async function replaceSlides(
  db: Writer,
  meetingId: string,
  slides: readonly ArrangedSlide[],
): Promise<void> {
  await db.deleteFrom('meetingSlides').where('meetingId', '=', meetingId).execute();
  if (slides.length === 0) return;
  await db
    .insertInto('meetingSlides')
    .values(
      slides.map(({ slideKey, shown }, position) => ({
        meetingId,
        position,
        slideKey,
        shown: shown ? (1 as const) : (0 as const),
      })),
    )
    .execute();
}

/** The accounts that may confirm minutes, by name. */
export async function findChairs(db: Reader) {
  return db
    .selectFrom('users as u')
    .innerJoin('userRoles as r', 'r.userId', 'u.id')
    .select(['u.id as userId', 'u.name'])
    .where('r.role', '=', 'leader')
    .where('u.disabledAt', 'is', null)
    .orderBy('u.name')
    .execute();
}
