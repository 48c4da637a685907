import { type Issue, Problem } from '../../shared/problems.ts';

const DEEPEST = 32;
const SIGNIFICANT_DIGITS = 15;
/** Below this a double loses digits one by one, until nothing is left of a figure. */
const SMALLEST_EXACT = 2 ** -1022;

/** Stands in the parsed body where a number would have lost digits; no schema accepts it. */
export class InexactNumber {
  readonly written: string;
  constructor(written: string) {
    this.written = written;
  }
}

/**
 * Parses a request body. Beyond JSON.parse it refuses what would silently become something else: a
 * number that does not survive the round trip, a key that stands twice, `__proto__`, nesting without
 * end, bytes that are not UTF-8.
 * @throws Problem malformedJson (400), or invalid (422) for duplicate keys
 * @example parseJson(Buffer.from('{"value":0.1}')) // { value: 0.1 }
 * @example parseJson(Buffer.from('{"value":9007199254740993}')) // { value: InexactNumber }
 */
export function parseJson(bytes: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('malformedJson');
  }
  requireShallow(text);
  try {
    JSON.parse(text);
  } catch {
    throw new Problem('malformedJson');
  }
  requireUniqueKeys(text);
  return JSON.parse(text, exactNumbers);
}

function exactNumbers(
  _key: string,
  value: unknown,
  context?: { readonly source?: string },
): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  return survives(context.source, value) ? value : new InexactNumber(context.source);
}

/**
 * Whether a written number is held exactly enough: finite, at most 15 significant digits, and not
 * so close to zero that digits are lost.
 * @example survives('12.50', 12.5) // true
 * @example survives('1e309', Infinity) // false
 * @example survives('1.23456789e-320', 1.235e-320) // false
 */
function survives(written: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  // Most numbers: too short to have a digit too many.
  if (written.length <= SIGNIFICANT_DIGITS && Math.abs(value) >= SMALLEST_EXACT) return true;
  const digits = (written.split(/[eE]/)[0] ?? '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '');
  if (digits.length > SIGNIFICANT_DIGITS) return false;
  return Math.abs(value) >= SMALLEST_EXACT || digits === '';
}

function requireShallow(text: string): void {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (inString) {
      if (unit === BACKSLASH) at += 1;
      else if (unit === QUOTE) inString = false;
    } else if (unit === QUOTE) inString = true;
    else if (unit === OPEN_OBJECT || unit === OPEN_LIST) {
      depth += 1;
      if (depth > DEEPEST) throw new Problem('malformedJson');
    } else if (unit === CLOSE_OBJECT || unit === CLOSE_LIST) depth -= 1;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const COLON = 0x3a;

/** Walks text that is known to be JSON; a string before a colon is a key of the innermost object. */
function requireUniqueKeys(text: string): void {
  const open: (Set<string> | null)[] = [];
  const duplicates: Issue[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === OPEN_OBJECT) open.push(new Set());
    else if (unit === OPEN_LIST) open.push(null);
    else if (unit === CLOSE_OBJECT || unit === CLOSE_LIST) open.pop();
    else if (unit === QUOTE) {
      const start = at;
      for (at += 1; text.charCodeAt(at) !== QUOTE; at += 1) {
        if (text.charCodeAt(at) === BACKSLASH) at += 1;
      }
      let next = at + 1;
      while (/\s/.test(text.charAt(next))) next += 1;
      const keys = open.at(-1);
      if (text.charCodeAt(next) !== COLON || !keys) continue;
      const key = JSON.parse(text.slice(start, at + 1)) as string;
      if (key === '__proto__') throw new Problem('malformedJson');
      if (keys.has(key)) {
        duplicates.push({ in: 'body', pointer: `/${key.slice(0, 80)}`, code: 'duplicateKey' });
      }
      keys.add(key);
    }
  }
  if (duplicates.length > 0) throw new Problem('invalid', { errors: duplicates.slice(0, 50) });
}
