// `node bench/linked.mjs`: the linked page (examples/linked) while its histogram is dragged: how long a step takes until the last view shows it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveFolder } from '../tools/serve-folder.mjs';
import { launch } from './browser.mjs';
import { ROOT } from './places.mjs';
import { median } from './ratios.mjs';

const PAGES = join(ROOT, 'dist', 'examples');
const ROWS = 1_000_000;
const STEPS = 30;
/** No view has changed for so long: the step is done. */
const QUIET_MS = 150;
const MB = 1e6;

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const say = (text) => void process.stdout.write(`${text}\n`);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs in the page: notes when a view last changed, and the tasks of more than 50 ms. */
function watch() {
  const views = [
    ...document.querySelectorAll('yzt-histogram, yzt-bar-chart, yzt-pie-chart, yzt-indicator, yzt-feature-table, yzt-filter-summary, yzt-filter, yzt-layer-list'),
    document.querySelector('yzt-page').shadowRoot.querySelector('yzt-legend'),
  ];
  const seen = (window.seen = { last: 0, began: 0, tasks: [] });
  const note = () => (seen.last = performance.now());
  // What is said to screen readers comes half a second after the last change on purpose, which is in the middle of a later step.
  const isSpoken = (node) => !!(node instanceof Element ? node : node.parentElement)?.closest('[role=status]');
  const changes = new MutationObserver((records) => records.some(({ target }) => !isSpoken(target)) && note());
  for (const view of views) changes.observe(view.shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    note();
    return clearRect.apply(this, box);
  };
  document.addEventListener('pointermove', () => (seen.began = performance.now()), true);
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
  const plot = document.querySelector('yzt-histogram').shadowRoot.querySelector('svg');
  plot.scrollIntoView();
  const { x, y, width, height } = plot.getBoundingClientRect();
  return { x, y, width, height };
}

const ready = (rows) => document.getElementById('subjects')?.dataset?.rowCount === rows && !!document.querySelector('yzt-histogram').shadowRoot.querySelector('svg');

/** Runs in the page: milliseconds from the movement to the last change; 0 where nothing changed. */
async function settled(quiet) {
  let last;
  do {
    last = window.seen.last;
    await new Promise((resolve) => setTimeout(resolve, quiet));
  } while (window.seen.last !== last);
  return last > 0 && last > window.seen.began ? last - window.seen.began : 0;
}

async function dragged(browser, url) {
  const tab = await browser.tab();
  await tab.send('Page.navigate', { url });
  while (!(await tab.evaluate(ready, [ROWS]).catch(() => false))) await pause(100);
  await pause(2000);
  const box = await tab.evaluate(watch);
  await pause(500);
  const mouse = (type, part, more) => tab.send('Input.dispatchMouseEvent', { type, x: box.x + box.width * part, y: box.y + box.height / 2, button: 'left', ...more });
  await mouse('mousePressed', 0.2, { buttons: 1, clickCount: 1 });
  const steps = [];
  for (let step = 1; step <= STEPS; step++) {
    await tab.evaluate(() => (window.seen.last = window.seen.began = 0));
    await mouse('mouseMoved', 0.2 + (0.75 * step) / STEPS, { buttons: 1 });
    const ms = await tab.evaluate(settled, [QUIET_MS]);
    if (ms > 0) steps.push(ms);
  }
  await mouse('mouseReleased', 0.95, { clickCount: 1 });
  const tasks = await tab.evaluate(() => window.seen.tasks);
  const { heap, buffers } = await tab.memory();
  const faults = tab.faults.join('; ');
  await tab.close();
  return { steps, longest: Math.max(0, ...tasks), kept: (heap + buffers) / MB, faults };
}

if (!existsSync(join(PAGES, 'linked', 'index.html'))) throw new Error('先运行 `pnpm build` / run `pnpm build` first');
const site = await serveFolder(PAGES, { csp: null });
const browser = await launch();
for (let round = 0; round < Number(options.rounds); round++) {
  const { steps, longest, kept, faults } = await dragged(browser, `${site.url}linked/index.html`);
  const sorted = [...steps].sort((a, b) => a - b);
  const p95 = sorted[Math.floor(0.95 * sorted.length)] ?? NaN;
  say(`${steps.length} 步 steps · 中位 median ${median(steps).toFixed(0)} ms · p95 ${p95.toFixed(0)} ms · 最长任务 longest task ${longest.toFixed(0)} ms · 内存 memory ${kept.toFixed(0)} MB${faults ? ` · ${faults}` : ''}`);
}
await browser.close();
await site.close();
