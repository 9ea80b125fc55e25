import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  // A test compares with the server's own vocabulary, which stands outside this folder.
  server: { fs: { allow: ['..'] } },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
    // Waiting ends when the thing has happened; this only bounds a machine that is busy with other things.
    testTimeout: 30_000,
  },
});
