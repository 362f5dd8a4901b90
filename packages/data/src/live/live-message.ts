/** Positions in the messages of a stream. Pure. */

/** Where a message has what. Names may lead inwards: `position.lon`. */
export interface LiveNames {
  readonly key: string;
  readonly lon: string;
  readonly lat: string;
  /** Empty where messages have no time: then it is that of their coming. */
  readonly time: string;
  /** Where the list of positions is; empty where the message is one, or a list. */
  readonly items: string;
  /** Fields that are kept; all without. */
  readonly fields: readonly string[];
}

/** One position. */
export interface LivePosition {
  readonly key: string | number;
  readonly lon: number;
  readonly lat: number;
  /** Milliseconds since 1970; undefined where the message has none. */
  readonly time: number | undefined;
  readonly values: ReadonlyMap<string, unknown>;
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under a name, whole or leading inwards. */
function at(value: unknown, name: string): unknown {
  if (!isObject(value) || name === '') return undefined;
  if (Object.prototype.hasOwnProperty.call(value, name)) return value[name];
  const [first = '', ...rest] = name.split('.');
  return rest.length > 0 ? at(Object.prototype.hasOwnProperty.call(value, first) ? value[first] : undefined, rest.join('.')) : undefined;
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

/** Seconds have fewer digits than milliseconds in every year that matters. */
const SECONDS = 1e11;

/** An instant: milliseconds, seconds, or words of ISO 8601, in China where they name no zone. */
export function instantOf(value: unknown): number | undefined {
  const number = numberOf(value);
  if (Number.isFinite(number)) return number < SECONDS ? number * 1000 : number;
  if (typeof value !== 'string') return undefined;
  const text = value.trim().replace(' ', 'T');
  const instant = Date.parse(/T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes('T') ? text : `${text}+08:00`);
  return Number.isNaN(instant) ? undefined : instant;
}

/** Values that a table can hold, by name; objects and lists as JSON. */
function valuesOf(one: Json, { lon, lat, time, fields }: LiveNames): Map<string, unknown> {
  const left = new Set([lon, lat, time]);
  // Properties of a GeoJSON feature are what counts.
  const source = isObject(one['properties']) && one['type'] === 'Feature' ? one['properties'] : one;
  const names = fields.length > 0 ? fields : Object.keys(source).filter((name) => !left.has(name) && !(isObject(source[name]) && [lon, lat, time].some((inner) => inner.startsWith(`${name}.`))));
  return new Map(names.map((name) => {
    const value = at(source, name) ?? null;
    return [name, typeof value === 'object' && value !== null ? JSON.stringify(value) : value];
  }));
}

/** A position; undefined for what has no key, or no place on Earth: latitude 91 and longitude 181 say that it is not known (ITU-R M.1371). */
function positionOf(one: unknown, names: LiveNames): LivePosition | undefined {
  if (!isObject(one)) return undefined;
  const feature = one['type'] === 'Feature' && isObject(one['geometry']) && one['geometry']['type'] === 'Point' ? (one['geometry']['coordinates'] as unknown) : undefined;
  const inner = isObject(one['properties']) && one['type'] === 'Feature' ? one['properties'] : one;
  const key = at(inner, names.key) ?? at(one, names.key);
  const [lon, lat] = Array.isArray(feature) ? [numberOf(feature[0]), numberOf(feature[1])] : [numberOf(at(one, names.lon)), numberOf(at(one, names.lat))];
  if ((typeof key !== 'string' && typeof key !== 'number') || key === '') return undefined;
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return undefined;
  return { key, lon, lat, time: names.time === '' ? undefined : instantOf(at(inner, names.time)), values: valuesOf(one, names) };
}

/** What a message holds. */
export interface LiveMessage {
  readonly positions: readonly LivePosition[];
  /** Those without a key or a place. */
  readonly dropped: number;
}

/** Positions of a message: one, a list, a list under a name, or a FeatureCollection. @throws SyntaxError for text that is no JSON. */
export function liveMessage(message: unknown, names: LiveNames): LiveMessage {
  const json: unknown = typeof message === 'string' ? JSON.parse(message) : message;
  const found = names.items !== '' ? at(json, names.items) : isObject(json) && json['type'] === 'FeatureCollection' ? json['features'] : json;
  const list: readonly unknown[] = Array.isArray(found) ? (found as unknown[]) : found === undefined || found === null ? [] : [found];
  const positions = list.map((one) => positionOf(one, names));
  const good = positions.filter((one): one is LivePosition => one !== undefined);
  return { positions: good, dropped: positions.length - good.length };
}
