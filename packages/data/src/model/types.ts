/** The shapes of a dataset: columns, geometry and schema. Types only; filters and queries are in `query-types.ts`. */
import type { Text } from '@yizhangtu/base/locale';

/** Missing value of a dictionary code, and of a row that has no category. */
export const NO_CODE = 0xffffffff;

/** Strings, each kept once: `dictionary[codes[row]]`. `NO_CODE` is a missing value. */
export interface TextColumn {
  readonly kind: 'text';
  readonly name: string;
  /** All words. May be made when first asked for; who needs single cells asks `Dataset.value` or `wordAt`. */
  readonly dictionary: readonly string[];
  /** Row → word. Arrays narrower than `NO_CODE` have none missing. */
  readonly codes: Uint32Array | Uint16Array | Uint8Array;
  /** One word without making the others; undefined for a code beyond them. Absent where the dictionary is there anyway. */
  wordAt?(code: number): string | undefined;
  /** The word of a row without making codes and words; undefined for a missing one. Absent where they are there anyway. */
  wordOf?(row: number): string | undefined;
}

/** Numbers; NaN is a missing value. Integer arrays have none missing. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly name: string;
  readonly values: Float64Array | Float32Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Uint8Array;
}

/** Instants in ms since 1970-01-01T00:00:00Z; NaN is a missing value. */
export interface DateColumn {
  readonly kind: 'date';
  readonly name: string;
  readonly values: Float64Array;
  /** Days without a time of day: held as midnight in China, shown without a time. */
  readonly dateOnly?: boolean;
}

/** 0 false, 1 true, 2 missing. */
export interface BooleanColumn {
  readonly kind: 'boolean';
  readonly name: string;
  readonly values: Uint8Array;
}

export type Column = TextColumn | NumberColumn | DateColumn | BooleanColumn;
export type CellValue = string | number | boolean | Date | null;

/** Points only: two numbers a row. NaN, NaN is a row without geometry. */
export interface PointGeometry {
  readonly kind: 'point';
  /** lon, lat, lon, lat … in degrees. Length 2 × rows. May be made when first asked for, and kept then: `@yizhangtu/data/points` reads pieces. */
  readonly coordinates: Float64Array;
  /** Points, where they can be counted without making the coordinates. */
  readonly count?: number;
  /** Numbers `from` to `to` (exclusive) of the coordinates, without making the others; only to be read. */
  degrees?(from: number, to: number): Float64Array;
}

/**
 * Any mix of points, lines and polygons, flat. A row holds parts (a multi-geometry has several), a part holds rings (a line or a
 * point has one; a polygon its shell and holes), a ring holds vertices. Each `…Start` has one entry more than there are things.
 */
export interface ShapeGeometry {
  readonly kind: 'shape';
  /** Per row: 0 none, 1 point, 2 line, 3 polygon. */
  readonly types: Uint8Array;
  /** Row → first part. Length rows + 1. */
  readonly partStart: Uint32Array;
  /** Part → first ring. */
  readonly ringStart: Uint32Array;
  /** Ring → first vertex. */
  readonly vertexStart: Uint32Array;
  /** lon, lat, … in degrees. Polygon rings are closed: first vertex equals last. */
  readonly coordinates: Float64Array;
}

/** A table without places. */
export interface NoGeometry {
  readonly kind: 'none';
}

export type Geometry = PointGeometry | ShapeGeometry | NoGeometry;

/** Everything that is read from a source at once. */
export interface Table {
  readonly rowCount: number;
  readonly columns: readonly Column[];
  readonly geometry: Geometry;
  /** Ids as the source has them; absent when the source has none. Duplicates are kept. */
  readonly ids?: readonly (string | number | null)[];
  /** Ids that are all text or all numbers, as a column; then `ids` is absent. */
  readonly idColumn?: NumberColumn | TextColumn;
  /** Fields as the source itself describes them, for pages that name no schema. */
  readonly schema?: DatasetSchema;
  /** Where the data comes from as the source itself says it; what the page says wins. */
  readonly provenance?: Provenance;
  /** What the reader counted, skipped or repaired. */
  readonly report: ReadReport;
}

/** One thing the reader had to skip or mend, and how often. */
export interface ReadNote {
  readonly kind: string;
  readonly count: number;
  /** Row or feature number of the first one, from 0; for `bad-bytes` the offset of the byte. */
  readonly first: number;
  readonly action: 'skipped' | 'repaired' | 'kept';
  readonly text: Text;
}

/** How the reader understood a source. What a format has no use for is absent. */
export interface ReadSource {
  /** `shapefile`, `csv`: as `ReadFormat` has it. */
  readonly format: string;
  /** Encoding of its words, given or found: `gb18030`. */
  readonly encoding?: string;
  /** Coordinate system of the source, before its coordinates became degrees: `EPSG:4528`. */
  readonly crs?: string;
  /** The layer that was read, and all there are in the file. */
  readonly layer?: string;
  readonly layers?: readonly string[];
}

export interface ReadReport {
  /** Features or rows in the source. */
  readonly total: number;
  /** Rows in the table. */
  readonly kept: number;
  readonly notes: readonly ReadNote[];
  /** How the source was understood, where the reader had to find out. */
  readonly source?: ReadSource;
}

/** How a field is shown and read. All optional: data without a schema works. */
export interface FieldSchema {
  readonly name: string;
  /** 中文别名. Shown instead of the field name everywhere. */
  readonly label?: Text;
  readonly kind?: Column['kind'];
  /** A row without a value here is of no use to what the shape is for. Said in the JSON Schema of the shape; readers keep such rows. */
  readonly required?: boolean;
  /** Unit as written behind a number: `㎡`, `人`, `km`. */
  readonly unit?: string;
  /** Digits after the decimal point. */
  readonly digits?: number;
  /** Code list that gives the words and colours of the values: `{scheme, version}` of `@yizhangtu/standards`. */
  readonly codes?: { readonly scheme: string; readonly version?: string };
  /** Words of values that no standard has. */
  readonly values?: Readonly<Record<string, Text>>;
  /**
   * 脱敏: all that a dataset ever gives, and all that filters, groups, searches and expressions see, is masked. `coarse` keeps a number to
   * as many digits as the schema's `placeDigits` (2 without), for fields that hold coordinates. A mask on the field `id` takes ids away.
   */
  readonly mask?: 'name' | 'phone' | 'id-card' | 'address' | 'coarse' | 'hidden';
  /** Kept out of popups and tables, still usable in filters. */
  readonly internal?: boolean;
  /** Numbers that are names – years, serial numbers – are written without thousands separators. */
  readonly plain?: boolean;
}

/** Named, versioned description of a dataset: `fitness/venue@1`. */
export interface DatasetSchema {
  readonly id: string;
  readonly label?: Text;
  readonly fields: readonly FieldSchema[];
  /** Field shown as the title of a row. */
  readonly titleField?: string;
  /** 坐标降精度: digits of degrees that places keep. 2 is about a kilometre, 3 about a hundred metres. Default: all. */
  readonly placeDigits?: number;
  /** 小数抑制: answers do not tell groups of fewer rows than this. It hides numbers of groups and cells, not rows and not totals; rows are masked by their fields. */
  readonly suppressBelow?: number;
}

/** Where data comes from. Shown on every widget. */
export interface Provenance {
  readonly source?: string;
  readonly licence?: string;
  /** When the data was true, ISO 8601. */
  readonly updated?: string;
  /** Seeded data: shown as 示例数据 wherever it appears. */
  readonly example?: boolean;
}

/** What a dataset knows beside its table. */
export interface DatasetOptions {
  readonly schema?: DatasetSchema;
  readonly provenance?: Provenance;
}

/** What changed in a dataset. */
export type DatasetChange = 'data' | 'filter' | 'selection' | 'hover';
