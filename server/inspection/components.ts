import { existsSync, readFileSync } from 'node:fs';
import type Database from 'better-sqlite3';

interface Component {
  readonly name: string;
  readonly version: string;
}

const ROOT = new URL('../../', import.meta.url);

/**
 * What this program is made of, as it is installed here: itself, Node, SQLite, and the packages that
 * it names. Everything that those bring along is in the list of parts that comes with a bundle.
 */
export function components(connection: Database.Database): Component[] {
  const manifest = read('package.json') as {
    version: string;
    dependencies: Record<string, string>;
  };
  const sqlite = connection.prepare('select sqlite_version()').pluck().get() as string;
  const packages = Object.keys(manifest.dependencies).flatMap((name) => {
    const file = `node_modules/${name}/package.json`;
    // What only builds the pages is not in a bundle.
    if (!existsSync(new URL(file, ROOT))) return [];
    return [{ name, version: (read(file) as { version: string }).version }];
  });
  return [
    { name: 'Biaochi', version: manifest.version },
    { name: 'Node.js', version: process.versions.node },
    { name: 'SQLite', version: sqlite },
    { name: 'OpenSSL', version: process.versions.openssl },
    ...packages,
  ];
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, ROOT), 'utf8'));
}
