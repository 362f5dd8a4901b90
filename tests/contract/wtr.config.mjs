// The contract suite: what every element owes its users, driven by the manifest. Runs in a real Chromium.
import base from '../../web-test-runner.config.mjs';
import { forcedColorsPlugin } from './forced-colors-plugin.mjs';

export default {
  ...base,
  rootDir: new URL('../..', import.meta.url).pathname,
  files: ['tests/contract/*.browser.test.ts'],
  plugins: [...base.plugins, forcedColorsPlugin()],
  groups: [],
};
