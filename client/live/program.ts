/**
 * The scripts of the product that a page begins with.
 * @example scriptsIn('<script type="module" src="/assets/index-a1.js"></script>') // ['/assets/index-a1.js']
 */
export function scriptsIn(html: string): string[] {
  return [...html.matchAll(/<script\b[^>]*\ssrc="(\/assets\/[^"]+)"/g)].map(
    ([, path = '']) => path,
  );
}

/**
 * Whether the server's page begins with other scripts than the one that is open: it was upgraded. A
 * page without any of ours (a gateway's own) is no newer one.
 */
export async function isOutdated(): Promise<boolean> {
  const answer = await fetch('/', { cache: 'no-cache', credentials: 'same-origin' });
  if (!answer.ok) return false;
  const wanted = scriptsIn(await answer.text());
  const open = new Set(
    Array.from(document.scripts, ({ src }) => new URL(src, document.baseURI).pathname),
  );
  return wanted.some((path) => !open.has(path));
}
