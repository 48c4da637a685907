import type { Output } from '../../shared/endpoint.ts';
import type { getDocument } from '../../shared/plans.ts';

export type PlanDocument = Output<typeof getDocument>;
export type Clause = PlanDocument['clauses'][number];

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The clause in an address: `?clause=indicator:qb-so2-reduction`. */
export function clauseKey({ subject, id }: Pick<Clause, 'subject' | 'id'>): string {
  return `${subject}:${id}`;
}

/**
 * The clause that an address asks for; null: it names none of this document. A target stands in the
 * clause of its indicator; a measure or an indicator may be named by its code too.
 * @example askedClause(clauses, 'target:qb-so2-reduction') // the clause of that indicator
 */
export function askedClause(clauses: readonly Clause[], key: string | undefined): Clause | null {
  if (key === undefined) return null;
  const colon = key.indexOf(':');
  const said = key.slice(0, colon);
  const id = key.slice(colon + 1);
  const subject = said === 'target' ? 'indicator' : said;
  const same = clauses.filter((clause) => clause.subject === subject);
  return same.find((clause) => clause.id === id) ?? same.find(({ code }) => code === id) ?? null;
}

/**
 * Those whose clause is the very same words: the document names energy, COD and SO2 in one breath.
 * The clause itself is among them.
 */
export function sharing(clauses: readonly Clause[], clause: Clause): Clause[] {
  return clauses.filter(
    ({ subject, start, end }) =>
      subject === clause.subject && start === clause.start && end === clause.end,
  );
}

/** The measures and safeguards that the words stand in. */
export function around(clauses: readonly Clause[], span: Span): Clause[] {
  return clauses.filter(
    (clause) =>
      (clause.subject === 'measure' || clause.subject === 'safeguard') &&
      contains(clause, span) &&
      !contains(span, clause),
  );
}

/** What stands within a clause: the indicators, money rules and obligations of a measure. */
export function within(clauses: readonly Clause[], clause: Clause): Clause[] {
  return clauses.filter(
    (other) => other.subject !== 'body' && contains(clause, other) && !contains(other, clause),
  );
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
