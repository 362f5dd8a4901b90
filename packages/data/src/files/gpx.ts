/**
 * GPX 1.0 and 1.1: waypoints, routes and tracks, a row each. The points of tracks and routes with their heights and times are layers of
 * their own, under the names GDAL gives them.
 */
import { FeatureReader, JsonIds } from '../readers/feature-reader.js';
import type { RawTable, Reading, ReadOptions } from '../readers/types.js';
import type { XmlElement } from '../request/xml.js';
import { badXml, childText, documentOf, withoutMarkup } from './documents.js';
import { layerOf } from '../readers/layers.js';
import { WordFields } from './word-fields.js';

/** Rows between two pauses. */
const SLICE = 500;
const WORDS: readonly string[] = ['name', 'cmt', 'desc', 'src', 'sym', 'type', 'number', 'ele', 'time'];
const NUMBERS: readonly string[] = ['ele', 'eleMin', 'eleMax', 'points', 'segment'];

/** A row: where it is, and its words. */
type Row = readonly [geometry: object, properties: Readonly<Record<string, string | undefined>>];

/** Layers by name: which elements, and what rows they make. The first holds all that a map shows. */
const LAYERS: readonly (readonly [name: string, rows: (root: XmlElement) => Row[]])[] = [
  ['features', (root) => root.children.flatMap(featureRow)],
  ['waypoints', (root) => named(root, 'wpt').flatMap(featureRow)],
  ['routes', (root) => named(root, 'rte').flatMap(featureRow)],
  ['tracks', (root) => named(root, 'trk').flatMap(featureRow)],
  ['route_points', (root) => named(root, 'rte').flatMap((route) => named(route, 'rtept').map((one) => pointRow(one, route, undefined)))],
  ['track_points', (root) => named(root, 'trk').flatMap((track) => named(track, 'trkseg').flatMap((segment, index) => named(segment, 'trkpt').map((one) => pointRow(one, track, index))))],
];

/** Reads GPX. @throws YztError `bad-xml`, `bad-argument` for a layer there is not. */
export function* readGpx(bytes: Uint8Array, options: ReadOptions): Reading<RawTable> {
  const subject = options.name ?? 'GPX';
  const root = documentOf(bytes, subject);
  if (root.name !== 'gpx') throw badXml(subject, { zh: `的根元素是 <${root.name.slice(0, 40)}>，不是 GPX`, en: `has the root <${root.name.slice(0, 40)}> and is no GPX` });
  yield 0.4;
  const layers = LAYERS.map(([name]) => name);
  const { chosen } = layerOf(layers, options, subject);
  const rows = LAYERS.find(([name]) => name === chosen)?.[1](root) ?? [];
  const fields = new WordFields();
  for (const name of NUMBERS) fields.say(name, 'number');
  const reader = new FeatureReader(true, fields, new JsonIds());
  for (let place = 0; place < rows.length; place++) {
    const [geometry, properties] = rows[place] as Row;
    reader.add({ type: 'Feature', geometry, properties }, place);
    if (place % SLICE === SLICE - 1) yield 0.4 + (0.6 * place) / rows.length;
  }
  const table = reader.finish(rows.length, options, undefined);
  return { ...table, report: { ...table.report, source: { format: 'gpx', crs: 'EPSG:4326', layer: chosen, layers } } };
}

function named(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function position({ attributes }: XmlElement): number[] {
  const [lon, lat] = [attributes.get('lon') ?? '', attributes.get('lat') ?? ''];
  return lon === '' || lat === '' ? [] : [Number(lon), Number(lat)];
}

function words(element: XmlElement): Record<string, string | undefined> {
  return Object.fromEntries(WORDS.map((name) => [name, withoutMarkup(childText(element, name) ?? '')]));
}

function featureRow(element: XmlElement): Row[] {
  switch (element.name) {
    case 'wpt':
      return [[{ type: 'Point', coordinates: position(element) }, { kind: 'waypoint', ...words(element) }]];
    case 'rte': {
      const points = named(element, 'rtept');
      return [[{ type: 'LineString', coordinates: points.map(position) }, { kind: 'route', ...words(element), ...summary(points) }]];
    }
    case 'trk': {
      const segments = named(element, 'trkseg').map((segment) => named(segment, 'trkpt'));
      return [[{ type: 'MultiLineString', coordinates: segments.map((points) => points.map(position)) }, { kind: 'track', ...words(element), ...summary(segments.flat()) }]];
    }
    default:
      return [];
  }
}

/** When and how high a way was. */
function summary(points: readonly XmlElement[]): Record<string, string | undefined> {
  const times = points.flatMap((point) => childText(point, 'time') ?? []);
  const heights = points.flatMap((point) => childText(point, 'ele') ?? []).map(Number).filter(Number.isFinite);
  const [least, most] = heights.reduce(([low, high], height) => [Math.min(low, height), Math.max(high, height)], [Infinity, -Infinity]);
  return {
    ...(times.length > 0 && { time: times[0], endTime: times[times.length - 1] }),
    ...(heights.length > 0 && { eleMin: String(least), eleMax: String(most) }),
    points: String(points.length),
  };
}

function pointRow(point: XmlElement, way: XmlElement, segment: number | undefined): Row {
  return [{ type: 'Point', coordinates: position(point) }, { way: childText(way, 'name'), ...(segment !== undefined && { segment: String(segment + 1) }), ...words(point) }];
}
