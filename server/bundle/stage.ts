import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { findLibrary, LIBRARY, libraryComponent } from './library.ts';
import { packagesOf } from './packages.ts';
import { billOfMaterials } from './sbom.ts';
import { CLI, START, STOP } from './scripts.ts';

/** What of the checkout runs, and what people read beside it. */
const PARTS = [
  'server',
  'shared',
  'migrations',
  'dist/client',
  'docs',
  'package.json',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
];

/** What other machines would compile from, and what only editors read. */
const LEFT_OUT =
  /^node_modules\/(?:better-sqlite3\/(?:deps|src|prebuilds)(?:\/|$)|.*\.(?:map|d\.[cm]?ts)$)/;

export const ARCHITECTURES = ['x64', 'arm64'] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

/**
 * Lays out in an empty folder everything that the product needs on a Linux machine without a
 * registry and without Node: the runtime, the packages, the built pages, `start`, `stop`, `cli`, a
 * bill of materials, and `SHA256SUMS` over all of it.
 * @param root the checkout, with its packages installed and its client built
 * @param runtime the program `node` for the architecture
 * @throws Error when the client is not built, or a package is missing
 */
export function stage(
  root: string,
  folder: string,
  architecture: Architecture,
  runtime: string,
): void {
  if (!existsSync(join(root, 'dist/client/index.html'))) {
    throw new Error('the client is not built: npm run build');
  }
  mkdirSync(folder, { recursive: true });
  const packages = packagesOf(root, ['server', 'shared']);
  for (const part of [...PARTS, ...packages.map((one) => one.folder)]) {
    copyPart(root, folder, part);
  }
  const addon = `node_modules/better-sqlite3/prebuilds/linux-${architecture}.node`;
  mkdirSync(join(folder, dirname(addon)), { recursive: true });
  cpSync(join(root, addon), join(folder, addon));
  mkdirSync(join(folder, 'runtime'));
  cpSync(runtime, join(folder, 'runtime/node'), { dereference: true });
  chmodSync(join(folder, 'runtime/node'), 0o755);
  const library = findLibrary(architecture, runtime);
  if (library !== null) {
    mkdirSync(join(folder, 'runtime/lib'));
    copyFileSync(library, join(folder, 'runtime/lib', LIBRARY));
  }
  const inPages = packagesOf(root, ['client'], ['client/build.ts']);
  const besides = library === null ? [] : [libraryComponent(library)];
  const bill = billOfMaterials(root, [...packages, ...inPages], besides);
  writeFileSync(join(folder, 'sbom.cdx.json'), bill);
  for (const [name, script] of Object.entries({ start: START, stop: STOP, cli: CLI })) {
    writeFileSync(join(folder, name), script, { mode: 0o755 });
  }
  writeFileSync(join(folder, 'SHA256SUMS'), sumsOf(folder));
}

function copyPart(root: string, folder: string, part: string): void {
  const into = join(folder, part);
  mkdirSync(dirname(into), { recursive: true });
  cpSync(join(root, part), into, {
    recursive: true,
    dereference: true,
    filter: (from) => {
      const path = from.slice(root.length + 1);
      // Packages nested in another are taken by themselves, where they are needed at all.
      return !LEFT_OUT.test(path) && !path.slice(part.length).includes('/node_modules');
    },
  });
}

/** One line a file, as `sha256sum -c` reads it, in the order of the names. */
function sumsOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return files
    .map((file) => {
      const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
      return `${hash}  ./${file.slice(folder.length + 1)}\n`;
    })
    .join('');
}
