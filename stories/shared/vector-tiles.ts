/**
 * A tile service inside the page: seeded plots around 青岛 (示例数据) as vector tiles, and the same in one PMTiles archive, made when they are asked
 * for. Stories of tiles show real requests and real tiles, and ask no network for anything.
 */
import { archiveBytes, tileBytes, type DrawnFeature } from '../../tools/tile-archive.mjs';

/** Template of the tiles in EPSG:3857. */
export const TILES = new URL('./example-tiles/{z}/{x}/{y}.mvt', document.baseURI).href.replace(/%7B/g, '{').replace(/%7D/g, '}');
/** Template of the tiles in degrees, EPSG:4490. */
export const DEGREE_TILES = TILES.replace('example-tiles/', 'example-tiles/c/');
/** The archive: levels 8 to 12. */
export const ARCHIVE = new URL('./example-tiles/plots.pmtiles', document.baseURI).href;

/** A Mapbox style for the tiles, which names them. */
export const STYLE = new URL('./example-tiles/style.json', document.baseURI).href;

const [WEST, SOUTH, STEP, COLUMNS, ROWS] = [120.0, 35.9, 0.02, 42, 26];
const KINDS = ['居住用地', '商业用地', '工业用地', '公园绿地', '公共服务用地'];

interface Plot {
  readonly corners: readonly (readonly [number, number])[];
  readonly values: Readonly<Record<string, string | number>>;
  readonly id: number;
}

/** A number from 0 to 1 that belongs to two others. */
function seeded(a: number, b: number): number {
  const wave = Math.sin(a * 127.1 + b * 311.7) * 43758.5453;
  return wave - Math.floor(wave);
}

function corner(column: number, row: number): readonly [number, number] {
  return [WEST + STEP * (column + 0.5 * seeded(column, row)), SOUTH + STEP * (row + 0.5 * seeded(row, column + 99))];
}

let plots: readonly Plot[] | undefined;

function allPlots(): readonly Plot[] {
  plots ??= Array.from({ length: COLUMNS * ROWS }, (_, id): Plot => {
    const [column, row] = [id % COLUMNS, Math.floor(id / COLUMNS)];
    const kind = KINDS[Math.floor(seeded(Math.floor(column / 3), Math.floor(row / 2) + 7) * KINDS.length)] ?? '';
    return {
      id,
      corners: [corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1)],
      values: { name: `示例地块 ${id + 1}`, kind, areaM2: Math.round(20_000 + 180_000 * seeded(id, 5)) },
    };
  });
  return plots;
}

/** From degrees to the units of a tile. */
type ToTile = (place: readonly [number, number]) => [number, number];

function mercatorTile(z: number, x: number, y: number): ToTile {
  const size = 4096 * 2 ** z;
  return ([lon, lat]) => [Math.round(((lon + 180) / 360) * size - 4096 * x), Math.round((0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * size - 4096 * y)];
}

function degreeTile(z: number, x: number, y: number): ToTile {
  const size = (4096 * 2 ** z) / 360;
  return ([lon, lat]) => [Math.round((lon + 180) * size - 4096 * x), Math.round((90 - lat) * size - 4096 * y)];
}

const near = (value: number): boolean => value > -128 && value < 4224;

function drawnTile(toTile: ToTile): Uint8Array<ArrayBuffer> {
  const features = allPlots().flatMap(({ corners, values, id }): DrawnFeature[] => {
    const ring = corners.map(toTile);
    const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
    const meets = (all: number[]): boolean => all.some(near) || (Math.min(...all) < 0 && Math.max(...all) > 4096);
    return meets(xs) && meets(ys) ? [{ type: 'polygon', rings: [ring], values, id }] : [];
  });
  return features.length > 0 ? tileBytes({ plots: features }) : new Uint8Array(0);
}

let archive: Uint8Array<ArrayBuffer> | undefined;

function archived(): Uint8Array<ArrayBuffer> {
  const tiles: { z: number; x: number; y: number; bytes: Uint8Array }[] = [];
  for (let z = 8; z <= 12; z++) {
    const side = 360 / 2 ** z;
    const [left, right] = [WEST, WEST + STEP * (COLUMNS + 1)].map((lon) => Math.floor((lon + 180) / side)) as [number, number];
    const rowOf = (lat: number): number => Math.floor((0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * 2 ** z);
    for (let x = left; x <= right; x++) {
      for (let y = rowOf(SOUTH + STEP * (ROWS + 1)); y <= rowOf(SOUTH); y++) {
        const bytes = drawnTile(mercatorTile(z, x, y));
        if (bytes.length > 0) tiles.push({ z, x, y, bytes });
      }
    }
  }
  return (archive ??= archiveBytes({ tiles, bounds: [WEST, SOUTH, WEST + STEP * COLUMNS, SOUTH + STEP * ROWS], metadata: { attribution: '示例数据', vector_layers: [{ id: 'plots', fields: { kind: 'String' } }] } }));
}

const COLORS = ['居住用地', '#f4d06f', '商业用地', '#e4572e', '工业用地', '#a08bb5', '公园绿地', '#76b041', '#8cb9d4'];

/** The style: values by match, widths by the zoom, labels from near. */
const STYLE_JSON = {
  version: 8,
  sources: { plots: { type: 'vector', tiles: [TILES], minzoom: 8, maxzoom: 14 } },
  layers: [
    { id: 'plots', type: 'fill', source: 'plots', 'source-layer': 'plots', paint: { 'fill-color': ['match', ['get', 'kind'], ...COLORS], 'fill-opacity': { stops: [[9, 0.9], [14, 0.6]] } } },
    { id: 'edges', type: 'line', source: 'plots', 'source-layer': 'plots', paint: { 'line-color': '#ffffff', 'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.5, 14, 3] } },
    { id: 'large', type: 'line', source: 'plots', 'source-layer': 'plots', filter: ['>', 'areaM2', 180_000], paint: { 'line-color': '#7a1f1f', 'line-width': 2, 'line-dasharray': [3, 2] } },
    { id: 'names', type: 'symbol', source: 'plots', 'source-layer': 'plots', minzoom: 11, layout: { 'text-field': '{name}', 'text-size': 12 }, paint: { 'text-color': '#333333', 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 } },
  ],
};

function answer({ pathname }: URL, headers: Headers): Response {
  if (pathname.endsWith('.json')) return new Response(JSON.stringify(STYLE_JSON), { headers: { 'content-type': 'application/json' } });
  if (pathname.endsWith('.pmtiles')) {
    const file = archived();
    const [, from = '0', to = '0'] = /^bytes=(\d+)-(\d+)$/.exec(headers.get('range') ?? '') ?? [];
    return new Response(file.slice(Number(from), Number(to) + 1), { status: 206, headers: { 'content-range': `bytes ${from}-${to}/${file.length}`, etag: '"example"' } });
  }
  const [, degrees, z = 0, x = 0, y = 0] = /(\/c)?\/(\d+)\/(\d+)\/(\d+)\.mvt$/.exec(pathname) ?? [];
  const bytes = drawnTile((degrees ? degreeTile : mercatorTile)(Number(z), Number(x), Number(y)));
  return new Response(bytes, { headers: { 'content-type': 'application/vnd.mapbox-vector-tile' } });
}

let started = false;

/** Starts the service. */
export function startTileService(): void {
  if (started) return;
  started = true;
  const own = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), document.baseURI);
    return url.pathname.includes('/example-tiles/') ? Promise.resolve(answer(url, new Headers(init?.headers))) : own(input, init);
  };
}
