// @ts-check
// The packages and what each may import: the one place where the direction of the arrows is written down.

/** Packages of ours that a package may import, and packages of others. `d3-*` stands for all d3 modules. */
/** @type {Record<string, { ours: string[], others: string[] }>} */
export const LAYERS = {
  base: { ours: [], others: ['lit', 'lucide'] },
  standards: { ours: [], others: [] },
  // Inflating, Parquet and the rarer ways to pack a TIFF: nothing of ours would be better. Only readers of files know them (docs/decisions/0044, 0053).
  data: { ours: ['base', 'standards'], others: ['lit', 'fflate', 'hyparquet', 'geotiff'] },
  map: { ours: ['base', 'standards', 'data'], others: ['lit', 'ol', 'proj4', 'gcoord', 'd3-contour'] },
  charts: { ours: ['base', 'standards', 'data'], others: ['lit', 'd3-*'] },
  // The geodesic on the CGCS2000 ellipsoid is Karney's; turf knows only the sphere.
  analysis: { ours: ['data'], others: ['@turf/*', 'geographiclib-geodesic'] },
  widgets: { ours: ['base', 'standards', 'data', 'map', 'charts', 'analysis'], others: ['lit', 'ol'] },
  page: { ours: ['base', 'standards', 'data', 'map', 'charts', 'analysis', 'widgets'], others: ['lit'] },
  yizhangtu: { ours: ['*'], others: ['lit', 'ol'] },
};

/** A package that is not in the table is a pack (专题包): everything up to widgets, never another pack nor page. */
// SHA-256 without a secure context, for draws that anyone can check: audited, small, and kept (docs/decisions/0054).
export const PACK = {
  ours: ['base', 'standards', 'data', 'map', 'charts', 'analysis', 'widgets'],
  // Domain maths that others keep better than we would: hashes (market), tides (marine).
  others: ['lit', 'ol', 'd3-*', '@noble/hashes', '@neaps/tide-predictor'],
};

/** What tests may import besides. */
export const TEST_PACKAGES = [
  'vitest',
  'ajv',
  'fast-check',
  'flatgeobuf',
  'hyparquet-writer',
  '@open-wc/testing',
  '@web/test-runner-commands',
  'axe-core',
  'happy-dom',
  'geographiclib-geodesic',
  'topojson-client',
  'node:*',
];

/** Does a list such as `['d3-*', 'lit']` name this package? */
export function listed(/** @type {string[]} */ list, /** @type {string} */ name) {
  return list.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : entry === name));
}

/** `ol/layer/Vector.js` → `ol`; `@turf/area/x` → `@turf/area`; `node:fs` stays. */
export function packageName(/** @type {string} */ specifier) {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** `packages/map/src/layer/layer.ts` → `{ name: 'map', folder: 'layer' }`; folder is '' for flat packages. */
export function placeOf(/** @type {string} */ path) {
  const hit = /^packages\/([^/]+)\/src\/(?:(.+)\/)?[^/]+$/.exec(path);
  return hit ? { name: String(hit[1]), folder: hit[2] ?? '' } : undefined;
}
