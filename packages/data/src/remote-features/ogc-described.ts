/** What an OGC API says of a collection: its properties, and what it can be asked. Pure. */
import type { Bounds } from '../model/geometry.js';
import { isObject, type Json } from './answers.js';
import { typeOfValues, valuesOf } from './sampled.js';
import type { Feature, Offers, PropertyType, ServiceField } from './types.js';

/** Documents of a collection. */
export interface Api {
  readonly items: URL;
  /** Conformance classes. */
  readonly classes: readonly string[];
  readonly queryables: Json | undefined;
  readonly schema: Json | undefined;
  readonly collection: Json;
}

/** What is known of the places. */
export interface PlaceField {
  /** Name in the queryables. */
  readonly name: string | undefined;
  readonly points: boolean;
  readonly there: boolean;
}

const TYPES: Readonly<Record<string, PropertyType>> = { string: 'string', number: 'number', integer: 'integer', boolean: 'boolean' };

/** The type of a property as JSON Schema has it; undefined for lists, objects and places. */
function typeOf(property: unknown): PropertyType | undefined {
  if (!isObject(property)) return undefined;
  const { type, format } = property;
  const named = Array.isArray(type) ? (type as unknown[]).find((one) => one !== 'null') : type;
  if (named === 'string' && (format === 'date' || format === 'date-time')) return format;
  return typeof named === 'string' ? TYPES[named] : undefined;
}

function isPlace(property: unknown): boolean {
  if (!isObject(property)) return false;
  const { format, $ref } = property;
  return (typeof format === 'string' && format.startsWith('geometry-')) || (typeof $ref === 'string' && /geojson\.org|[Gg]eometry|Point|Polygon/.test($ref)) || property['x-ogc-role'] === 'primary-geometry';
}

/** Properties by the documents of the service, in their order, then those that only its rows show. */
export function propertiesOf({ queryables, schema }: Api, sample: readonly Feature[]): { readonly fields: ServiceField[]; readonly geometry: PlaceField } {
  const asked = (queryables?.['properties'] ?? {}) as Json;
  const described = { ...asked, ...((schema?.['properties'] ?? {}) as Json) };
  const names = new Set([...Object.keys(described), ...sample.flatMap(({ properties }) => (isObject(properties) ? Object.keys(properties) : []))]);
  const has = (object: Json, name: string): boolean => Object.prototype.hasOwnProperty.call(object, name);
  const fields = [...names].flatMap((name): ServiceField[] => {
    const known = has(described, name) ? described[name] : undefined;
    if (known !== undefined && isPlace(known)) return [];
    const values = valuesOf(sample, name);
    // A property that the documents call a list, and no row has, is none.
    const type = typeOf(known) ?? (known === undefined || values.some((value) => value !== undefined) ? typeOfValues(values) : undefined);
    return type ? [{ name, type, asked: has(asked, name) }] : [];
  });
  const place = Object.keys(asked).find((name) => isPlace(asked[name]));
  const shapes = sample.map(({ geometry }) => (isObject(geometry) ? geometry['type'] : undefined)).filter((type) => type !== undefined);
  const format = place === undefined ? undefined : JSON.stringify(asked[place]);
  const points = shapes.every((type) => type === 'Point') && !(format !== undefined && /polygon|line|any/i.test(format));
  return { fields, geometry: { name: place, points, there: place !== undefined || shapes.length > 0 } };
}

/** What the service can be told, by its conformance classes. */
export function offersOf({ classes }: Api, place: PlaceField): Offers {
  const has = (pattern: RegExp): boolean => classes.some((one) => pattern.test(one));
  const cql = has(/\/conf\/cql2-(text|json)$/) && has(/\/conf\/features-filter$/);
  const spatial = has(/\/conf\/(spatial-functions|basic-spatial-functions-plus)$/) ? 'polygon' : has(/\/conf\/basic-spatial-functions$/) ? 'bbox' : 'none';
  return {
    like: cql && has(/\/conf\/advanced-comparison-operators$/),
    anyCase: cql && has(/\/conf\/case-insensitive-comparison$/),
    area: cql ? (place.name === undefined ? 'none' : spatial) : 'bbox',
    isNull: cql,
    order: has(/\/conf\/(sorting|sortby)/) || has(/ogcapi-features-8\/.*\/conf\//),
    place: place.name,
  };
}

/** Extent of a collection in degrees. */
export function collectionBounds(collection: Json): Bounds | undefined {
  const { extent } = collection;
  const spatial = isObject(extent) ? extent['spatial'] : undefined;
  const boxes = isObject(spatial) ? spatial['bbox'] : undefined;
  const box = Array.isArray(boxes) ? (boxes[0] as unknown) : undefined;
  if (!Array.isArray(box) || !box.every((value) => typeof value === 'number')) return undefined;
  const [west, south, east, north] = (box.length === 6 ? [box[0], box[1], box[3], box[4]] : box) as number[];
  return west !== undefined && south !== undefined && east !== undefined && north !== undefined && west <= east && south <= north ? [west, south, east, north] : undefined;
}
