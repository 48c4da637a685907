import { maySeeCorrection } from '../../shared/correction-rules.ts';
import {
  approveCorrection,
  type Correction,
  listCorrections,
  refuseCorrection,
  withdrawCorrection,
} from '../../shared/corrections.ts';
import { Problem } from '../../shared/problems.ts';
import type { Writer } from '../db/transaction.ts';
import { type Context, type Host, serve } from '../http/serve.ts';
import { type Decided, decideCorrection, open } from './decide.ts';
import { listAsked, type Openers, standingOf } from './store.ts';

/** One list and one decision for every request; how each is asked for is its room's. */
export function correctionRoutes(host: Host, openers: Openers): void {
  serve(host, listCorrections, async ({ db, user, now }, { query }) => {
    const person = signedIn(user);
    const items: Correction[] = [];
    for (const asked of await listAsked(db, query, now)) {
      if (!maySeeCorrection(standingOf(asked), person)) continue;
      items.push((await open(openers, db, asked)).told(person));
    }
    return { items };
  });

  serve(host, refuseCorrection, async (context, { params, body }) => {
    const { correctionId } = params;
    const { expectedVersion } = context;
    const by = acting(context, correctionId);
    return answer(
      context,
      await decideCorrection(by, openers, 'refuse', correctionId, expectedVersion, body.note),
    );
  });

  const steps = [
    [approveCorrection, 'approve'],
    [withdrawCorrection, 'withdraw'],
  ] as const;
  for (const [endpoint, step] of steps) {
    serve(host, endpoint, async (context, { params: { correctionId } }) => {
      const by = acting(context, correctionId);
      return answer(
        context,
        await decideCorrection(by, openers, step, correctionId, context.expectedVersion),
      );
    });
  }
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}

/** Names the target first, so that a refused attempt is recorded with it. */
function acting(context: Context<Writer>, id: string) {
  context.note({ target: { type: 'correction', id } });
  return { db: context.db, user: signedIn(context.user), now: context.now };
}

function answer(context: Context<Writer>, { id, before, after, proofs }: Decided): Correction {
  context.note({
    target: { type: 'correction', id },
    before: { ...before.audited(), ...before.auditedSubject() },
    after: { ...after.audited(), ...after.auditedSubject(), ...proofs },
  });
  return after.told(signedIn(context.user));
}
