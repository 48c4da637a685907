import type { Me } from '../../shared/accounts.ts';
import type { KnownIndicator } from '../../shared/dashboard.ts';
import { can } from '../../shared/permissions.ts';

/** Whether somebody may start a reading of an indicator: a reporter of the one named lead. */
export function mayStart(
  indicator: Pick<KnownIndicator, 'lead'>,
  me: Pick<Me, 'roles' | 'departmentId'>,
): boolean {
  return can(me.roles, 'readings.enter') && leads(indicator, me.departmentId);
}

/** Whether a department is the one named lead (牵头待定 leads nobody). */
export function leads(
  { lead }: Pick<KnownIndicator, 'lead'>,
  departmentId: string | null,
): boolean {
  return (
    lead.state === 'named' && departmentId !== null && lead.departmentIds.includes(departmentId)
  );
}
