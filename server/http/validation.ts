import * as z from 'zod/mini';
import type { Endpoint } from '../../shared/endpoint.ts';
import { ISSUES, type Issue, type IssueCode, Problem } from '../../shared/problems.ts';
import { InexactNumber } from './json.ts';

type Part = Issue['in'];
type ZodIssue = z.core.$ZodIssue;

const MOST_ISSUES = 100;

/**
 * Validates every part of a request and reports all issues of all parts at once.
 * @throws Problem invalid (422) with a JSON pointer for each issue
 */
export function validate(
  endpoint: Endpoint,
  parts: { readonly params: unknown; readonly query: unknown; readonly body: unknown },
): { params: unknown; query: unknown; body: unknown } {
  const errors: Issue[] = [];
  const check = (where: Part, schema: Endpoint['body'], value: unknown): unknown => {
    if (schema === undefined) {
      errors.push(...unexpected(where, value));
      return undefined;
    }
    const result = z.safeParse(schema, value ?? (where === 'query' ? {} : value), {
      reportInput: true,
    });
    if (result.success) return result.data;
    for (const issue of result.error.issues) errors.push(...translate(issue, where, value));
    return undefined;
  };
  const valid = {
    params: check('path', endpoint.params, parts.params),
    query: check('query', endpoint.query, parts.query),
    body: check('body', endpoint.body, parts.body),
  };
  if (errors.length > 0) throw new Problem('invalid', { errors: errors.slice(0, MOST_ISSUES) });
  return valid;
}

/** A part that the endpoint does not have may be absent or empty, never filled. */
function unexpected(where: Part, value: unknown): Issue[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object') return [{ pointer: '', in: where, code: 'wrongType' }];
  return Object.keys(value).map((key) => ({
    pointer: pointer([key]),
    in: where,
    code: 'unknownField' as const,
  }));
}

/** One finding of zod in the words of the catalogue. `root` is the whole part that was checked. */
export function translate(issue: ZodIssue, where: Part, root: unknown): Issue[] {
  const at = pointer(issue.path);
  const one = (code: IssueCode, values?: Issue['values']): Issue[] => [
    { pointer: at, in: where, code, ...(values === undefined ? {} : { values }) },
  ];
  switch (issue.code) {
    case 'invalid_type': {
      const input = valueAt(root, issue.path);
      if (input instanceof InexactNumber) return one('inexactNumber');
      if (input === undefined) return one('required');
      if (issue.expected === 'int') return one('notWhole');
      return one('wrongType', { expected: issue.expected });
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        pointer: pointer([...issue.path, key]),
        in: where,
        code: 'unknownField' as const,
      }));
    case 'invalid_value':
      return valueAt(root, issue.path) === undefined ? one('required') : one('notAllowed');
    case 'too_small':
      if (issue.origin === 'string') return one('tooShort', { minimum: Number(issue.minimum) });
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
      return one('badFormat');
  }
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** @example pointer(['a/b', 0]) // '/a~1b/0' */
export function pointer(path: readonly PropertyKey[]): string {
  return path
    .map((key) => `/${String(key).slice(0, 200).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
