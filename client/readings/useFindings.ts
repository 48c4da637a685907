import { useMemo } from 'react';
import { findings } from '../../shared/checks/findings.ts';
import type { Finding } from '../../shared/checks/types.ts';
import { useCheckContext } from './api.ts';
import type { EntrySubject } from './subject.ts';
import { figuresIn, type Typed } from './typed.ts';

/** What the checks say of what is typed, by the function that the server uses. */
export interface Checked {
  readonly found: readonly Finding[];
  /** The year has a round: hard findings block handing in, soft ones need a reason. */
  readonly binding: boolean;
}
const UNKNOWN: Checked = { found: [], binding: false };

/** Nothing is found while it is not known what to check against: the server decides in the end. */
export function useFindings(
  subject: EntrySubject,
  { indicatorId, year }: { readonly indicatorId: string; readonly year: number },
  typed: Typed,
): Checked {
  const { data } = useCheckContext(indicatorId, year);
  return useMemo(() => {
    if (data === undefined) return UNKNOWN;
    const found = findings(subject, figuresIn(subject, typed), data.context);
    return { found, binding: data.binding };
  }, [data, subject, typed]);
}
