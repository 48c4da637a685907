import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { CODE_POLICY } from '../../shared/second-factor.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const SECRET_BYTES = 20;
const ISSUER = '标尺';

/** What an authenticator and this house share: 160 bits, as RFC 4226 asks. */
export const newSecret = (): Buffer => randomBytes(SECRET_BYTES);

/**
 * @example base32(Buffer.from('12345678901234567890')) // 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
 */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** What the QR code says; authenticators show issuer and user name. */
export function addressOf(secret: Buffer, username: string): string {
  const { digits, stepSeconds } = CODE_POLICY;
  const label = `${encodeURIComponent(ISSUER)}:${encodeURIComponent(username)}`;
  const issuer = encodeURIComponent(ISSUER);
  return (
    `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${issuer}` +
    `&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`
  );
}

/** Steps of 30 seconds since 1970. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / CODE_POLICY.stepSeconds);
}

/**
 * The code of a step (RFC 4226: HMAC-SHA-1, dynamic truncation).
 * @example codeOf(Buffer.from('12345678901234567890'), 1) // '287082'
 */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** CODE_POLICY.digits).padStart(CODE_POLICY.digits, '0');
}

/**
 * The step that a code belongs to: this one, or one early or late; null: to none, or to one that was
 * used. A step from the future was used while the clock was ahead, and holds nobody up.
 * @param lastStep the step whose code was used last; null: none was
 */
export function matchStep(
  secret: Buffer,
  code: string,
  now: Date,
  lastStep: number | null,
): number | null {
  const current = stepAt(now);
  const latest = current + CODE_POLICY.steps;
  const used = lastStep === null || lastStep > latest ? -1 : lastStep;
  for (let step = current - CODE_POLICY.steps; step <= latest; step += 1) {
    const fits = timingSafeEqual(Buffer.from(codeOf(secret, step)), sized(code));
    if (fits && step > used) return step;
  }
  return null;
}

/** As many bytes as a code has, so that what is compared never differs in length. */
function sized(code: string): Buffer {
  const bytes = Buffer.alloc(CODE_POLICY.digits);
  if (/^\d+$/.test(code) && code.length === CODE_POLICY.digits) bytes.write(code);
  return bytes;
}

/** A code for the day on which the authenticator is lost: 80 bits. @example 'ABCD-EFGH-IJKL-MNOP' */
export function newRecoveryCode(): string {
  return (base32(randomBytes(10)).match(/.{4}/g) ?? []).join('-');
}

/** What was typed, without what people put between the signs. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '');
}
