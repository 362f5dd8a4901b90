/** Answers of identify, and legends, in the reader's words. Pure. */
import { esriSchema } from '@yizhangtu/data/esri';
import type { DatasetSchema } from '@yizhangtu/data/model';
import type { Identified, LegendImage } from '../layer/identified.js';
import { identifiedOf, type InfoFeature, type InfoWords } from '../services/info-rows.js';

type Json = Readonly<Record<string, unknown>>;
type Value = string | number | boolean | null;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];
}

/** Layers of the document `/layers`, by their number. */
export function layersById(json: unknown): ReadonlyMap<number, Json> {
  return new Map(isObject(json) ? objects(json['layers']).map((layer) => [Number(layer['id']), layer]) : []);
}

/** Words of an answer; anything else is none. */
function wordOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function valueOf(value: unknown, type: string): Value {
  if (value === 'Null' || value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'number') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /(?:Integer|Single|Double)$/.test(type) && /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}

/** Values under names of fields, whichever of the two the server gives: masks are by name. */
function featureOf(attributes: unknown, layer: Json | undefined): InfoFeature {
  const fields = objects(layer?.['fields']);
  const named = new Map(fields.flatMap((field): [string, Json][] => [[String(field['alias']), field]]));
  for (const field of fields) named.set(String(field['name']), field);
  const entries = Object.entries(isObject(attributes) ? attributes : {}).map(([key, value]): [string, Value] => {
    const field = named.get(key);
    return [field ? String(field['name']) : key, valueOf(value, String(field?.['type']))];
  });
  return { values: new Map(entries) };
}

/** What the service says of fields; what it does not know is told as it comes. */
function schemaOf(layer: Json | undefined, features: readonly InfoFeature[]): DatasetSchema | undefined {
  if (!layer) return undefined;
  const schema = esriSchema(layer);
  const known = new Set([...schema.fields.map(({ name }) => name), ...objects(layer['fields']).map(({ name }) => String(name))]);
  const others = [...new Set(features.flatMap(({ values }) => [...values.keys()]))].filter((name) => !known.has(name));
  return { ...schema, fields: [...schema.fields, ...others.map((name) => ({ name }))] };
}

/** Features that identify found, the first of each layer. */
export function identifiedIn(json: unknown, layers: ReadonlyMap<number, Json>, words: InfoWords, count: number): Identified[] {
  const results = isObject(json) ? objects(json['results']) : [];
  const numbers = [...new Set(results.map(({ layerId }) => Number(layerId)))];
  return numbers.flatMap((number) => {
    const own = results.filter(({ layerId }) => Number(layerId) === number).slice(0, count);
    const layer = layers.get(number);
    const features = own.map(({ attributes }) => featureOf(attributes, layer));
    const title = wordOf(own[0]?.['layerName']);
    return identifiedOf(features, { ...words, schema: words.schema ?? schemaOf(layer, features) }).map((one) => ({ ...(title !== '' && { title }), ...one }));
  });
}

/** Legends of the layers that are shown. Pictures come within the answer. @param shown Numbers; empty for all. */
export function legendIn(json: unknown, shown: readonly number[]): LegendImage[] {
  const layers = isObject(json) ? objects(json['layers']).filter(({ layerId }) => shown.length === 0 || shown.includes(Number(layerId))) : [];
  return layers.flatMap(({ layerName, legend }) => {
    const name = wordOf(layerName);
    const pictures = objects(legend).filter(({ imageData, contentType }) => typeof imageData === 'string' && /^[A-Za-z0-9+/=\s]+$/.test(imageData) && /^image\/[\w.+-]+$/.test(String(contentType)));
    return pictures.map(({ imageData, contentType, label }, index): LegendImage => {
      const words = wordOf(label);
      const url = `data:${String(contentType)};base64,${(imageData as string).replace(/\s+/g, '')}`;
      return { url, alt: '', label: words || name, ...(pictures.length > 1 && index === 0 && name !== '' && { heading: name }) };
    });
  });
}
