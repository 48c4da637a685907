import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name) && statSync(join(ROOT, name)).isFile());
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

interface Import {
  readonly from: string;
  /** A path from the root for a file of the project, the package name otherwise. */
  readonly to: string;
  readonly own: boolean;
}

function importsOf(file: string): Import[] {
  const found = read(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*'([^']+)'|import\s*\(\s*'([^']+)'|(?:^|\n)import\s*'([^']+)'/g,
  );
  return [...found].map((match) => {
    const to = match[1] ?? match[2] ?? match[3] ?? '';
    const own = to.startsWith('.');
    return { from: file, to: own ? normalize(join(dirname(file), to)) : to, own };
  });
}

const SOURCES = [...filesBelow('shared'), ...filesBelow('server'), ...filesBelow('client')];
const IMPORTS = SOURCES.flatMap(importsOf);
const say = (list: readonly Import[]): string[] => list.map(({ from, to }) => `${from} → ${to}`);

/** Folders below server/ and client/ that are plumbing or the shell, open to every room. */
const PLUMBING = {
  server: new Set(['http', 'db', 'files', 'paper']),
  client: new Set(['app', 'ui', 'charts']),
} as const;

function roomOf(file: string, storey: 'server' | 'client'): string | null {
  const [first, second, third] = file.split('/');
  return first === storey && second !== undefined && third !== undefined ? second : null;
}

describe('who may import whom', () => {
  it('finds the sources that it judges', () => {
    expect(SOURCES.length).toBeGreaterThan(50);
    expect(IMPORTS.length).toBeGreaterThan(150);
  });

  it('shared knows zod/mini and itself only', () => {
    const strange = IMPORTS.filter(
      ({ from, to, own }) =>
        from.startsWith('shared/') && (own ? !to.startsWith('shared/') : to !== 'zod/mini'),
    );
    expect(say(strange)).toEqual([]);
  });

  it('the engine knows nothing outside itself', () => {
    const strange = IMPORTS.filter(
      ({ from, to }) =>
        from.startsWith('shared/assessment/') && !to.startsWith('shared/assessment/'),
    );
    expect(say(strange)).toEqual([]);
  });

  it('client and server never meet', () => {
    const strange = IMPORTS.filter(
      ({ from, to }) =>
        (from.startsWith('client/') && to.startsWith('server/')) ||
        (from.startsWith('server/') && to.startsWith('client/')),
    );
    expect(say(strange)).toEqual([]);
  });

  it('a server room reads another through its store only', () => {
    const strange = IMPORTS.filter(({ from, to, own }) => {
      const here = roomOf(from, 'server');
      const there = roomOf(to, 'server');
      if (!own || here === null || there === null || here === there) return false;
      if (PLUMBING.server.has(there) || here === 'seed') return false;
      return !/(^|[/-])store\.ts$/.test(to);
    });
    expect(say(strange)).toEqual([]);
  });

  it('the plumbing of the server knows no room', () => {
    const strange = IMPORTS.filter(({ from, to }) => {
      const there = roomOf(to, 'server');
      return from.startsWith('server/http/') && there !== null && !PLUMBING.server.has(there);
    });
    expect(say(strange)).toEqual([]);
  });

  it('a client room reads another through its api only', () => {
    const strange = IMPORTS.filter(({ from, to, own }) => {
      const here = roomOf(from, 'client');
      const there = roomOf(to, 'client');
      if (!own || here === null || there === null || here === there) return false;
      if (PLUMBING.client.has(there) || here === 'app') return false;
      return !to.endsWith('/api.ts');
    });
    expect(say(strange)).toEqual([]);
  });

  it('components and charts know no room', () => {
    const strange = IMPORTS.filter(({ from, to }) => {
      const there = roomOf(to, 'client');
      return /^client\/(ui|charts)\//.test(from) && there !== null && !PLUMBING.client.has(there);
    });
    expect(say(strange)).toEqual([]);
  });

  it('Kysely stays in db/ and the stores', () => {
    const strange = IMPORTS.filter(
      ({ from, to }) =>
        to === 'kysely' && !from.startsWith('server/db/') && !/(^|[/-])store\.ts$/.test(from),
    );
    expect(say(strange)).toEqual([]);
  });
});

describe('the house', () => {
  it('has no barrels, no utils and no src', () => {
    const strange = SOURCES.filter(
      (file) => /(^|\/)index\.tsx?$/.test(file) || /(^|\/)(utils?|helpers|src)(\/|\.ts)/.test(file),
    );
    expect(strange).toEqual([]);
  });

  it('reads the clock in one place', () => {
    const strange = [...filesBelow('server'), ...filesBelow('shared')].filter(
      (file) => file !== 'server/http/clock.ts' && /new Date\(\)|Date\.now\(/.test(read(file)),
    );
    expect(strange).toEqual([]);
  });

  it('puts no SQL together from strings', () => {
    const strange = filesBelow('server').filter((file) =>
      /sql\.(raw|lit|unsafe)|\.(prepare|exec)\(\s*`[^`]*\$\{/.test(read(file)),
    );
    expect(strange).toEqual([]);
  });

  it('calls nobody outside the machine', () => {
    const allowed = /^https?:\/\/(127\.0\.0\.1|localhost|\$\{|www\.w3\.org|targets\.example)/;
    const strange = SOURCES.flatMap((file) =>
      [...read(file).matchAll(/https?:\/\/[^\s'"`)]+/g)]
        .map(([address]) => `${file}: ${address}`)
        .filter((line) => !allowed.test(line.slice(line.indexOf(': ') + 2))),
    );
    expect(strange).toEqual([]);
  });

  it('escapes the type checker nowhere', () => {
    const strange = SOURCES.filter((file) =>
      /@ts-(ignore|nocheck|expect-error)|[:<]\s*any\b|\bas any\b/.test(read(file)),
    );
    expect(strange).toEqual([]);
  });
});

describe('the dependencies', () => {
  const manifest = JSON.parse(read('package.json')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
    allowScripts: Record<string, boolean>;
  };
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { resolved?: string; gypfile?: boolean; hasInstallScript?: boolean }>;
  };

  it('are pinned to exact versions', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies };
    const loose = Object.entries(all).filter(
      ([, version]) => !/^(npm:[^@]*@?[^@]+@)?\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('are each named in a decision record', () => {
    const records = readdirSync(join(ROOT, 'docs/decisions'))
      .map((name) => read(join('docs/decisions', name)))
      .join('\n');
    const all = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const unnamed = all.filter((name) => !records.includes(`\`${name}\``));
    expect(unnamed).toEqual([]);
  });

  it('compile nothing at install, with an npm that ignores allowScripts too', () => {
    expect(lock.packages['node_modules/better-sqlite3']?.gypfile).toBe(false);
    expect(manifest.allowScripts).toEqual({
      node: true,
      'better-sqlite3': false,
      'core-js': false,
    });
    const scripted = Object.entries(lock.packages)
      .filter(([, entry]) => entry.hasInstallScript === true)
      .map(([path]) => path);
    // core-js only prints an advertisement, and npm shows no output of install scripts.
    const known = /node_modules\/(node|fsevents|core-js)$/;
    expect(scripted.filter((path) => !known.test(path))).toEqual([]);
  });

  it('come from whatever registry npm is set to', () => {
    const fixed = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);
    expect(fixed.map(([path]) => path)).toEqual([]);
  });
});
