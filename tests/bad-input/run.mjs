// What a page does with sources, values and markup that are wrong: each is said in a sentence, nothing else stops, nothing runs.
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, resolveBrowser } from '../../tools/browser.mjs';
import { finish } from '../shared/report.mjs';
import { testAttributes } from './attributes.mjs';
import { serveFaults } from './site.mjs';
import { testPayloads } from './text-only.mjs';
import { testSources } from './sources.mjs';

const site = await serveFaults();
const browser = await chromium.launch({ executablePath: await resolveBrowser(), args: CHROMIUM_ARGS });
try {
  await testSources(browser, site);
  await testAttributes(browser, site);
  await testPayloads(browser, site, { policy: true });
  await testPayloads(browser, site, { policy: false });
} finally {
  await browser.close();
  site.close();
}
finish();
