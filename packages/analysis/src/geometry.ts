/** GeoJSON (RFC 7946) as the analyses read and write it. Longitude before latitude, in degrees on WGS 84 / CGCS2000. */

/** [lon, lat], perhaps with more numbers that are ignored. */
export type Position = readonly number[];

/** A point. */
export interface Point {
  readonly type: 'Point';
  readonly coordinates: Position;
}
/** A line. */
export interface LineString {
  readonly type: 'LineString';
  readonly coordinates: readonly Position[];
}
/** Several lines. */
export interface MultiLineString {
  readonly type: 'MultiLineString';
  readonly coordinates: readonly (readonly Position[])[];
}
/** A shell and its holes. Rings are closed. */
export interface Polygon {
  readonly type: 'Polygon';
  readonly coordinates: readonly (readonly Position[])[];
}
/** Several polygons. */
export interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly (readonly Position[])[])[];
}
/** What has an area. */
export type Areal = Polygon | MultiPolygon;
/** What has a length. */
export type Linear = LineString | MultiLineString;

/** A geometry with properties around it. */
export interface Feature<G> {
  readonly type: 'Feature';
  readonly geometry: G;
  readonly properties?: unknown;
}

/** The polygons of a geometry, each a list of rings. */
export function polygonsOf(areal: Areal | Feature<Areal>): readonly (readonly (readonly Position[])[])[] {
  const geometry = areal.type === 'Feature' ? areal.geometry : areal;
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** The lines of a geometry. */
export function linesOf(linear: Linear | Feature<Linear>): readonly (readonly Position[])[] {
  const geometry = linear.type === 'Feature' ? linear.geometry : linear;
  return geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
}

/** Positions as flat numbers: lon, lat, lon, lat … */
export function flat(positions: readonly Position[]): Float64Array {
  const numbers = new Float64Array(positions.length * 2);
  for (const [i, position] of positions.entries()) {
    numbers[2 * i] = position[0] ?? NaN;
    numbers[2 * i + 1] = position[1] ?? NaN;
  }
  return numbers;
}
