/**
 * KML 2.2 and 2.3: a row for each placemark, its ExtendedData as fields. Nothing a document points to is fetched: no icons, no network
 * links, no overlays. Descriptions become words.
 */
import type { Column } from '../model/types.js';
import { FeatureReader, JsonIds } from '../readers/feature-reader.js';
import type { RawTable, Reading, ReadOptions } from '../readers/types.js';
import type { XmlElement } from '../request/xml.js';
import { badXml, childOf, childText, documentOf, withoutMarkup } from './documents.js';
import { WordFields } from './word-fields.js';

/** Placemarks between two pauses. */
const SLICE = 200;
const OVERLAYS: readonly string[] = ['GroundOverlay', 'PhotoOverlay', 'ScreenOverlay'];
/** Kinds of fields of a schema; others are words. */
const KINDS: Readonly<Record<string, Column['kind']>> = { int: 'number', uint: 'number', short: 'number', ushort: 'number', float: 'number', double: 'number', bool: 'boolean', string: 'text' };

/** A placemark and the folders it lies in. */
interface Found {
  readonly placemark: XmlElement;
  readonly folder: string;
}

/** Reads KML. @throws YztError `bad-xml`. */
export function* readKml(bytes: Uint8Array, options: ReadOptions): Reading<RawTable> {
  const subject = options.name ?? 'KML';
  const root = documentOf(bytes, subject);
  if (root.name !== 'kml' && root.name !== 'Document' && root.name !== 'Folder' && root.name !== 'Placemark') {
    throw badXml(subject, { zh: `的根元素是 <${root.name.slice(0, 40)}>，不是 KML`, en: `has the root <${root.name.slice(0, 40)}> and is no KML` });
  }
  yield 0.4;
  const fields = new WordFields();
  const reader = new FeatureReader(true, fields, new JsonIds());
  const found: Found[] = [];
  collect(root, '', found, reader, fields);
  for (let place = 0; place < found.length; place++) {
    reader.add(featureOf(found[place] as Found), place);
    if (place % SLICE === SLICE - 1) yield 0.4 + (0.6 * place) / found.length;
  }
  const table = reader.finish(found.length, options, undefined);
  return { ...table, report: { ...table.report, source: { format: 'kml', crs: 'EPSG:4326' } } };
}

/** Placemarks in order, however deep; a document cannot be deeper than its reader lets it. */
function collect(element: XmlElement, folder: string, found: Found[], reader: FeatureReader, fields: WordFields): void {
  if (element.name === 'Placemark') {
    found.push({ placemark: element, folder });
    return;
  }
  if (element.name === 'NetworkLink') reader.notes.add('network-link', found.length);
  else if (OVERLAYS.includes(element.name)) reader.notes.add('overlay', found.length);
  else if (element.name === 'Schema') schema(element, fields);
  const name = element.name === 'Folder' ? (childText(element, 'name') ?? '') : '';
  const within = name === '' ? folder : folder === '' ? name : `${folder}/${name}`;
  for (const child of element.children) collect(child, within, found, reader, fields);
}

function schema(element: XmlElement, fields: WordFields): void {
  for (const { name, attributes } of element.children) {
    const kind = name === 'SimpleField' ? KINDS[attributes.get('type') ?? ''] : undefined;
    if (kind) fields.say(attributes.get('name') ?? '', kind);
  }
}

function featureOf({ placemark, folder }: Found): object {
  const id = placemark.attributes.get('id');
  return { type: 'Feature', geometry: geometryOf(placemark), properties: Object.fromEntries(properties(placemark, folder)), ...(id !== undefined && { id }) };
}

/** As entries: names such as `__proto__` are names like any other. */
function properties(placemark: XmlElement, folder: string): Map<string, string> {
  const all = new Map<string, string>();
  const put = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '' && !all.has(name)) all.set(name, value);
  };
  put('name', childText(placemark, 'name'));
  put('folder', folder);
  for (const child of placemark.children) {
    if (child.name === 'ExtendedData') extended(child, put);
    else if (child.name === 'TimeStamp') put('time', childText(child, 'when'));
    else if (child.name === 'TimeSpan') {
      put('begin', childText(child, 'begin'));
      put('end', childText(child, 'end'));
    }
  }
  put('description', withoutMarkup(childText(placemark, 'description') ?? ''));
  put('address', childText(placemark, 'address'));
  return all;
}

function extended(data: XmlElement, put: (name: string, value: string | undefined) => void): void {
  for (const child of data.children) {
    if (child.name === 'Data') put(child.attributes.get('name') ?? '', childText(child, 'value'));
    else if (child.name === 'SchemaData') {
      for (const one of child.children) if (one.name === 'SimpleData') put(one.attributes.get('name') ?? '', one.text.trim() || undefined);
    }
  }
}

/** The geometry in a placemark or collection as GeoJSON has it; null for none. */
function geometryOf(element: XmlElement): object | null {
  const all = element.children.flatMap((child) => geometry(child) ?? []);
  if (all.length === 0) return null;
  return all.length === 1 ? (all[0] as object) : { type: 'GeometryCollection', geometries: all };
}

function geometry(element: XmlElement): object | undefined {
  switch (element.name) {
    case 'Point':
      return { type: 'Point', coordinates: positions(element)[0] ?? [] };
    case 'LineString':
    case 'LinearRing':
      return { type: 'LineString', coordinates: positions(element) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: [...rings(element, 'outerBoundaryIs').slice(0, 1), ...rings(element, 'innerBoundaryIs')] };
    case 'MultiGeometry':
    case 'MultiTrack':
      return geometryOf(element) ?? undefined;
    case 'Track':
      return { type: 'LineString', coordinates: element.children.filter(({ name }) => name === 'coord').map(({ text }) => text.trim().split(/\s+/).map(Number)) };
    default:
      return undefined;
  }
}

function rings(polygon: XmlElement, side: string): number[][][] {
  return polygon.children.filter(({ name }) => name === side).flatMap((boundary) => boundary.children.filter(({ name }) => name === 'LinearRing').map(positions));
}

/** `120.3,36.1,0 120.4,36.2,0`; some programs write blanks behind their commas. */
function positions(element: XmlElement): number[][] {
  const tuples: string[] = [];
  for (const token of (childOf(element, 'coordinates')?.text ?? '').trim().split(/\s+/)) {
    const last = tuples.length - 1;
    if (last >= 0 && (token.startsWith(',') || tuples[last]?.endsWith(','))) tuples[last] += token;
    else if (token !== '') tuples.push(token);
  }
  return tuples.map((tuple) => tuple.split(',').slice(0, 2).map(numberOf));
}

/** An empty word is no zero. */
function numberOf(word: string): number {
  return word === '' ? Number.NaN : Number(word);
}
