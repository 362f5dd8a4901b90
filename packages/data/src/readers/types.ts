/** What readers take and give. Types only; everything here can cross to a worker. */
import type { Column, Table } from '../model/types.js';
import type { Steps } from '../steps/drive.js';

export type ReadFormat = 'geojson' | 'topojson' | 'csv' | 'wkt' | 'wkb' | 'parcels' | 'packed' | 'flatgeobuf' | FileFormat;

/** Formats that a worker of their own reads, when the first such file comes. `kml` includes KMZ; `zip` holds any of the others. */
export type FileFormat = 'zip' | 'shapefile' | 'kml' | 'gpx' | 'xlsx' | 'geoparquet';

/** How bytes are to be read. All optional: the reader finds out. */
export interface ReadOptions {
  /** Default: from the content type, the ending of the address, the first character. */
  readonly format?: ReadFormat;
  /** As `TextDecoder` knows it: `gb18030`, `utf-8`, `utf-16le`. Default: BOM, then strict UTF-8, then GB18030. */
  readonly encoding?: string;
  /** Column or property that holds the longitude in degrees. Default: found by its name. */
  readonly lonField?: string;
  /** Column or property that holds the latitude in degrees. */
  readonly latField?: string;
  /** Kinds of fields that must not be guessed, such as codes of digits. */
  readonly kinds?: readonly (readonly [name: string, kind: Column['kind']])[];
  /** Layer of a source that has several: name of the shapefile, of the sheet. Default: the first. */
  readonly layer?: string;
  /** Coordinate system of the source, over what the source says: `EPSG:4549`. */
  readonly crs?: string;
  /** Coordinates may be in a system of metres; whoever asked transforms them afterwards. Default false: such a source is an error. */
  readonly keepCrs?: boolean;
  /** Where the bytes come from, for sentences: an address without its query. */
  readonly name?: string;
  /** Content type as the server said it. */
  readonly contentType?: string;
}

/** A table whose coordinates may still be in another system. */
export interface RawTable extends Table {
  /** System of the coordinates if it is not degrees. */
  readonly crs?: string;
}

/** Reading in steps. */
export type Reading<T> = Steps<T>;
