import { createContext, use } from 'react';
import type { Issue } from '../../shared/problems.ts';

/** The issues of the form that a field stands in. */
export const FormIssues = createContext<readonly Issue[]>([]);

/** The issue of one field, by its JSON pointer in the body. */
export function useIssue(pointer: string | undefined): Issue | undefined {
  const issues = use(FormIssues);
  return pointer === undefined ? undefined : issues.find((issue) => issue.pointer === pointer);
}
