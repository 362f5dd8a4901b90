// One page with every element under `default-src 'self'`: nothing may be refused, fail, or ask another host.
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, resolveBrowser } from '../../tools/browser.mjs';
import { serveAllTags } from '../shared/all-tags.mjs';
import { guard } from '../shared/guard.mjs';

const site = await serveAllTags();
const browser = await chromium.launch({ executablePath: await resolveBrowser(), args: CHROMIUM_ARGS });
let passed = 0;
let failed = 0;
function check(sentence, faults) {
  if (faults.length === 0) passed++;
  else failed++;
  process.stdout.write(`  ${faults.length === 0 ? 'ok  ' : 'FAIL'}  ${sentence}\n${faults.map((fault) => `        ${fault}\n`).join('')}`);
}

for (const theme of ['light', 'dark', 'screen', 'contrast']) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 2400 } });
  const watch = await guard(page, site.url);
  await page.goto(site.url);
  await page.evaluate((name) => document.documentElement.setAttribute('data-yzt-theme', name), theme);
  await page.waitForFunction(() => document.querySelector('yzt-dataset')?.dataset?.rowCount === 60);
  await page.waitForTimeout(500);
  if (theme === 'light') {
    for (const tag of site.tags) {
      const upgraded = await page.evaluate((name) => customElements.get(name) !== undefined && document.querySelector(name) instanceof customElements.get(name), tag);
      check(`<${tag}> is on the page and upgraded`, upgraded ? [] : ['it is not']);
    }
  }
  check(`every element under a strict policy, theme ${theme}`, await watch.faults());
  await page.close();
}

// The proof can fail: the same page with an inline style is refused.
const probe = await browser.newPage();
const watch = await guard(probe, site.url);
await probe.goto(`${site.url}/empty`);
await probe.evaluate(() => document.body.setAttribute('style', 'color:red'));
await probe.waitForTimeout(100);
check('the page under test does refuse inline styles', (await watch.faults()).some((fault) => fault.startsWith('policy:')) ? [] : ['no violation was seen']);

await browser.close();
site.close();
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed ? 1 : 0);
