/** GeoTIFFs of stories: heights of the Yellow Sea from a public source, and seeded images (示例数据) that are made when they are asked for. */
import { tiffFile } from '../../tools/tiff-file.mjs';
import etopo from './rasters/etopo5-yellow-sea.tif?url';

const [COLUMNS, ROWS, STEP] = [360, 280, 0.002];
const AROUND = { width: COLUMNS, height: ROWS, block: 64, copies: 2, origin: [120.05, 36.42] as const, step: [STEP, STEP] as const };

/** ETOPO5 (NOAA NGDC 1988) around the Yellow Sea: metres, up positive; 5′. */
export async function yellowSea(): Promise<File> {
  return new File([await (await fetch(etopo)).arrayBuffer()], 'etopo5-yellow-sea.tif');
}

/** Rolling numbers from 0 to 1 over the raster, the same on each run. */
function rolling(column: number, row: number, turn: number): number {
  const waves = [[31, 47, 1], [17, 23, 0.6], [7, 11, 0.35], [3.1, 4.3, 0.12]] as const;
  const sum = waves.reduce((total, [x, y, part]) => total + part * Math.sin(column / x + turn) * Math.cos(row / y + 2 * turn), 0);
  return 0.5 + sum / 4.2;
}

/** Where there is green, from 0 to 1: more of it on one side. */
const green = (column: number, row: number): number => Math.min(1, Math.max(0, 1.3 * rolling(column, row, 0.7) - 0.2 + 0.3 * (column / COLUMNS - 0.5)));

/** Blue, green, red and near infrared of an image from space (示例数据): reflectance × 10 000; nothing along the western edge. */
export function satellite(): File {
  const light = (low: number, high: number) => (column: number, row: number): number => (column < 20 + row / 8 ? 0 : Math.round(low + (high - low) * green(column, row) + 120 * rolling(3 * column, 3 * row, 2)));
  const bytes = tiffFile({ ...AROUND, kind: 'u16', nodata: '0', bands: [light(1100, 350), light(1250, 650), light(1500, 380), light(1700, 4200)] });
  return new File([bytes], 'satellite.tif');
}

/** Words of the classes of land below. */
export const LAND = new Map([
  [1, { zh: '水域', en: 'Water' }],
  [2, { zh: '建设用地', en: 'Built-up' }],
  [3, { zh: '耕地', en: 'Cropland' }],
  [4, { zh: '林地', en: 'Forest' }],
]);

/** Four classes of land with a palette, in a plane of CGCS2000 (EPSG:4549, 示例数据). */
export function landClasses(): File {
  const of = (column: number, row: number): number => 1 + Math.min(3, Math.floor(4 * Math.min(0.999, Math.max(0, green(Math.floor(column / 2), Math.floor(row / 2))))));
  const palette = [[0, 0, 0], [99, 155, 203], [201, 90, 84], [226, 204, 124], [94, 148, 92]] as const;
  const bytes = tiffFile({ width: 640, height: 560, block: 64, copies: 2, keys: [[1024, 1], [3072, 4549]], origin: [505_000, 4_031_000], step: [100, 100], bands: [of], palette });
  return new File([bytes], 'land.tif');
}
