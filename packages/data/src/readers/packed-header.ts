/** The header of packed columns: found, decoded and checked against the size of the file before anything else is read. */
import type { Bounds } from '../model/geometry.js';
import type { DatasetSchema, Provenance } from '../model/types.js';
import { HEADER_START, aligned, PACKED_VERSION, type PackedColumn, type PackedGeometry, type PackedIds } from './packed-format.js';
import { packedFault } from './packed-fault.js';
import { HeaderParts, isObject, NUMBERS, type Json } from './packed-parts.js';
import { provenanceFrom, schemaFrom } from './packed-schema.js';
import { binaryFormatOf, PACKED_MAGIC } from './magic.js';

/** What a file says it holds. Every section named here lies within it. */
export interface PackedHeader {
  /** First byte of the data part. */
  readonly start: number;
  readonly rows: number;
  readonly geometry: PackedGeometry;
  readonly columns: readonly PackedColumn[];
  readonly ids?: PackedIds;
  readonly bounds?: Bounds;
  readonly schema?: DatasetSchema;
  readonly provenance?: Provenance;
}

/** Reads the header. @throws YztError `bad-packed` for another version, a damaged or a truncated file. */
export function readPackedHeader(buffer: ArrayBuffer, name: string): PackedHeader {
  const { json, start } = headerOf(buffer, name);
  const parts = new HeaderParts(name, buffer.byteLength - start);
  const size = parts.count(json['size'], 'size');
  if (size !== buffer.byteLength) {
    throw parts.fault(
      `文件头写明 ${size} 字节，实际为 ${buffer.byteLength} 字节${buffer.byteLength < size ? '，文件不完整' : ''}`,
      `its header says ${size} bytes, there are ${buffer.byteLength}${buffer.byteLength < size ? '; it is cut off' : ''}`,
    );
  }
  const rows = parts.count(json['rows'], 'rows');
  const geometry = geometryOf(parts, json['geometry'], rows);
  const columns = columnsOf(parts, json['columns'], rows);
  const ids = json['ids'] === undefined ? undefined : idsOf(parts, json['ids'], rows);
  if (rows > 0 && geometry.kind === 'none' && columns.length === 0 && !ids) throw parts.fault(`写明 ${rows} 行却没有任何列`, `it says ${rows} rows and has no column`);
  const bounds = boundsFrom(json['bounds']);
  const schema = schemaFrom(json['schema']);
  const provenance = provenanceFrom(json['provenance']);
  return { start, rows, geometry, columns, ...(ids && { ids }), ...(bounds && { bounds }), ...(schema && { schema }), ...(provenance && { provenance }) };
}

function headerOf(buffer: ArrayBuffer, name: string): { readonly json: Json; readonly start: number } {
  const bytes = new Uint8Array(buffer);
  if (binaryFormatOf(bytes) !== 'packed') {
    throw packedFault(
      name,
      { zh: '开头没有打包列的标识', en: 'it does not begin as one' },
      { zh: '请检查地址，或去掉 format="packed"', en: 'Check the address, or leave out format="packed"' },
    );
  }
  if (bytes.length < HEADER_START) throw packedFault(name, { zh: `只有 ${bytes.length} 字节，文件不完整`, en: `it has only ${bytes.length} bytes; it is cut off` });
  if (!PACKED_MAGIC.every((byte, index) => bytes[index] === byte)) {
    throw packedFault(name, { zh: '开头的标识已损坏，可能被当作文本传输', en: 'its first bytes are damaged; it may have been sent as text' });
  }
  const view = new DataView(buffer);
  const version = view.getUint32(8, true);
  if (version !== PACKED_VERSION) {
    throw packedFault(
      name,
      { zh: `格式版本是 ${version}，本库只认识版本 ${PACKED_VERSION}`, en: `its version is ${version}, this library knows version ${PACKED_VERSION}` },
      { zh: '请用同一版本的 yzt-pack 重新生成，或升级本库', en: 'Write it again with the yzt-pack of this library, or upgrade the library' },
    );
  }
  const length = view.getUint32(12, true);
  const end = HEADER_START + length;
  if (aligned(end) > bytes.length) throw packedFault(name, { zh: `文件头应到第 ${end} 字节，文件只有 ${bytes.length} 字节`, en: `its header should end at byte ${end}, the file has ${bytes.length}` });
  try {
    const json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(HEADER_START, end))) as unknown;
    if (isObject(json)) return { json, start: aligned(end) };
  } catch {
    // Said below: what the parser says about damaged bytes helps nobody.
  }
  throw packedFault(name, { zh: '文件头不是有效的 JSON', en: 'its header is no valid JSON' });
}

function geometryOf(parts: HeaderParts, value: unknown, rows: number): PackedGeometry {
  if (value === undefined) return { kind: 'none' };
  const given = parts.object(value, 'geometry');
  const { kind } = given;
  if (kind === 'none') return { kind };
  if (kind === 'point') return { kind, coordinates: parts.numbers(given['coordinates'], 'geometry.coordinates', 2 * rows, 2, ['f64']) };
  if (kind !== 'shape') throw parts.fault(`几何种类「${String(kind).slice(0, 20)}」不认识`, `the kind of geometry "${String(kind).slice(0, 20)}" is unknown`);
  const coordinates = parts.object(given['coordinates'], 'geometry.coordinates');
  const length = parts.count(coordinates['length'], 'geometry.coordinates.length');
  if (length % 2 === 1) throw parts.fault('坐标个数是奇数', 'it has an odd number of coordinates');
  return {
    kind,
    types: parts.bytes(given['types'], 'geometry.types', rows),
    partStart: parts.starts(given['partStart'], 'geometry.partStart', rows + 1),
    ringStart: parts.starts(given['ringStart'], 'geometry.ringStart'),
    vertexStart: parts.starts(given['vertexStart'], 'geometry.vertexStart'),
    coordinates: parts.numbers(coordinates, 'geometry.coordinates', length, 2, ['f64']),
  };
}

function columnsOf(parts: HeaderParts, value: unknown, rows: number): PackedColumn[] {
  if (!Array.isArray(value)) throw parts.fault('文件头缺少「columns」', 'the header lacks "columns"');
  const names = new Set<string>();
  return (value as unknown[]).map((one) => {
    const column = columnOf(parts, parts.object(one, 'columns'), rows);
    if (names.has(column.name)) throw parts.fault(`列「${column.name}」出现两次`, `the column "${column.name}" occurs twice`);
    names.add(column.name);
    return column;
  });
}

function columnOf(parts: HeaderParts, given: Json, rows: number): PackedColumn {
  const { name, kind, values } = given;
  if (typeof name !== 'string') throw parts.fault('有一列没有名字', 'a column has no name');
  if (kind === 'text') return { kind, name, codes: parts.codes(given['codes'], `${name}.codes`, rows), dictionary: parts.words(given['dictionary'], `${name}.dictionary`) };
  if (kind === 'number') return { kind, name, values: parts.numbers(values, name, rows, 1, NUMBERS) };
  if (kind === 'date') return { kind, name, values: parts.numbers(values, name, rows, 1, ['f64']), ...(given['dateOnly'] === true && { dateOnly: true }) };
  if (kind === 'boolean') return { kind, name, values: parts.bytes(values, name, rows) };
  throw parts.fault(`列「${name}」的种类「${String(kind).slice(0, 20)}」不认识`, `the column "${name}" is of the unknown kind "${String(kind).slice(0, 20)}"`);
}

function idsOf(parts: HeaderParts, value: unknown, rows: number): PackedIds {
  const given = parts.object(value, 'ids');
  const { kind } = given;
  if (kind === 'number') return { kind, values: parts.numbers(given['values'], 'ids', rows, 1, NUMBERS) };
  if (kind !== 'text') throw parts.fault('ids 的种类不认识', 'ids are of an unknown kind');
  const kinds = given['kinds'] === undefined ? undefined : parts.bytes(given['kinds'], 'ids.kinds', rows);
  return { kind, words: parts.words(given['words'], 'ids.words', rows), kinds };
}

function boundsFrom(value: unknown): Bounds | undefined {
  if (!Array.isArray(value) || value.length !== 4) return undefined;
  const [west, south, east, north] = value as unknown[];
  const numbers = [west, south, east, north].every((one) => typeof one === 'number' && Number.isFinite(one));
  return numbers ? [west as number, south as number, east as number, north as number] : undefined;
}
