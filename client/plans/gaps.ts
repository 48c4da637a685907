import type { Output } from '../../shared/endpoint.ts';
import type { getCoverage } from '../../shared/plans.ts';

export type Coverage = Output<typeof getCoverage>;

/** What can be missing, in the order in which it is best supplied. */
export const GAPS = ['department', 'lead', 'target', 'baseline', 'measure', 'indicator'] as const;
export type Gap = (typeof GAPS)[number];

/** How often something is missing. @example countOf(coverage, 'department') // 19 */
export function countOf(coverage: Coverage, gap: Gap): number {
  return listOf(coverage, gap).length;
}

function listOf(coverage: Coverage, gap: Gap): readonly { readonly id: string }[] {
  switch (gap) {
    case 'department':
      return coverage.indicatorsWithoutDepartment;
    case 'lead':
      return coverage.indicatorsWithUndecidedLead;
    case 'target':
      return coverage.indicatorsWithPendingTarget;
    case 'baseline':
      return coverage.indicatorsWithoutBaseline;
    case 'measure':
      return coverage.indicatorsWithoutMeasure;
    case 'indicator':
      return coverage.measuresWithoutIndicator;
  }
}

export type IncompleteIndicator = Coverage['indicatorsWithoutDepartment'][number] & {
  readonly gaps: readonly Gap[];
};

/**
 * Every indicator that lacks something, once, by its code (A2 before A10), with all that it lacks.
 * @example incompleteIndicators(coverage)[0] // { code: 'A1', …, gaps: ['department', 'baseline'] }
 */
export function incompleteIndicators(coverage: Coverage): IncompleteIndicator[] {
  const found = new Map<string, IncompleteIndicator>();
  const add = (gap: Gap, indicators: Coverage['indicatorsWithoutDepartment']) => {
    for (const indicator of indicators) {
      const gaps = found.get(indicator.id)?.gaps ?? [];
      found.set(indicator.id, { ...indicator, gaps: [...gaps, gap] });
    }
  };
  add('department', coverage.indicatorsWithoutDepartment);
  add('lead', coverage.indicatorsWithUndecidedLead);
  add('target', coverage.indicatorsWithPendingTarget);
  add('baseline', coverage.indicatorsWithoutBaseline);
  add('measure', coverage.indicatorsWithoutMeasure);
  return [...found.values()].sort((one, other) =>
    one.code.localeCompare(other.code, 'en', { numeric: true }),
  );
}
