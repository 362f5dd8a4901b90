// Element tests: every `*.browser.test.ts` in a real Chromium.
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { CHROMIUM_ARGS, resolveBrowser } from './tools/browser.mjs';

export default {
  files: ['packages/*/src/**/*.browser.test.ts'],
  nodeResolve: { exportConditions: ['yizhangtu-source', 'browser', 'development'] },
  plugins: [
    // The tsconfig is needed: without it legacy decorators break and an element never updates again.
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.base.json', import.meta.url)) }),
  ],
  browsers: [chromeLauncher({ launchOptions: { executablePath: await resolveBrowser(), args: CHROMIUM_ARGS } })],
  concurrency: 2,
  testFramework: { config: { timeout: 20000 } },
  testsFinishTimeout: 300000,
};
