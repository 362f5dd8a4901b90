/** What a WFS says of a feature type: capabilities and schema. Pure. */
import type { Bounds } from '../model/geometry.js';
import { isDegrees } from '../readers/crs.js';
import { isObject } from './answers.js';
import { valuesOf, typeOfValues } from './sampled.js';
import type { Described, Feature, PropertyType, ServiceField } from './types.js';
import { elementsOf, textOf, type XmlElement } from '../request/xml.js';

/** A feature type of the capabilities. */
export interface FeatureType {
  /** As the service writes it, with its prefix. */
  readonly name: string;
  /** Output format that is GeoJSON; undefined without one. */
  readonly format: string | undefined;
  /** A system in degrees it is offered in. */
  readonly crs: string | undefined;
  /** All systems it is offered in, its own first. */
  readonly systems: readonly string[];
  readonly bounds: Bounds | undefined;
  readonly sorts: boolean;
}

function local(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

/** The feature type of a name, with or without prefix. */
export function featureType(capabilities: XmlElement, wanted: string): FeatureType | undefined {
  const all = elementsOf(capabilities, 'FeatureType');
  const named = (one: XmlElement): string => textOf(one, 'Name') ?? '';
  const type = all.find((one) => named(one) === wanted) ?? all.find((one) => local(named(one)) === local(wanted));
  if (!type) return undefined;
  const operation = elementsOf(capabilities, 'Operation').find((one) => one.attributes.get('name') === 'GetFeature');
  const parameter = operation && elementsOf(operation, 'Parameter').find((one) => one.attributes.get('name')?.toLowerCase() === 'outputformat');
  const formats = [...(parameter ? elementsOf(parameter, 'Value') : []), ...elementsOf(type, 'Format')].map(({ text }) => text.trim());
  const systems = ['DefaultCRS', 'DefaultSRS', 'OtherCRS', 'OtherSRS'].flatMap((name) => elementsOf(type, name)).map(({ text }) => text.trim());
  const constraint = elementsOf(capabilities, 'Constraint').find((one) => one.attributes.get('name') === 'ImplementsSorting');
  return {
    name: named(type),
    format: formats.find((format) => /geo\+?json/i.test(format)) ?? formats.find((format) => /json/i.test(format) && !/javascript|jsonp/i.test(format)),
    systems,
    crs: systems.find((name) => /4326|CRS84/i.test(name)) ?? systems.find(isDegrees),
    bounds: boundsOf(type),
    sorts: constraint ? textOf(constraint, 'DefaultValue')?.toUpperCase() === 'TRUE' : elementsOf(capabilities, 'SortBy').length > 0,
  };
}

/** The box of a feature type, which is longitude first whatever its system. */
function boundsOf(type: XmlElement): Bounds | undefined {
  const numbers = ['LowerCorner', 'UpperCorner'].flatMap((name) => (textOf(type, name) ?? '').split(/\s+/).map(Number));
  const [west, south, east, north] = numbers;
  if (west === undefined || south === undefined || east === undefined || north === undefined || !numbers.every(Number.isFinite)) return undefined;
  return west <= east && south <= north ? [west, south, east, north] : undefined;
}

const TYPES: Readonly<Record<string, PropertyType>> = {
  string: 'string', anyURI: 'string', normalizedString: 'string', token: 'string', double: 'number', float: 'number', decimal: 'number', integer: 'integer', int: 'integer', long: 'integer',
  short: 'integer', byte: 'integer', nonNegativeInteger: 'integer', positiveInteger: 'integer', unsignedInt: 'integer', unsignedLong: 'integer', boolean: 'boolean', date: 'date', dateTime: 'date-time',
  TimeInstantType: 'date-time', TimeInstantPropertyType: 'date-time',
};

/** Type of a property; those of a simple type within are that type. */
function typeOf(element: XmlElement): string {
  return local(element.attributes.get('type') ?? elementsOf(element, 'restriction')[0]?.attributes.get('base') ?? '');
}

/** Properties of a feature type, and what it can be asked. */
export function describedType(schema: XmlElement, { bounds, sorts }: FeatureType): Described {
  const properties = elementsOf(schema, 'sequence').flatMap((sequence) => sequence.children.filter(({ name, attributes }) => name === 'element' && attributes.has('name')));
  const place = properties.find((one) => /^(Geometry|MultiGeometry|Point|MultiPoint|Line|Curve|MultiCurve|MultiLine|Surface|MultiSurface|Polygon|MultiPolygon).*PropertyType$/.test(typeOf(one)));
  const fields = properties.flatMap((one): ServiceField[] => {
    const type = one === place ? undefined : TYPES[typeOf(one)];
    return type ? [{ name: one.attributes.get('name') as string, type, asked: true }] : [];
  });
  const name = place?.attributes.get('name');
  return {
    fields,
    offers: { like: true, anyCase: true, area: name === undefined ? 'none' : 'polygon', isNull: true, order: sorts, place: name },
    points: place === undefined || typeOf(place).startsWith('Point'),
    places: place !== undefined,
    ...(bounds && { bounds }),
  };
}

/** What the schema leaves open, by some rows: whether a geometry of any kind is points, whether instants are days. */
export function refined(described: Described, sample: readonly Feature[]): Described {
  const shapes = sample.flatMap(({ geometry }) => (isObject(geometry) ? [geometry['type']] : []));
  const fields = described.fields.map((field): ServiceField => (field.type === 'date-time' && typeOfValues(valuesOf(sample, field.name)) === 'date' ? { ...field, type: 'date' } : field));
  return { ...described, fields, points: described.points || (shapes.length > 0 && shapes.every((type) => type === 'Point')) };
}
