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
    reporters: ['default', new CountReporter()],
  },
});
