// A page that holds every public element of the single file and of its packs, each where a page would have it. Made from the manifest, so that a new
// element is on it the day it exists.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { packs } from '../../tools/build/further.mjs';
import { STRICT_CSP } from '../../tools/build/options.mjs';
import { analyse, elementsOf, ROOT } from '../../tools/manifest/manifest.mjs';
import { venuesForWorker } from '../kernels/site.mjs';
import { answerFault } from '../../tools/test-server.mjs';
import { ATTRIBUTES, inMap, markup } from './attributes.mjs';

const DIST = join(ROOT, 'packages/yizhangtu/dist');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.geojson': 'application/geo+json', '.css': 'text/css', '.csv': 'text/csv' };

/** Positions of one storm, so that nothing has to say that fields are missing. */
const STORMS = ['storm,time,lon,lat,windMs', 'a,2019-08-10T00:00Z,120.2,36.0,30', 'a,2019-08-10T06:00Z,120.3,36.1,25', 'a,2019-08-10T12:00Z,120.4,36.2,20'].join('\n');

/** Elements whose rows are not those of the venues. */
const OWN_ROWS = { 'yzt-typhoon-layer': 'src="/storms.csv" label="台风路径"', 'yzt-land-use-layer': 'src="/shapes.geojson" field="use" scheme="land-use-2023" label="地类图斑"' };

/** Markup of an element as it stands on this page. */
const here = (tag) => (OWN_ROWS[tag] ? `<${tag} ${OWN_ROWS[tag]}></${tag}>` : markup(tag));

/** Markup of every element: the dataset first, the map with its layers, then the rest. */
export function fragment(tags) {
  const rest = tags.filter((tag) => tag !== 'yzt-map' && tag !== 'yzt-dataset');
  const inside = rest.filter((tag) => inMap(tag) && tag !== 'yzt-layer-group').map(here).join('');
  const map = `<yzt-map ${ATTRIBUTES['yzt-map']}><yzt-layer-group label="专题">${inside}</yzt-layer-group></yzt-map>`;
  return `${markup('yzt-dataset')}${map}${rest.filter((tag) => !inMap(tag) && tag !== 'yzt-layer-group').map(here).join('')}`;
}

function shapes() {
  const square = (lon) => [[[lon, 36.05], [lon + 0.04, 36.05], [lon + 0.04, 36.09], [lon, 36.09], [lon, 36.05]]];
  const features = [0, 1, 2].map((i) => ({ type: 'Feature', properties: { name: `地块 ${i}`, value: i * 10, use: ['0101', '0301', '0701'][i] }, geometry: { type: 'Polygon', coordinates: square(120.3 + i * 0.05) } }));
  const line = { type: 'LineString', coordinates: [[120.3, 36.1], [120.4, 36.12], [120.5, 36.1]] };
  return { type: 'FeatureCollection', features: [...features, { type: 'Feature', properties: { name: '步道', value: 5 }, geometry: line }] };
}

/** Serves the page under the strict policy. `/` holds every element, `/empty` only the script. */
export async function serveAllTags() {
  const tags = elementsOf(await analyse()).map((element) => element.tag);
  const scripts = ['yizhangtu.js', ...Object.keys(packs()).map((name) => `yizhangtu.${name}.js`)].map((file) => `<script src="${file}" defer></script>`).join('');
  const page = (content) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>全部元素</title>${scripts}</head><body>${content}</body></html>`;
  const bodies = { '/': () => page(fragment(tags)), '/empty': () => page(''), '/venues.geojson': venuesForWorker, '/storms.csv': () => STORMS, '/shapes.geojson': () => JSON.stringify(shapes()) };
  const server = createServer(async (request, response) => {
    // Services of layers that have no other source.
    if (await answerFault(request, response)) return;
    const path = new URL(request.url, 'http://x').pathname;
    try {
      const body = bodies[path]?.() ?? readFileSync(join(DIST, path));
      response.writeHead(200, { 'content-type': `${TYPES[extname(path)] ?? 'text/html'}; charset=utf-8`, 'content-security-policy': STRICT_CSP }).end(body);
    } catch {
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, tags, fragment: fragment(tags), close: () => server.close() };
}
