import type { Kind } from './assessment/types.ts';
import { isPending, type TargetFigures } from './engine-target.ts';

/** An indicator as far as it can lack something. */
export interface CoveredIndicator {
  readonly leadDepartmentIds: readonly string[];
  readonly target: TargetFigures;
  readonly baseline: { readonly value: number | null } | null;
}

/** A rating without a baseline starts at its lowest level; a milestone has none. */
const NEED_A_BASELINE: readonly Kind[] = [
  'atLeast',
  'atMost',
  'countRange',
  'reduction',
  'directional',
];

/** No one department leads it, so nobody can enter a figure: 无责任单位 or 牵头待定. */
export function lacksLead({ leadDepartmentIds }: CoveredIndicator): boolean {
  return leadDepartmentIds.length !== 1;
}

/** Of the kinds that need one. */
export function lacksBaseline({ target, baseline }: CoveredIndicator): boolean {
  return NEED_A_BASELINE.includes(target.kind) && (baseline?.value ?? null) === null;
}

/** Its figure is still to come (待下达). */
export function lacksTarget({ target }: CoveredIndicator): boolean {
  return isPending(target);
}
