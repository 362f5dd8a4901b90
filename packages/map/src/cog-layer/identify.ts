/** What a raster says at a place, to the number of its full resolution. */
import type { Locale, Text } from '@yizhangtu/base/locale';
import { formatQuantity } from '@yizhangtu/base/units';
import type { CogBlock } from '@yizhangtu/data/cog-source';
import type { Identified } from '../layer/identified.js';
import type { LonLat } from '../shared/values.js';
import { pixelsAround } from './between-pixels.js';
import { toPixels } from './frame.js';
import type { Piece } from './piece.js';
import type { Drawn } from './raster.js';

/** The pixel at a place: its block, and where in it. */
async function pixelAt({ raster, maker }: Drawn, [lon, lat]: LonLat, signal: AbortSignal): Promise<{ readonly block: CogBlock; readonly at: number } | undefined> {
  const [full] = raster.facts.levels;
  const place = Float64Array.of(lon, lat);
  toPixels(place, raster.place);
  const [column, row] = [Math.floor(place[0] as number), Math.floor(place[1] as number)];
  if (!full || !(column >= 0 && row >= 0 && column < full.width && row < full.height)) return undefined;
  const { blockWidth, blockHeight } = full;
  const id = { level: 0, column: Math.floor(column / blockWidth), row: Math.floor(row / blockHeight) };
  const block = await raster.store.one(id, maker.bands, signal);
  return block && { block, at: (row - id.row * blockHeight) * blockWidth + column - id.column * blockWidth };
}

/** The number that is drawn at a place; NaN where there is none, and where colours are drawn. */
export async function numberAt(drawn: Drawn, place: LonLat, signal: AbortSignal): Promise<number> {
  if (drawn.wish.kind === 'rgb') return NaN;
  const pixel = await pixelAt(drawn, place, signal);
  return pixel ? (drawn.maker.piece(pixel.block)[pixel.at] as number) : NaN;
}

/**
 * The numbers that are drawn at places, between the middles of the four pixels around each (bilinear), in full resolution. NaN outside, and where one that counts
 * is missing. Each block is read once.
 * @param lonLats Longitude and latitude in degrees, two numbers a place.
 */
export async function numbersAt(drawn: Drawn, lonLats: ArrayLike<number>, signal: AbortSignal): Promise<Float64Array> {
  const { raster, maker, wish } = drawn;
  const [full] = raster.facts.levels;
  const places = Float64Array.from(lonLats);
  const numbers = new Float64Array(places.length >> 1).fill(NaN);
  if (!full || wish.kind === 'rgb') return numbers;
  toPixels(places, raster.place);
  const { width, height, blockWidth, blockHeight } = full;
  const all = Array.from(numbers, (_, i) => pixelsAround(places[2 * i] as number, places[2 * i + 1] as number, width, height));
  const pieces = new Map<string, Promise<Piece | undefined>>();
  const blockOf = (column: number, row: number): readonly [number, number] => [Math.floor(column / blockWidth), Math.floor(row / blockHeight)];
  const pieceOf = async (column: number, row: number): Promise<Piece | undefined> => {
    const block = await raster.store.one({ level: 0, column, row }, maker.bands, signal);
    return block && maker.piece(block);
  };
  for (const { columns, rows } of all)
    for (const [i, pixel] of columns.entries()) {
      const [column, row] = blockOf(pixel, rows[i] as number);
      const key = `${column} ${row}`;
      if (!pieces.has(key)) pieces.set(key, pieceOf(column, row));
    }
  const there = new Map(await Promise.all([...pieces].map(async ([key, piece]) => [key, await piece] as const)));
  const at = (column: number, row: number): number => {
    const [x, y] = blockOf(column, row);
    return there.get(`${x} ${y}`)?.[(row - y * blockHeight) * blockWidth + column - x * blockWidth] ?? NaN;
  };
  for (const [i, { columns, rows, parts }] of all.entries()) if (parts.length > 0) numbers[i] = parts.reduce((sum, part, j) => sum + part * at(columns[j] as number, rows[j] as number), 0);
  return numbers;
}

/** How an answer is written. */
export interface IdentifyWords {
  readonly label: Text;
  readonly unit: string | undefined;
  /** Names of numbers of a palette. */
  readonly names: ReadonlyMap<number, Text>;
  readonly locale: Locale;
  say(text: Text): string;
}

/** Everything a raster says at a place; nothing outside of it and where it has no number. */
export async function identified(drawn: Drawn, place: LonLat, { label, unit, names, locale, say }: IdentifyWords, signal: AbortSignal): Promise<readonly Identified[]> {
  const { wish, raster } = drawn;
  if (wish.kind === 'rgb') {
    const pixel = await pixelAt(drawn, place, signal);
    if (!pixel || drawn.maker.piece(pixel.block)[pixel.at] === 0) return [];
    const rows = wish.bands.map((band) => ({ label: raster.facts.bands[band]?.name ?? say({ zh: `波段 ${band + 1}`, en: `Band ${band + 1}` }), value: String(pixel.block.bands[drawn.maker.bands.indexOf(band)]?.[pixel.at] ?? '') }));
    return [{ rows }];
  }
  const value = await numberAt(drawn, place, signal);
  if (Number.isNaN(value)) return [];
  const name = wish.kind === 'palette' ? names.get(value) : undefined;
  const text = name ? `${say(name)} (${value})` : formatQuantity(value, unit ?? '', { maxDigits: digitsOf(value) }, locale).text;
  return [{ rows: [{ label: say(label), value: text }] }];
}

/** About four digits in all. */
function digitsOf(value: number): number {
  return Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(Math.max(1e-6, Math.abs(value))))));
}
