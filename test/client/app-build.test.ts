import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { first } from '../../shared/i18n/zh-CN/first.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { POLYFILLS } from '../../vite.config.ts';

type Chunk = Rolldown.OutputChunk;
let chunks: Chunk[] = [];
let styles: { fileName: string; text: string }[] = [];
let page = '';

beforeAll(async () => {
  const built = await build({
    configFile: new URL('../../vite.config.ts', import.meta.url).pathname,
    logLevel: 'error',
    build: { write: false },
  });
  const files = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  chunks = files.filter((file) => file.type === 'chunk');
  const assets = files.flatMap((file) =>
    file.type === 'asset' ? [{ fileName: file.fileName, text: String(file.source) }] : [],
  );
  styles = assets.filter(({ fileName }) => fileName.endsWith('.css'));
  page = assets.find(({ fileName }) => fileName === 'index.html')?.text ?? '';
}, 60_000);

describe('the page under its policy', () => {
  it('has every script and style in a file of its own machine', () => {
    expect(page).toContain('<div id="root">');
    expect(page).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
    expect(page).not.toMatch(/https?:\/\//);
  });

  it('leaves React Aria no reason to add a style', () => {
    expect(page).toContain('<meta id="react-aria-pressable-style"');
    expect(styles.some(({ text }) => text.includes('[data-react-aria-pressable]'))).toBe(true);
  });

  it('speaks to double-core browsers, and to those without scripts', () => {
    expect(page).toContain('<meta name="renderer" content="webkit"');
    expect(page).toContain('<noscript>');
  });
});

it('what a page says of itself stands behind what is said of all pages', () => {
  const start = styles.find(({ text }) => text.includes('.sourceLine'))?.text ?? '';
  const first = start.search(/\._[a-z]/i);
  expect(first).toBeGreaterThan(start.lastIndexOf('.sourceLine'));
});

it('no file imports itself, however many files away: one would run before what it needs', () => {
  const imports = new Map(chunks.map(({ fileName, imports: names }) => [fileName, names]));
  const reached = (from: string): Set<string> => {
    const seen = new Set<string>();
    const next = [...(imports.get(from) ?? [])];
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
      if (seen.has(one)) continue;
      seen.add(one);
      next.push(...(imports.get(one) ?? []));
    }
    return seen;
  };
  expect([...imports.keys()].filter((file) => reached(file).has(file))).toEqual([]);
});

it('the first screens say nothing whose words come later', () => {
  const later = Object.keys(zhCN).filter((room) => !(room in first));
  expect(later.length).toBeGreaterThan(5);
  const rooms = later.join('|');
  const said = new RegExp(
    `[mM]essages(?:\\(\\))?\\.(?:${rooms})\\b|` +
      `\\{[^{}]*\\b(?:${rooms})\\b[^{}]*\\} = (?:\\w+\\.)?(?:useMessages\\(\\)|messages)\\b`,
  );
  const start = chunks.filter(({ isEntry }) => isEntry).flatMap(({ moduleIds }) => moduleIds);
  const ours = start.filter((file) => /\/client\/.*\.tsx?$/.test(file));
  expect(ours.length).toBeGreaterThan(50);
  expect(ours.filter((file) => said.test(readFileSync(file, 'utf8')))).toEqual([]);
});

/** Newer than Chromium 86, with the version that brought it. */
const STYLES_TOO_NEW: Readonly<Record<string, RegExp>> = {
  'inset: 87': /[{;]\s*inset(-\w+)*:/,
  ':is() and :where(): 88': /:(is|where)\(/,
  'aspect-ratio: 88': /aspect-ratio:/,
  '@layer: 99': /@layer/,
  ':has(): 105': /:has\(/,
  '@container: 105': /@container/,
  'color-mix, oklch: 111': /color-mix|oklch|oklab/,
  'nesting: 112': /&/,
  'dvh: 108': /\d[dsl]v[hw]\b/,
  'individual transforms: 104': /[{;](scale|rotate|translate):/,
};

/** What a polyfill exists for stands with its name; the others must not be called at all. */
const CALLS_TOO_NEW: readonly { call: RegExp; polyfill?: string; allowed?: RegExp }[] = [
  { call: /\.at\(/, polyfill: 'es.array.at' },
  { call: /\.toSorted\(/, polyfill: 'es.array.to-sorted' },
  { call: /\.toReversed\(/, polyfill: 'es.array.to-reversed' },
  { call: /\.toSpliced\(/, polyfill: 'es.array.to-spliced' },
  { call: /\.findLast\(/, polyfill: 'es.array.find-last' },
  { call: /\.findLastIndex\(/, polyfill: 'es.array.find-last-index' },
  { call: /Object\.hasOwn\(/, polyfill: 'es.object.has-own' },
  { call: /Object\.groupBy\(/, polyfill: 'es.object.group-by' },
  { call: /Promise\.withResolvers\(/, polyfill: 'es.promise.with-resolvers' },
  { call: /Array\.fromAsync\(/, polyfill: 'es.array.from-async' },
  { call: /structuredClone\(/, polyfill: 'web.structured-clone' },
  { call: /randomUUID\(/ },
  { call: /new Intl\.Segmenter/ },
  // React Aria calls it for the on-screen keyboard of iOS only.
  { call: /AbortSignal\.timeout\(/, allowed: /^(Dialog|common)[-~]/ },
  { call: /AbortSignal\.any\(/ },
];

describe('what is sent to Chromium 86', () => {
  it('holds no style that it does not know', () => {
    expect(styles.length).toBeGreaterThan(2);
    const found = styles.flatMap(({ fileName, text }) =>
      Object.entries(STYLES_TOO_NEW)
        .filter(([, pattern]) => pattern.test(text))
        .map(([name]) => `${fileName}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  it('calls nothing that it lacks, unless it is brought along', () => {
    const found = chunks
      .filter(({ fileName }) => !fileName.includes('polyfills'))
      .flatMap(({ fileName, code }) =>
        CALLS_TOO_NEW.filter(({ call, polyfill, allowed }) => {
          if (!call.test(code)) return false;
          if (allowed?.test(fileName.replace('assets/', '')) === true) return false;
          return polyfill === undefined || !POLYFILLS.includes(polyfill);
        }).map(({ call }) => `${fileName}: ${call.source}`),
      );
    expect(found).toEqual([]);
  });
});

const KB = 1000;
const gz = (text: string): number => gzipSync(text, { level: 9 }).length;

/** All that a browser loads for one page: the entry, the page, and what both import, styles too. */
function weightOf(pageName: string): number {
  const wanted = new Set<string>();
  const add = (fileName: string) => {
    const chunk = chunks.find((one) => one.fileName === fileName);
    if (chunk === undefined || wanted.has(fileName)) return;
    wanted.add(fileName);
    chunk.imports.forEach(add);
  };
  for (const { fileName, isEntry, name } of chunks) {
    if (isEntry || name === pageName || fileName.includes('polyfills')) add(fileName);
  }
  const used = chunks.filter(({ fileName }) => wanted.has(fileName));
  const css = new Set(used.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
  const texts = [
    ...used.map(({ code }) => code),
    ...styles.filter(({ fileName }) => css.has(fileName)).map(({ text }) => text),
  ];
  return texts.reduce((sum, text) => sum + gz(text), 0);
}

describe('the weight of a page, compressed', () => {
  it('is at most 240 kB for the overview', () => {
    const weight = weightOf('OverviewPage');
    expect(weight).toBeGreaterThan(120 * KB);
    expect(weight).toBeLessThan(240 * KB);
  });

  it('is no more for the sign-in, though the overview that follows it comes along', () => {
    expect(weightOf('SignInPage')).toBeLessThan(240 * KB);
  });

  it('has English in a chunk of its own, and Chinese in none', () => {
    const first = chunks.filter(({ isEntry }) => isEntry);
    expect(first.map(({ imports }) => imports.join()).join()).not.toMatch(/\/en-/);
    expect(chunks.some(({ fileName }) => /\/en-/.test(fileName))).toBe(true);
  });
});
