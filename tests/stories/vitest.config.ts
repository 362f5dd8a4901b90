import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, resolveBrowser } from '../../tools/browser.mjs';
import { CountReporter } from '../../tools/reporters/vitest-count.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every story in a real Chromium: it renders without an error, its play function holds, axe finds nothing. */
export default defineConfig({
  root,
  cacheDir: 'node_modules/.vite-stories',
  plugins: [storybookTest({ configDir: `${root}.storybook`, disableAddonDocs: true })],
  optimizeDeps: {
    entries: ['stories/**/*.stories.ts', 'packages/*/src/**/*.ts', '!packages/**/*.test.ts', '!packages/**/*.fixture.ts'],
  },
  test: {
    name: 'stories',
    testTimeout: 30_000,
    api: { port: Number(process.env['STORIES_PORT'] ?? 63_315), strictPort: false },
    reporters: ['default', new CountReporter()],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      // Without motion: axe must not measure the contrast of a button half-way between two themes.
      provider: playwright({
        launchOptions: { executablePath: await resolveBrowser(), args: CHROMIUM_ARGS },
        contextOptions: { reducedMotion: 'reduce' },
      }),
      instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
    },
  },
});
