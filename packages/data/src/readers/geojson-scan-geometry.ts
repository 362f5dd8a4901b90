/** Good geometries, from bytes straight into flat arrays. Whatever is not quite right is `ODD`, and read as JSON by somebody else. */
import { LINE, POINT, POLYGON, type GeometryBuilder } from './geometry-builder.js';
import { DONE, hasMore, JsonBytes, literal, ODD, scanColon, scanName, skipLiteral, skipSpace, skipValue, stuck, type State } from './json-bytes.js';
import { scanNumber } from './json-number.js';

const TYPE = literal('"type"');
const COORDINATES = literal('"coordinates"');
const TYPES = ['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'].map((name) => literal(`"${name}"`));
/** What the six types are as rows. */
const ROW_TYPES = [POINT, LINE, POLYGON, POINT, LINE, POLYGON];

/** The bytes of a source, with the arrays its geometries go to. */
export class GeometryBytes extends JsonBytes {
  readonly geometry: GeometryBuilder;
  /** The largest numbers of the geometry, whatever their sign. */
  maxX = 0;
  maxY = 0;

  constructor(bytes: Uint8Array, end: number, last: boolean, geometry: GeometryBuilder) {
    super(bytes, end, last);
    this.geometry = geometry;
  }
}

/** Reads a geometry and adds it as a row. `ODD` and `CUT` leave half a row, for the caller to take back. */
export function scanGeometry(s: GeometryBytes): State {
  if (s.bytes[s.at] !== 123) return stuck(s);
  s.at++;
  let type = -1;
  let coordinates = 0;
  let read = false;
  do {
    if (s.bytes[s.at] !== 34) skipSpace(s);
    let state: State;
    if (skipLiteral(s, TYPE)) {
      if (type >= 0) return ODD;
      state = scanColon(s);
      type = state === DONE ? scanType(s) : -1;
      if (state === DONE && type < 0) return stuck(s);
    } else if (skipLiteral(s, COORDINATES)) {
      if (coordinates > 0) return ODD;
      state = scanColon(s);
      coordinates = s.at;
      read = type >= 0;
      if (state === DONE) state = read ? scanCoordinates(s, type) : skipValue(s);
    } else {
      state = scanName(s);
      if (state === DONE) state = s.escaped ? ODD : skipValue(s);
    }
    if (state !== DONE) return state;
  } while (hasMore(s, 125));
  if (s.state !== DONE || read) return s.state;
  return type < 0 || coordinates === 0 ? ODD : scanCoordinatesAt(s, type, coordinates);
}

/** The number of the type that comes next; -1 for none of the six. */
function scanType(s: JsonBytes): number {
  for (let type = 0; type < TYPES.length; type++) if (skipLiteral(s, TYPES[type] as Uint8Array)) return type;
  return -1;
}

/** Coordinates that stand before the type. */
function scanCoordinatesAt(s: GeometryBytes, type: number, at: number): State {
  const end = s.at;
  s.at = at;
  const state = scanCoordinates(s, type);
  s.at = end;
  return state;
}

function scanCoordinates(s: GeometryBytes, type: number): State {
  const { geometry } = s;
  geometry.partStart.push(geometry.ringStart.length);
  geometry.types.push(ROW_TYPES[type] as number);
  s.maxX = 0;
  s.maxY = 0;
  if (type === 0) {
    beginPart(s);
    beginRing(s);
    return scanPosition(s);
  }
  if (type === 3) return scanPoints(s);
  geometry.plain = false;
  if (type === 1) return scanLine(s);
  if (type === 2) return scanPolygon(s);
  if (!opens(s)) return s.state;
  do {
    const state = type === 4 ? scanLine(s) : scanPolygon(s);
    if (state !== DONE) return state;
  } while (hasMore(s, 93));
  return s.state;
}

function beginPart({ geometry }: GeometryBytes): void {
  geometry.ringStart.push(geometry.vertexStart.length);
}

function beginRing({ geometry }: GeometryBytes): void {
  geometry.vertexStart.push(geometry.coordinates.length / 2);
}

/** Goes into a list. */
function opens(s: JsonBytes): boolean {
  let c = s.bytes[s.at] as number;
  if (c <= 32) c = skipSpace(s);
  s.state = c === 91 ? DONE : stuck(s);
  s.at++;
  return s.state === DONE;
}

/** Each position is a part of its own. */
function scanPoints(s: GeometryBytes): State {
  const parts = s.geometry.ringStart.length;
  if (!opens(s)) return s.state;
  do {
    beginPart(s);
    beginRing(s);
    const state = scanPosition(s);
    if (state !== DONE) return state;
  } while (hasMore(s, 93));
  if (s.geometry.ringStart.length > parts + 1) s.geometry.plain = false;
  return s.state;
}

function scanLine(s: GeometryBytes): State {
  const { coordinates } = s.geometry;
  const start = coordinates.length;
  beginPart(s);
  beginRing(s);
  const state = scanPositions(s);
  return state === DONE && coordinates.length < start + 4 ? ODD : state;
}

/** Rings of four positions or more, closed. */
function scanPolygon(s: GeometryBytes): State {
  const { coordinates } = s.geometry;
  beginPart(s);
  if (!opens(s)) return s.state;
  do {
    const start = coordinates.length;
    beginRing(s);
    const state = scanPositions(s);
    if (state !== DONE) return state;
    const end = coordinates.length - 2;
    const { array } = coordinates;
    if (end < start + 6 || array[start] !== array[end] || array[start + 1] !== array[end + 1]) return ODD;
  } while (hasMore(s, 93));
  return s.state;
}

function scanPositions(s: GeometryBytes): State {
  if (!opens(s)) return s.state;
  do {
    const state = scanPosition(s);
    if (state !== DONE) return state;
  } while (hasMore(s, 93));
  return s.state;
}

/** Two finite numbers; a height and whatever numbers follow are left out. */
function scanPosition(s: GeometryBytes): State {
  const { coordinates } = s.geometry;
  const { bytes } = s;
  let c = bytes[s.at] as number;
  if (c <= 32) c = skipSpace(s);
  if (c !== 91) return stuck(s);
  s.at++;
  if ((bytes[s.at] as number) <= 32) skipSpace(s);
  const x = scanNumber(s);
  if (x - x !== 0) return stuck(s);
  c = bytes[s.at] as number;
  if (c <= 32) c = skipSpace(s);
  if (c !== 44) return stuck(s);
  s.at++;
  if ((bytes[s.at] as number) <= 32) skipSpace(s);
  const y = scanNumber(s);
  if (y - y !== 0) return stuck(s);
  const width = x < 0 ? -x : x;
  const height = y < 0 ? -y : y;
  if (width > s.maxX) s.maxX = width;
  if (height > s.maxY) s.maxY = height;
  const end = coordinates.length;
  const array = coordinates.reserve(2);
  array[end] = x;
  array[end + 1] = y;
  coordinates.length = end + 2;
  c = bytes[s.at] as number;
  if (c === 93) {
    s.at++;
    return DONE;
  }
  return scanRest(s);
}

/** Numbers behind the second of a position. */
function scanRest(s: GeometryBytes): State {
  while (hasMore(s, 93)) {
    if ((s.bytes[s.at] as number) <= 32) skipSpace(s);
    if (Number.isNaN(scanNumber(s))) return stuck(s);
  }
  return s.state;
}
