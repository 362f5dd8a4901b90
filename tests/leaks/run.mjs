// Elements are put on a page, drawn, moved and taken away, again and again: what is alive at the third time is all that may be alive at the last.
// Those that every page is made of 200 times; all of them 30 times, which shows what one mount keeps just as well and takes a fraction of the time.
// Counted by prototype over the DevTools protocol after garbage collection, so a kept map or canvas is seen, not guessed from heap sizes.
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, resolveBrowser } from '../../tools/browser.mjs';
import { fragment, serveAllTags } from '../shared/all-tags.mjs';

/** What a page is made of: the map and its kinds of layers, a dataset, a chart, a list, a table, the widgets of a map. */
const CORE = 'yzt-map yzt-dataset yzt-point-layer yzt-line-layer yzt-polygon-layer yzt-heatmap-layer yzt-xyz-layer yzt-layer-group yzt-popup yzt-legend yzt-layer-list yzt-bar-chart yzt-feature-table yzt-filter yzt-indicator yzt-scale-line yzt-zoom-tool'.split(' ');
const ROUNDS = { core: 200, all: 30 };
const PATIENCE = 8;
const site = await serveAllTags();
const browser = await chromium.launch({ executablePath: await resolveBrowser(), args: CHROMIUM_ARGS });
const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
const cdp = await page.context().newCDPSession(page);
// A hint hands its element to the console, and a console that is listened to keeps it: a page with hints proves nothing here.
const complaints = new Set();
page.on('console', (message) => void (['warning', 'error'].includes(message.type()) && complaints.add(message.text())));
await page.goto(`${site.url}/empty`);
await page.waitForFunction(() => customElements.get('yzt-map'));

/** One cycle in the page: mount, wait for the data and a frame, move once, unmount. */
async function cycle(markup) {
  const box = document.createElement('div');
  const parsed = new DOMParser().parseFromString(markup, 'text/html');
  box.append(...[...parsed.body.childNodes].map((node) => document.importNode(node, true)));
  document.body.append(box);
  const dataset = box.querySelector('yzt-dataset');
  if (!dataset.dataset.rowCount) await new Promise((resolve) => dataset.addEventListener('yzt-load', resolve, { once: true }));
  window.MapPrototype ??= box.querySelector('yzt-map').olMap.constructor.prototype;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const other = document.createElement('section');
  document.body.append(other);
  other.append(box.querySelector('yzt-map'));
  await new Promise((resolve) => setTimeout(resolve));
  box.remove();
  other.remove();
  await new Promise((resolve) => setTimeout(resolve, 20));
}

/** What a function of the page says about all live objects of a prototype. */
async function ofAlive(prototype, functionDeclaration) {
  const { result } = await cdp.send('Runtime.evaluate', { expression: prototype });
  const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  const { result: told } = await cdp.send('Runtime.callFunctionOn', { objectId: objects.objectId, functionDeclaration, returnByValue: true });
  await cdp.send('Runtime.releaseObject', { objectId: objects.objectId });
  return told.value;
}

const alive = (prototype) => ofAlive(prototype, 'function () { return this.length }');

/** Nodes of templates: each is made once, the first time that an element has something of its kind to show, which may be late. */
const inTemplates = () =>
  ofAlive(
    'HTMLTemplateElement.prototype',
    `function () {
      let count = 0;
      for (const one of this) {
        if (Object.prototype.hasOwnProperty.call(one, 'constructor')) continue;
        count += 2; // itself and its content
        const walker = document.createTreeWalker(one.content);
        while (walker.nextNode()) count++;
      }
      return count;
    }`,
  );

/** Our elements that are alive, by tag: where to look when something is kept. */
const aliveTags = () =>
  ofAlive(
    'HTMLElement.prototype',
    `function () {
      const byTag = {};
      for (const one of this) {
        // Prototypes are among them, which have no name to ask for, and what stands in templates.
        const prototype = Object.prototype.hasOwnProperty.call(one, 'constructor');
        const tag = prototype || one.ownerDocument !== document ? '' : one.localName;
        if (tag.includes('-')) byTag[tag] = (byTag[tag] ?? 0) + 1;
      }
      return Object.entries(byTag).map(([tag, count]) => count + ' ' + tag).join(', ') || 'no element of ours';
    }`,
  );

async function counts() {
  await page.waitForTimeout(1500); // an idle worker is kept for a moment
  // The browser's form filling watches, and so keeps, the last list of choices that changed, with all the page it stood in: it gets another one to watch.
  await page.evaluate(() => {
    const list = document.querySelector('select') ?? document.body.appendChild(document.createElement('select'));
    list.replaceChildren(new Option(String(Date.now())));
  });
  await page.waitForTimeout(100);
  // The browser keeps what its last layout showed until the next one, which a busy machine may not have come to.
  await page.evaluate(() => new Promise((resolve) => (document.body.offsetHeight, requestAnimationFrame(() => requestAnimationFrame(resolve)))));
  for (let i = 0; i < 4; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return {
    maps: await alive('window.MapPrototype'),
    'yzt-map elements': await alive("customElements.get('yzt-map').prototype"),
    canvases: await alive('HTMLCanvasElement.prototype'),
    workers: page.workers().length,
    listeners: jsEventListeners,
    nodes: nodes - (await inTemplates()),
  };
}

let passed = 0;
let failed = 0;
function check(ok, sentence) {
  if (ok) passed++;
  else failed++;
  process.stdout.write(`  ${ok ? 'ok  ' : 'FAIL'}  ${sentence}\n`);
}

/** Mounts these elements so many times. Returns what is alive then. */
async function round(name, tags, cycles) {
  // With clusters from a hierarchy, so that the worker that builds them is counted too.
  const markup = fragment(tags).replace('<yzt-point-layer ', '<yzt-point-layer cluster="hierarchical" ');
  let first;
  for (let i = 1; i <= cycles; i++) {
    await page.evaluate(cycle, markup);
    if (i === 3) first = await counts();
  }
  let last = await counts();
  // What a busy machine has not yet finished with is no leak: that goes when it is waited for.
  for (let i = 0; i < PATIENCE && Object.keys(first).some((one) => last[one] > first[one]); i++) last = await counts();
  if (Object.keys(first).some((one) => last[one] > first[one])) process.stdout.write(`  still alive: ${await aliveTags()}\n`);
  for (const [one, before] of Object.entries(first)) check(last[one] <= before, `${name} elements, ${one}: ${before} after 3 cycles, ${last[one]} after ${cycles}`);
  return last;
}

const unknown = CORE.filter((tag) => !site.tags.includes(tag));
check(unknown.length === 0, `the core is made of elements there are ${unknown.join(' ')}`);
await round('core', CORE, ROUNDS.core);
const last = await round('all', site.tags, ROUNDS.all);
check(complaints.size === 0, `nothing on the page complains ${[...complaints].join(' | ')}`);

// The proof can fail: a map kept on purpose is seen.
await page.evaluate(() => {
  window.kept = document.createElement('yzt-map');
  window.kept.style.height = '200px';
  window.kept.append(document.createElement('yzt-graticule-layer'));
  document.body.append(window.kept);
  return new Promise((resolve) => window.kept.addEventListener('yzt-ready', resolve, { once: true }));
});
const now = await counts();
for (const name of ['maps', 'yzt-map elements', 'canvases', 'nodes']) {
  check(now[name] > last[name], `a map kept on purpose is seen in ${name}`);
}

await browser.close();
site.close();
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed ? 1 : 0);
