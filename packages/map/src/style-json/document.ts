/** A style document (Mapbox Style Specification, version 8) as rules that can be drawn, and what of it cannot. Pure. */
import { compiledFilter } from './filters.js';
import { colorsByValue, compiledValue } from './properties.js';
import { isObject, numberOf, UnknownPart, wordsOf, type Run } from './values.js';

type Json = Readonly<Record<string, unknown>>;

/** Kinds of layers that are drawn. */
export type RuleKind = 'fill' | 'line' | 'circle' | 'symbol';

/** One layer of a style. */
export interface StyleRule {
  readonly id: string;
  readonly kind: RuleKind;
  readonly sourceLayer: string;
  /** From the first, inside it, to the second, outside it. */
  readonly zooms: readonly [number, number];
  readonly passes: Run;
  /** Values by the names of the style, ready to be worked out; what the style does not say is absent. */
  readonly values: ReadonlyMap<string, Run>;
  /** Colours by the words of a field, where the style says them so; undefined is every other value. */
  readonly byValue: ReturnType<typeof colorsByValue>;
}

/** What of a style is not drawn as it says: a layer, and the part that is not understood or not drawn. */
export interface StyleGap {
  readonly layer: string;
  readonly part: string;
}

/** A style, read. */
export interface ReadStyle {
  readonly rules: readonly StyleRule[];
  readonly gaps: readonly StyleGap[];
  /** The source that most of its layers use, as TileJSON, and its name. */
  readonly source: Json | undefined;
  /** Other vector sources of its layers, which are not drawn. */
  readonly otherSources: readonly string[];
}

/** What is drawn of each kind; the first is its colour. */
const DRAWN: Readonly<Record<RuleKind, readonly string[]>> = {
  fill: ['fill-color', 'fill-opacity', 'fill-outline-color'],
  line: ['line-color', 'line-opacity', 'line-width', 'line-dasharray', 'line-cap', 'line-join'],
  circle: ['circle-color', 'circle-opacity', 'circle-radius', 'circle-stroke-color', 'circle-stroke-width'],
  symbol: ['text-color', 'text-opacity', 'text-field', 'text-size', 'text-halo-color', 'text-halo-width', 'text-font', 'text-offset', 'text-anchor', 'text-transform', 'symbol-placement'],
};
/** What changes a picture so much that a style without it is another; the rest is finish, which the page's own look stands for. */
const MISSED = /^(?:icon-image|.*-pattern|line-gap-width|line-gradient|line-offset|.*-translate)$/;
/** Values that do not run into each other. */
const STEPPED = /^(?:line-dasharray|line-cap|line-join|text-font|text-anchor|text-transform|text-field|symbol-placement)$/;
/** Extruded shapes are drawn flat. */
const FLAT: Readonly<Record<string, string>> = { 'fill-extrusion-color': 'fill-color', 'fill-extrusion-opacity': 'fill-opacity', 'fill-extrusion-pattern': 'fill-pattern' };

function objectsIn(value: unknown): Json[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];
}

/** A layer that repeats another by `ref`, in full. */
function resolved(layer: Json, all: ReadonlyMap<string, Json>): Json {
  const parent = typeof layer['ref'] === 'string' ? all.get(layer['ref']) : undefined;
  if (!parent) return layer;
  const { type, source, minzoom, maxzoom, filter, layout, 'source-layer': sourceLayer } = parent;
  return { type, source, minzoom, maxzoom, filter, layout, 'source-layer': sourceLayer, ...layer };
}

function kindOf(type: unknown): RuleKind | undefined {
  if (type === 'fill-extrusion') return 'fill';
  return type === 'fill' || type === 'line' || type === 'circle' || type === 'symbol' ? type : undefined;
}

class StyleReader {
  readonly #gaps: StyleGap[] = [];

  read(json: Json): ReadStyle {
    const given = objectsIn(json['layers']);
    const all = new Map(given.map((layer) => [wordsOf(layer['id']), layer]));
    const layers = given.map((layer) => resolved(layer, all)).filter(({ layout }) => !isObject(layout) || layout['visibility'] !== 'none');
    const sources = isObject(json['sources']) ? json['sources'] : {};
    const counts = new Map<string, number>();
    for (const { source } of layers) if (typeof source === 'string' && isObject(sources[source]) && sources[source]['type'] === 'vector') counts.set(source, (counts.get(source) ?? 0) + 1);
    const [main, ...others] = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
    const source = main === undefined ? undefined : sources[main];
    const rules = layers.filter((layer) => main === undefined || layer['source'] === undefined || layer['source'] === main).flatMap((layer) => this.#rule(layer));
    for (const name of others) this.#gaps.push({ layer: `source ${name}`, part: wordsOf((sources[name] as Json)['type']) });
    return { rules, gaps: this.#gaps, source: isObject(source) ? source : undefined, otherSources: others };
  }

  #rule(layer: Json): StyleRule[] {
    const id = wordsOf(layer['id']);
    const kind = kindOf(layer['type']);
    if (!kind) {
      // The ground is that of the map; pictures are layers of their own.
      if (layer['type'] !== 'background') this.#gaps.push({ layer: id, part: wordsOf(layer['type']) });
      return [];
    }
    try {
      const given = new Map([layer['layout'], layer['paint']].filter(isObject).flatMap((part) => Object.entries(part)).map(([name, value]) => [FLAT[name] ?? name, value]));
      const missed = [...given.keys()].filter((name) => MISSED.test(name));
      for (const part of missed) this.#gaps.push({ layer: id, part });
      const [color = ''] = DRAWN[kind];
      // Nothing of a pattern, of an icon or of a label without words can be drawn.
      if (kind === 'symbol' ? !given.has('text-field') : !given.has(color) && missed.some((name) => name.endsWith('-pattern'))) return [];
      const values = new Map(DRAWN[kind].filter((name) => given.has(name)).map((name) => [name, compiledValue(given.get(name), !STEPPED.test(name))]));
      const zooms = [numberOf(layer['minzoom'] ?? -Infinity), numberOf(layer['maxzoom'] ?? Infinity)] as const;
      return [{ id, kind, sourceLayer: wordsOf(layer['source-layer']), zooms, passes: compiledFilter(layer['filter']), values, byValue: colorsByValue(given.get(color)) }];
    } catch (reason) {
      if (!(reason instanceof UnknownPart)) throw reason;
      this.#gaps.push({ layer: id, part: reason.part });
      return [];
    }
  }
}

/** A style document; undefined for anything else. */
export function readStyle(json: unknown): ReadStyle | undefined {
  return isObject(json) && json['version'] === 8 && Array.isArray(json['layers']) ? new StyleReader().read(json) : undefined;
}
