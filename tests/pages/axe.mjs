// axe over the whole page. Its script may not enter a page under the strict policy, so these windows set the policy aside.
import { createRequire } from 'node:module';
import { test } from '../shared/report.mjs';
import { open, shown } from './stage.mjs';

const SCRIPT = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const SIZES = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

const violations = (page) =>
  page.evaluate(async () => {
    const { violations: found, passes } = await window.axe.run(document, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    if (passes.length < 10) return [`axe looked at too little: ${passes.length} rules`];
    return found.map(
      ({ id, help, nodes }) =>
        `${id} (${nodes.length}): ${help} – ${nodes
          .slice(0, 2)
          .map((node) => `${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`)
          .join(' ; ')}`,
    );
  });

/** Desk and phone, light and dark, with a filter set, a row selected and the popup open. */
export async function testAxe(browser, site) {
  for (const [name, size] of Object.entries(SIZES)) {
    for (const theme of ['light', 'dark']) {
      await test(`axe finds nothing: ${name}, ${theme}`, async () => {
        const { page, close } = await open(browser, site, { ...size, query: `?theme=${theme}`, bypassCSP: true });
        await shown(page, 'yzt-filter[field=typeGroup]')
          .getByRole('button', { name: /步道路径/ })
          .evaluate((chip) => chip.click());
        await page.evaluate(() => {
          const { dataset } = document.getElementById('venues');
          const row = dataset.rows({ limit: 1 }).rows[0];
          dataset.select([row]);
          document
            .querySelector('#qingdao yzt-popup')
            .show([{ layer: document.getElementById('points'), dataset, row, lonLat: [120.38, 36.07] }]);
        });
        await page.waitForTimeout(400);
        await page.addScriptTag({ path: SCRIPT });
        const found = await violations(page);
        await close();
        return found;
      });
    }
  }
}
