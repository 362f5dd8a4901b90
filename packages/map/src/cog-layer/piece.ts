/** From the numbers of a block to what is drawn: one number a pixel, or its colour. Pure. */
import type { CogBlock, CogFacts } from '@yizhangtu/data/cog-source';
import { BandMaths } from '@yizhangtu/data/expression';

/** What is drawn of a raster. */
export type RasterWish =
  | { readonly kind: 'numbers'; readonly expression: string }
  | { readonly kind: 'rgb'; readonly bands: readonly [number, number, number]; readonly range: RgbRange }
  | { readonly kind: 'palette' };

/** Smallest and largest number of red, green and blue. */
export type RgbRange = readonly (readonly [min: number, max: number])[];

/** One number a pixel, NaN for none; or one colour a pixel (RGBA, little endian), 0 for none. */
export type Piece = Float32Array | Uint32Array;

/** What makes pieces of blocks. */
export interface PieceMaker {
  /** Two makers with the same key make the same. */
  readonly key: string;
  /** Bands that a block must have, from 0, in this order. */
  readonly bands: readonly number[];
  piece(block: CogBlock): Piece;
}

/** Names of bands: `b1`, `b2` …, and those that the file gives. */
function bandNames({ bands }: CogFacts): ReadonlyMap<string, number> {
  const named = bands.flatMap(({ name }, at): [string, number][] => (name ? [[name, at]] : []));
  return new Map([...named.reverse(), ...bands.map((_, at): [string, number] => [`b${at + 1}`, at])]);
}

/** @param nodata A number that stands for none, over what the file says. @throws YztError `bad-expression`, `unknown-field`. */
export function pieceMaker(facts: CogFacts, wish: RasterWish, nodata = facts.nodata): PieceMaker {
  if (wish.kind === 'rgb') return colorMaker(facts, wish, nodata);
  return numberMaker(facts, wish.kind === 'palette' ? 'b1' : wish.expression, nodata, wish.kind === 'palette');
}

function numberMaker(facts: CogFacts, expression: string, nodata: number | undefined, raw: boolean): PieceMaker {
  const maths = new BandMaths(expression);
  const names = bandNames(facts);
  const none = new Float64Array(1);
  // Says what cannot be read before anything is.
  maths.over(new Map([...names.keys()].map((name) => [name, none])));
  const places = maths.fields.map((field) => names.get(field) as number);
  const bands = [...new Set([...places, ...(facts.alpha === undefined ? [] : [facts.alpha])])];
  const values = (block: CogBlock): ReadonlyMap<string, Float64Array> =>
    new Map(maths.fields.map((field, i) => {
      const place = places[i] as number;
      const { scale, offset } = raw ? { scale: 1, offset: 0 } : (facts.bands[place] ?? { scale: 1, offset: 0 });
      const numbers = block.bands[bands.indexOf(place)] ?? [];
      return [field, Float64Array.from(numbers, (value) => (value === nodata ? NaN : value * scale + offset))];
    }));
  const piece = (block: CogBlock): Float32Array => {
    const at = maths.over(values(block));
    const shows = visible(block, facts, bands);
    const numbers = new Float32Array(block.width * block.height);
    for (let i = 0; i < numbers.length; i++) {
      const value = shows(i) ? at(i) : NaN;
      numbers[i] = value - value === 0 ? value : NaN;
    }
    return numbers;
  };
  return { key: `numbers ${expression} ${nodata} ${raw}`, bands, piece };
}

/** Whether a pixel shows: not masked, and not clear. */
function visible({ mask, bands }: CogBlock, { alpha }: CogFacts, read: readonly number[]): (at: number) => boolean {
  const clear = alpha === undefined ? undefined : bands[read.indexOf(alpha)];
  return (at) => (!mask || mask[at] !== 0) && (!clear || clear[at] !== 0);
}

function colorMaker(facts: CogFacts, { bands: rgb, range }: Extract<RasterWish, { kind: 'rgb' }>, nodata: number | undefined): PieceMaker {
  const bands = [...new Set([...rgb, ...(facts.alpha === undefined ? [] : [facts.alpha])])];
  const most = facts.bits === 8 || facts.bits === 16 ? 2 ** facts.bits - 1 : 1;
  const piece = (block: CogBlock): Uint32Array => {
    const parts = rgb.map((band) => block.bands[bands.indexOf(band)]);
    const alpha = facts.alpha === undefined ? undefined : block.bands[bands.indexOf(facts.alpha)];
    const shows = visible(block, facts, bands);
    const colors = new Uint32Array(block.width * block.height);
    for (let i = 0; i < colors.length; i++) {
      const [r, g, b] = [parts[0]?.[i] ?? NaN, parts[1]?.[i] ?? NaN, parts[2]?.[i] ?? NaN];
      if (!shows(i) || (r === nodata && g === nodata && b === nodata) || Number.isNaN(r + g + b)) continue;
      const clear = alpha ? Math.round((255 * (alpha[i] as number)) / most) : 255;
      colors[i] = ((clear << 24) | (byte(b, range[2]) << 16) | (byte(g, range[1]) << 8) | byte(r, range[0])) >>> 0;
    }
    return colors;
  };
  return { key: `rgb ${rgb.join()} ${range.join()} ${nodata}`, bands, piece };
}

function byte(value: number, [min, max]: readonly [number, number] = [0, 255]): number {
  return Math.min(255, Math.max(0, Math.round((255 * (value - min)) / (max - min || 1))));
}
