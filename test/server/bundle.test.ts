import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagesOf } from '../../server/bundle/packages.ts';
import { smokeTest } from '../../server/bundle/smoke.ts';
import { type Architecture, stage } from '../../server/bundle/stage.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('what a bundle carries', () => {
  const named = (folders: readonly string[], except: readonly string[] = []): string[] =>
    packagesOf(ROOT, folders, except).map(({ name }) => name);

  it('is what the server imports, and what that needs', () => {
    const server = named(['server', 'shared']);
    expect(server).toEqual(expect.arrayContaining(['fastify', 'avvio', 'better-sqlite3', 'zod']));
    // Asked for by name at the first password that is chosen.
    expect(server).toContain('@zxcvbn-ts/language-common');
  });

  it('is every dependency but what builds the pages', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const carried = new Set([...named(['server', 'shared']), ...named(['client'])]);
    const left = Object.keys(dependencies).filter((name) => !carried.has(name));
    expect(left).toEqual([
      '@react-aria/optimize-locales-plugin',
      '@vitejs/plugin-legacy',
      '@vitejs/plugin-react',
      // Inside as the runtime.
      'node',
      'terser',
    ]);
  });

  it.each(['vite', 'react', 'vitest', 'typescript', 'node', 'playwright-core'])(
    'is not %s, which only builds, tests or is inside already',
    (name) => {
      expect(named(['server', 'shared'])).not.toContain(name);
    },
  );
});

describe.runIf(process.platform === 'linux')('a bundle for this machine', () => {
  const work = mkdtempSync(join(tmpdir(), 'biaochi-bundle-'));
  const folder = join(work, 'bundle');
  beforeAll(() => stage(ROOT, folder, process.arch as Architecture, process.execPath), 60_000);
  afterAll(() => rmSync(work, { recursive: true }), 60_000);

  it('runs with nothing but itself, and stops', async () => {
    expect(await smokeTest(folder, join(work, 'data'))).toMatch(/network/);
  }, 60_000);

  it('lists what it is made of, the runtime and what is inside the pages included', () => {
    const bom = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8')) as {
      bomFormat: string;
      components: { name: string; version: string; licenses?: unknown; hashes?: unknown[] }[];
    };
    expect(bom.bomFormat).toBe('CycloneDX');
    const names = bom.components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['node', 'fastify', 'react', 'recharts']));
    expect(names).not.toContain('vite');
    for (const { name, licenses, hashes } of bom.components) {
      expect(licenses, name).toBeDefined();
      expect(hashes?.length, name).toBeGreaterThan(0);
    }
  });
});
