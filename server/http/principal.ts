import type { Role } from '../../shared/permissions.ts';

/** Whoever a request comes from, as the session says at this moment. */
export interface Principal {
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** null: belongs to no department. */
  readonly departmentId: string | null;
  readonly sessionId: string;
  readonly kind: 'person' | 'display';
  /** Signed in with a one-time password that has not been changed yet, or one that ran out. */
  readonly mustChangePassword: boolean;
  /** An administrator without the second factor that this installation demands. */
  readonly mustSetUpCode: boolean;
}
