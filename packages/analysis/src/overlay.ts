/** What of an area lies in which polygons of a layer, and what in none, with areas on the ellipsoid that add up. */
import { difference } from '@turf/difference';
import { intersect } from '@turf/intersect';
import { union } from '@turf/union';
import { EqualAreaPlane } from './ellipsoidal-area.js';
import { polygonsOf, type Areal, type Feature, type Position } from './geometry.js';

type Ring = [x: number, y: number][];
type Shape = Ring[][];

/** One connected part, its shell first. */
export interface OverlayPart {
  /** On the CGCS2000 ellipsoid, in ㎡. */
  readonly areaM2: number;
  /** lon, lat in degrees, closed. */
  readonly rings: readonly (readonly Position[])[];
}

/** What lies in one polygon of the layer. */
export interface OverlayPiece {
  readonly row: number;
  readonly parts: readonly OverlayPart[];
}

/** Why something could not be counted. */
export interface OverlayFault {
  /** Row of the layer; undefined for the area itself. */
  readonly row: number | undefined;
  /** `degenerate`: a ring without area or with corners that are no numbers, left out. `failed`: it could not be cut. */
  readonly kind: 'degenerate' | 'failed';
}

/** An area laid over a layer. Pieces and what is outside make up the whole: a part that lies in several polygons counts for the first. */
export interface Overlay {
  readonly wholeM2: number;
  readonly pieces: readonly OverlayPiece[];
  /** What lies in no polygon. */
  readonly outside: readonly OverlayPart[];
  readonly faults: readonly OverlayFault[];
}

/** A polygon of a layer. */
export interface OverlayRow {
  readonly row: number;
  readonly areal: Areal;
}

/** Smaller than this, in ㎡, is what rounding leaves. */
const DUST = 1e-6;

function signedArea(ring: Ring): number {
  let sum = 0;
  const [x0, y0] = ring[0] ?? [0, 0];
  for (let at = 0; at + 1 < ring.length; at++) {
    const [[ax, ay], [bx, by]] = [ring[at] as [number, number], ring[at + 1] as [number, number]];
    sum += ((ax - x0) * (by - y0) - (bx - x0) * (ay - y0)) / 2;
  }
  return sum;
}

/** True for corners on one line: a ring that crosses itself may have parts that cancel, but no part is nothing. */
function isFlat(ring: Ring): boolean {
  return ring.every((_, at) => Math.abs(signedArea([ring[0] as [number, number], ring[at] as [number, number], (ring[at + 1] ?? ring[0]) as [number, number], ring[0] as [number, number]])) < DUST);
}

/** A ring in the plane, closed, no corner twice in a row; undefined for one without an area. */
function planeRing(ring: readonly Position[], plane: EqualAreaPlane): Ring | undefined {
  const corners: Ring = [];
  for (const [lon = NaN, lat = NaN] of ring) {
    const [x, y] = plane.toPlane(lon, lat);
    if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
    const last = corners[corners.length - 1];
    if (!last || last[0] !== x || last[1] !== y) corners.push([x, y]);
  }
  const [first, last] = [corners[0], corners[corners.length - 1]];
  if (!first || !last) return undefined;
  if (first[0] !== last[0] || first[1] !== last[1]) corners.push([first[0], first[1]]);
  return corners.length < 4 || isFlat(corners) ? undefined : corners;
}

/** A geometry in the plane without its bad rings. */
function planeShape(areal: Areal | Feature<Areal>, plane: EqualAreaPlane): { readonly shape: Shape; readonly degenerate: boolean } {
  let degenerate = false;
  const shape = polygonsOf(areal).flatMap(([shell = [], ...holes]) => {
    const rings = [shell, ...holes].map((ring) => planeRing(ring, plane));
    if (rings.some((ring) => !ring)) degenerate = true;
    return rings[0] ? [rings.filter((ring): ring is Ring => ring !== undefined)] : [];
  });
  return { shape, degenerate };
}

const featureOf = (shape: Shape) => ({ type: 'Feature' as const, properties: {}, geometry: { type: 'MultiPolygon' as const, coordinates: shape } });
const both = (a: Shape, b: Shape) => ({ type: 'FeatureCollection' as const, features: [featureOf(a), featureOf(b)] });
const shapeOf = (feature: { geometry: { type: string; coordinates: unknown } } | null): Shape =>
  !feature ? [] : feature.geometry.type === 'Polygon' ? [feature.geometry.coordinates as Ring[]] : (feature.geometry.coordinates as Shape);

function partsOf(shape: Shape, plane: EqualAreaPlane): OverlayPart[] {
  return shape.flatMap((rings) => {
    const areaM2 = rings.reduce((sum, ring, at) => sum + (at === 0 ? 1 : -1) * Math.abs(signedArea(ring)), 0);
    return areaM2 < DUST ? [] : [{ areaM2, rings: rings.map((ring) => ring.map(([x, y]) => plane.toDegrees(x, y))) }];
  });
}

type Box = [west: number, south: number, east: number, north: number];

function boxOf(shape: Shape): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [shell = []] of shape) {
    for (const [x, y] of shell) {
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
  }
  return box;
}

const apart = (a: Box, b: Box): boolean => a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];

/** All polygons of an area as one, so that what overlaps counts once. */
function joined(subject: readonly (Areal | Feature<Areal>)[], plane: EqualAreaPlane, faults: OverlayFault[]): Shape {
  let whole: Shape = [];
  for (const one of subject) {
    const { shape, degenerate } = planeShape(one, plane);
    if (degenerate) faults.push({ row: undefined, kind: 'degenerate' });
    if (shape.length === 0) continue;
    try {
      // A shape joined with itself is one whose rings do not cross.
      whole = shapeOf(union(both(whole.length === 0 ? shape : whole, shape) as never) as never);
    } catch {
      faults.push({ row: undefined, kind: 'failed' });
    }
  }
  return whole;
}

const sizeOf = (parts: readonly OverlayPart[]): number => parts.reduce((sum, { areaM2 }) => sum + areaM2, 0);

/**
 * Lays an area over the polygons of a layer, a polygon a step. Parts are cut in the plane of `ellipsoidalArea`: their areas are those of that function, and
 * pieces and outside add up to the whole but for the rounding of numbers (less than 0.001 ㎡ for areas of a city).
 * @param subject The area: a red line, a project. Parts that overlap count once. @param layer Its rows; those whose box is apart from that of the area are not cut, so give those near by.
 */
export function* overlaySteps(subject: readonly (Areal | Feature<Areal>)[], layer: readonly OverlayRow[]): Generator<number, Overlay, void> {
  const faults: OverlayFault[] = [];
  const [lon = 0, lat = 0] = subject.flatMap((one) => polygonsOf(one)[0]?.[0]?.[0] ?? []);
  const plane = new EqualAreaPlane(lon, lat);
  let rest = joined(subject, plane, faults);
  const wholeM2 = sizeOf(partsOf(rest, plane));
  const box = boxOf(rest);
  const pieces: OverlayPiece[] = [];
  for (const [at, { row, areal }] of layer.entries()) {
    yield at / layer.length;
    const { shape, degenerate } = planeShape(areal, plane);
    if (shape.length === 0 ? !degenerate : apart(boxOf(shape), box)) continue;
    if (degenerate) faults.push({ row, kind: 'degenerate' });
    if (shape.length === 0 || rest.length === 0) continue;
    try {
      const inside = partsOf(shapeOf(intersect(both(rest, shape) as never) as never), plane);
      if (inside.length === 0) continue;
      rest = shapeOf(difference(both(rest, shape) as never) as never);
      pieces.push({ row, parts: inside });
    } catch {
      faults.push({ row, kind: 'failed' });
    }
  }
  return { wholeM2, pieces, outside: partsOf(rest, plane), faults };
}

/** The same at once, for small layers. */
export function overlay(subject: readonly (Areal | Feature<Areal>)[], layer: readonly OverlayRow[]): Overlay {
  const steps = overlaySteps(subject, layer);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
