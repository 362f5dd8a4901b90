// A plain folder as a department would have it: the README's page, the single-file bundle beside it, one GeoJSON. Served on loopback.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DRAW_PAGE, DRAW_SCRIPT } from './draw.mjs';
import { symbolsFile, symbolsPage } from './symbols.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'packages/yizhangtu/dist');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.geojson': 'application/geo+json', '.css': 'text/css' };
const CSP = "default-src 'self'; img-src 'self' data:";

/** The HTML between the example marks of the README, so that what is printed is what is proved. */
export function readmePage() {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const page = /<!-- example:start -->\s*```html\n([\s\S]*?)```\s*<!-- example:end -->/.exec(readme)?.[1];
  if (!page) throw new Error('README.md has no example between its marks');
  return page;
}

const DISTRICTS = ['市南区', '市北区', '李沧区', '崂山区'];
const TYPES_OF_VENUE = ['健身路径', '篮球场', '足球场'];

/** 60 venues on a grid around 120.38°E 36.10°N: every class and district known beforehand. */
export function venues() {
  const features = Array.from({ length: 60 }, (_, i) => ({
    type: 'Feature',
    properties: { name: `示例场馆 ${i + 1}`, type: TYPES_OF_VENUE[i % 3], district: DISTRICTS[i % 4], areaM2: 100 * (i + 1), value: (i * 37) % 50, built: `${2001 + (i % 20)}-06-01T00:00:00+08:00` },
    geometry: { type: 'Point', coordinates: [120.3 + 0.016 * (i % 10), 36.06 + 0.016 * Math.floor(i / 10)] },
  }));
  return { type: 'FeatureCollection', features };
}

/** Bytes that are too many to be read on the page. */
const FOR_WORKER = 1_600_000;

/** The venues in a file that the worker reads. */
export const venuesForWorker = () => JSON.stringify(venues()).padEnd(FOR_WORKER);

function body(name) {
  if (name === '/' || name === '/index.html') return readmePage();
  if (name === '/venues.geojson') return JSON.stringify(venues());
  if (name === '/venues-for-worker.geojson') return venuesForWorker();
  if (name === '/symbols.html') return symbolsPage();
  if (name === '/draw.html') return DRAW_PAGE;
  if (name === '/draw.js') return readFileSync(DRAW_SCRIPT);
  const layer = /^\/symbols-(\d+)\.geojson$/.exec(name)?.[1];
  if (layer) return symbolsFile(Number(layer));
  return readFileSync(join(dist, name));
}

/** Serves the folder under a strict content security policy. Returns its address and how to stop it. */
export async function serveSite() {
  const server = createServer((request, response) => {
    const name = new URL(request.url, 'http://x').pathname;
    try {
      const content = body(name);
      response.writeHead(200, { 'content-type': `${TYPES[extname(name)] ?? 'text/html'}; charset=utf-8`, 'content-security-policy': CSP });
      response.end(content);
    } catch {
      response.writeHead(name === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
