/** GeoParquet files of 示例数据 for tests: points on a lattice, in row groups by the west–east order, with boxes or without. */
import { parquetWriteBuffer } from 'hyparquet-writer';

export interface SampleOptions {
  /** Points along each side. */
  readonly side: number;
  readonly rowGroupSize: number;
  /** With the columns of boxes. */
  readonly covering?: boolean;
  /** PROJJSON id of the plane; degrees without. */
  readonly crs?: { readonly authority: string; readonly code: number };
  /** Moves and stretches the lattice: place of the first point, and the step. */
  readonly origin?: readonly [x: number, y: number];
  readonly step?: number;
}

function point(x: number, y: number): Uint8Array {
  const bytes = new Uint8Array(21);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 1);
  view.setUint32(1, 1, true);
  view.setFloat64(5, x, true);
  view.setFloat64(13, y, true);
  return bytes;
}

/** Points from `origin` on, column by column. */
export function sampleParquet({ side, rowGroupSize, covering = true, crs, origin = [120, 36], step = 1 / side }: SampleOptions): Uint8Array<ArrayBuffer> {
  const places = Array.from({ length: side * side }, (_, n) => [origin[0] + Math.floor(n / side) * step, origin[1] + (n % side) * step] as const);
  const geo = {
    version: '1.1.0',
    primary_column: 'geometry',
    columns: {
      geometry: {
        encoding: 'WKB',
        geometry_types: ['Point'],
        ...(crs && { crs: { id: crs } }),
        ...(covering && { covering: { bbox: { xmin: ['bbox', 'xmin'], ymin: ['bbox', 'ymin'], xmax: ['bbox', 'xmax'], ymax: ['bbox', 'ymax'] } } }),
      },
    },
  };
  const ends = ['xmin', 'ymin', 'xmax', 'ymax'];
  const schema = [
    { name: 'root', num_children: covering ? 4 : 3 },
    { name: 'geometry', type: 'BYTE_ARRAY' as const, repetition_type: 'REQUIRED' as const },
    { name: 'name', type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const, repetition_type: 'REQUIRED' as const },
    { name: 'n', type: 'INT32' as const, repetition_type: 'REQUIRED' as const },
    ...(covering ? [{ name: 'bbox', num_children: 4, repetition_type: 'REQUIRED' as const }, ...ends.map((name) => ({ name, type: 'DOUBLE' as const, repetition_type: 'REQUIRED' as const }))] : []),
  ];
  const columnData = [
    { name: 'geometry', data: places.map(([x, y]) => point(x, y)) },
    { name: 'name', data: places.map((_, n) => `示例 ${n}`) },
    { name: 'n', data: places.map((_, n) => n) },
    ...(covering ? [{ name: 'bbox', data: places.map(([x, y]) => ({ xmin: x, ymin: y, xmax: x, ymax: y })) }] : []),
  ];
  return new Uint8Array(parquetWriteBuffer({ schema, columnData, rowGroupSize, kvMetadata: [{ key: 'geo', value: JSON.stringify(geo) }] }));
}
