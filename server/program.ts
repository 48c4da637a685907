import { existsSync, readFileSync } from 'node:fs';

/** The version of this program, as package.json says it. */
export function programVersion(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** How the command line is called here: a bundle has a program of its own, and no npm. */
export function commandLine(): string {
  return existsSync(new URL('../cli', import.meta.url)) ? './cli' : 'npm run cli --';
}
