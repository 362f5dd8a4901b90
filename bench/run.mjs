// Cases A (bytes) and B (cold start) of the benchmarks: ours against raw `ol`, interleaved, ratios per round.
import { createServer } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, resolveBrowser } from '../tools/browser.mjs';
import { buildPages, bytesOf, OUT, PAGES } from './build.mjs';
import { random } from './data.mjs';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.geojson': 'application/geo+json' };
const NETWORKS = { 回环: undefined, '10 Mbit/s + 40 ms': { offline: false, latency: 40, downloadThroughput: 1.25e6, uploadThroughput: 1.25e6 } };
/** A new window of a full browser loads pages of its own (its address bar) for about half a second; they must not run in what is measured. */
const WINDOW_START_MS = 1200;
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};

const compressed = new Map();

/** A file as a production server would send it; compressed once, so that the measured runs wait for the network only. */
function brotli(path) {
  if (!compressed.has(path)) compressed.set(path, brotliCompressSync(readFileSync(join(OUT, path))));
  return compressed.get(path);
}

function serve() {
  const server = createServer((request, response) => {
    try {
      const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
      const body = brotli(path);
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-encoding': 'br' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/**
 * In the page, before any script of it: the time since navigation when the first frame with polygons is on its canvas. The first `fill`
 * is noted; at the next frame a pixel is read back, which makes queued drawing happen. The same for every library, and nothing is
 * polled while it works.
 */
function noteFirstFrame() {
  const { fill } = CanvasRenderingContext2D.prototype;
  window.firstFrame = new Promise((resolve) => {
    CanvasRenderingContext2D.prototype.fill = function (...args) {
      if (this.canvas.width < 300) return fill.apply(this, args); // a symbol, not the map
      CanvasRenderingContext2D.prototype.fill = fill;
      requestAnimationFrame(() => {
        this.getImageData(this.canvas.width >> 1, this.canvas.height >> 1, 1, 1);
        resolve(performance.now());
      });
      return fill.apply(this, args);
    };
  });
}

async function coldStart(browser, base, page, network) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const tab = await context.newPage();
  if (network) await (await context.newCDPSession(tab)).send('Network.emulateNetworkConditions', network);
  await tab.addInitScript(noteFirstFrame);
  await tab.waitForTimeout(WINDOW_START_MS);
  await tab.goto(`${base}/${page}/${page}/index.html`, { waitUntil: 'commit' });
  const time = await tab.evaluate(() => window.firstFrame);
  await context.close();
  return time;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

async function caseB(rounds) {
  const server = await serve();
  const base = `http://127.0.0.1:${server.address().port}`;
  // Software canvas, as on a machine without a GPU: a GPU made of software would draw and read back far slower.
  const args = [...CHROMIUM_ARGS.filter((arg) => !/angle|swiftshader/.test(arg)), '--disable-gpu'];
  const browser = await chromium.launch({ executablePath: await resolveBrowser(), args });
  const next = random(7);
  const rows = [];
  for (const [name, network] of Object.entries(NETWORKS)) {
    const times = Object.fromEntries(PAGES.map((page) => [page, []]));
    for (let round = -1; round < rounds; round++) {
      for (const page of [...PAGES].sort(() => next() - 0.5)) {
        const time = await coldStart(browser, base, page, network);
        if (round >= 0) times[page].push(time); // the first round warms the server
      }
    }
    const ratios = times.ours.map((time, i) => time / times.ol[i]);
    rows.push({ name, ours: median(times.ours), ol: median(times.ol), ratio: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) });
  }
  await browser.close();
  server.close();
  return rows;
}

await buildPages();
const lines = ['# 结果 · Results', '', `由 \`pnpm bench\` 写出,${new Date().toISOString().slice(0, 10)};2 核虚拟机,无 GPU,无头 Chromium。`, ''];
const wanted = option('case', 'AB');
if (wanted.includes('A')) {
  lines.push('## A 启动字节(brotli)', '', '| 页面 | KiB | 文件 |', '|---|---:|---:|');
  for (const page of PAGES) {
    const { start, files } = bytesOf(page);
    lines.push(`| ${page} | ${(start / 1024).toFixed(1)} | ${files} |`);
  }
  lines.push('');
}
if (wanted.includes('B')) {
  lines.push('## B 冷启动(到 1,000 个多边形的第一帧,毫秒;比值按轮计算)', '', '| 网络 | 本库 | ol | 比值 | 最小–最大 |', '|---|---:|---:|---:|---:|');
  for (const row of await caseB(Number(option('rounds', '9')))) {
    lines.push(`| ${row.name} | ${row.ours.toFixed(0)} | ${row.ol.toFixed(0)} | ${row.ratio.toFixed(2)} | ${row.low.toFixed(2)}–${row.high.toFixed(2)} |`);
  }
  lines.push('');
}
process.stdout.write(`${lines.join('\n')}\n`);
if (process.argv.includes('--write')) writeFileSync(fileURLToPath(new URL('results.md', import.meta.url)), `${lines.join('\n')}`);
