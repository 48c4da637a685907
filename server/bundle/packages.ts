import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** One installed package. */
export interface Installed {
  readonly name: string;
  readonly version: string;
  /** Relative to the root: `node_modules/fastify`, or nested in another. */
  readonly folder: string;
}

/**
 * The packages that the code below some folders imports, with all that these need themselves, as
 * they are installed: what a program has to carry with it, and nothing that only builds or tests it.
 * Types alone count for nothing. In the order of their folders.
 * @param except files of them that only build
 * @throws Error when one that is needed is not installed
 * @example packagesOf(ROOT, ['server', 'shared']) // [{ name: 'fastify', … }, …], without vite
 */
export function packagesOf(
  root: string,
  folders: readonly string[],
  except: readonly string[] = [],
): Installed[] {
  const found = new Map<string, Installed>();
  const take = (name: string, from: string, needed: boolean): void => {
    const folder = folderOf(root, name, from);
    if (folder === null) {
      if (needed) throw new Error(`${name}, which ${from} needs, is not installed`);
      return;
    }
    if (found.has(folder)) return;
    const manifest = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    ) as Manifest;
    found.set(folder, { name: manifest.name, version: manifest.version, folder });
    for (const one of Object.keys(manifest.dependencies ?? {})) take(one, folder, true);
    for (const one of Object.keys(manifest.optionalDependencies ?? {})) take(one, folder, false);
    for (const one of Object.keys(manifest.peerDependencies ?? {})) {
      if (manifest.peerDependenciesMeta?.[one]?.optional !== true) take(one, folder, false);
    }
  };
  for (const name of importsBelow(root, folders, except)) take(name, '', true);
  return [...found.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** Where Node would find a package from a folder: beside it, or above. */
function folderOf(root: string, name: string, from: string): string | null {
  for (let at = join(root, from); ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return relative(root, folder);
    if (at === root || relative(root, at).startsWith('..')) return null;
  }
}

/** Names of packages in the code below some folders; what is only imported as a type is none. */
function importsBelow(
  root: string,
  folders: readonly string[],
  except: readonly string[],
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const folder of folders) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file) || except.includes(`${folder}/${file}`)) continue;
      const code = readFileSync(join(root, folder, file), 'utf8');
      for (const [, types, plain, dynamic, required] of code.matchAll(IMPORT)) {
        const from = plain ?? dynamic ?? required;
        if (types !== undefined || from === undefined || /^(?:\.|node:)/.test(from)) continue;
        const [scope = '', rest = ''] = from.split('/');
        names.add(scope.startsWith('@') ? `${scope}/${rest}` : scope);
      }
    }
  }
  return names;
}

/** A line of imports, an import when it is needed, and the same of a package of the older kind. */
const IMPORT =
  /^(?:import|export) (type )?(?:[^;'"]* from )?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|createRequire\(import\.meta\.url\)\(\s*['"]([^'"]+)['"]\s*\)/gm;
