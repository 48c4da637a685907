import { createHash } from 'node:crypto';

/**
 * JSON in one spelling: keys in the order of their UTF-16 units, no space, numbers as ECMAScript
 * writes them, fields without a value left out. The same data always gives the same bytes.
 * @throws RangeError for what JSON cannot say (NaN, infinities)
 * @example canonicalJson({ b: 1, a: [true, null] }) // '{"a":[true,null],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
    return `{${fields.join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`not a figure: ${value}`);
  }
  return JSON.stringify(value ?? null);
}

/** SHA-256 of a text in UTF-8, hex. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
