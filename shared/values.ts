import * as z from 'zod/mini';

/**
 * The values that every room speaks in. Free text is brought to NFC and trimmed, nothing else;
 * control characters, lone surrogates and direction overrides are refused, not cleaned away.
 */
const FORBIDDEN_IN_LINE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
const FORBIDDEN_IN_TEXT =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

function hasLoneSurrogate(text: string): boolean {
  return /[\ud800-\udfff]/u.test(text);
}

function clean(forbidden: RegExp, minimum: number, maximum: number) {
  return z.pipe(
    z.pipe(
      z.string().check(
        z.refine((text) => !forbidden.test(text) && !hasLoneSurrogate(text), {
          error: 'controlCharacters',
          abort: true,
        }),
      ),
      z.transform((text: string) => text.normalize('NFC').trim()),
    ),
    z.string().check(z.minLength(minimum), z.maxLength(maximum)),
  );
}

/** One line of free text, 1 to `maximum` UTF-16 units after trimming. */
export const line = (maximum = 200) => clean(FORBIDDEN_IN_LINE, 1, maximum);
/** One line that may be empty. */
export const optionalLine = (maximum = 200) => clean(FORBIDDEN_IN_LINE, 0, maximum);
/** Several lines of free text, may be empty. */
export const text = (maximum = 4000) => clean(FORBIDDEN_IN_TEXT, 0, maximum);

/** Several lines of free text that say something. */
export const paragraph = (maximum = 4000) => clean(FORBIDDEN_IN_TEXT, 1, maximum);

/** A stable identifier: `qb-so2-reduction`, `steb`, a UUID. */
export const id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/));

/** A calendar year as a number. Which years a plan has is the plan's rule. */
export const year = z.int().check(z.minimum(1949), z.maximum(2199));

/** The same in a query string, where everything is text. */
export const yearInQuery = z.pipe(
  z.string().check(z.regex(/^\d{4}$/)),
  z.pipe(
    z.transform((digits: string) => Number(digits)),
    year,
  ),
);

/** A finite number that was written with at most 15 significant digits (see server/http/json.ts). */
export const amount = z.number().check(z.minimum(-1e15), z.maximum(1e15));

/** A real calendar day, `2018-12-31`. */
export const day = z.string().check(
  // What is no day at all is not an impossible one, too.
  z.regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true }),
  z.refine((text) => isDay(text), { error: 'impossibleDate' }),
);

/** @example isDay('2023-02-30') // false */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A moment in UTC, `2019-01-12T08:30:00.000Z`. */
export const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));

/** The version of a mutable row: 1 when made, one more at each change. */
export const version = z.int().check(z.minimum(1));
