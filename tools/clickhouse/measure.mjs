// @ts-check
// `node tools/clickhouse/measure.mjs`: how long a page of many rows takes from a changed filter until every view shows it. Wants the server of
// `node tools/clickhouse/start.mjs 20000000` running. The page's views: three indicators, a summary, two filters, three charts and a grid.
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, resolveBrowser } from '../browser.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = join(HERE, '../..');
const OUT = join(ROOT, '.cache/clickhouse-page');
const CLICKHOUSE = 'http://127.0.0.1:8123/';
/** The 2D canvas of a machine without a graphics card: a card made of software would be slower than any office's machine. */
const ARGS = [...CHROMIUM_ARGS.filter((flag) => !flag.includes('angle')), '--disable-gpu'];
/** `--log`: every statement with its time. */
const LOG = process.argv.includes('--log');
/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript' };

async function buildPage() {
  mkdirSync(OUT, { recursive: true });
  for (const file of ['index.html', 'page.css']) copyFileSync(join(HERE, 'page', file), join(OUT, file));
  await build({
    stdin: { contents: "import 'yizhangtu';", resolveDir: ROOT },
    outfile: join(OUT, 'page.js'),
    bundle: true,
    format: 'esm',
    conditions: ['yizhangtu-source'],
    tsconfig: join(ROOT, 'tsconfig.base.json'),
    alias: { yizhangtu: join(ROOT, 'packages/yizhangtu/src/index.ts') },
    logLevel: 'error',
  });
}

/** Serves the page, and ClickHouse under the same origin as the reverse proxy of docs/guide/scale.md does. */
async function serve() {
  let asked = 0;
  let last = 0;
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://x');
    if (!pathname.startsWith('/clickhouse/')) {
      const file = join(OUT, pathname === '/' ? 'index.html' : pathname);
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(readFileSync(file));
      return;
    }
    const body = [];
    for await (const part of request) body.push(part);
    const stop = new AbortController();
    response.on('close', () => stop.abort());
    asked++;
    const start = performance.now();
    try {
      const headers = { 'X-ClickHouse-User': 'viewer', 'X-ClickHouse-Key': 'look' };
      const answer = await fetch(CLICKHOUSE + search, { method: 'POST', body: Buffer.concat(body), headers, signal: stop.signal });
      response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
      last = Date.now();
      if (LOG) console.log(`  ${Math.round(performance.now() - start)} ms ${answer.status} ${Buffer.concat(body).toString().slice(0, 4000)}`);
    } catch {
      response.destroy();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, asked: () => asked, last: () => last, close: () => server.close() };
}

/** Filters, none asked before, so that no answer is kept. */
const CHANGES = [
  ['district', { kind: 'in', field: 'district', values: ['370203'] }],
  ['minutes', { kind: 'range', field: 'minutes', min: 1000 }],
  ['district', { kind: 'in', field: 'district', values: ['370212', '370214', '370281'] }],
  ['minutes', { kind: 'range', field: 'minutes', min: 2500, max: 9000 }],
  ['district', undefined],
  ['kind', { kind: 'in', field: 'kind', values: ['噪声扰民', '违章停车'] }],
  ['minutes', undefined],
  ['at', { kind: 'range', field: 'at', min: 1709222400000, max: 1719763200000 }],
  ['view', { kind: 'bounds', west: 120.3, south: 36, east: 120.5, north: 36.2 }],
];

/** Sets a filter and waits until no view shows what was. Ms. */
const change = (/** @type {any} */ [key, filter]) => {
  const dataset = /** @type {any} */ (document.getElementById('events')).dataset;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const start = performance.now();
  dataset.setFilter(key, filter);
  return (async () => {
    await frame();
    await frame();
    while (document.querySelector('[stale]')) await frame();
    return performance.now() - start;
  })();
};

await buildPage();
const site = await serve();
const browser = await chromium.launch({ executablePath: await resolveBrowser(), args: ARGS });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
await page.goto(site.url);
const settled = () => page.waitForFunction(() => !document.querySelector('[stale],[loading]') && /** @type {any} */ (document.querySelector('yzt-grid-layer'))?.symbologyModel);
await settled();
const rows = await page.evaluate(() => /** @type {any} */ (document.getElementById('events')).dataset.rowCount);
console.log(`${rows} 行 / rows`);
const times = [];
for (const one of CHANGES) {
  const before = site.asked();
  const start = Date.now();
  const ms = await page.evaluate(change, one);
  times.push(ms);
  console.log(`${Math.round(ms)} ms (服务器 / server ${site.last() - start}), ${site.asked() - before} 次查询 / queries · ${JSON.stringify(one)}`);
}
times.sort((a, b) => a - b);
console.log(`中位 / median ${Math.round(times[times.length >> 1] ?? NaN)} ms, 最长 / longest ${Math.round(times[times.length - 1] ?? NaN)} ms`);
await page.screenshot({ path: join(OUT, 'page.png') });
await browser.close();
site.close();
