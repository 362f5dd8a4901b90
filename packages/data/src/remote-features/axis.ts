/** Whether a service writes longitude or latitude first. Pure. */
import type { Bounds } from '../model/geometry.js';
import { isObject } from './answers.js';
import type { Feature } from './types.js';

/** `auto` finds out; `xy` is longitude or east first, `yx` latitude or north first. */
export type AxisPolicy = 'auto' | 'xy' | 'yx';

type Position = readonly [number, number];

/** Positions that are looked at. */
const SOME = 200;
/** How far beyond its bounds a service may have rows, as a part of them: bounds are often old. */
const SLACK = 0.2;

/** First positions of features. */
function positionsOf(features: readonly Feature[]): Position[] {
  const step = Math.max(1, Math.floor(features.length / SOME));
  return features.flatMap((feature, index): Position[] => {
    if (index % step !== 0) return [];
    let value: unknown = isObject(feature['geometry']) ? feature['geometry']['coordinates'] : undefined;
    while (Array.isArray(value) && Array.isArray(value[0])) value = value[0] as unknown;
    const [x, y] = Array.isArray(value) ? (value as unknown[]) : [];
    return typeof x === 'number' && typeof y === 'number' ? [[x, y]] : [];
  });
}

/**
 * Whether positions are to be turned round: more of them lie within what the service says of itself that way.
 * @param bounds Of the table, in degrees, longitude first whatever the system.
 * @param toDegrees Brings x, y of the answer to longitude, latitude.
 */
export function isTurned(features: readonly Feature[], bounds: Bounds | undefined, toDegrees: (position: Position) => Position = (position) => position): boolean {
  if (!bounds) return false;
  const [west, south, east, north] = bounds;
  const [dx, dy] = [Math.max(0.01, (east - west) * SLACK), Math.max(0.01, (north - south) * SLACK)];
  const within = ([lon, lat]: Position): boolean => lon >= west - dx && lon <= east + dx && lat >= south - dy && lat <= north + dy;
  let [asIs, turned] = [0, 0];
  for (const [x, y] of positionsOf(features)) {
    if (within(toDegrees([x, y]))) asIs++;
    if (within(toDegrees([y, x]))) turned++;
  }
  return turned > asIs;
}

function turned(coordinates: unknown): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  const [x, y, ...more] = coordinates as unknown[];
  return typeof x === 'number' && typeof y === 'number' ? [y, x, ...more] : (coordinates as unknown[]).map(turned);
}

function turnedGeometry(geometry: unknown): unknown {
  if (!isObject(geometry)) return geometry;
  const { geometries } = geometry;
  return Array.isArray(geometries) ? { ...geometry, geometries: (geometries as unknown[]).map(turnedGeometry) } : { ...geometry, coordinates: turned(geometry['coordinates']) };
}

/** Features with the first two numbers of every position in the other order. */
export function turnedRound(features: readonly Feature[]): Feature[] {
  return features.map((feature) => ({ ...feature, geometry: turnedGeometry(feature['geometry']) }));
}
