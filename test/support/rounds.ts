import type { TestApp } from './app.ts';
import type { Signed } from './people.ts';

/** Writes a round that was opened, due and closed, by a person who did all of it. @returns version */
export async function addClosedRound(
  t: TestApp,
  by: Signed,
  planId: string,
  year: number,
): Promise<number> {
  const at = t.clock.now.toISOString();
  await t.database.kysely
    .insertInto('rounds')
    .values({
      planId,
      year,
      opensOn: `${year}-12-01`,
      dueOn: `${year}-12-31`,
      closedAt: at,
      closedBy: by.user.id,
      sealedAt: null,
      sealedBy: null,
      version: 3,
      createdBy: by.user.id,
      createdAt: at,
    })
    .execute();
  return 3;
}
