// @ts-check
// Vector tiles (MVT 2.1) and PMTiles archives (version 3) from a few shapes, for tests and stories: 示例数据 and nothing else. Runs in Node and in pages.

/** @typedef {string | number | boolean} Value */
/**
 * A feature: coordinates in the units of the tile, 0 to 4096, y downwards.
 * @typedef {{ type: 'point' | 'line' | 'polygon', rings: readonly (readonly (readonly [number, number])[])[], values?: Readonly<Record<string, Value>>, id?: number }} DrawnFeature
 */

/** A number of a protocol buffer. @returns {number[]} */
export function varint(/** @type {number} */ value) {
  const bytes = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return [...bytes, rest];
}

const block = (/** @type {number} */ field, /** @type {readonly number[]} */ bytes) => [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
const number = (/** @type {number} */ field, /** @type {number} */ value) => [...varint(field * 8), ...varint(value)];
const text = (/** @type {number} */ field, /** @type {string} */ words) => block(field, [...new TextEncoder().encode(words)]);
const zigzag = (/** @type {number} */ value) => (value < 0 ? -2 * value - 1 : 2 * value);

function valueBytes(/** @type {Value} */ value) {
  if (typeof value === 'string') return text(1, value);
  if (typeof value === 'boolean') return number(7, Number(value));
  return [3 * 8 + 1, ...new Uint8Array(new Float64Array([value]).buffer)];
}

function geometryBytes(/** @type {DrawnFeature} */ { type, rings }) {
  /** @type {number[]} */
  const words = [];
  let [x, y] = [0, 0];
  const step = (/** @type {readonly [number, number]} */ [toX, toY]) => {
    words.push(zigzag(toX - x), zigzag(toY - y));
    [x, y] = [toX, toY];
  };
  if (type === 'point') {
    words.push(rings.flat().length * 8 + 1);
    rings.flat().forEach(step);
    return words.flatMap(varint);
  }
  for (const [first, ...rest] of rings) {
    if (!first) continue;
    words.push(9);
    step(first);
    words.push(rest.length * 8 + 2);
    rest.forEach(step);
    if (type === 'polygon') words.push(15);
  }
  return words.flatMap(varint);
}

function layerBytes(/** @type {string} */ name, /** @type {readonly DrawnFeature[]} */ features) {
  /** @type {string[]} */
  const keys = [];
  /** @type {Value[]} */
  const values = [];
  const place = (/** @type {unknown[]} */ list, /** @type {unknown} */ one) => (list.includes(one) ? list.indexOf(one) : list.push(one) - 1);
  const rows = features.flatMap((feature) => {
    const tags = Object.entries(feature.values ?? {}).flatMap(([key, value]) => [place(keys, key), place(values, value)]);
    const type = { point: 1, line: 2, polygon: 3 }[feature.type];
    return block(2, [...(feature.id === undefined ? [] : number(1, feature.id)), ...block(2, tags.flatMap(varint)), ...number(3, type), ...block(4, geometryBytes(feature))]);
  });
  return [...text(1, name), ...rows, ...keys.flatMap((key) => text(3, key)), ...values.flatMap((value) => block(4, valueBytes(value))), ...number(5, 4096), ...number(15, 2)];
}

/** A tile with a layer for each name. @returns {Uint8Array<ArrayBuffer>} */
export function tileBytes(/** @type {Readonly<Record<string, readonly DrawnFeature[]>>} */ layers) {
  return new Uint8Array(Object.entries(layers).flatMap(([name, features]) => block(3, layerBytes(name, features))));
}

/** Number of a tile on the curve that PMTiles counts along. */
export function tileId(/** @type {number} */ z, /** @type {number} */ column, /** @type {number} */ row) {
  let [x, y, id] = [column, row, (4 ** z - 1) / 3];
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const [right, down] = [Number((x & side) > 0), Number((y & side) > 0)];
    id += side * side * ((3 * right) ^ down);
    [x, y] = [x & (side - 1), y & (side - 1)];
    if (down === 1) continue;
    if (right === 1) [x, y] = [side - 1 - x, side - 1 - y];
    [x, y] = [y, x];
  }
  return id;
}

/** @typedef {{ id: number, offset: number, length: number, run: number }} Entry */

function directory(/** @type {readonly Entry[]} */ entries) {
  let last = 0;
  const ids = entries.flatMap(({ id }) => {
    const step = id - last;
    last = id;
    return varint(step);
  });
  return [...varint(entries.length), ...ids, ...entries.flatMap(({ run }) => varint(run)), ...entries.flatMap(({ length }) => varint(length)), ...entries.flatMap(({ offset }) => varint(offset + 1))];
}

/**
 * What an archive is made of. `type` 1 is MVT, 2 PNG. With `leaf` directories hold so many tiles, and the root names them. `squeeze` compresses tiles with gzip.
 * @typedef {{ tiles: readonly { z: number, x: number, y: number, bytes: Uint8Array }[], metadata?: unknown, type?: number, bounds?: readonly [number, number, number, number], leaf?: number, squeeze?: (bytes: Uint8Array) => Uint8Array }} ArchiveParts
 */

/** A PMTiles archive. @returns {Uint8Array<ArrayBuffer>} */
export function archiveBytes(/** @type {ArchiveParts} */ { tiles, metadata = {}, type = 1, bounds = [-180, -85, 180, 85], leaf, squeeze }) {
  const sorted = tiles.map((tile) => ({ ...tile, id: tileId(tile.z, tile.x, tile.y), bytes: squeeze ? squeeze(tile.bytes) : tile.bytes })).sort((a, b) => a.id - b.id);
  let offset = 0;
  const entries = sorted.map(({ id, bytes }) => {
    const entry = { id, offset, length: bytes.length, run: 1 };
    offset += bytes.length;
    return entry;
  });
  /** @type {number[]} */
  const leaves = [];
  /** @type {Entry[]} */
  const named = [];
  for (let at = 0; leaf && at < entries.length; at += leaf) {
    const part = directory(entries.slice(at, at + leaf));
    named.push({ id: entries[at]?.id ?? 0, offset: leaves.length, length: part.length, run: 0 });
    leaves.push(...part);
  }
  const root = directory(leaf ? named : entries);
  const words = new TextEncoder().encode(JSON.stringify(metadata));
  const [rootAt, wordsAt] = [127, 127 + root.length];
  const [leavesAt, dataAt] = [wordsAt + words.length, wordsAt + words.length + leaves.length];
  const file = new Uint8Array(dataAt + offset);
  const view = new DataView(file.buffer);
  file.set(new TextEncoder().encode('PMTiles'));
  file[7] = 3;
  [rootAt, root.length, wordsAt, words.length, leavesAt, leaves.length, dataAt, offset, entries.length, entries.length, entries.length].forEach((value, at) => view.setBigUint64(8 + 8 * at, BigInt(value), true));
  const zooms = tiles.map(({ z }) => z);
  file.set([1, 1, squeeze ? 2 : 1, type, Math.min(...zooms), Math.max(...zooms)], 96);
  bounds.forEach((value, at) => view.setInt32(102 + 4 * at, Math.round(value * 1e7), true));
  file.set(root, rootAt);
  file.set(words, wordsAt);
  file.set(leaves, leavesAt);
  sorted.forEach(({ bytes }, at) => file.set(bytes, dataAt + (entries[at]?.offset ?? 0)));
  return file;
}
