// @ts-check
// Grids and pictures of a good server, for tests: `/fault/grid` is JSON of a grid of values, with wind.

/** @typedef {import('./test-server.mjs').Context} Context */

const SIDE = 12;
/** A field that rises to the north-east, with nothing in its first cell; a wind that turns around the middle. 示例数据. */
const numbers = (/** @type {(x: number, y: number) => number} */ of) => Array.from({ length: SIDE * SIDE }, (_, at) => (at === 0 ? null : of((at % SIDE) - 5.5, 5.5 - Math.floor(at / SIDE))));
const GRID = JSON.stringify({
  crs: 'EPSG:4490',
  extent: [120.1, 35.9, 120.7, 36.35],
  width: SIDE,
  height: SIDE,
  values: numbers((x, y) => 20 + x / 2 + y / 4),
  u: numbers((_, y) => -y),
  v: numbers((x) => x),
  unit: 'm/s',
  label: { zh: '示例数据', en: 'Example data' },
});

/** @type {Record<string, (context: Context, rest: string) => void | Promise<void>>} */
export const rasterAnswers = {
  grid: (context) => {
    context.type = 'application/json';
    context.body = GRID;
  },
};
