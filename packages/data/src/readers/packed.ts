/** Packed columns to a table. Numbers are not read one by one but looked at where they lie; what is checked is checked in one pass. */
import { packedDictionary, PackedText, withLengths, wordCount, type PackedWords } from '../model/packed-text.js';
import { ScaledPoints, type PlaceSteps } from '../model/scaled-points.js';
import type { Column, Geometry, PointGeometry, Table } from '../model/types.js';
import { eachPiece } from '../points/degrees.js';
import { asKinds } from './as-kinds.js';
import { NoteBook } from './notes.js';
import { checkCodes, checkDegrees, checkFinite, checkShapes, checkSmall, checkStarts } from './packed-checks.js';
import { missingOf, viewOf, type PackedArray, type PackedColumn, type PackedIds, type PackedNumbers, type PackedSection, type PackedType, type WordSections } from './packed-format.js';
import { readPackedHeader, type PackedHeader } from './packed-header.js';
import { HeaderParts } from './packed-parts.js';
import { arraysOf, type Want } from './packed-store.js';
import { checkedWords } from './packed-words.js';
import type { RawTable, Reading, ReadOptions } from './types.js';

/** Reads packed columns. The table may keep views of `file`. @throws YztError `bad-packed`, saying what does not fit. */
export function* readPacked(file: ArrayBuffer, options: ReadOptions): Reading<RawTable> {
  const name = options.name ?? 'data';
  const header = readPackedHeader(file, name);
  const wants = wantsOf(header, file);
  const arrays = yield* arraysOf(file, header.start, wants);
  const held = new Map<PackedSection, PackedArray>(wants.map(({ section }, index) => [section, arrays[index] as PackedArray]));
  const unpacking = new Unpacking(new HeaderParts(name, file.byteLength - header.start), held, { file, start: header.start });
  const notes = new NoteBook();
  if (header.rows === 0) notes.add('empty-source', 0);
  const columns: Column[] = [];
  for (const column of header.columns) {
    columns.push(unpacking.column(column));
    yield 0.5 + (0.4 * columns.length) / header.columns.length;
  }
  const { rows, schema, provenance } = header;
  return {
    rowCount: rows,
    columns: asKinds(columns, options.kinds, notes),
    geometry: unpacking.geometry(header.geometry),
    ...(header.ids && unpacking.ids(header.ids, rows)),
    ...(schema && { schema }),
    ...(provenance && { provenance }),
    report: { total: rows, kept: rows, notes: notes.notes() },
  };
}

/** The type a section keeps: scaled numbers become 64-bit floats. */
function want(section: PackedNumbers, type: PackedType = section.scale ? 'f64' : section.type): Want {
  return { section, type };
}

/** Places of points stay the steps that they are in the file. */
function placesWant(section: PackedNumbers): Want {
  return section.scale && !section.scale.delta ? { section, type: section.type, plain: true } : want(section);
}

/** Codes stay as narrow as they are in the file, unless one is missing: all ones of few bits would be a code, not `NO_CODE`. */
function codesType({ type, at, length }: PackedSection, file: ArrayBuffer, start: number): PackedType {
  if (type !== 'u8' && type !== 'u16') return 'u32';
  return viewOf(type, file, start + at, length).includes(missingOf(type)) ? 'u32' : type;
}

function wantsOf({ geometry, columns, ids, start }: PackedHeader, file: ArrayBuffer): Want[] {
  const wants: Want[] = [];
  const addWords = ({ bytes }: WordSections): number => wants.push(want(bytes));
  for (const column of columns) {
    if (column.kind === 'text') {
      wants.push(want(column.codes, codesType(column.codes, file, start)));
      addWords(column.dictionary);
    } else wants.push(want(column.values));
  }
  if (geometry.kind === 'point') wants.push(placesWant(geometry.coordinates));
  if (geometry.kind === 'shape') {
    const { types, partStart, ringStart, vertexStart, coordinates } = geometry;
    wants.push(...[coordinates, partStart, ringStart, vertexStart, types].map((section) => want(section)));
  }
  if (ids?.kind === 'number') wants.push(want(ids.values));
  if (ids?.kind === 'text') {
    addWords(ids.words);
    if (ids.kinds) wants.push(want(ids.kinds));
  }
  return wants;
}

/** The file and the first byte of its data part. */
interface Source {
  readonly file: ArrayBuffer;
  readonly start: number;
}

class Unpacking {
  readonly #parts: HeaderParts;
  readonly #arrays: ReadonlyMap<PackedSection, PackedArray>;
  readonly #source: Source;

  constructor(parts: HeaderParts, arrays: ReadonlyMap<PackedSection, PackedArray>, source: Source) {
    this.#parts = parts;
    this.#arrays = arrays;
    this.#source = source;
  }

  #array<T extends PackedArray>(section: PackedSection): T {
    return this.#arrays.get(section) as T;
  }

  /** Words beside a copy of their bytes take a byte for each length; where the file is kept anyway, nothing more. */
  #words({ bytes, offsets }: WordSections, name: string): PackedWords {
    const { file, start } = this.#source;
    const starts = viewOf('u32', file, start + offsets.at, offsets.length) as Uint32Array<ArrayBuffer>;
    const words = checkedWords(this.#array<Uint8Array<ArrayBuffer>>(bytes), starts, name, this.#parts);
    return words.bytes.buffer === file ? words : withLengths(words.bytes, starts);
  }

  column(column: PackedColumn): Column {
    const { kind, name } = column;
    if (kind === 'text') {
      const codes = this.#array<Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(column.codes);
      const words = this.#words(column.dictionary, `${name}.dictionary`);
      checkCodes(codes, wordCount(words), name, this.#parts);
      return new PackedText(name, codes, words);
    }
    if (kind === 'boolean') {
      const values = this.#array<Uint8Array<ArrayBuffer>>(column.values);
      checkSmall(values, 2, name, this.#parts);
      return { kind, name, values };
    }
    const values = this.#array<Float64Array<ArrayBuffer>>(column.values);
    checkFinite(values, name, this.#parts);
    return kind === 'number' ? { kind, name, values } : { kind, name, values, ...(column.dateOnly && { dateOnly: true }) };
  }

  geometry(geometry: PackedHeader['geometry']): Geometry {
    if (geometry.kind === 'none') return geometry;
    if (geometry.kind === 'point') return this.#points(geometry.coordinates);
    const coordinates = this.#array<Float64Array<ArrayBuffer>>(geometry.coordinates);
    checkDegrees(coordinates, false, this.#parts);
    const types = this.#array<Uint8Array<ArrayBuffer>>(geometry.types);
    const partStart = this.#array<Uint32Array<ArrayBuffer>>(geometry.partStart);
    const ringStart = this.#array<Uint32Array<ArrayBuffer>>(geometry.ringStart);
    const vertexStart = this.#array<Uint32Array<ArrayBuffer>>(geometry.vertexStart);
    checkSmall(types, 3, 'geometry.types', this.#parts);
    checkStarts(partStart, ringStart.length - 1, 'geometry.partStart', this.#parts);
    checkStarts(ringStart, vertexStart.length - 1, 'geometry.ringStart', this.#parts);
    checkStarts(vertexStart, coordinates.length / 2, 'geometry.vertexStart', this.#parts);
    const shapes = { kind: 'shape' as const, types, partStart, ringStart, vertexStart, coordinates };
    checkShapes(shapes, this.#parts);
    return shapes;
  }

  #points(section: PackedNumbers): PointGeometry {
    const { scale } = section;
    const values = this.#array(section);
    const points: PointGeometry = scale && !(values instanceof Float64Array) ? new ScaledPoints({ steps: values as PlaceSteps, scale }) : { kind: 'point', coordinates: values as Float64Array };
    eachPiece(points, (degrees, from) => checkDegrees(degrees, true, this.#parts, from / 2));
    return points;
  }

  /** Ids of one kind stay a column; only a mixture becomes a list. */
  ids(ids: PackedIds, rows: number): Pick<Table, 'ids' | 'idColumn'> {
    if (ids.kind === 'number') return { idColumn: { kind: 'number', name: 'id', values: this.#array<Float64Array<ArrayBuffer>>(ids.values) } };
    const words = this.#words(ids.words, 'ids.words');
    if (!ids.kinds) return { idColumn: new PackedText('id', Uint32Array.from({ length: rows }, (_, row) => row), words) };
    const kinds = this.#array<Uint8Array<ArrayBuffer>>(ids.kinds);
    checkSmall(kinds, 2, 'ids.kinds', this.#parts);
    const list = packedDictionary(words);
    return { ids: list.map((word, row) => (kinds[row] === 1 ? word : kinds[row] === 2 && Number.isFinite(Number(word)) ? Number(word) : null)) };
  }
}
