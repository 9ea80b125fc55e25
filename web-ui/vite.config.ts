import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { mockServer } from './dev/mock.ts';

/** Where a running server is, for `npm run dev`; without it the made-up office in dev/ answers. */
const server = process.env.CHANCERY_SERVER;

/**
 * pdf.js loads its decoder for JPEG 2000 by name, at run time, from a folder; the bundler cannot see that import. So
 * the file is put beside the bundle.
 */
function decoders(): Plugin {
  const name = 'openjpeg_nowasm_fallback.js';
  const source = fileURLToPath(new URL(`node_modules/pdfjs-dist/wasm/${name}`, import.meta.url));
  return {
    name: 'chancery-decoders',
    apply: 'build',
    async generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: `assets/decoders/${name}`,
        source: await readFile(source),
      });
    },
  };
}

export default defineConfig({
  // Scripts and styles find their parts beside themselves, so the same build can be served from any folder; only the
  // page must know which one it is.
  base: './',
  experimental: {
    renderBuiltUrl: (name, { hostType }) =>
      hostType === 'html' ? (process.env.CHANCERY_UI_BASE ?? '/') + name : { relative: true },
  },
  plugins: [react(), decoders(), ...(server ? [] : [mockServer()])],
  css: {
    preprocessorOptions: {
      scss: { loadPaths: ['node_modules/@uswds/uswds/packages'], quietDeps: true },
    },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Not every server knows that .mjs is a script.
        assetFileNames: ({ names }) =>
          names[0]?.endsWith('.mjs') ? 'assets/[name]-[hash].js' : 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: { proxy: server ? { '/api': { target: server, changeOrigin: true } } : undefined },
});
