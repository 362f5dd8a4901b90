import { existsSync, readFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { vertexRanks } from '@yizhangtu/data/simplify';
import { boundsOfRows, ringArea, shapesOf, type ShapeSet } from './geometry.js';
import { isInPolygon } from './hits.js';
import { Rasterizer, type Fragments, type Raster } from './raster.js';
import { rankRequest, ShapeLevels } from './shape-levels.js';
import { rasterInput } from './shape-raster.js';
import type { ShapeFrame } from './shape-frame.js';
import { box, shapeGeometry, type Ring, type TestShape } from './shapes.fixture.js';
import { allVertices } from './vertices.js';
import { mapPoint, viewOf, type View } from './view.js';

interface Features {
  readonly features: readonly { readonly geometry: { readonly type: string; readonly coordinates: unknown } | null }[];
}

function polygonsOf({ features }: Features): TestShape[] {
  return features.flatMap(({ geometry }): TestShape[] => {
    if (geometry?.type === 'Polygon') return [{ type: 3, polygons: [geometry.coordinates as Ring[]] }];
    return geometry?.type === 'MultiPolygon' ? [{ type: 3, polygons: geometry.coordinates as Ring[][] }] : [];
  });
}

/** A view of 400 × 300 px around all shapes. */
function viewAround(shapes: ShapeSet, rotation = 0): View {
  const [west, south, east, north] = shapes.extent;
  // Turned, the corners need more room.
  const resolution = Math.max((east - west) / 380, (north - south) / 280) * (rotation === 0 ? 1 : 1.7);
  return viewOf({ center: [(west + east) / 2, (south + north) / 2], resolution, rotation, size: [400, 300], pixelRatio: 1, worldWidth: 0, projection: 'EPSG:3857', moving: false });
}

function rankedLevels(shapes: ShapeSet): ShapeLevels {
  const levels = new ShapeLevels(shapes);
  const ranking = vertexRanks(rankRequest(shapes));
  let step = ranking.next();
  while (!step.done) step = ranking.next();
  levels.rank(step.value);
  return levels;
}

function rastered(shapes: ShapeSet, view: View): Raster {
  const frame = { shapes, type: 3, view, slots: { of: new Uint16Array(shapes.source.types.length).fill(1), list: [] }, style: { width: 2 } } as unknown as ShapeFrame;
  const input = rasterInput(frame, view, { left: 0, top: 0, width: view.width, height: view.height }, rankedLevels(shapes).exact(view.scale), { all: true });
  return new Rasterizer().raster(input);
}

/** Area of an item in pixels. */
function covered({ spans, spanStart, pixels, pixelStart }: Fragments, item: number): number {
  let sum = 0;
  for (let i = spanStart[item] as number; i < (spanStart[item + 1] as number); i += 2) sum += (spans[i + 1] as number) - (spans[i] as number);
  for (let i = pixelStart[item] as number; i < (pixelStart[item + 1] as number); i++) sum += ((pixels[i] as number) & 255) / 255;
  return sum;
}

/** Area of a row in pixels, holes taken off. */
function area(shapes: ShapeSet, row: number, view: View): number {
  const { partStart, ringStart, vertexStart } = shapes.source;
  let sum = 0;
  for (let part = partStart[row] as number; part < (partStart[row + 1] as number); part++)
    for (let ring = ringStart[part] as number; ring < (ringStart[part + 1] as number); ring++) {
      const size = Math.abs(ringArea(shapes.xy, vertexStart[ring] as number, vertexStart[ring + 1] as number)) / 2;
      sum += ring === ringStart[part] ? size : -size;
    }
  return sum * view.scale * view.scale;
}

/** Areas agree, and a pixel that is covered whole lies in its row. */
function check(list: readonly TestShape[], rotation: number): void {
  const geometry = shapeGeometry(list);
  const shapes = shapesOf(geometry, 'EPSG:3857') as ShapeSet;
  const view = viewAround(shapes, rotation);
  const raster = rastered(shapes, view);
  let total = 0;
  let off = 0;
  let wrong = 0;
  let looked = 0;
  raster.rows.forEach((row, item) => {
    const exact = area(shapes, row, view);
    total += exact;
    off += Math.abs(covered(raster.lower, item) - exact);
    const { spans, spanStart } = raster.lower;
    for (let i = spanStart[item] as number; i < (spanStart[item + 1] as number); i += 20) {
      const at = ((spans[i] as number) + (spans[i + 1] as number)) >> 1;
      const [x, y] = mapPoint(view, (at % view.width) + 0.5, Math.floor(at / view.width) + 0.5);
      looked++;
      if (!isInPolygon(shapes, row, x, y)) wrong++;
    }
  });
  expect(raster.rows.length).toBeGreaterThan(0);
  expect(looked).toBeGreaterThan(0);
  expect(off / total).toBeLessThan(0.02);
  expect(wrong / looked).toBeLessThan(0.002);
}

describe('rasters of polygons', () => {
  const holed: TestShape[] = [
    { type: 3, polygons: [[box(0, 0, 10, 8), box(2, 2, 5, 5)], [box(11, 1, 14, 4)]] },
    { type: 3, polygons: [[[...box(4, 6, 12, 12)].reverse(), [...box(6, 8, 8, 10)].reverse()]] },
  ];
  it('cover what the polygons cover, holes and parts too', () => check(holed, 0));
  it('do so when the view is turned', () => check(holed, 0.8));

  it('hold only what a rectangle shows, and together the whole', () => {
    const shapes = shapesOf(shapeGeometry(holed), 'EPSG:3857') as ShapeSet;
    const view = viewAround(shapes, 0.4);
    const whole = rastered(shapes, view);
    const frame = { shapes, type: 3, view, slots: { of: new Uint16Array(2).fill(1), list: [] }, style: { width: 2 } } as unknown as ShapeFrame;
    let sum = 0;
    for (const left of [0, 130, 260])
      for (const top of [0, 150]) {
        const part = new Rasterizer().raster(rasterInput(frame, view, { left, top, width: left === 260 ? 140 : 130, height: 150 }, allVertices(shapes), { all: true }));
        part.rows.forEach((_, item) => (sum += covered(part.lower, item)));
      }
    const expected = covered(whole.lower, 0) + covered(whole.lower, 1);
    expect(Math.abs(sum - expected) / expected).toBeLessThan(0.002);
  });

  const DATA = '../shared/data';
  const landCover = `${DATA}/landuse/nlcd2011_zion_west.geojson`;
  it.skipIf(!existsSync(landCover))('of land cover with holes (skipped where ../shared/data is absent)', { timeout: 60_000 }, () => {
    const list = polygonsOf(JSON.parse(readFileSync(landCover, 'utf8')) as Features);
    expect(list.length).toBeGreaterThan(1000);
    check(list, 0);
    check(list, 1.1);
  });

  const counties = `${DATA}/perf/us_counties_10m.topojson`;
  it.skipIf(!existsSync(counties))('of counties of the USA (skipped where ../shared/data is absent)', { timeout: 60_000 }, () => {
    const topology = JSON.parse(readFileSync(counties, 'utf8')) as Parameters<typeof feature>[0];
    const all = feature(topology, topology.objects.counties as Parameters<typeof feature>[1]) as unknown as Features;
    const list = polygonsOf(all).filter((shape) => {
      const [west, south, east, north] = boundsOfRows(shapeGeometry([shape]), [0]);
      return west > -126 && east < -66 && south > 24 && north < 50;
    });
    expect(list.length).toBeGreaterThan(2500);
    check(list, 0);
  });
});
