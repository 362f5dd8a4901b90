import { describe, expect, it } from 'vitest';
import type { CogBlock, CogFacts, CogLevel } from '@yizhangtu/data/cog-source';
import { atOnce } from '@yizhangtu/data/steps';
import { viewOf, type View } from '../renderer/view.js';
import { pixelsAround } from './between-pixels.js';
import { frameOf, holds, meshOf, toPixels, type RasterPlace } from './frame.js';
import { hillshade } from './hillshade.js';
import { mosaicOf } from './mosaic.js';
import { painted, shaded } from './paint.js';
import { pieceMaker } from './piece.js';
import { planOf } from './plan.js';
import { spanOf } from './scale.js';

const same = Object.assign(() => undefined, { inverse: () => undefined });
/** One pixel a degree, from 0 on the west and 50 on the north. */
const PLACE: RasterPlace = { affine: [1, 0, 0, 0, -1, 50], toDegrees: same, middle: 50, world: 360 };
const view = (more: Partial<Parameters<typeof viewOf>[0]> = {}): View => viewOf({ center: [50, 25], resolution: 0.5, rotation: 0, size: [100, 60], pixelRatio: 1, worldWidth: 360, projection: 'EPSG:4326', moving: false, ...more });
const level = (width: number, height: number, block = 16): CogLevel => ({ width, height, blockWidth: block, blockHeight: block, columns: Math.ceil(width / block), rows: Math.ceil(height / block) });

describe('frameOf', () => {
  it('lies pixel on pixel under the view, with a margin, and holds it until it is left or enlarged', () => {
    const frame = frameOf(view());
    expect([frame.step, frame.width, frame.height, frame.x, frame.y]).toEqual([0.5, 356, 316, 25 - 64, 40 + 64]);
    expect([holds(frame, view()), holds(frame, view({ center: [80, 25] })), holds(frame, view({ center: [120, 25] })), holds(frame, view({ resolution: 0.25 })), holds(frame, view({ rotation: 1 }))]).toEqual([true, true, false, false, true]);
  });
});

describe('pixelsAround', () => {
  /** 10 20 / 30 50. */
  const values = [[10, 20], [30, 50]];
  const at = (x: number, y: number): number => {
    const { columns, rows, parts } = pixelsAround(x, y, 2, 2);
    return parts.length === 0 ? NaN : parts.reduce((sum, part, i) => sum + part * (values[rows[i] as number]?.[columns[i] as number] as number), 0);
  };

  it('weighs the four middles around a place, as by hand', () => {
    expect([at(0.5, 0.5), at(1.5, 0.5), at(0.5, 1.5), at(1.5, 1.5)]).toEqual([10, 20, 30, 50]);
    // The middle of all four: (10 + 20 + 30 + 50) / 4.
    expect(at(1, 1)).toBe(27.5);
    // A quarter to the right, three quarters down: 0.25·(0.75·10 + 0.25·20) + 0.75·(0.75·30 + 0.25·50).
    expect(at(0.75, 1.25)).toBe(29.375);
  });

  it('has the outermost pixels up to the edge, and nothing beyond', () => {
    expect([at(0, 0), at(2, 0.2), at(2, 2), at(0, 1)]).toEqual([10, 20, 50, 20]);
    expect([at(-0.01, 1), at(1, 2.01), at(NaN, 1)].every(Number.isNaN)).toBe(true);
    expect(pixelsAround(0.5, 1, 2, 2).columns).toEqual([0, 0]);
  });
});

describe('meshOf', () => {
  it('gives columns and rows of the raster, in the world around it', () => {
    const place = Float64Array.of(10.5, 49.5, 10.5 + 360, 40);
    toPixels(place, PLACE);
    expect([...place]).toEqual([10.5, 0.5, 10.5, 10]);
    const { at, columns } = meshOf(frameOf(view()), same, PLACE);
    expect([at[0], at[1], at[2], at[2 * columns + 1]]).toEqual([25 - 64, 50 - 104, 25 - 64 + 8, 50 - 104 + 8]);
  });
});

describe('planOf', () => {
  const levels = [level(100, 50), level(50, 25), level(25, 13)];
  const plan = (resolution: number, center: [number, number] = [50, 25], of = levels) => planOf(of, meshOf(frameOf(view({ resolution, center })), same, PLACE));

  it('takes the smallest copy that is sharp enough', () => {
    expect([0.1, 0.9, 1.6, 2, 4, 50].map((resolution) => plan(resolution)?.level)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('reads the blocks in view and no others, those in the middle first', () => {
    const near = plan(0.05, [20, 25]);
    expect(near?.window).toEqual({ left: 9, top: 15, right: 32, bottom: 36 });
    expect(new Set(near?.blocks.map(String))).toEqual(new Set(['0,0', '1,0', '0,1', '1,1', '0,2', '1,2']));
    expect(near?.blocks[0]?.[1]).toBe(1);
    expect(plan(0.05, [170, 25])).toBeUndefined();
  });

  it('refuses what would be too much where there is no smaller copy, and takes one where there is', () => {
    const large = [level(100_000, 50_000, 16)];
    const wide = { ...PLACE, affine: [0.001, 0, 0, 0, -0.001, 50] as const };
    const mesh = meshOf(frameOf(view({ resolution: 1 })), same, wide);
    expect(planOf(large, mesh)).toMatchObject({ tooMuch: true, blocks: [] });
    expect(planOf([...large, level(100, 50)], mesh)?.tooMuch).toBeUndefined();
  });
});

describe('pieceMaker', () => {
  const facts = (more: Partial<CogFacts> = {}): CogFacts => ({
    place: { affine: [1, 0, 0, 0, -1, 0], crs: 'EPSG:4326' }, levels: [level(2, 2)], bands: [{ scale: 0.1, offset: 5, name: '红' }, { scale: 1, offset: 0, name: '近红外' }],
    nodata: -9999, colors: 'numbers', alpha: undefined, palette: [], bits: 16, ...more,
  });
  const block = (bands: number[][], mask?: number[]): CogBlock => ({ bands: bands.map((band) => Int16Array.from(band)), width: 2, height: 2, mask: mask && Uint8Array.from(mask) });

  it('gives values of a band or of several: scaled, without what is none, masked or no number', () => {
    expect([...pieceMaker(facts(), { kind: 'numbers', expression: 'b1' }).piece(block([[10, -9999, 30, 40]], [1, 1, 0, 1]))]).toEqual([6, NaN, NaN, 9]);
    const maker = pieceMaker(facts(), { kind: 'numbers', expression: '近红外 / 红' });
    expect(maker.bands).toEqual([1, 0]);
    expect([...maker.piece(block([[12, 0, 7, -9999], [10, -50, -9999, 10]]))]).toEqual([2, NaN, NaN, NaN]);
    expect(() => pieceMaker(facts(), { kind: 'numbers', expression: 'b3' })).toThrow(expect.objectContaining({ code: 'unknown-field' }));
  });

  it('gives colours of three bands: stretched, clear where alpha or all three say so', () => {
    const maker = pieceMaker(facts({ alpha: 2, bits: 8 }), { kind: 'rgb', bands: [0, 1, 0], range: [[0, 100], [0, 100], [0, 200]] });
    const [full, half, none, clear] = maker.piece(block([[100, 50, -9999, 1], [0, 50, -9999, 1], [255, 128, 255, 0]]));
    expect([full, half, none, clear].map((color) => (color as number).toString(16))).toEqual(['ff8000ff', '80408080', '0', '0']);
  });
});

describe('mosaicOf', () => {
  it('puts blocks side by side and leaves out what is missing', () => {
    const pieces: Record<string, Float32Array> = { '0 0': Float32Array.of(1, 2, 3, 4), '1 0': Float32Array.of(5, 6, 7, 8), '0 1': Float32Array.of(9, 10) };
    const { values } = mosaicOf({ left: 1, top: 0, right: 3, bottom: 3 }, { blockWidth: 2, blockHeight: 2, at: (column, row) => pieces[`${column} ${row}`] }, true);
    expect([...values]).toEqual([2, 5, 4, 7, 10, NaN]);
  });
});

describe('hillshade', () => {
  const plane = (east: number, south: number): Float32Array => Float32Array.from({ length: 25 }, (_, i) => 10 * (east * (i % 5) + south * Math.floor(i / 5)));
  const lit = (values: Float32Array, azimuth: number, exaggeration = 1): number => atOnce(hillshade({ values, width: 5, height: 5 }, () => [10, 10], { azimuth, altitude: 45, exaggeration }))[12] as number;

  it('level ground has the sine of the altitude', () => {
    expect(lit(plane(0, 0), 315)).toBeCloseTo(Math.SQRT1_2, 6);
  });

  it('a slope of 45° that faces the sun is fully lit, one that faces away not at all', () => {
    // Falls to the west, so it faces west.
    expect([lit(plane(1, 0), 270), lit(plane(1, 0), 90)]).toEqual([expect.closeTo(1, 6), expect.closeTo(0, 6)]);
    // Rises to the south, so it faces north.
    expect([lit(plane(0, 1), 360), lit(plane(0, 1), 180)]).toEqual([expect.closeTo(1, 6), expect.closeTo(0, 6)]);
    expect(lit(plane(0.5, 0), 270, 2)).toBeCloseTo(1, 6);
  });

  it('where there is no height there is no light, and next to it ground is taken as level', () => {
    const values = plane(0, 0);
    values[12] = NaN;
    const light = atOnce(hillshade({ values, width: 5, height: 5 }, () => [10, 10], { azimuth: 315, altitude: 45, exaggeration: 1 }));
    expect([light[12], light[11]]).toEqual([NaN, expect.closeTo(Math.SQRT1_2, 6)]);
  });

  it('shadow is black and light is white over the map, and both change a colour', () => {
    expect([shaded(0, 0, 0.7) & 255, shaded(0, 1, 0.7) & 255, shaded(0, 0.7, 0.7) >>> 24]).toEqual([0, 255, 0]);
    expect([shaded(0xff808080, 0.2, 0.7) < 0xff808080, shaded(0xff808080, 0.9, 0.7) > 0xff808080, shaded(0xff808080, 0.7, 0.7)]).toEqual([true, true, 0xff808080]);
  });
});

describe('painted', () => {
  const frame = { x: 0, y: 50, step: 0.5, width: 32, height: 32, projection: 'EPSG:4326' };
  const mosaic = { window: { left: 0, top: 0, right: 8, bottom: 8 }, width: 8, height: 8, values: Float32Array.from({ length: 64 }, (_, i) => (i === 9 ? NaN : i % 8)) };
  const run = (smooth: boolean, place = PLACE, from = frame) => {
    const seen: number[] = [];
    const pixels = atOnce(painted({ frame: from, mesh: meshOf(from, same, place), mosaic, scale: [1, 1], smooth, level: 1, colorOf: (value) => (seen.push(value), Number.isNaN(value) ? 0 : 1 + Math.round(10 * value)) }));
    return new Uint32Array(pixels.buffer);
  };

  it('pixels are squares, and nothing is drawn beside the raster or where a number is missing', () => {
    const pixels = run(false);
    expect([0, 1, 2, 3, 15, 16].map((x) => pixels[x])).toEqual([1, 1, 11, 11, 71, 0]);
    expect([pixels[2 * 32 + 2], pixels[3 * 32 + 3], pixels[16 * 32]]).toEqual([0, 0, 0]);
  });

  it('numbers between pixels are between theirs; a missing one changes none of its neighbours', () => {
    const pixels = run(true);
    // A quarter before and behind the middle of the pixel with 3.
    expect([pixels[6], pixels[7]]).toEqual([1 + Math.round(27.5), 1 + Math.round(32.5)]);
    // A sixteenth of the one above it.
    expect([pixels[2 * 32 + 2], pixels[2 * 32 + 1]]).toEqual([0, 1 + Math.round(10 / 16)]);
  });

  it('a raster that goes round the world has no seam', () => {
    const round = { affine: [45, 0, -180, 0, -1, 50] as const, toDegrees: same, middle: 0, world: 8 };
    const pixels = run(false, round, { ...frame, x: 160, step: 2.5 });
    expect([0, 7, 8, 25, 26].map((x) => pixels[32 + x])).toEqual([71, 71, 1, 1, 11]);
  });
});

describe('spanOf', () => {
  it('leaves out the outermost part, and is never empty', () => {
    expect(spanOf(Float32Array.from({ length: 101 }, (_, i) => (i === 100 ? 1e6 : i)))).toEqual([1, 99]);
    expect([spanOf(Float32Array.of(5, NaN, 5)), spanOf(new Float32Array(0))]).toEqual([[5, 6], [0, 1]]);
  });
});
