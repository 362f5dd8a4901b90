import { describe, expect, it } from 'vitest';
import { gridFrom, gridOf, hasWrongScale, type CornerHints, type WrittenMatrix } from './matrix-grid.js';

const near = (value: number | undefined, wanted: number): void => expect(Math.abs((value ?? NaN) / wanted - 1)).toBeLessThan(1e-9);

describe('gridFrom', () => {
  it('has the grids of the world: level 1 of EPSG:4490 has two columns', () => {
    const grid = gridFrom({ grid: 'EPSG:4490 1-18', ids: '{z}' });
    expect([grid?.crs, grid?.levels.length, grid?.levels[0]?.id, grid?.levels[0]?.origin]).toEqual(['EPSG:4490', 18, '1', [-180, 90]]);
    expect(grid?.levels[0]?.resolution).toBe(0.703125);
    const mercator = gridFrom({ grid: 'epsg:3857 0-2', ids: 'EPSG:3857:{z}' });
    expect(mercator?.levels.map(({ id }) => id)).toEqual(['EPSG:3857:0', 'EPSG:3857:1', 'EPSG:3857:2']);
    near(mercator?.levels[0]?.resolution, 156543.03392804097);
  });

  it('takes resolution and corner of a city grid, and needs them there', () => {
    const city = gridFrom({ grid: 'EPSG:4549 0-3 132.2919', ids: '{z}', origin: [-5123200, 10002100] });
    expect(city?.levels.map(({ resolution }) => resolution)).toEqual([132.2919, 66.14595, 33.072975, 16.5364875]);
    for (const grid of ['EPSG:4549 0-3', 'EPSG:4490', '4490 1-18', 'EPSG:4490 5-1', 'EPSG:4490 0-99', '']) expect(gridFrom({ grid, ids: '{z}' }), grid).toBeUndefined();
  });
});

const world = (corner: readonly [number, number], first: number): WrittenMatrix[] => [0, 1, 2].map((z) => ({ id: String(z + 1), denominator: first / 2 ** z, corner, tileSize: [256, 256], size: [2 ** (z + 1), 2 ** z] }));
const degrees: CornerHints = { degrees: true, northFirst: false };

describe('gridOf', () => {
  it('reads corners in degrees in either order', () => {
    for (const corner of [[-180, 90], [90, -180]] as const) expect(gridOf('EPSG:4490', world(corner, 279541132.0143589), degrees).levels[0]?.origin).toEqual([-180, 90]);
    near(gridOf('EPSG:4490', world([90, -180], 279541132.0143589), degrees).levels[0]?.resolution, 0.703125);
  });

  it('repairs denominators of 96 dpi, as 天地图 has them', () => {
    const wrong = world([90, -180], 295829355.45);
    expect([hasWrongScale(wrong, degrees), hasWrongScale(wrong, { ...degrees, degrees: false }), hasWrongScale(world([90, -180], 279541132.01), degrees)]).toEqual([true, false, false]);
    expect(gridOf('EPSG:4490', wrong, degrees).levels[0]?.resolution).toBeCloseTo(0.703125, 6);
  });

  it('reads corners in metres so that the layer lies inside, else as the registry has them', () => {
    const level = (corner: readonly [number, number]): WrittenMatrix[] => [{ id: '0', denominator: 472471, corner, tileSize: [256, 256], size: [400, 400] }];
    const inside = [534_469, 3_992_467] as const;
    expect(gridOf('EPSG:4549', level([-5123200, 10002100]), { degrees: false, northFirst: true, inside }).levels[0]?.origin).toEqual([-5123200, 10002100]);
    expect(gridOf('EPSG:4549', level([10002100, -5123200]), { degrees: false, northFirst: true, inside }).levels[0]?.origin).toEqual([-5123200, 10002100]);
    expect(gridOf('EPSG:4549', level([10002100, -5123200]), { degrees: false, northFirst: true }).levels[0]?.origin).toEqual([-5123200, 10002100]);
    expect(gridOf('EPSG:4549', level([4150000, 400000]), { degrees: false, northFirst: false, extent: [166000, 330000, 834000, 5990000] }).levels[0]?.origin).toEqual([400000, 4150000]);
    expect(gridOf('EPSG:4549', level([1, 2]), { degrees: false, northFirst: true, order: 'xy' }).levels[0]?.origin).toEqual([1, 2]);
  });

  it('has the coarsest level first, whatever the order of the document', () => {
    expect(gridOf('EPSG:4490', world([90, -180], 279541132.01).reverse(), degrees).levels.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });
});
