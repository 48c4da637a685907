import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { id, instant, line, optionalLine } from './values.ts';

/** How long a wall shows one code. */
export const CODE_MINUTES = 10;
export const CODE_DIGITS = 8;

/** A paired wall screen: a machine without an account, which reads what everybody may see. */
export const display = z.object({
  id: z.string(),
  name: z.string(),
  /** Where it hangs; '' where nobody said. */
  place: z.string(),
  /** The only address that its token is good from. */
  address: z.string(),
  pairedAt: instant,
  pairedBy: z.string(),
  /** When it last asked for something, to the minute. */
  seenAt: instant,
  /** Its line to the events is open at this moment. */
  listening: z.boolean(),
});
export type Display = z.output<typeof display>;

export const listDisplays = endpoint({
  operationId: 'listDisplays',
  method: 'GET',
  path: '/api/displays',
  summary: 'The paired wall screens, those that were unpaired left out',
  access: 'displays.manage',
  response: z.object({ items: z.array(display) }),
});

/**
 * The first half of a pairing, on the machine at the wall: the answer's code is shown there, and the
 * cookie that comes with it is worth nothing until somebody types that code (`pairDisplay`). Then
 * `getSession` says who the machine is.
 */
export const beginPairing = endpoint({
  operationId: 'beginPairing',
  method: 'POST',
  path: '/api/session/pairing',
  summary: 'Get a code to pair this machine as a wall screen with',
  access: 'public',
  response: z.object({
    code: z.string().check(z.regex(/^\d{8}$/)),
    expiresAt: instant,
  }),
  problems: ['insecureTransport', 'wrongState'],
});

export const pairDisplay = endpoint({
  operationId: 'pairDisplay',
  method: 'POST',
  path: '/api/displays',
  summary: 'Pair the wall screen that shows this code; each code is good once',
  access: 'displays.manage',
  body: z.strictObject({
    code: z.string().check(z.regex(/^\d{8}$/)),
    name: line(40),
    place: z.optional(optionalLine(80)),
  }),
  response: display,
  status: 201,
});

export const unpairDisplay = endpoint({
  operationId: 'unpairDisplay',
  method: 'DELETE',
  path: '/api/displays/{displayId}',
  summary: 'Unpair a wall screen: its token is dead at once',
  access: 'displays.manage',
  params: z.strictObject({ displayId: id }),
});

/**
 * What somebody typed, as the eight digits that it means: full-width ones and the gap are the same.
 * @example codeTyped('４７１９ 0352') // '47190352'
 */
export function codeTyped(text: string): string {
  return text.normalize('NFKC').replace(/[\s·.-]/gu, '');
}
