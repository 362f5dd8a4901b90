import { describe, expect, it } from 'vitest';
import { readGrid } from '@yizhangtu/data/value-grid';
import { degreesFrom } from '../map/own-projections.js';
import type { CrsTransform } from '@yizhangtu/data/crs';
import { viewOf, type View } from '../renderer/view.js';
import type { PlacedGrid } from '../value-grid/grid-code.js';
import { flowField, movementAt, type FlowField, type Movement } from './flow-field.js';
import { bearingOf, compassPoint, flowRows, metresOf } from './flow-words.js';
import { Particles } from './particles.js';

const transform = (code: string): CrsTransform => degreesFrom(code) as CrsTransform;

/** 10 m/s everywhere from 100° to 140° and from the equator to 70°, but nothing beyond 69°. */
function steady(u: number, v: number): PlacedGrid {
  const cells = 40 * 70;
  const numbers = (value: number): (number | null)[] => Array.from({ length: cells }, (_, at) => (at < 40 ? null : value));
  return { grid: readGrid({ extent: [100, 0, 140, 70], width: 40, height: 70, u: numbers(u), v: numbers(v) }, { tag: 'yzt-flow-layer' }), toDegrees: transform('EPSG:4326') };
}

/** A view of 400 × 300 px around a place, 100 map units a px. */
function view(code: string, lonLat: readonly [number, number], more: Partial<View> = {}): View {
  const place = Float64Array.of(...lonLat);
  transform(code).inverse?.(place);
  return viewOf({ center: [place[0] as number, place[1] as number], resolution: 100, rotation: 0, size: [400, 300], pixelRatio: 1, worldWidth: 0, projection: code, moving: false, ...more });
}

function middle(field: FlowField): Movement {
  const out = { vx: NaN, vy: NaN, speed: NaN };
  movementAt(field, 200, 150, out);
  return out;
}

describe('movement over a view', () => {
  it('is as fast as the scale of the map there: twice as fast at 60° in Web Mercator', () => {
    const at = (lat: number): Movement => middle(flowField(steady(10, 0), view('EPSG:3857', [120, lat]), transform('EPSG:3857'), 1));
    // A degree of longitude at the equator is 111,319.49 m on the ellipsoid and in map units: 10 m/s are 0.1 px/s.
    expect(at(0.5).vx).toBeCloseTo(0.1, 4);
    // cos 60° = 0.5 on a sphere; the ellipsoid's parallel is 0.25 % longer.
    expect(at(60).vx).toBeCloseTo(0.1995, 3);
    expect(at(60).vy).toBeCloseTo(0, 6);
    expect(at(60).speed).toBeCloseTo(10, 5);
  });

  it('goes up to the north, and where the map is turned with it', () => {
    const north = middle(flowField(steady(0, 10), view('EPSG:3857', [120, 36]), transform('EPSG:3857'), 1));
    expect(north.vy).toBeLessThan(-0.12);
    expect(Math.abs(north.vx)).toBeLessThan(1e-6);
    // Turned clockwise by a quarter: north is on the right.
    const turned = middle(flowField(steady(0, 10), view('EPSG:3857', [120, 36], { rotation: Math.PI / 2 }), transform('EPSG:3857'), 1));
    expect([turned.vx > 0.12, Math.abs(turned.vy) < 1e-6]).toEqual([true, true]);
  });

  it('follows true north, not the grid lines of a Gauss–Krüger zone', () => {
    // Two degrees east of the meridian of EPSG:4549 the meridians lean by 2° · sin 36° to the left of the map's y.
    const { vx, vy } = middle(flowField(steady(0, 10), view('EPSG:4549', [122, 36]), transform('EPSG:4549'), 1));
    expect((Math.atan2(-vx, -vy) * 180) / Math.PI).toBeCloseTo(2 * Math.sin((36 * Math.PI) / 180), 2);
    expect(Math.hypot(vx, vy)).toBeCloseTo(0.1, 3);
  });

  it('is nothing where numbers are missing', () => {
    const field = flowField(steady(10, 0), view('EPSG:3857', [120, 69.9]), transform('EPSG:3857'), 1);
    expect(movementAt(field, 200, 150, { vx: 0, vy: 0, speed: 0 })).toBe(false);
    expect(movementAt(field, -1, 150, { vx: 0, vy: 0, speed: 0 })).toBe(false);
  });
});

describe('particles', () => {
  it('are carried by the field, and are placed anew when they leave it', () => {
    const field = flowField(steady(10, 0), view('EPSG:3857', [120, 36]), transform('EPSG:3857'), 1);
    let random = 0;
    const particles = new Particles(field, 50, () => (random = (random + 0.377) % 1));
    particles.step(0.1, 1000);
    const { x, y, fromX, fromY, speed } = particles;
    for (let p = 0; p < 50; p++) {
      expect((x[p] as number) - (fromX[p] as number)).toBeCloseTo(0.1 * 1000 * middle(field).vx, 1);
      expect(y[p]).toBeCloseTo(fromY[p] as number, 2);
      expect(speed[p]).toBeCloseTo(10, 4);
    }
    for (let k = 0; k < 300; k++) particles.step(0.1, 3000);
    expect(Math.max(...x)).toBeLessThan(500);
  });
});

describe('words of wind and currents', () => {
  it('name wind by where it comes from and a current by where it goes', () => {
    expect([bearingOf(0, -5, 'wind'), bearingOf(0, -5, 'current'), bearingOf(-3, -3, 'wind'), bearingOf(3, 0, 'current')]).toEqual([0, 180, 45, 90]);
    expect([compassPoint(359).zh, compassPoint(45).en, compassPoint(202.5).zh]).toEqual(['北', 'NE', '南西南']);
  });

  it('say speed, force and direction', () => {
    expect(flowRows(-6, -6, 'm/s', 'wind', 'zh-CN').map(({ label, value }) => `${label} ${value}`)).toEqual(['风速 8.49 m/s（5级）', '风向（来向） 东北 45°']);
    expect(flowRows(0.5, 0, undefined, 'current', 'en').map(({ label, value }) => `${label} ${value}`)).toEqual(['Speed 0.5 m/s', 'Towards E 90°']);
    expect(flowRows(0.1, 0, 'm/s', 'wind', 'zh-CN')[1]?.value).toBe('静');
    expect(metresOf('kn')).toBeCloseTo(0.5144, 3);
    expect(metresOf('℃')).toBe(1);
  });
});
