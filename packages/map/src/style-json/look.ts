/** Features as the rules of a style draw them, with OpenLayers. A chunk of its own. */
import type { FeatureLike } from 'ol/Feature.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style, { type StyleFunction } from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import type { StyleRule } from './document.js';
import { numberOf, rgbaOf, wordsOf, type StyleContext } from './values.js';

/** Units of the map at zoom 0 of the style language: the equator in metres on 512 px. */
const WHOLE = (2 * Math.PI * 6_378_137) / 512;

/** How a style is drawn on a map. */
export interface LookOptions {
  /** Name of the field that says which layer of its tile a feature is from. */
  readonly layerField: string;
  /** Metres of a unit of the map. */
  readonly viewMetres: number;
  readonly fontFamily: string;
  /** Factor of text sizes that the theme wants. */
  readonly textScale: number;
  readonly passes: ((feature: FeatureLike) => boolean) | undefined;
}

type Values = Readonly<{ [name: string]: unknown }>;

/** A colour with its opacity; undefined for none. */
function paint(color: unknown, opacity: unknown): number[] | undefined {
  const found = rgbaOf(color);
  if (!found) return undefined;
  const [red, green, blue, alpha] = found;
  const seen = alpha * (opacity === undefined ? 1 : numberOf(opacity));
  return seen > 0 ? [red, green, blue, seen] : undefined;
}

const size = (value: unknown, rest: number): number => (Number.isFinite(numberOf(value)) ? numberOf(value) : rest);
const NO_STYLE: Style | undefined = undefined;

function fill(values: Values, zIndex: number): Style | undefined {
  const color = paint(values['fill-color'] ?? '#000000', values['fill-opacity']);
  const edge = paint(values['fill-outline-color'], values['fill-opacity']);
  return color || edge ? new Style({ zIndex, ...(color && { fill: new Fill({ color }) }), ...(edge && { stroke: new Stroke({ color: edge, width: 1 }) }) }) : NO_STYLE;
}

function line(values: Values, zIndex: number): Style | undefined {
  const color = paint(values['line-color'] ?? '#000000', values['line-opacity']);
  const width = size(values['line-width'], 1);
  if (!color || width <= 0) return NO_STYLE;
  const dash = values['line-dasharray'];
  const lineDash = Array.isArray(dash) && dash.length > 0 ? (dash as unknown[]).map((one) => numberOf(one) * width) : undefined;
  const cap = wordsOf(values['line-cap'] ?? 'butt') as CanvasLineCap;
  const join = wordsOf(values['line-join'] ?? 'miter') as CanvasLineJoin;
  return new Style({ zIndex, stroke: new Stroke({ color, width, lineCap: cap, lineJoin: join, ...(lineDash && { lineDash }) }) });
}

function circle(values: Values, zIndex: number): Style | undefined {
  const color = paint(values['circle-color'] ?? '#000000', values['circle-opacity']);
  const [radius, width] = [size(values['circle-radius'], 5), size(values['circle-stroke-width'], 0)];
  const edge = width > 0 ? paint(values['circle-stroke-color'] ?? '#000000', 1) : undefined;
  if (!color && !edge) return NO_STYLE;
  return new Style({ zIndex, image: new CircleStyle({ radius, ...(color && { fill: new Fill({ color }) }), ...(edge && { stroke: new Stroke({ color: edge, width }) }) }) });
}

const ALIGNS: Readonly<Record<string, CanvasTextAlign>> = { left: 'left', right: 'right' };

function label(values: Values, zIndex: number, words: string, { fontFamily, textScale }: LookOptions, geometry: StyleContext['geometry']): Style | undefined {
  const color = paint(values['text-color'] ?? '#000000', values['text-opacity']);
  const pixels = size(values['text-size'], 16) * textScale;
  if (!color || words === '' || pixels <= 0) return NO_STYLE;
  const halo = paint(values['text-halo-color'], values['text-opacity']);
  const [fonts, anchor, offset] = [wordsOf(values['text-font']), wordsOf(values['text-anchor']), values['text-offset']];
  const [right = 0, down = 0] = Array.isArray(offset) ? (offset as unknown[]).map(numberOf) : [];
  // OpenLayers parts words on a line by graphemes, which Chromium has from 87 on.
  const onLine = geometry === 'LineString' && wordsOf(values['symbol-placement']).startsWith('line') && 'Segmenter' in Intl;
  const align = ALIGNS[/left|right/.exec(anchor)?.[0] ?? ''];
  const baseline = anchor.startsWith('top') ? 'top' : anchor.startsWith('bottom') ? 'bottom' : 'middle';
  return new Style({
    zIndex,
    text: new Text({
      text: words,
      font: `${/italic/i.test(fonts) ? 'italic ' : ''}${/bold|black|heavy/i.test(fonts) ? '700 ' : ''}${pixels}px ${fontFamily}`,
      fill: new Fill({ color }),
      // A label may be wider than its area; on a line it must fit.
      overflow: !onLine,
      placement: onLine ? 'line' : 'point',
      textBaseline: baseline,
      ...(!onLine && { offsetX: right * pixels, offsetY: down * pixels }),
      ...(align && { textAlign: align }),
      ...(halo && { stroke: new Stroke({ color: halo, width: 2 * size(values['text-halo-width'], 0) }) }),
    }),
  });
}

/** Words of a label: `{name}` is a field. */
function labelWords(values: Values, { get }: StyleContext): string {
  const given = values['text-field'];
  const words = typeof given === 'string' ? given.replace(/\{([^{}]+)\}/g, (_, name: string) => wordsOf(get(name))) : wordsOf(given);
  const change = values['text-transform'];
  return (change === 'uppercase' ? words.toUpperCase() : change === 'lowercase' ? words.toLowerCase() : words).trim();
}

function geometryOf(type: string): StyleContext['geometry'] {
  return /Polygon/.test(type) ? 'Polygon' : /Line|Ring/.test(type) ? 'LineString' : 'Point';
}

/** Whether a kind of rule draws a kind of geometry: outlines of areas are lines, and so are labels at home everywhere. */
function draws({ kind }: StyleRule, geometry: StyleContext['geometry']): boolean {
  return kind === 'symbol' || (kind === 'fill' ? geometry === 'Polygon' : kind === 'line' ? geometry !== 'Point' : geometry === 'Point');
}

const MAKERS = { fill, line, circle } as const;
/** Styles that are kept for features alike. */
const KEPT = 4000;

/** The style of each feature: one for each rule that it meets, in the order of the rules. */
export function styleLook(rules: readonly StyleRule[], options: LookOptions): StyleFunction {
  const byLayer = new Map<string, (readonly [place: number, rule: StyleRule])[]>();
  rules.forEach((rule, place) => byLayer.set(rule.sourceLayer, [...(byLayer.get(rule.sourceLayer) ?? []), [place, rule]]));
  const kept = new Map<string, Style | undefined>();
  const styled = (place: number, rule: StyleRule, context: StyleContext): Style | undefined => {
    const values: Values = Object.fromEntries([...rule.values].map(([name, run]) => [name, run(context)]));
    // Labels stand over everything; of two in one place the later rule wins.
    if (rule.kind === 'symbol') return label(values, rules.length + place, labelWords(values, context), options, context.geometry);
    const key = JSON.stringify([place, values]);
    if (!kept.has(key)) {
      if (kept.size >= KEPT) kept.clear();
      kept.set(key, MAKERS[rule.kind](values, place));
    }
    return kept.get(key);
  };
  return (feature, resolution) => {
    const own = byLayer.get(wordsOf(feature.get(options.layerField)));
    if (!own || (options.passes && !options.passes(feature))) return undefined;
    // Whole levels are whole numbers.
    const zoom = Math.round(Math.log2(WHOLE / (resolution * options.viewMetres)) * 1e6) / 1e6;
    const context: StyleContext = { zoom, get: (name) => feature.get(name) as unknown, geometry: geometryOf(feature.getGeometry()?.getType() ?? ''), id: feature.getId() };
    const met = own.filter(([, rule]) => zoom >= rule.zooms[0] && zoom < rule.zooms[1] && draws(rule, context.geometry) && rule.passes(context) === true);
    return met.map(([place, rule]) => styled(place, rule, context)).filter((style): style is Style => style !== undefined);
  };
}
