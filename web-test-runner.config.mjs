// Element tests: every `*.browser.test.ts` in a real Chromium.
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { CHROMIUM_ARGS, resolveBrowser } from './tools/browser.mjs';
import { sharedDataMiddleware } from './tools/shared-data.mjs';
import { faultMiddleware } from './tools/test-server.mjs';
import { countReporter } from './tools/reporters/wtr-count.mjs';

export default {
  files: ['packages/*/src/**/*.browser.test.ts'],
  nodeResolve: { exportConditions: ['yizhangtu-source', 'browser', 'development'] },
  middleware: [faultMiddleware, sharedDataMiddleware],
  plugins: [
    {
      // The one library that is CommonJS: bundlers make a module of it, a browser cannot.
      name: 'commonjs-geodesic',
      transform: ({ path, body }) => (/geographiclib-geodesic[\w.]*\.js$/.test(path) ? `const module = { exports: {} };\n${body}\nexport default module.exports;` : undefined),
    },
    // The tsconfig is needed: without it legacy decorators break and an element never updates again.
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.base.json', import.meta.url)),
    }),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: await resolveBrowser(), args: CHROMIUM_ARGS },
      // Each page in its own window: a page behind another one gets no animation frames.
      createPage: async ({ context }) => {
        const browser = context.browser();
        const own = await browser.createBrowserContext();
        return own.newPage();
      },
    }),
  ],
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY === true }), countReporter()],
  concurrency: 2,
  testFramework: { config: { timeout: 20000 } },
  testsFinishTimeout: 300000,
};
