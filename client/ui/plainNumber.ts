import type { Formats } from '../app/language.tsx';

/**
 * A number with all the places it has, grouped.
 * @example plainNumber(format, 1234.5) // '1,234.5'
 */
export function plainNumber(format: Pick<Formats, 'number'>, value: number): string {
  const places = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return format.number(value, Math.min(places, 15));
}
