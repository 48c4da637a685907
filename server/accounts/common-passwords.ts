/** Whether a folded password is among the most used. */
export function isCommonPassword(folded: string): boolean {
  return COMMON.has(folded);
}

const COMMON: ReadonlySet<string> = new Set(['password', '1234567890']);
