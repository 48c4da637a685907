import {
  type CorrectionStep,
  maySeeCorrection,
  refuseDeciding,
} from '../../shared/correction-rules.ts';
import { Problem } from '../../shared/problems.ts';
import type { Person } from '../../shared/workflow.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { requireVersion } from '../http/require-open.ts';
import {
  type Asked,
  findAsked,
  type Opened,
  type Openers,
  saveDecision,
  standingOf,
} from './store.ts';

interface Acting {
  readonly db: Writer;
  readonly user: Principal;
  readonly now: Date;
}

/** What a decision did: the request before and after it, and the proofs of what it wrote. */
export interface Decided {
  readonly id: string;
  readonly before: Opened;
  readonly after: Opened;
  readonly proofs: object;
}

const STATUS_AFTER = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' } as const;

/**
 * Decides about a request, or takes it back.
 * @param note why it is refused; for `refuse` only
 * @throws Problem notFound, staleVersion, what `refuseDeciding` refuses, correctionOutdated when what
 * it is about changed since, or invalid when that does not go with the rest any more
 */
export async function decideCorrection(
  { db, user, now }: Acting,
  openers: Openers,
  step: CorrectionStep,
  id: string,
  expectedVersion: number,
  note: string | null = null,
): Promise<Decided> {
  const asked = await requireAsked(db, user, id, now);
  const refusal = refuseDeciding(step, standingOf(asked), user);
  if (refusal === 'forbidden') throw new Problem('forbidden');
  requireVersion(asked, expectedVersion);
  if (refusal !== null) throw new Problem(refusal);
  const before = await open(openers, db, asked);
  const at = now.toISOString();
  const proofs = step === 'approve' ? await before.carryOut(db, at) : {};
  await saveDecision(db, {
    ...asked,
    status: STATUS_AFTER[step],
    version: asked.version + 1,
    decided: { userId: user.userId, name: user.name, at },
    decisionNote: note,
  });
  const after = await open(openers, db, await requireAsked(db, user, id, now));
  return { id, before, after, proofs };
}

export function open(openers: Openers, db: Reader, asked: Asked): Promise<Opened> {
  return asked.of === 'reading' ? openers.reading(db, asked) : openers.measureReport(db, asked);
}

/** @throws Problem notFound when there is none, or none that this person may know of */
async function requireAsked(db: Reader, person: Person, id: string, now: Date): Promise<Asked> {
  const asked = await findAsked(db, id, now);
  if (asked === null || !maySeeCorrection(standingOf(asked), person)) {
    throw new Problem('notFound');
  }
  return asked;
}
