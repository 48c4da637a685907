/**
 * A text as far as a line has room for it.
 * @param most in Chinese characters; letters and digits count for half
 * @example inShort('建立台账，逐户核对', 4) // '建立台账…'
 */
export function inShort(text: string, most: number): string {
  let width = 0;
  let end = 0;
  for (const one of text) {
    width += /[\x20-\x7e]/.test(one) ? 0.5 : 1;
    if (width > most) return `${text.slice(0, end)}…`;
    end += one.length;
  }
  return text;
}
