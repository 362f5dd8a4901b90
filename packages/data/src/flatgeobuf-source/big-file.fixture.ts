/** A large FlatGeobuf of points with an index, made feature by feature: what libraries write, with the index that the one for JavaScript leaves out. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { geojson } from 'flatgeobuf';
import { levelsOf, NODE } from './packed-tree.js';

const NODE_SIZE = 16;
/** Numbers that stand for what each feature has of its own. */
const [LON, LAT, N] = [123.456789, 45.678912, 9_876_543.25];

/** Where a field of the root table of a buffer is. */
function fieldAt(view: DataView, start: number, index: number): number {
  const table = start + view.getUint32(start, true);
  const vtable = table - view.getInt32(table, true);
  const offset = view.getUint16(vtable + 4 + 2 * index, true);
  if (offset === 0) throw new Error(`no field ${index}`);
  return table + offset;
}

function placesOf(bytes: Uint8Array, value: number): number {
  const wanted = new Uint8Array(Float64Array.of(value).buffer);
  for (let at = 0; at + 8 <= bytes.length; at++) if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  throw new Error(`no ${value}`);
}

export interface BigFile {
  readonly size: number;
  /** Place of a feature by its number. */
  place(n: number): readonly [lon: number, lat: number];
  readonly count: number;
}

/**
 * Writes one.
 * @param side Features along each side of a square of a degree from 120 36, in blocks of neighbours as an index wants them.
 * @param padding Letters in a text of each.
 * @param block Features along each side of a block.
 */
export function writeBigFile(path: string, side: number, padding: number, block = 16): BigFile {
  const one = geojson.serialize({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { n: N, text: '示'.padEnd(padding, 'x') }, geometry: { type: 'Point', coordinates: [LON, LAT] } }] } as never);
  const view = new DataView(one.buffer, one.byteOffset, one.byteLength);
  const first = 12 + view.getUint32(8, true);
  const count = side * side;
  const head = one.slice(0, first);
  const headView = new DataView(head.buffer);
  headView.setUint32(fieldAt(headView, 12, 8), count, true);
  headView.setUint16(fieldAt(headView, 12, 9), NODE_SIZE, true);
  const feature = one.slice(first);
  const featureView = new DataView(feature.buffer);
  const [lonAt, latAt, nAt] = [placesOf(feature, LON), placesOf(feature, LAT), placesOf(feature, N)];
  const place = (n: number): readonly [number, number] => {
    const [b, i] = [Math.floor(n / (block * block)), n % (block * block)];
    const across = side / block;
    return [120 + ((b % across) * block + (i % block)) / side, 36 + (Math.floor(b / across) * block + Math.floor(i / block)) / side];
  };
  const file = openSync(path, 'w');
  writeSync(file, head);
  const index = indexOf(count, place, feature.length);
  writeSync(file, index);
  const batch = new Uint8Array(feature.length * side);
  for (let n = 0; n < count; ) {
    for (let i = 0; i < side; i++, n++) {
      const [lon, lat] = place(n);
      featureView.setFloat64(lonAt, lon, true);
      featureView.setFloat64(latAt, lat, true);
      featureView.setFloat64(nAt, n, true);
      batch.set(feature, i * feature.length);
    }
    writeSync(file, batch);
  }
  closeSync(file);
  return { size: head.length + index.length + count * feature.length, place, count };
}

/** The packed R-tree over features of one size. */
function indexOf(count: number, place: (n: number) => readonly [number, number], size: number): Uint8Array {
  const levels = levelsOf(count, NODE_SIZE).reverse();
  const nodes = (levels[0] as readonly [number, number])[1];
  const bytes = new Uint8Array(nodes * NODE);
  const view = new DataView(bytes.buffer);
  const write = (node: number, box: readonly number[], where: number): void => {
    box.forEach((value, i) => view.setFloat64(node * NODE + 8 * i, value, true));
    view.setUint32(node * NODE + 32, where % 2 ** 32, true);
    view.setUint32(node * NODE + 36, Math.floor(where / 2 ** 32), true);
  };
  const leaf = (levels[0] as readonly [number, number])[0];
  for (let n = 0; n < count; n++) {
    const [lon, lat] = place(n);
    write(leaf + n, [lon, lat, lon, lat], n * size);
  }
  for (let depth = 1; depth < levels.length; depth++) {
    const [from, to] = levels[depth] as readonly [number, number];
    const [below, end] = levels[depth - 1] as readonly [number, number];
    for (let node = from; node < to; node++) {
      const child = below + (node - from) * NODE_SIZE;
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      for (let one = child; one < Math.min(child + NODE_SIZE, end); one++) {
        for (let i = 0; i < 4; i++) box[i] = (i < 2 ? Math.min : Math.max)(box[i] as number, view.getFloat64(one * NODE + 8 * i, true));
      }
      write(node, box, child);
    }
  }
  return bytes;
}
