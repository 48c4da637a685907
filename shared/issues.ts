import * as z from 'zod/mini';
import { type Issue, type IssueCode, ISSUES } from './problems.ts';

/**
 * What zod finds, in the words of the catalogue: one function for the server, which decides, and for
 * the forms of the client, which say the same before anything is sent.
 */

/**
 * Every issue of a value, with JSON pointers; an empty list: valid. Without a schema nothing is
 * demanded.
 * @example issuesOf(signIn.body, { username: '', password: 'x' })
 *   // [{ pointer: '/username', in: 'body', code: 'tooShort', values: { minimum: 1 } }]
 */
export function issuesOf(
  schema: z.ZodMiniType | undefined,
  value: unknown,
  where: Issue['in'] = 'body',
): Issue[] {
  if (schema === undefined) return [];
  const result = z.safeParse(schema, value, { reportInput: true });
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => translateIssue(issue, where, value));
}

/** One issue of zod as issues of the catalogue; `root` is the value that was looked at. */
export function translateIssue(
  issue: z.core.$ZodIssue,
  where: Issue['in'],
  root: unknown,
): Issue[] {
  const at = pointerTo(issue.path);
  const one = (code: IssueCode, values?: Issue['values']): Issue[] => [
    { pointer: at, in: where, code, ...(values === undefined ? {} : { values }) },
  ];
  switch (issue.code) {
    case 'invalid_type': {
      if (valueAt(root, issue.path) === undefined) return one('required');
      if (issue.expected === 'int') return one('notWhole');
      return one('wrongType', { expected: issue.expected });
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        pointer: pointerTo([...issue.path, key]),
        in: where,
        code: 'unknownField' as const,
      }));
    case 'invalid_value':
      return valueAt(root, issue.path) === undefined ? one('required') : one('notAllowed');
    case 'too_small':
      if (issue.origin === 'string') return one('tooShort', { minimum: Number(issue.minimum) });
      // No list here has a larger minimum than one.
      if (issue.origin === 'array') return one('required');
      return one('tooSmall', { minimum: Number(issue.minimum) });
    case 'too_big':
      if (issue.origin === 'string') return one('tooLong', { maximum: Number(issue.maximum) });
      if (issue.origin === 'array') return one('tooMany', { maximum: Number(issue.maximum) });
      return one('tooLarge', { maximum: Number(issue.maximum) });
    case 'invalid_union':
      if (valueAt(root, issue.path) === undefined) return one('required');
      return one(issue.discriminator === undefined ? 'wrongType' : 'notAllowed');
    case 'custom': {
      const code = ISSUES.find((known) => known === issue.message);
      return one(code ?? 'badFormat');
    }
    default:
      return one(valueAt(root, issue.path) === '' ? 'required' : 'badFormat');
  }
}

/** What stands at a path of a value; undefined: nothing. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** @example pointerTo(['a/b', 0]) // '/a~1b/0' */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path
    .map((key) => `/${String(key).slice(0, 200).replace(/~/g, '~0').replace(/\//g, '~1')}`)
    .join('');
}
