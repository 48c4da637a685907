/**
 * Money in whole fen (分, a hundredth of a yuan) as big integers: nothing here is ever rounded by a
 * machine that counts in halves. 1 万元 = 10,000 yuan = 1,000,000 fen.
 */
export const FEN_PER_WAN = 1_000_000n;
const DECIMALS_OF_WAN = 6;

/** A number as whole digits and a power of ten: 12.5 is 125 × 10^−1. */
function decimalOf(value: number): { readonly digits: bigint; readonly power: number } {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(`${whole}${fraction}`), power: Number(exponent) - fraction.length };
}

/**
 * An amount in 万元 as whole fen, exactly as it was written.
 * @returns null: it is finer than a fen
 * @example fenOfWan(0.1) // 100000n
 * @example fenOfWan(0.0000001) // null
 */
export function fenOfWan(wan: number): bigint | null {
  const { digits, power } = decimalOf(wan);
  const scale = power + DECIMALS_OF_WAN;
  if (scale >= 0) return digits * 10n ** BigInt(scale);
  const divisor = 10n ** BigInt(-scale);
  return digits % divisor === 0n ? digits / divisor : null;
}

/** @example wanOfFen(1234500n) // 1.2345 */
export function wanOfFen(fen: bigint): number {
  return Number(wanText(fen));
}

/**
 * The same as text, every digit of it and no more.
 * @example wanText(300000000n) // '300'
 */
export function wanText(fen: bigint): string {
  const sign = fen < 0n ? '-' : '';
  const digits = String(fen < 0n ? -fen : fen).padStart(DECIMALS_OF_WAN + 1, '0');
  const whole = digits.slice(0, -DECIMALS_OF_WAN);
  const fraction = digits.slice(-DECIMALS_OF_WAN).replace(/0+$/, '');
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Whether an amount in 万元 is made of whole fen, so that sums of it stay exact. */
export function isWholeFen(wan: number): boolean {
  return fenOfWan(wan) !== null;
}

/**
 * Adds amounts in 万元 without drift.
 * @example sumWan([0.1, 0.2]) // 0.3
 */
export function sumWan(amounts: readonly number[]): number {
  return wanOfFen(amounts.reduce((sum, one) => sum + (fenOfWan(one) ?? 0n), 0n));
}

/**
 * A percentage of an amount. What is finer than a fen is rounded half up, as sums of money are.
 * @param percent as the document writes it: 15 is fifteen per cent
 * @example percentOf(1001n, 15) // 150n: 150.15 fen
 */
export function percentOf(fen: bigint, percent: number): bigint {
  const { digits, power } = decimalOf(percent);
  // percent = digits × 10^power, and never finer than the document writes it.
  const numerator = fen * digits * (power > 0 ? 10n ** BigInt(power) : 1n);
  const denominator = 100n * (power < 0 ? 10n ** BigInt(-power) : 1n);
  return roundHalfUp(numerator, denominator);
}

/** @example roundHalfUp(5n, 2n) // 3n */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  return (numerator * 2n + denominator) / (denominator * 2n);
}

export function lesser(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}
