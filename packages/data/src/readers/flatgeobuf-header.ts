/** The header of a FlatGeobuf (schema `header.fbs`, version 3) and where its features begin. */
import type { Text } from '@yizhangtu/base/locale';
import type { FieldSchema } from '../model/types.js';
import { FlatBuffer, type FlatTable } from './flatbuffer.js';
import { MAGIC_LENGTH } from './magic.js';

/** Kinds of values, in the order of the schema. */
export const COLUMN_TYPES = [
  'byte', 'ubyte', 'bool', 'short', 'ushort', 'int', 'uint', 'long', 'ulong', 'float', 'double', 'string', 'json', 'datetime', 'binary',
] as const;
export type FlatColumnType = (typeof COLUMN_TYPES)[number];

export interface FlatColumn {
  readonly name: string;
  readonly type: FlatColumnType;
}

export interface FlatHeader {
  /** Type of all geometries; 0 if each says its own. */
  readonly geometryType: number;
  readonly columns: readonly FlatColumn[];
  /** 0 if unknown. */
  readonly count: number;
  /** `EPSG:4490`; undefined if the file does not say. */
  readonly crs: string | undefined;
  /** Names of the fields for people, where the file has them. */
  readonly fields: readonly FieldSchema[];
  /** Children of a node of the spatial index; 0 if there is none. */
  readonly nodeSize: number;
  /** First byte of the spatial index. */
  readonly index: number;
  /** First byte of the first feature. */
  readonly features: number;
}

/**
 * Reads the header.
 * @param size Bytes of the whole file, where `file` is only its beginning.
 * @throws RangeError if the file is cut off or damaged.
 */
export function readFlatHeader(file: ArrayBuffer, size = file.byteLength): FlatHeader {
  const length = new DataView(file).getUint32(MAGIC_LENGTH, true);
  const header = new FlatBuffer(file, MAGIC_LENGTH + 4, length).root();
  const columns = columnsOf(header);
  const count = header.uint64(8);
  const nodeSize = header.uint16(9, 16);
  const index = MAGIC_LENGTH + 4 + length;
  const features = index + indexSize(count, nodeSize);
  if (features > size) throw new RangeError('index beyond the end');
  return {
    geometryType: header.uint8(2),
    columns: columns.map(({ name, type }) => ({ name, type })),
    count,
    crs: crsOf(header.table(10)),
    fields: columns.flatMap(({ name, label }) => (label ? [{ name, label }] : [])),
    nodeSize: count === 0 ? 0 : nodeSize,
    index,
    features,
  };
}

function columnsOf(header: FlatTable): (FlatColumn & { readonly label: Text | undefined })[] {
  const vector = header.vector(7, 4);
  return Array.from({ length: vector.length }, (_, index) => {
    const column = header.entry(vector, index);
    const type = COLUMN_TYPES[column.uint8(1)];
    if (!type) throw new RangeError(`column type ${column.uint8(1)}`);
    const name = column.text(0) ?? '';
    const title = column.text(2);
    return { name, type, label: title === undefined || title === '' || title === name ? undefined : { zh: title, en: title } };
  });
}

/** Names of systems of degrees in files that give no code. */
const DEGREES = /^(?:GCS[ _])?(?:WGS[ _]?(?:19)?84|CGCS[ _]?2000|China Geodetic Coordinate System 2000)(?: \(CRS84\))?$/i;

/** The code, or what the file says in words; only a file that says nothing at all is taken as degrees. */
function crsOf(crs: FlatTable | undefined): string | undefined {
  if (!crs) return undefined;
  const [organisation, code] = [crs.text(0) || 'EPSG', crs.int32(1)];
  if (code !== 0) return `${organisation}:${code}`;
  const word = crs.text(5) || crs.text(2) || '';
  return word === '' || DEGREES.test(word) ? undefined : word;
}

/** Bytes of the packed R-tree between header and features: 40 a node, on as many levels as it takes to come to one. */
function indexSize(count: number, nodeSize: number): number {
  if (nodeSize === 0 || count === 0) return 0;
  if (nodeSize < 2) throw new RangeError('node size 1');
  let nodes = count;
  for (let level = count; level > 1; ) {
    level = Math.ceil(level / nodeSize);
    nodes += level;
  }
  return 40 * (count === 1 ? 2 : nodes);
}
