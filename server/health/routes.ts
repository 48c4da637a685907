import { getHealth, type HealthWarning } from '../../shared/health.ts';
import { ADMINISTRATOR_ROLES } from '../../shared/permissions.ts';
import { Problem } from '../../shared/problems.ts';
import { freeBytes } from '../data-folder.ts';
import type { Transactions } from '../db/transaction.ts';
import { anyDamaged } from '../evidence/store.ts';
import { asProblem } from '../http/problems.ts';
import { type BeforeContext, type Host, serve } from '../http/serve.ts';
import { databaseAnswers } from './store.ts';

export interface HealthSettings {
  /** The data folder. */
  readonly folder: string;
  /** Fewer bytes than these free are an alarm. */
  readonly lowSpace: number;
}

/**
 * What a monitor asks. A stranger hears whether something is wrong and never what: a list of what is
 * broken is a list of where to push.
 */
export function healthRoutes(host: Host, { folder, lowSpace }: HealthSettings): void {
  serve(
    host,
    getHealth,
    async ({ db, user }) => {
      const found: readonly (HealthWarning | null)[] = [
        (await anyDamaged(db)) ? 'evidenceDamaged' : null,
        freeBytes(folder) < lowSpace ? 'diskNearlyFull' : null,
      ];
      const warnings = found.filter((one) => one !== null);
      if (warnings.length === 0) return { status: 'ok' as const };
      const told = ADMINISTRATOR_ROLES.some((role) => user?.roles.includes(role) === true);
      return { status: 'degraded' as const, ...(told ? { warnings } : {}) };
    },
    {
      before: ({ transactions }: BeforeContext) => requireAnswer(transactions),
      evenUnknown: true,
    },
  );
}

/** @throws Problem of 503 with the reason, whatever the database says */
async function requireAnswer(transactions: Transactions): Promise<void> {
  try {
    await transactions.read(databaseAnswers);
  } catch (error) {
    const problem = asProblem(error);
    throw problem.status === 503 ? problem : new Problem('databaseSilent');
  }
}
