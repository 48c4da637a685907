/**
 * What this machine remembers of its reader (language, theme). A browser may refuse storage
 * altogether; then the choice lasts as long as the page.
 */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Not remembered, and nothing else is lost.
  }
}
