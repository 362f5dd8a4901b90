import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { CountReporter } from '../../tools/reporters/vitest-count.mjs';

const conditions = ['yizhangtu-source', 'module', 'import', 'default'];

/** What engines answer, asked of real ones. Without an engine on this machine its tests are skipped, and a line says so. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['tests/servers/**/*.live.ts'],
    environment: 'node',
    testTimeout: 90_000,
    hookTimeout: 120_000,
    reporters: ['default', new CountReporter()],
  },
});
