/** One thing that a row of the audit log changed, in words ready to be shown. */
export interface Change {
  readonly field: string;
  /** null: was not there. */
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What differs between the two states of an audit row, field by field; nested fields are joined
 * with a dot. What stayed the same is left out.
 * @example changesOf({ name: '甲', roles: ['leader'] }, { name: '乙', roles: ['leader'] })
 *   // [{ field: 'name', before: '甲', after: '乙' }]
 */
export function changesOf(before: unknown, after: unknown): Change[] {
  const old = flat(before);
  const now = flat(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
}

function flat(value: unknown, prefix = '', into = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) {
    if (prefix !== '' && value === null) into.set(prefix, 'null');
  } else if (typeof value === 'object' && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) {
      flat(inner, prefix === '' ? key : `${prefix}.${key}`, into);
    }
  } else {
    into.set(prefix, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return into;
}
