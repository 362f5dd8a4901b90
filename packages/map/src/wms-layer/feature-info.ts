/** Answers of GetFeatureInfo, whatever their form, as rows for people. Pure. */
import { elementsOf, type XmlElement } from '@yizhangtu/data/request';
import type { InfoFeature } from '../services/info-rows.js';

/** An answer: features, words that could not be parted into rows, or a page. */
export interface InfoAnswer {
  readonly features: readonly InfoFeature[];
  readonly words?: string;
}

type Value = string | number | boolean | null;

function isValue(value: unknown): value is Value {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** Features of a GeoJSON answer. Objects in the properties are left out: they are geometries and lists. */
export function fromGeoJson(json: unknown): InfoAnswer {
  const list: unknown = (json as { features?: unknown } | null)?.features;
  const features = Array.isArray(list) ? list : [];
  return {
    features: features.map((feature) => {
      const properties = (feature as { properties?: unknown } | null)?.properties ?? {};
      return { values: new Map(Object.entries(properties as object).filter((entry): entry is [string, Value] => isValue(entry[1]))) };
    }),
  };
}

/** Lines that begin another feature, or part two: `Feature 12:` of MapServer, rules of GeoServer. */
const BEGIN = /^\s*(?:Feature\s+\S+:?|-{3,}|Results for\b.*|Layer\s+'.*')\s*$/;
const PAIR = /^\s*([^=]+?)\s*=\s*(.*?)\s*$/;
const NOTHING = /^\s*(?:no features were found|search returned no results|GetFeatureInfo results:)?\.?\s*$/i;

/** MapServer puts values between quotes, GeoServer writes geometries as their kind. */
function wordOf(value: string): string | undefined {
  if (/^\[GEOMETRY\b.*\]$/.test(value)) return undefined;
  return value.replace(/^'(.*)'$/s, '$1');
}

/** Features of a `text/plain` answer. What is not `name = value` is kept as words. */
export function fromText(text: string): InfoAnswer {
  const features: InfoFeature[] = [];
  let values = new Map<string, Value>();
  const words: string[] = [];
  const next = (): void => {
    if (values.size > 0) features.push({ values });
    values = new Map();
  };
  for (const line of text.split(/\r?\n/)) {
    const pair = PAIR.exec(line);
    if (pair) {
      const value = wordOf(pair[2] ?? '');
      if (value !== undefined) values.set(pair[1] ?? '', value);
    } else if (BEGIN.test(line)) next();
    else if (!NOTHING.test(line)) words.push(line.trim());
  }
  next();
  return features.length > 0 || words.length === 0 ? { features } : { features, words: words.join('\n') };
}

function leaves(element: XmlElement): (readonly [string, string])[] {
  return element.children.filter(({ children }) => children.length === 0).map(({ name, text }) => [name, text.trim()] as const);
}

const GEOMETRY = /^(?:boundedBy|Envelope|Box|(?:Multi)?(?:Point|LineString|Polygon|Curve|Surface|Geometry))$/i;

/** Features of an XML answer: `<FIELDS a="…">` of ArcGIS, or members of GML and MapServer whose children are values. */
export function fromXml(root: XmlElement): InfoAnswer {
  const fields = elementsOf(root, 'FIELDS');
  if (fields.length > 0) return { features: fields.map(({ attributes }) => ({ values: new Map(attributes) })) };
  const members: InfoFeature[] = [];
  collect(root, members);
  return { features: members };
}

/** Values of an element belong to a feature where nothing in it is one. */
function collect(element: XmlElement, into: InfoFeature[]): void {
  if (GEOMETRY.test(element.name)) return;
  const before = into.length;
  for (const child of element.children) collect(child, into);
  const values = leaves(element);
  if (into.length === before && values.length > 0) into.push({ values: new Map(values) });
}
