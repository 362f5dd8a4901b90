// Data layers beside OpenLayers' vector layer: first draw, frame while panning and zooming, theme, filter, hit test.
// All cases in one run, in rounds of shuffled order, each in a fresh page; medians and the ratio of medians.
// node bench/layers/run.mjs [rounds] [--all: OpenLayers with a million features too, which needs 3 GB and half a minute]
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, resolveBrowser } from '../../tools/browser.mjs';

const rounds = Number(process.argv[2] ?? 3) || 3;
const all = process.argv.includes('--all');
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const { outputFiles } = await build({
  entryPoints: [path('page.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  minify: true,
  conditions: ['yizhangtu-source'],
  tsconfig: path('../../tsconfig.base.json'),
});
const script = outputFiles[0].text;
const CASES = [
  ['points', 10_000, 20],
  ['points', 100_000, 8],
  ['points', 1_000_000, 4],
  ['polygons', 5_000, 12],
].flatMap(([kind, count, frames]) => (count < 1e6 || all ? ['ours', 'ol'] : ['ours']).map((by) => ({ kind, count, frames, by })));

const browser = await puppeteer.launch({ executablePath: await resolveBrowser(), args: [...CHROMIUM_ARGS, '--disable-gpu'], protocolTimeout: 600_000 });
const results = new Map();
for (let round = 0; round < rounds; round++) {
  for (const one of [...CASES].sort(() => Math.random() - 0.5)) {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.setContent('<!doctype html><body></body>');
    await page.addScriptTag({ content: script, type: 'module' });
    await page.waitForFunction(() => 'run' in window);
    const answer = await page.evaluate(({ kind, count, by, frames }) => window.run(kind, count, by, frames), one);
    const key = `${one.kind} ${one.count} ${one.by}`;
    results.set(key, [...(results.get(key) ?? []), answer]);
    await page.close();
  }
}
await browser.close();

const median = (list) => [...list].sort((p, q) => p - q)[Math.floor(list.length / 2)];
const columns = ['first', 'pan', 'zoom', 'theme', 'filter', 'firstHit', 'hit'];
console.log(`ms, median of ${rounds} rounds | ${columns.join(' | ')}`);
for (const { kind, count, by } of CASES) {
  const mine = results.get(`${kind} ${count} ${by}`);
  const beside = results.get(`${kind} ${count} ol`);
  const cell = (name) => {
    const value = median(mine.map((answer) => answer[name]));
    const ratio = beside && by === 'ours' ? ` (${(value / median(beside.map((answer) => answer[name]))).toFixed(2)})` : '';
    return value.toFixed(value < 10 ? 1 : 0) + ratio;
  };
  console.log(`${kind} ${count} ${by} | ${columns.map(cell).join(' | ')}`);
}
