import { defineConfig } from 'vitest/config';
import { CountReporter } from './tools/reporters/vitest-count.mjs';

const conditions = ['yizhangtu-source', 'module', 'import', 'default'];

/** Logic tests: pure functions, in Node. Elements are tested in a real browser by web-test-runner. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tools/**/*.test.ts', 'tests/**/*.test.ts', 'examples/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.ts'],
    environment: 'node',
    // A property test on a busy machine takes longer than the default of five seconds.
    testTimeout: 30_000,
    reporters: ['default', new CountReporter()],
  },
});
