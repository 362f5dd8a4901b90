// Opens the README's page from the single-file bundle in Chromium 80, 90, 109 and the current one: it must draw, link and answer.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveBrowser } from '../../tools/browser.mjs';
import { openPage } from './cdp.mjs';
import { oldKernels } from './kernels.mjs';
import { serveSite } from './site.mjs';

const pictures = fileURLToPath(new URL('../../.cache/kernel-pictures', import.meta.url));
mkdirSync(pictures, { recursive: true });

/** Number of opaque pixels on the canvases of the map: an empty map has next to none. */
const DRAWN = `(() => {
  let n = 0;
  for (const canvas of document.querySelector('yzt-map').shadowRoot.querySelectorAll('canvas')) {
    if (!canvas.width) continue;
    const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
    for (let i = 3; i < data.length; i += 4) if (data[i] > 200) n++;
  }
  return n;
})()`;

const LEGEND_BUTTONS = `[...document.querySelector('yzt-legend').shadowRoot.querySelectorAll('button')].filter((b) => b.textContent.includes('健身路径'))`;
const BARS_SAY = `document.querySelector('yzt-bar-chart').shadowRoot.textContent`;

const CHECKS = {
  'every element of the page is registered': async (page) => {
    const missing = await page.evaluate(
      `[...document.querySelectorAll('*')].map((e) => e.localName).filter((t) => t.startsWith('yzt-') && !customElements.get(t))`,
    );
    if (missing.length) throw new Error(`not registered: ${missing}`);
  },
  'the dataset has read all 60 venues': (page) => page.until(`document.querySelector('yzt-dataset').dataset.rowCount === 60`),
  'the map draws the points on canvas': (page) => page.until(`${DRAWN} > 60 * 20`),
  'the chart counts the venues of each district': (page) => page.until(`/市南区/.test(${BARS_SAY}) && /15/.test(${BARS_SAY})`),
  'a click in the legend filters the dataset and the map': async (page) => {
    await page.until(`${LEGEND_BUTTONS}.length > 0`);
    await page.evaluate(`window.before = ${DRAWN}, ${LEGEND_BUTTONS}[0].click()`);
    await page.until(`document.querySelector('yzt-dataset').dataset.query({ measures: [{ kind: 'count' }] }).total.count === 20`);
    await page.until(`${DRAWN} < window.before`);
  },
  'a larger source is read by the worker': async (page) => {
    await page.evaluate(`window.loads = 0, document.querySelector('yzt-dataset').addEventListener('yzt-load', () => window.loads++), document.querySelector('yzt-dataset').src = 'venues-for-worker.geojson'`);
    await page.until(`window.loads === 1 && document.querySelector('yzt-dataset').dataset.rowCount === 60`);
    await page.until(`performance.getEntriesByType('resource').some((one) => one.name.endsWith('yizhangtu.worker.js'))`);
  },
  'nothing failed and no other host was asked': (page, url) => {
    const foreign = page.requests.filter((request) => !request.startsWith(url) && !/^(data|about|blob):/.test(request));
    if (page.errors.length || foreign.length) throw new Error([...page.errors, ...foreign].join('\n'));
  },
};

let passed = 0;
let failed = 0;

async function check(kernel, url) {
  const page = await openPage(kernel);
  try {
    await page.navigate(url);
    await page.until(`document.readyState === 'complete'`);
    for (const [sentence, proof] of Object.entries(CHECKS)) {
      try {
        await proof(page, url);
        passed++;
        process.stdout.write(`  ok    ${kernel.name}: ${sentence}\n`);
      } catch (error) {
        failed++;
        process.stdout.write(`  FAIL  ${kernel.name}: ${sentence}\n        ${error.message}\n        ${page.errors.join('\n        ')}\n`);
      }
    }
    writeFileSync(join(pictures, `${kernel.name}.png`), await page.screenshot());
  } finally {
    await page.close();
  }
}

const site = await serveSite();
let kernels = [{ name: 'chromium', executable: await resolveBrowser(), env: process.env }];
let skipped = '';
try {
  kernels = [...oldKernels(), ...kernels];
} catch (error) {
  skipped = `, ${3 * Object.keys(CHECKS).length} skipped`;
  process.stdout.write(`跳过旧内核 / old kernels skipped: ${error.message}\n`);
}
for (const kernel of kernels) {
  try {
    await check(kernel, site.url);
  } catch (error) {
    failed++;
    process.stdout.write(`  FAIL  ${kernel.name}: ${error.message}\n`);
  }
}
site.close();
process.stdout.write(`${passed} passed, ${failed} failed${skipped}\n`);
process.exit(failed ? 1 : 0);
