import { CODE_POLICY } from '../../shared/second-factor.ts';
import type { Writer } from '../db/transaction.ts';
import {
  confirmFactor,
  type SecondFactor,
  spendRecoveryCode,
  spendStep,
} from './second-factor-store.ts';
import { matchStep, newRecoveryCode, plainCode } from './totp.ts';

/** How a code was good: by the authenticator, or by one of the codes for its loss. */
export type UsedCode = 'authenticator' | 'recovery';

/**
 * Uses a code up: each works once, the authenticator's one step early or late at most.
 * @returns null when it is no good
 */
export async function spendCode(
  db: Writer,
  userId: string,
  { secret, lastStep }: SecondFactor,
  typed: string,
  now: Date,
): Promise<UsedCode | null> {
  const code = plainCode(typed);
  const step = matchStep(secret, code, now, lastStep);
  if (step !== null) {
    await spendStep(db, userId, step);
    return 'authenticator';
  }
  return (await spendRecoveryCode(db, userId, code, now.toISOString())) ? 'recovery' : null;
}

/**
 * Puts a begun factor in force with its first code.
 * @returns the recovery codes, to be shown once; null when the code is no good
 */
export async function confirm(
  db: Writer,
  userId: string,
  { secret }: SecondFactor,
  typed: string,
  now: Date,
): Promise<string[] | null> {
  const step = matchStep(secret, plainCode(typed), now, null);
  if (step === null) return null;
  const codes = Array.from({ length: CODE_POLICY.recoveryCodes }, newRecoveryCode);
  await confirmFactor(db, userId, step, codes.map(plainCode), now.toISOString());
  return codes;
}
