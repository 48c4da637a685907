import * as z from 'zod/mini';
import type { Endpoint } from '../../shared/endpoint.ts';
import { pointerTo, translateIssue, valueAt } from '../../shared/issues.ts';
import { type Issue, Problem } from '../../shared/problems.ts';
import { InexactNumber } from './json.ts';

type Part = Issue['in'];

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
    pointer: pointerTo([key]),
    in: where,
    code: 'unknownField' as const,
  }));
}

/** One finding of zod in the words of the catalogue. `root` is the whole part that was checked. */
export function translate(issue: z.core.$ZodIssue, where: Part, root: unknown): Issue[] {
  const inexact =
    issue.code === 'invalid_type' && valueAt(root, issue.path) instanceof InexactNumber;
  if (inexact) return [{ pointer: pointerTo(issue.path), in: where, code: 'inexactNumber' }];
  return translateIssue(issue, where, root);
}
