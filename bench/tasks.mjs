// `node bench/tasks.mjs [--only words] [--rounds 3] [--why]`: the longest task of the main thread of each public operation on a million rows, in real Chromium.
// The page holds what a page with these rows holds, one dataset, and the garbage of making it is collected before the operation begins: what is collected within
// a task is what the operation itself makes and keeps.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { serveFolder } from '../tools/serve-folder.mjs';
import { launch } from './browser.mjs';
import { shared } from './build.mjs';
import { BENCH, CACHE } from './places.mjs';

/** An operation that takes longer is given up. */
const LIMIT_MS = 180_000;
/** The target. */
const LONG_MS = 50;

const { values: options } = parseArgs({ options: { only: { type: 'string', default: '' }, rounds: { type: 'string', default: '1' }, why: { type: 'boolean', default: false } } });
const say = (text) => void process.stdout.write(`${text}\n`);
const outDir = join(CACHE, 'tasks');

await build({ ...shared, root: join(BENCH, 'tasks'), publicDir: false, build: { outDir, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false }, rolldownOptions: { input: join(BENCH, 'tasks', 'main.js'), output: { entryFileNames: 'main.js' } } } });
writeFileSync(join(outDir, 'index.html'), '<!doctype html><html lang="zh-CN"><meta charset="utf-8" /><title>tasks</title><script type="module" src="./main.js"></script><body></body></html>');

const site = await serveFolder(outDir, { csp: null });
const browser = await launch();
const tab = await browser.tab();
await tab.open(`${site.url}index.html`);
const names = await tab.evaluate(() => window.bench.names);

/** Milliseconds of a task in which the browser collected garbage. */
const collecting = (task) => task.within().reduce((sum, { name, cpu }) => sum + (name === 'MajorGC' || name === 'MinorGC' ? cpu : 0), 0);

/** Milliseconds of CPU and of the clock of the longest task. */
async function longest(name) {
  await tab.evaluate((one) => window.bench.make(one), [name], LIMIT_MS);
  await tab.collect();
  const tasks = await tab.tasksOf(() => tab.evaluate((one) => window.bench.run(one), [name], LIMIT_MS));
  const most = (key) => Math.max(0, ...tasks.map((task) => task[key]));
  // Major collections of a page that holds millions of words are the browser's own; the script of the task is what can be cut.
  const script = Math.max(0, ...tasks.map((task) => task.cpu - (task.cpu > LONG_MS / 2 ? collecting(task) : 0)));
  const why = options.why ? tasks.reduce((a, b) => (b.cpu > a.cpu ? b : a)).within() : [];
  return { cpu: most('cpu'), wall: most('wall'), script, why, sum: tasks.reduce((sum, { cpu }) => sum + cpu, 0) };
}

say('最长任务 CPU ms · longest task\t不含垃圾回收 without GC\t时钟 clock\t合计 CPU in all\t');
for (const name of names.filter((one) => one.includes(options.only))) {
  try {
    const rounds = [];
    for (let round = 0; round < Number(options.rounds); round++) rounds.push(await longest(name));
    const { cpu, script, wall, sum, why } = rounds.sort((a, b) => a.cpu - b.cpu)[Math.floor(rounds.length / 2)];
    say(`${cpu > LONG_MS ? '!' : ' '} ${cpu.toFixed(0).padStart(5)}\t${script.toFixed(0).padStart(5)}\t${wall.toFixed(0).padStart(5)}\t${sum.toFixed(0).padStart(6)}\t${name}`);
    for (const part of why.filter((one) => one.cpu > 2)) say(`\t\t${part.cpu.toFixed(1)}\t${part.name}`);
  } catch (reason) {
    say(`? ${name}: ${String(reason.message).split('\n')[0]}`);
  }
}
if (tab.faults.length > 0) say(tab.faults.slice(0, 5).join('\n'));
await tab.close();
await browser.close();
await site.close();
