// A small server that fails in every way a data service can, and the pages that ask it.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { STRICT_CSP } from '../../tools/build/options.mjs';
import { FAILING, GOOD, MENDED } from './files.mjs';

const BUNDLE = fileURLToPath(new URL('../../packages/yizhangtu/dist/', import.meta.url));
const STAGE = fileURLToPath(new URL('stage.js', import.meta.url));
const SCRIPTS = ['yizhangtu.js', 'yizhangtu.more.js', 'yizhangtu.worker.js', 'yizhangtu.files.js'];
export const idOf = (name) => name.replace('.', '-');

const page = (body) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>坏输入</title><link rel="icon" href="data:,"><script src="record.js"></script><script src="yizhangtu.js" defer></script></head><body>${body}</body></html>`;

function datasets(files) {
  return Object.entries(files)
    .map(([name, { attributes = '' }]) => `<yzt-dataset id="${idOf(name)}" src="${name}" ${attributes}></yzt-dataset>`)
    .join('');
}

function layers(files) {
  return Object.keys(files)
    .map(
      (name) =>
        `<yzt-point-layer dataset="${idOf(name)}" label="${name}"></yzt-point-layer><yzt-polygon-layer dataset="${idOf(name)}" label="${name} 面"></yzt-polygon-layer>`,
    )
    .join('');
}

const ALL = { ...FAILING, ...MENDED };
const GOOD_PART = '<yzt-dataset id="good" src="good.geojson"></yzt-dataset>';
const VIEWS = `<yzt-bar-chart dataset="good" group-by="kind" label="种类"></yzt-bar-chart><yzt-feature-list dataset="good"></yzt-feature-list><yzt-filter dataset="good" field="kind"></yzt-filter>
<yzt-bar-chart id="failed-chart" dataset="missing-geojson" group-by="kind" label="没有"></yzt-bar-chart><yzt-feature-list id="failed-list" dataset="comma-geojson"></yzt-feature-list><yzt-indicator id="failed-card" dataset="forbidden-geojson" label="没有"></yzt-indicator>
<yzt-filter id="failed-filter" dataset="login-geojson" field="kind"></yzt-filter><yzt-layer-list for="map"></yzt-layer-list><yzt-legend for="map"></yzt-legend>`;

const PAGES = {
  '/': page(
    `${GOOD_PART}${datasets(ALL)}<yzt-map id="map" center="120.4 36.1" zoom="10">${layers(ALL)}<yzt-point-layer id="own" src="missing.geojson" label="自带数据"></yzt-point-layer><yzt-point-layer id="good-layer" dataset="good" label="好数据"></yzt-point-layer></yzt-map>${VIEWS}`,
  ),
  '/attributes': page(
    `${GOOD_PART}<yzt-map id="map" center="120.4 36.1" zoom="10"><yzt-point-layer dataset="good" label="好数据"></yzt-point-layer></yzt-map>`,
  ),
  '/payloads': page('<script src="stage.js"></script><div id="stage"></div>'),
};

/** Runs before the library and keeps what the page says: errors, reports, and anything that should not run. */
const RECORD = `
window.record = { errors: [], executed: [], unhandled: [] };
window.prototypeBefore = Object.getOwnPropertyNames(Object.prototype).join();
window.fired = (what) => window.record.executed.push(String(what));
window.alert = window.fired;
addEventListener('yzt-error', (event) => window.record.errors.push({ id: event.target.id, tag: event.target.localName, code: event.detail.code, ...event.detail.text }));
addEventListener('error', (event) => window.record.unhandled.push(String(event.message)));
addEventListener('unhandledrejection', (event) => window.record.unhandled.push(String(event.reason)));
`;

function answerFile(response, { status = 200, body = '', type, hang, cut }) {
  if (hang) return;
  const bytes = Buffer.from(status === 200 ? body : `{"status":${status}}`);
  response.writeHead(status, { 'content-type': type ?? 'application/geo+json', ...(cut && { 'content-length': bytes.length }) });
  if (!cut) response.end(bytes);
  else response.write(bytes.subarray(0, 500), () => response.destroy());
}

/** Serves it all; addresses under `/free/` come without a policy, so that markup that slips through would run. */
export async function serveFaults() {
  const asked = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    asked.push(pathname);
    const path = pathname.replace(/^\/free/, '') || '/';
    if (!pathname.startsWith('/free/')) response.setHeader('content-security-policy', STRICT_CSP);
    const name = path.slice(1);
    if (PAGES[path]) response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGES[path]);
    else if (name === 'record.js') response.setHeader('content-type', 'text/javascript; charset=utf-8').end(RECORD);
    else if (name === 'stage.js') response.setHeader('content-type', 'text/javascript; charset=utf-8').end(readFileSync(STAGE));
    else if (SCRIPTS.includes(name))
      response.setHeader('content-type', 'text/javascript; charset=utf-8').end(readFileSync(BUNDLE + name));
    else if (name === 'good.geojson') answerFile(response, { body: GOOD });
    else if (ALL[name]) answerFile(response, ALL[name]);
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, asked, close };
}
