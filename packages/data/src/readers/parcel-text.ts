/**
 * 界址点坐标交换文本 of land administration: `[属性描述]` says the coordinate system, `[地块坐标]` lists parcels, a head that ends in @ and
 * a line for each boundary point: number, ring, X (north), Y (east), in metres.
 */
import { YztError } from '@yizhangtu/base/errors';
import { chineseDatum, numberedZone } from './chinese-zones.js';
import { crsCode, isDegrees } from './crs.js';
import { knowFileNotes } from './file-notes.js';
import { FeatureReader, JsonIds } from './feature-reader.js';
import { JsonFields } from './fields.js';
import { LINE, POINT, POLYGON } from './geometry-builder.js';
import type { NoteName } from './notes.js';
import { nestRings } from './ring-groups.js';
import type { Shape, ShapeOrReason } from './geojson-geometry.js';
import type { RawTable, Reading, ReadOptions } from './types.js';
import { unknownCrs } from './unknown-crs.js';

/** Parcels between two pauses. */
const SLICE = 200;
/** What stands in the head of a parcel, in order. */
const HEAD: readonly string[] = ['界址点数', '地块面积', '地块编号', '地块名称', '图形属性', '图幅号', '地块用途', '地类编码'];
const NUMBERS: readonly string[] = ['界址点数', '地块面积'];
/** Northings of China are below ten million metres; eastings with the number of their zone are above. */
const NORTH_LIMIT = 1e7;
/** Eastings without a number lie around half a million; northings in China above one and a half. */
const EAST_LIMIT = 1e6;

interface Parcel {
  readonly properties: Readonly<Record<string, string | number>>;
  /** Numbers north, east of each ring, by the number of the ring. */
  readonly rings: Map<string, number[]>;
  /** Lines that were no points. */
  bad: number;
}

/** True for such a text. */
export function looksLikeParcels(text: string): boolean {
  return /\[\s*(?:属性描述|地块坐标)\s*\]/.test(text.slice(0, 4000));
}

/** Reads parcels. @throws YztError `bad-parcels` without any, `unknown-crs` where the text does not say what its metres are. */
export function* readParcels(text: string, options: ReadOptions): Reading<RawTable> {
  knowFileNotes();
  const described = new Map<string, string>();
  const parcels: Parcel[] = [];
  let section = '';
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = raw.trim();
    const title = /^\[\s*(.{1,20}?)\s*\]$/.exec(line)?.[1];
    if (title !== undefined) section = title;
    else if (section === '属性描述') {
      const at = line.indexOf('=');
      if (at > 0) described.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
    } else if (line !== '') addLine(line, parcels);
  }
  if (parcels.length === 0) throw badParcels(options);
  yield 0.5;
  const { swapped, easting } = axesOf(parcels);
  const crs = crsOf(described, easting, options);
  const projected = crs === undefined || isDegrees(crs) ? undefined : crs;
  if (projected !== undefined && !options.keepCrs) throw unknownCrs(options.name ?? '界址点', projected);
  const reader = new FeatureReader(projected === undefined, new JsonFields(), new JsonIds());
  if (swapped) reader.notes.add('axes-swapped', 0, parcels.length);
  for (let place = 0; place < parcels.length; place++) {
    const parcel = parcels[place] as Parcel;
    if (parcel.bad > 0) reader.notes.add('bad-points', place, parcel.bad);
    if (reader.addShape(shapeOf(parcel, swapped), place)) reader.fields.addRow(reader.rowCount - 1, parcel.properties);
    if (place % SLICE === SLICE - 1) yield 0.5 + (0.5 * place) / parcels.length;
  }
  const table = reader.finish(parcels.length, options, projected);
  return { ...table, report: { ...table.report, source: { format: 'parcels', ...(crs !== undefined && { crs }) } } };
}

/** A head ends in @; everything else is a point of the parcel before it. */
function addLine(line: string, parcels: Parcel[]): void {
  const cells = line.split(/[,，\t]/).map((cell) => cell.trim());
  if (cells[cells.length - 1] === '@' || line.endsWith('@')) {
    const entries = HEAD.flatMap((name, index): [string, string | number][] => {
      const cell = (cells[index] ?? '').replace(/@$/, '');
      if (cell === '') return [];
      const value = Number.parseFloat(cell);
      return [[name, NUMBERS.includes(name) && Number.isFinite(value) ? value : cell]];
    });
    parcels.push({ properties: Object.fromEntries(entries), rings: new Map(), bad: 0 });
    return;
  }
  let parcel = parcels[parcels.length - 1];
  // Some texts have points alone: they are one parcel.
  if (!parcel) parcels.push((parcel = { properties: {}, rings: new Map(), bad: 0 }));
  const [ring = '', x = '', y = ''] = cells.slice(-3);
  const [north, east] = [x === '' ? Number.NaN : Number(x), y === '' ? Number.NaN : Number(y)];
  if (cells.length < 3 || !Number.isFinite(north) || !Number.isFinite(east)) {
    parcel.bad++;
    return;
  }
  const numbers = parcel.rings.get(ring);
  if (numbers) numbers.push(north, east);
  else parcel.rings.set(ring, [north, east]);
}

/** Whether X and Y were exchanged, by the size of the first numbers, and a first easting. */
function axesOf(parcels: readonly Parcel[]): { readonly swapped: boolean; readonly easting: number } {
  const [first] = parcels.flatMap(({ rings }) => [...rings.values()]);
  const [x = Number.NaN, y = Number.NaN] = first ?? [];
  const swapped = (x >= NORTH_LIMIT && y < NORTH_LIMIT) || (y > EAST_LIMIT && y < NORTH_LIMIT && x < EAST_LIMIT && x > 360);
  return { swapped, easting: swapped ? x : y };
}

/** The system: what the page says, what the text describes, degrees for small numbers. */
function crsOf(described: ReadonlyMap<string, string>, easting: number, options: ReadOptions): string | undefined {
  if (options.crs !== undefined) return crsCode(options.crs);
  if (Math.abs(easting) <= 360) return undefined;
  const datum = chineseDatum(described.get('坐标系') ?? '');
  const width = Number.parseInt(described.get('几度分带') ?? described.get('分带') ?? '', 10) === 6 ? 6 : 3;
  const prefixed = easting >= NORTH_LIMIT;
  const number = prefixed ? Math.floor(easting / 1e6) : Number.parseInt(described.get('带号') ?? '', 10);
  const code = datum && Number.isInteger(number) ? numberedZone(number, width, prefixed, datum) : undefined;
  if (code === undefined) throw unknownCrs(options.name ?? '界址点', undefined, easting);
  return code;
}

function shapeOf({ rings, properties }: Parcel, swapped: boolean): ShapeOrReason {
  const mended = new Set<NoteName>();
  const all = [...rings.values()].map((numbers) => eastNorth(numbers, swapped));
  if (all.length === 0) return 'none';
  const kind = properties['图形属性'];
  if (kind === '点') return { type: POINT, parts: all.flatMap((numbers) => Array.from({ length: numbers.length / 2 }, (_, i) => [numbers.subarray(2 * i, 2 * i + 2)])), mended };
  if (kind === '线') {
    const lines = all.filter((numbers) => numbers.length >= 4);
    return lines.length > 0 ? { type: LINE, parts: lines.map((line) => [line]), mended } : 'bad-geometry';
  }
  const good = all.map(closed).filter((ring) => ring.length >= 8);
  if (good.length < all.length) mended.add('ring-dropped');
  const shape: Shape = { type: POLYGON, parts: nestRings(good), mended };
  return good.length > 0 ? shape : 'bad-geometry';
}

function eastNorth(numbers: readonly number[], swapped: boolean): Float64Array {
  const pairs = new Float64Array(numbers.length);
  for (let i = 0; i < numbers.length; i += 2) {
    pairs[i] = numbers[swapped ? i : i + 1] as number;
    pairs[i + 1] = numbers[swapped ? i + 1 : i] as number;
  }
  return pairs;
}

/** Rings are written with and without their first point at the end; both are right. */
function closed(ring: Float64Array): Float64Array {
  const end = ring.length;
  if (end < 6 || (ring[0] === ring[end - 2] && ring[1] === ring[end - 1])) return ring;
  const whole = new Float64Array(end + 2);
  whole.set(ring);
  whole.set(ring.subarray(0, 2), end);
  return whole;
}

function badParcels(options: ReadOptions): YztError {
  const name = options.name ?? '界址点';
  return new YztError('bad-parcels', {
    zh: `<yzt-dataset>:${name} 是界址点文本，但 [地块坐标] 中没有地块。每个地块以一行「点数,面积,编号,名称,面,图幅号,用途,地类编码,@」开头。`,
    en: `<yzt-dataset>: ${name} is a text of boundary points, but has no parcel under [地块坐标]. Each parcel begins with a line of points, area, number, name, kind, sheet, use, class and @.`,
  });
}
