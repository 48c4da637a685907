import * as z from 'zod/mini';
import { PROFILES } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { PASSWORD_POLICY } from './passwords.ts';
import { id, instant, line } from './values.ts';

/** Codes of the authenticator as RFC 6238 has them, which is what every authenticator takes. */
export const CODE_POLICY = {
  digits: 6,
  stepSeconds: 30,
  /** So many steps early or late are taken: clocks differ. */
  steps: 1,
  recoveryCodes: 8,
} as const;

const password = z.string().check(z.minLength(1), z.maxLength(PASSWORD_POLICY.maximumLength));
/** Six digits, or a recovery code; spaces and hyphens do not count. */
const code = line(40);

export const getSecondFactor = endpoint({
  operationId: 'getSecondFactor',
  method: 'GET',
  path: '/api/session/second-factor',
  summary: 'Whether the own account asks for a code beside the password',
  access: 'person',
  beforeSecondFactor: true,
  response: z.object({
    /** Since when; null: it does not. */
    since: z.nullable(instant),
    recoveryCodesLeft: z.int(),
    /** The installation demands one of this account. */
    demanded: z.boolean(),
  }),
});

export const beginSecondFactor = endpoint({
  operationId: 'beginSecondFactor',
  method: 'POST',
  path: '/api/session/second-factor',
  summary: 'Make the secret that an authenticator takes over; in force once a code confirms it',
  access: 'person',
  beforeSecondFactor: true,
  body: z.strictObject({ password }),
  response: z.object({
    /** Base32, to be typed. */
    secret: z.string(),
    /** `otpauth://totp/…`, to be shown as a QR code. */
    address: z.string(),
  }),
  problems: ['wrongState', 'locked'],
});

export const confirmSecondFactor = endpoint({
  operationId: 'confirmSecondFactor',
  method: 'POST',
  path: '/api/session/second-factor/confirm',
  summary: 'Prove the authenticator with its first code; the answer shows the recovery codes, once',
  access: 'person',
  beforeSecondFactor: true,
  body: z.strictObject({ code }),
  response: z.object({ recoveryCodes: z.array(z.string()) }),
  problems: ['wrongState', 'locked'],
});

export const endSecondFactor = endpoint({
  operationId: 'endSecondFactor',
  method: 'POST',
  path: '/api/session/second-factor/end',
  summary: 'Ask for no code any more, with the password and a last code',
  access: 'person',
  body: z.strictObject({ password, code }),
  problems: ['wrongState', 'locked'],
});

export const resetSecondFactor = endpoint({
  operationId: 'resetSecondFactor',
  method: 'DELETE',
  path: '/api/users/{userId}/second-factor',
  summary: 'Somebody lost their authenticator: ask no code of them; their sessions end',
  access: 'accounts.manage',
  params: z.strictObject({ userId: id }),
  problems: ['wrongState'],
});

export const getSignInRules = endpoint({
  operationId: 'getSignInRules',
  method: 'GET',
  path: '/api/sign-in-rules',
  summary: 'What signing in demands here',
  access: 'accounts.manage',
  response: z.object({
    profile: z.nullable(z.enum(PROFILES)),
    /** The three administrators must have a second factor. */
    demandsSecondFactor: z.boolean(),
  }),
});

export const setSignInRules = endpoint({
  operationId: 'setSignInRules',
  method: 'PUT',
  path: '/api/sign-in-rules',
  summary: 'Demand a second factor of the three administrators, or stop; under 等保 only',
  access: 'accounts.manage',
  body: z.strictObject({ demandsSecondFactor: z.boolean() }),
  problems: ['wrongState'],
});
