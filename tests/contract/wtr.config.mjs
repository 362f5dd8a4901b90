// The contract suite: what every element owes its users, driven by the manifest. Runs in a real Chromium.
import base from '../../web-test-runner.config.mjs';
import { forcedColorsPlugin } from './forced-colors-plugin.mjs';

/** Only the elements somebody works on: `TAGS="yzt-map yzt-popup"`. */
const tags = (process.env['TAGS'] ?? '').split(/[\s,]+/).filter(Boolean);

/** @type {import('@web/test-runner').TestRunnerConfig['plugins']} */
const wanted = [{ name: 'contract-tags', serve: ({ path }) => (path === '/contract-tags.txt' ? { body: tags.join(' '), type: 'text/plain' } : undefined) }];

export default {
  ...base,
  rootDir: new URL('../..', import.meta.url).pathname,
  files: ['tests/contract/*.browser.test.ts'],
  plugins: [...base.plugins, forcedColorsPlugin(), ...wanted],
  // Pages that mostly wait for frames.
  concurrency: 3,
  testsFinishTimeout: 600_000,
  groups: [],
};
