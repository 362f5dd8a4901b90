/** What is written to a WFS. Types only. */
import type { Ask } from '../request/types.js';
import type { GmlWay } from './gml.js';

/** A place, longitude first, in degrees. */
export type WrittenPosition = readonly [lon: number, lat: number, ...rest: readonly number[]];

/** A geometry of GeoJSON (RFC 7946), in degrees. Heights are left out. */
export type WrittenGeometry =
  | { readonly type: 'Point'; readonly coordinates: WrittenPosition }
  | { readonly type: 'MultiPoint' | 'LineString'; readonly coordinates: readonly WrittenPosition[] }
  | { readonly type: 'MultiLineString' | 'Polygon'; readonly coordinates: readonly (readonly WrittenPosition[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly WrittenPosition[])[])[] };

/** A value of a field. `null` is a missing one; a `Date` is an instant, in a field of days the day it is in China. */
export type WrittenValue = string | number | boolean | Date | null;

/** One change. Ids are those of the features as the service writes them: `parcels.17`. */
export type WfsEdit =
  | { readonly kind: 'insert'; readonly values: Readonly<Record<string, WrittenValue>>; readonly geometry?: WrittenGeometry | undefined }
  /** Fields that are not named stay; `geometry: null` takes the place away. */
  | { readonly kind: 'update'; readonly id: string; readonly values: Readonly<Record<string, WrittenValue>>; readonly geometry?: WrittenGeometry | null | undefined }
  | { readonly kind: 'delete'; readonly id: string };

/** What is written to. */
export interface WfsTransactionOptions {
  /** Address of the WFS without parameters, absolute or relative to the page. */
  readonly src: string;
  /** Feature type: `city:parcels`. */
  readonly table: string;
  /** The element or tag the sentence of an error begins with. */
  readonly subject: Ask['subject'];
  /**
   * System that places are written in. Default: the own one of the feature type, since some services (QGIS Server 3.22) do not bring places to it when they
   * update. Systems other than degrees need someone who knows them (`registerCrsTransforms`; a page with a map has them).
   */
  readonly crs?: string | undefined;
  /** Order of coordinates. Default `xy`, east first, with a short name (`EPSG:4490`), which most services take so. `yx` is north first with a URN, for those that keep to the standard. */
  readonly axis?: 'xy' | 'yx' | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Seconds until an answer must be there. Default 30. */
  readonly timeLimit?: number | undefined;
}

/** What the service says it did. */
export interface WfsTransactionResult {
  readonly inserted: number;
  /** Fewer than were sent: the service found no feature of some id. */
  readonly updated: number;
  readonly deleted: number;
  /** Ids of what was inserted, where the service says them. Some (QGIS Server 3.22) turn the order round: insert one at a time where it matters. */
  readonly ids: readonly string[];
}

/** What is known of a feature type, as far as writing needs it. */
export interface WrittenType {
  readonly version: '2.0.0' | '1.1.0';
  /** Name without prefix, and the namespace it is in. */
  readonly name: string;
  readonly namespace: string;
  /** Field of the geometry. */
  readonly place: string | undefined;
  /** Types of the fields by their names. */
  readonly fields: ReadonlyMap<string, string>;
  readonly way: GmlWay;
}
