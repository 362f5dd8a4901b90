// Opens the README's page from the single-file bundle in Chromium 80, 90, 109 and the current one: it must draw, link and answer. Then a map
// with every symbol, line and fill: the old kernels must show the picture of the current one. And a draw of inspections: the record is Node's.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveBrowser } from '../../tools/browser.mjs';
import { openPage } from './cdp.mjs';
import { DRAW_SENTENCE, drawFaults } from './draw.mjs';
import { oldKernels } from './kernels.mjs';
import { serveSite } from './site.mjs';
import { COMPLETE, difference, drawnAs, pictureOf, SIZED } from './symbols.mjs';

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
    // The whole picture stands when it no longer changes: a first part of it may have fewer pixels than a third of the points.
    await page.until(`(() => { const [last, now] = [window.before, ${DRAWN}]; window.before = now; return last === now; })()`);
    await page.evaluate(`${LEGEND_BUTTONS}[0].click()`);
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

/** The ways layers are drawn in; points, lines and polygons know both. */
const WAYS = ['features', 'pixels'];
const SYMBOLS = WAYS.map((way) => `every symbol, line and fill as ${way} looks as in the current Chromium`);
/**
 * Mean difference of a channel, 0–255, at edges: canvases of 2020 and of today round covers differently, by 0.3 in the mean. Squares for
 * discs in one of the layers are 3, one pixel beside is 28.
 */
const MOST = 1;
/** Pixels at edges that the picture has at least: half of what it had when this was written. */
const LEAST_LOOKED = 8000;

let passed = 0;
let failed = 0;

function say(kernel, sentence, faults) {
  if (faults === undefined) passed++;
  else failed++;
  process.stdout.write(faults === undefined ? `  ok    ${kernel.name}: ${sentence}\n` : `  FAIL  ${kernel.name}: ${sentence}\n        ${faults.join('\n        ')}\n`);
}

async function checkReadme(kernel, page, url) {
  await page.navigate(url);
  await page.until(`document.readyState === 'complete'`);
  for (const [sentence, proof] of Object.entries(CHECKS)) {
    try {
      await proof(page, url);
      say(kernel, sentence);
    } catch (error) {
      say(kernel, sentence, [error.message, ...page.errors]);
    }
  }
  writeFileSync(join(pictures, `${kernel.name}.png`), await page.screenshot());
}

/** What a kernel draws, by way. */
async function drawSymbols(kernel, page, url) {
  const drawn = {};
  await page.navigate(`${url}symbols.html`);
  await page.until(`document.readyState === 'complete' && document.querySelector('yzt-map').isReady`);
  await page.evaluate(SIZED);
  for (const way of WAYS) {
    await page.evaluate(drawnAs(way));
    await page.until(COMPLETE);
    drawn[way] = await pictureOf(page);
    writeFileSync(join(pictures, `${kernel.name}-${way}.png`), await page.screenshot());
  }
  return drawn;
}

/** Compares with what the current kernel has drawn. */
function judgeSymbols(kernel, drawn, current) {
  WAYS.forEach((way, i) => {
    const { looked, mean } = difference(drawn[way], current[way]);
    const beside = difference(drawn[way], current[way], 1).mean;
    const right = looked > LEAST_LOOKED && mean < MOST && beside > 10 * MOST;
    say(kernel, SYMBOLS[i], right ? undefined : [`${looked} pixels at edges differ by ${mean.toFixed(2)} in the mean; one pixel beside by ${beside.toFixed(2)}`]);
  });
}

async function check(kernel, url, current) {
  const page = await openPage(kernel);
  try {
    await checkReadme(kernel, page, url);
    const faults = await drawFaults(page, url);
    say(kernel, DRAW_SENTENCE, faults.length > 0 ? faults : undefined);
    const drawn = await drawSymbols(kernel, page, url);
    if (current) judgeSymbols(kernel, drawn, current);
    return drawn;
  } finally {
    await page.close();
  }
}

const site = await serveSite();
// The current one first: the others are compared with it.
let kernels = [{ name: 'chromium', executable: await resolveBrowser(), env: process.env }];
let skipped = '';
try {
  kernels = [...kernels, ...oldKernels()];
} catch (error) {
  skipped = `, ${3 * (Object.keys(CHECKS).length + 1 + SYMBOLS.length)} skipped`;
  process.stdout.write(`跳过旧内核 / old kernels skipped: ${error.message}\n`);
}
let current;
for (const kernel of kernels) {
  try {
    const drawn = await check(kernel, site.url, current);
    current ??= drawn;
  } catch (error) {
    failed++;
    process.stdout.write(`  FAIL  ${kernel.name}: ${error.message}\n`);
  }
}
site.close();
process.stdout.write(`${passed} passed, ${failed} failed${skipped}\n`);
process.exit(failed ? 1 : 0);
