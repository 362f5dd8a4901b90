/** A FlatGeobuf of a few points with its index, which the writer for JavaScript leaves out. */
import { geojson } from 'flatgeobuf';

type XY = readonly [number, number];

const NODE_SIZE = 16;
const NODE = 40;

/** Where a field of the header is, after the magic bytes and the length. */
function fieldAt(view: DataView, field: number): number {
  const table = 12 + view.getUint32(12, true);
  const vtable = table - view.getInt32(table, true);
  return table + view.getUint16(vtable + 4 + 2 * field, true);
}

/** The header and the one feature of a file of its own. Half a number makes the column one of decimals. */
function parts(place: XY, n: number, crs: number): { head: Uint8Array; feature: Uint8Array } {
  const one = { type: 'Feature', properties: { n }, geometry: { type: 'Point', coordinates: place } };
  const bytes = geojson.serialize({ type: 'FeatureCollection', features: [one] } as never, crs);
  const first = 12 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  return { head: bytes.slice(0, first), feature: bytes.slice(first) };
}

/** The file: a root over its leaves, so at most 16 places. The number of each, and a half, is in the column `n`. @param crs EPSG code of the places. */
export function flatgeobufFile(places: readonly XY[], crs: number): Uint8Array {
  const made = places.map((place, n) => parts(place, n + 0.5, crs));
  const head = (made[0] as { head: Uint8Array }).head;
  const headView = new DataView(head.buffer);
  // features_count and index_node_size of the header of FlatGeobuf 3.
  headView.setUint32(fieldAt(headView, 8), places.length, true);
  headView.setUint16(fieldAt(headView, 9), NODE_SIZE, true);
  const index = new DataView(new ArrayBuffer((places.length + 1) * NODE));
  const write = (node: number, box: readonly number[], where: number): void => {
    box.forEach((value, i) => index.setFloat64(node * NODE + 8 * i, value, true));
    index.setUint32(node * NODE + 32, where, true);
  };
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  write(0, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], 1);
  let offset = 0;
  places.forEach(([x, y], n) => {
    write(n + 1, [x, y, x, y], offset);
    offset += (made[n] as { feature: Uint8Array }).feature.length;
  });
  return Uint8Array.from(Buffer.concat([head, new Uint8Array(index.buffer), ...made.map(({ feature }) => feature)]));
}
