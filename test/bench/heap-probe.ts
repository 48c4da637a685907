/** What the process says of its own memory, in bytes. */
export interface HeapReport {
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
}

const EVERY_MS = 1000;

/**
 * The environment under which a server writes what `process.memoryUsage()` says to a file, every
 * second. As text for `--import`, not as a module of TypeScript: that would load Node's stripper, and
 * its 24 MB would be measured.
 */
export function heapProbe(file: string): Readonly<Record<string, string>> {
  const script = `
    import { writeFileSync } from 'node:fs';
    const write = () => writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.memoryUsage()));
    setInterval(write, ${EVERY_MS}).unref();`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
}
