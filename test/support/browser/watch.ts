import type { BrowserContext, Page } from 'playwright-core';

/**
 * Writes down what no page of ours may do: an error in the console, an uncaught error, a crash, a
 * request to any other host than 127.0.0.1 (it fails, too: see `launch`). Returns the list, which
 * grows as things happen; empty means that all is well. Lines that match one of `allowed` are left
 * out: a test of a refusal allows the line that the browser prints for it, such as `/status of 409/`.
 */
export function watch(context: BrowserContext, allowed: readonly RegExp[] = []): readonly string[] {
  const troubles: string[] = [];
  const note = (line: string) => {
    if (!allowed.some((pattern) => pattern.test(line))) troubles.push(line);
  };
  const noteForeign = (url: string) => {
    if (leavesMachine(url)) note(`request to another host: ${url}`);
  };
  const watchPage = (page: Page) => {
    page.on('websocket', (socket) => noteForeign(socket.url()));
    page.on('crash', () => note(`crashed: ${page.url()}`));
  };
  context.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => note(`uncaught: ${String(error.error())}`));
  context.on('request', (request) => noteForeign(request.url()));
  context.on('page', watchPage);
  for (const page of context.pages()) watchPage(page);
  return troubles;
}

function leavesMachine(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return ['http:', 'https:', 'ws:', 'wss:'].includes(protocol) && hostname !== '127.0.0.1';
}
