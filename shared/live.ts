import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { id } from './values.ts';

/**
 * What a listener is told: which thing changed, never how. Whoever shows it reads it again, and sees
 * what they may see.
 */
export const liveEvent = z.discriminatedUnion('kind', [
  z.object({
    /** What everybody sees of a plan's board: a figure approved, corrected or sealed, a target. */
    kind: z.literal('board'),
    planId: id,
    /** `revision` of the boards from then on; an older one is no longer what stands. */
    revision: z.int(),
  }),
  z.object({
    /** A meeting: its slide, a decision, the moment that it shows. */
    kind: z.literal('meeting'),
    meetingId: id,
    /** The meeting's own version. */
    revision: z.int(),
  }),
]);
export type LiveEvent = z.output<typeof liveEvent>;

/**
 * The one stream of a page. Every message carries one `liveEvent` as `data` and its place in the
 * order of all changes as `id`; whoever names the last one they heard (`Last-Event-ID`, or `since`
 * where a page begins the stream anew) is told at once what is newer, and without one how everything
 * stands. Asked with `Accept: text/event-stream` it stays open; otherwise it ends after that. An open
 * one carries an event `beat` every twenty seconds, which says nothing but that the line is alive.
 */
export const listen = endpoint({
  operationId: 'listen',
  method: 'GET',
  path: '/api/events',
  summary: 'What changes, as it changes: server-sent events',
  access: 'signedIn',
  query: z.strictObject({
    since: z.optional(z.string().check(z.regex(/^\d{1,15}$/))),
  }),
  file: ['text/event-stream'],
});
