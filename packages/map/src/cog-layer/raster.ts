/** A file that is open: where it lies, what is drawn of it, and numbers that stand for all of it. */
import { CogFile, type CogBlock, type CogFacts } from '@yizhangtu/data/cog-source';
import type { Bounds } from '../shared/values.js';
import { BlockStore, type StoreHost } from './block-store.js';
import type { RasterPlace } from './frame.js';
import { pieceMaker, type PieceMaker, type RasterWish, type RgbRange } from './piece.js';
import { rasterPlace } from './place.js';
import { spanOf } from './scale.js';

/** Which file. */
export interface RasterOptions {
  readonly element: Element;
  readonly url: string;
  readonly file: Blob | undefined;
  /** Over what the file says; empty for none. */
  readonly crs: string;
  /** Seconds. */
  readonly timeLimit: number;
}

/** An open file. */
export interface Raster {
  readonly facts: CogFacts;
  readonly place: RasterPlace;
  /** West, south, east, north in degrees. */
  readonly bounds: Bounds;
  readonly store: BlockStore;
  /** Told of blocks. */
  readonly host: { current: StoreHost | undefined };
}

/** What is drawn of it. */
export interface Drawn {
  readonly raster: Raster;
  readonly wish: RasterWish;
  readonly maker: PieceMaker;
  /** Numbers from all over the raster; none where colours are drawn. */
  readonly some: Float32Array;
}

/** Blocks that numbers for the scale are taken from, and numbers of one. */
const [SAMPLE_BLOCKS, SAMPLE_OF_BLOCK] = [16, 20_000];
/** Part of an image that is lost in black and in white. */
const CLIPPED = 0.02;

/** Opens a file. @throws YztError `bad-geotiff`, `unknown-crs`, and what requests throw. */
export async function openRaster({ element, url, file, crs, timeLimit }: RasterOptions): Promise<Raster> {
  const source = new CogFile({ url, subject: element, file, timeLimit });
  const facts = await source.facts();
  const host: Raster['host'] = { current: undefined };
  const store = new BlockStore(source, { arrived: () => host.current?.arrived(), failed: (reason) => host.current?.failed(reason) });
  return { facts, ...rasterPlace(facts, crs, element.localName), store, host };
}

/** What a page wants to see; whatever it leaves open is what the file is made for. */
export interface DrawnWish {
  readonly expression: string;
  readonly rgbBands: readonly number[] | undefined;
  readonly range: readonly [number, number] | undefined;
  readonly nodata: number | undefined;
  /** Numbers, whatever colours the file has. */
  readonly numbers: boolean;
}

/** Reads what the scale needs, and says what is drawn. @throws YztError `bad-expression`, `unknown-field`, and what reading throws. */
export async function drawnOf(raster: Raster, wish: DrawnWish, signal: AbortSignal): Promise<Drawn> {
  const { facts } = raster;
  const { expression, rgbBands, nodata } = wish;
  const colors = rgbBands ? 'rgb' : expression !== '' || wish.numbers ? 'numbers' : facts.colors;
  if (colors === 'rgb') return rgbOf(raster, wish, signal);
  const what: RasterWish = colors === 'palette' ? { kind: 'palette' } : { kind: 'numbers', expression: expression || 'b1' };
  const maker = pieceMaker(facts, what, nodata);
  const some = await samples(raster, maker.bands, signal, (block) => maker.piece(block) as Float32Array);
  return { raster, wish: what, maker, some };
}

async function rgbOf(raster: Raster, { rgbBands = [1, 2, 3], range, nodata }: DrawnWish, signal: AbortSignal): Promise<Drawn> {
  const { facts } = raster;
  const [red = 0, green = 0, blue = 0] = rgbBands.map((band) => Math.min(facts.bands.length, Math.max(1, band)) - 1);
  const bands = [red, green, blue] as const;
  const span = range ? bands.map(() => range) : facts.bits === 8 ? bands.map(() => [0, 255] as const) : await spans(raster, bands, nodata, signal);
  const wish: RasterWish = { kind: 'rgb', bands, range: span };
  return { raster, wish, maker: pieceMaker(facts, wish, nodata), some: new Float32Array(0) };
}

/** Numbers between which an image lies, by band. */
async function spans(raster: Raster, bands: readonly number[], nodata = raster.facts.nodata, signal: AbortSignal): Promise<RgbRange> {
  const each: (readonly [number, number])[] = [];
  for (const band of bands) {
    const some = await samples(raster, [band], signal, (block) => Float32Array.from(block.bands[0] ?? [], (value) => (value === nodata ? NaN : value)));
    each.push(spanOf(some, CLIPPED));
  }
  return each;
}

/** Numbers of the smallest copy: of all of it, or of blocks from all over it. */
async function samples({ facts, store }: Raster, bands: readonly number[], signal: AbortSignal, numbers: (block: CogBlock) => Float32Array): Promise<Float32Array> {
  const level = facts.levels.length - 1;
  const { columns, rows, width, height, blockWidth, blockHeight } = facts.levels[level] as CogFacts['levels'][number];
  const count = Math.min(SAMPLE_BLOCKS, columns * rows);
  const places = Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * columns * rows) / count));
  const found = await Promise.all(
    places.map(async (place) => {
      const [column, row] = [place % columns, Math.floor(place / columns)];
      const block = await store.one({ level, column, row }, bands, signal);
      if (!block) return [];
      const all = numbers(block);
      const step = Math.max(1, Math.floor(all.length / SAMPLE_OF_BLOCK));
      // Blocks on the edge reach beyond the picture.
      return all.filter((_, i) => i % step === 0 && (i % block.width) + column * blockWidth < width && Math.floor(i / block.width) + row * blockHeight < height);
    }),
  );
  const some = new Float32Array(found.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of found) {
    some.set(part, at);
    at += part.length;
  }
  return some;
}
