import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { type Clause, clauseKey } from './clauses.ts';

/** Leads to a clause of this document: the address says which, so that it can be sent to others. */
export function ClauseLink(props: {
  clause: Pick<Clause, 'subject' | 'id'>;
  className?: string | undefined;
  /** It is the asked one; an address may name it in another way than this link does. */
  current?: boolean;
  lang?: string;
  'aria-label'?: string;
  /** Drawn before it. */
  'data-label'?: string;
  /** Drawn behind it. */
  'data-codes'?: string;
  children?: ReactNode;
}): ReactElement {
  const { clause, current = false, ...rest } = props;
  const key = clauseKey(clause);
  return (
    <Link
      {...rest}
      data-clause={key}
      to="/document"
      search={(old) => ({ plan: old.plan, year: old.year, clause: key })}
      resetScroll={false}
      inactiveProps={current ? { 'aria-current': 'page' } : {}}
    />
  );
}
