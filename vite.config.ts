import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import legacy from '@vitejs/plugin-legacy';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Offices report their browsers as Chromium 86: nothing newer may be sent to them. */
const OLDEST = 'chrome86';

/** What pages or libraries use and Chromium 86 lacks; a test finds what is used and not named here. */
export const POLYFILLS = ['es.array.at', 'es.string.at-alternative', 'es.array.to-sorted'];

/** Runs ahead of all others and asks for what the first screen shows (client/early.ts). */
const EARLY = 'early';

function earlyScript(): Plugin {
  return {
    name: 'early-script',
    transformIndexHtml(_html, { bundle = {} }) {
      const chunk = Object.values(bundle).find(
        (one) => one.type === 'chunk' && one.isEntry && one.name === EARLY,
      );
      // Served for development, it comes with the rest.
      if (chunk === undefined) return [];
      const attrs = { type: 'module', async: true, crossorigin: true, src: `/${chunk.fileName}` };
      return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
    },
  };
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ command }) => {
  // Whatever the shell says: a development build of React is twice as large and slow.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: file('client'),
    plugins: [
      react(),
      { ...optimizeLocales.vite({ locales: ['zh-CN', 'en-US'] }), enforce: 'pre' },
      earlyScript(),
      legacy({
        renderLegacyChunks: false,
        modernTargets: 'chrome>=86',
        modernPolyfills: POLYFILLS,
      }),
    ],
    css: { lightningcss: { targets: { chrome: 86 << 16 } } },
    build: {
      outDir: file('dist/client'),
      emptyOutDir: true,
      cssTarget: OLDEST,
      // A data: address would need a wider policy than 'self' for fonts and scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: file('client/index.html'), [EARLY]: file('client/early.ts') },
        output: {
          codeSplitting: {
            // A browser asks for six files at a time: few of them.
            groups: [
              { name: EARLY, test: /client[\\/]early\.ts$/, priority: 2 },
              { name: 'start', tags: ['$initial'], priority: 1 },
              // By exactly the pages that share them, and no merging of small ones: merged files may
              // import each other in a circle, and then one runs before what it needs.
              { name: 'common', minShareCount: 2, entriesAware: true },
            ],
          },
        },
      },
      reportCompressedSize: false,
      sourcemap: false,
    },
    server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  };
});
