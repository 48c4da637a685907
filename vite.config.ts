import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import legacy from '@vitejs/plugin-legacy';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Offices report their browsers as Chromium 86: nothing newer may be sent to them. */
const OLDEST = 'chrome86';

/** What pages or libraries use and Chromium 86 lacks; a test finds what is used and not named here. */
export const POLYFILLS = ['es.array.at', 'es.string.at-alternative', 'es.array.to-sorted'];

export default defineConfig(({ command }) => {
  // Whatever the shell says: a development build of React is twice as large and slow.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: fileURLToPath(new URL('client', import.meta.url)),
    plugins: [
      react(),
      { ...optimizeLocales.vite({ locales: ['zh-CN', 'en-US'] }), enforce: 'pre' },
      legacy({
        renderLegacyChunks: false,
        modernTargets: 'chrome>=86',
        modernPolyfills: POLYFILLS,
      }),
    ],
    css: { lightningcss: { targets: { chrome: 86 << 16 } } },
    build: {
      outDir: fileURLToPath(new URL('dist/client', import.meta.url)),
      emptyOutDir: true,
      cssTarget: OLDEST,
      // A data: address would need a wider policy than 'self' for fonts and scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      sourcemap: false,
    },
    server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  };
});
