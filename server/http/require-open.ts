import { Problem, type ProblemCode } from '../../shared/problems.ts';

/** @throws Problem staleVersion when somebody changed the row in the meantime */
export function requireVersion({ version }: { readonly version: number }, expected: number): void {
  if (version !== expected) throw new Problem('staleVersion', { currentVersion: version });
}

/**
 * Lets a change through that no rule refuses. A missing right says nothing of the version, the
 * version comes before the state.
 * @param refusal why a rule refuses it; null: it does not
 * @throws Problem the refusal, or staleVersion
 */
export function requireOpen(
  refusal: ProblemCode | null,
  row: { readonly version: number },
  expected: number,
): void {
  if (refusal === 'forbidden') throw new Problem('forbidden');
  requireVersion(row, expected);
  if (refusal !== null) throw new Problem(refusal);
}
