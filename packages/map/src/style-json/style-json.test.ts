import { existsSync, readFileSync } from 'node:fs';
import type Style from 'ol/style/Style.js';
import { describe, expect, it } from 'vitest';
import { readStyle } from './document.js';
import { compiledExpression } from './expressions.js';
import { compiledFilter } from './filters.js';
import { styleSymbology } from './legend.js';
import { styleLook } from './look.js';
import { compiledValue } from './properties.js';
import { rgbaOf, type StyleContext } from './values.js';

const VALUES: Readonly<Record<string, unknown>> = { kind: '公园', lanes: 4, name: 'Lu', open: true, empty: '' };
const at = (more: Partial<StyleContext> = {}): StyleContext => ({ zoom: 12, get: (name) => VALUES[name], geometry: 'Polygon', id: 7, ...more });
const value = (expression: unknown, context = at()): unknown => compiledExpression(expression)(context);

describe('expressions', () => {
  it.each([
    [['get', 'kind'], '公园'], [['get', 'none'], undefined], [['has', 'kind'], true], [['has', 'none'], false], [['!', ['has', 'none']], true], [['id'], 7], [['geometry-type'], 'Polygon'],
    [['==', ['get', 'kind'], '公园'], true], [['!=', ['get', 'lanes'], '4'], true], [['==', ['get', 'none'], null], true], [['>', ['get', 'lanes'], 3], true], [['<', ['get', 'kind'], 3], false], [['>=', 'b', 'a'], true],
    [['all', ['get', 'open'], ['<=', 4, ['get', 'lanes']]], true], [['any', false, ['==', 1, 2]], false], [['in', 4, ['literal', [1, 4]]], true], [['in', 'u', ['get', 'name']], true],
    [['case', ['>', ['get', 'lanes'], 9], 'a', ['get', 'open'], 'b', 'c'], 'b'], [['match', ['get', 'kind'], ['广场', '公园'], 1, '湖', 2, 3], 1], [['match', ['get', 'none'], 'x', 1, 3], 3],
    [['coalesce', ['get', 'none'], ['get', 'lanes']], 4], [['step', ['zoom'], 'a', 12, 'b', 14, 'c'], 'b'], [['step', ['zoom'], 'a', 13, 'b'], 'a'],
    [['interpolate', ['linear'], ['zoom'], 10, 0, 14, 8], 4], [['interpolate', ['exponential', 2], ['zoom'], 10, 0, 14, 15], 3], [['interpolate', ['linear'], ['zoom'], 14, 5, 16, 8], 5], [['interpolate', ['linear'], ['zoom'], 2, 5, 6, 8], 8],
    [['interpolate', ['linear'], ['zoom'], 10, '#000000', 14, 'rgba(200, 100, 0, 0.5)'], [100, 50, 0, 0.75]],
    [['let', 'a', ['+', 1, 2], ['*', ['var', 'a'], ['var', 'a']]], 9], [['-', 3], -3], [['%', 7, 4], 3], [['round', -2.5], -3], [['max', 1, ['get', 'lanes']], 4], [['^', 2, 3], 8],
    [['concat', ['get', 'name'], '-', ['get', 'lanes']], 'Lu-4'], [['upcase', ['get', 'name']], 'LU'], [['length', ['get', 'kind']], 2], [['format', ['get', 'name'], { 'font-scale': 1.2 }, '!', {}], 'Lu!'],
    [['to-string', true], 'true'], [['to-number', 'x', '3'], 3], [['to-color', 'nothing', '#f00'], [255, 0, 0, 1]], [['string', ['get', 'lanes'], 'no'], 'no'], [['rgb', 1, 2, 3], [1, 2, 3, 1]],
  ])('%j is %j', (expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });

  it('that are not known are named, at whatever depth, and no name leads elsewhere', () => {
    for (const [expression, part] of [[['all', ['within', {}]], 'within'], [['distance-from-center'], 'distance-from-center'], [['constructor'], 'constructor'], [['__proto__'], '__proto__'], [['interpolate', ['cubic-bezier', 0, 0, 1, 1], ['zoom'], 1, 2], 'interpolate cubic-bezier'], [['var', 'x'], 'var x'], [[], '']] as const) {
      expect(() => compiledExpression(expression)).toThrow(expect.objectContaining({ part }) as Error);
    }
  });
});

describe('conditions', () => {
  it.each([
    [undefined, true], [['==', 'kind', '公园'], true], [['!=', 'kind', '公园'], false], [['>', 'lanes', 4], false], [['in', 'kind', '湖', '公园'], true], [['!in', 'kind', '湖'], true], [['in', 'kind', '湖'], false],
    [['has', 'kind'], true], [['!has', 'kind'], false], [['==', '$type', 'Polygon'], true], [['in', '$type', 'Point', 'LineString'], false], [['==', '$id', 7], true], [['none', ['has', 'none'], ['==', 'lanes', 1]], true],
    [['all', ['==', '$type', 'Polygon'], ['any', ['==', 'lanes', 1], ['>=', 'lanes', 4]]], true], [['all'], true], [['any'], false], [['all', ['==', ['get', 'kind'], '公园'], ['has', 'name']], true], [['==', ['get', 'kind'], ['get', 'kind']], true],
  ])('%j is %j', (filter, expected) => {
    expect(compiledFilter(filter)(at())).toBe(expected);
  });
});

describe('functions with stops', () => {
  it('follow the zoom and fields', () => {
    const run = (given: unknown, smooth = true, zoom = 12): unknown => compiledValue(given, smooth)(at({ zoom }));
    expect([run({ stops: [[10, 0], [14, 8]] }), run({ base: 2, stops: [[10, 0], [14, 15]] }), run({ stops: [[10, 'a'], [13, 'b']] }, false), run({ stops: [[10, 1]] }, true, 3)]).toEqual([4, 3, 'a', 1]);
    expect([run({ property: 'kind', stops: [['公园', '#0a0'], ['湖', '#00a']] }), run({ property: 'none', type: 'categorical', stops: [['x', 1]], default: 5 }), run({ property: 'lanes', stops: [[2, 2], [6, 6]] }), run({ property: 'lanes', type: 'identity' })]).toEqual(['#0a0', 5, 4, 4]);
    expect(() => compiledValue({ property: 'kind', stops: [[{ zoom: 1, value: 2 }, 3]] }, true)).toThrow(expect.objectContaining({ part: 'stops {zoom, value}' }) as Error);
    expect(() => compiledValue(['no-such', 1], true)).toThrow(expect.objectContaining({ part: 'no-such' }) as Error);
    expect([compiledValue(['Noto Sans Bold'], false)(at()), compiledValue([2, 1], true)(at())]).toEqual([['Noto Sans Bold'], [2, 1]]);
  });

  // Names and hsl() are the browser's to know.
  it('take colours in the words of CSS only', () => {
    expect([rgbaOf('#f00'), rgbaOf('rgba(1,2,3,.5)'), rgbaOf('url(x)'), rgbaOf(7)]).toEqual([[255, 0, 0, 1], [1, 2, 3, 0.5], undefined, undefined]);
  });
});

const STYLE = {
  version: 8,
  sources: { city: { type: 'vector', tiles: ['/t/{z}/{x}/{y}.pbf'] }, other: { type: 'vector', url: '/o' } },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#fff' } },
    { id: 'plots', type: 'fill', source: 'city', 'source-layer': 'plots', paint: { 'fill-color': ['match', ['get', 'kind'], ['居住', '住宅'], '#aa0000', '商业', '#00aa00', '#0000aa'] } },
    { id: 'roads', type: 'line', source: 'city', 'source-layer': 'roads', minzoom: 10, maxzoom: 15, filter: ['==', 'class', 'main'], paint: { 'line-color': '#ffaa00', 'line-width': 3, 'line-dasharray': [2, 1] } },
    { id: 'thin', ref: 'roads', paint: { 'line-color': '#ffffff' } },
    { id: 'hidden', type: 'fill', source: 'city', layout: { visibility: 'none' } },
    { id: 'strange', type: 'fill', source: 'city', filter: ['within', {}], paint: {} },
    { id: 'poi', type: 'symbol', source: 'city', 'source-layer': 'poi', layout: { 'icon-image': 'x', 'text-field': '{name}' } },
    { id: 'icons', type: 'symbol', source: 'city', layout: { 'icon-image': 'x' } },
    { id: 'pattern', type: 'fill', source: 'city', paint: { 'fill-pattern': 'p' } },
    { id: 'photo', type: 'raster', source: 'city' },
    { id: 'elsewhere', type: 'fill', source: 'other' },
  ],
};

describe('a style', () => {
  it('is its rules, and what of it is not drawn has its name', () => {
    const style = readStyle(STYLE);
    expect(style?.rules.map(({ id, kind, sourceLayer, zooms }) => [id, kind, sourceLayer, zooms])).toEqual([
      ['plots', 'fill', 'plots', [-Infinity, Infinity]], ['roads', 'line', 'roads', [10, 15]], ['thin', 'line', 'roads', [10, 15]], ['poi', 'symbol', 'poi', [-Infinity, Infinity]],
    ]);
    expect(style?.gaps.map(({ layer, part }) => `${layer}: ${part}`)).toEqual(['strange: within', 'poi: icon-image', 'icons: icon-image', 'pattern: fill-pattern', 'photo: raster', 'source other: vector']);
    expect([style?.source, style?.otherSources]).toEqual([STYLE.sources.city, ['other']]);
    for (const other of [undefined, [], {}, { version: 7, layers: [] }, { version: 8 }]) expect(readStyle(other)).toBeUndefined();
  });

  it('has a legend: values of a field, layers by their shapes, and in words of people only what has words', () => {
    const { rules } = readStyle(STYLE) ?? { rules: [] };
    const rows = (labels: ReadonlyMap<string, string>): unknown[] => styleSymbology(rules, labels).classes.map(({ label, color, shape }) => [label.zh, color, shape]);
    expect(rows(new Map())).toEqual([['居住、住宅', '#aa0000', 'polygon'], ['商业', '#00aa00', 'polygon'], ['其他', '#0000aa', 'polygon'], ['roads', '#ffaa00', 'line'], ['thin', '#ffffff', 'line']]);
    expect(rows(new Map([['roads', '主干道'], ['none', 'x']]))).toEqual([['主干道', '#ffaa00', 'line']]);
  });

  it('draws a feature by every rule it meets, in order', () => {
    const { rules } = readStyle(STYLE) ?? { rules: [] };
    const look = styleLook(rules, { layerField: 'layer', viewMetres: 1, fontFamily: 'sans-serif', textScale: 1, passes: undefined });
    const feature = (type: string, values: Readonly<Record<string, unknown>>) => ({ get: (name: string) => values[name], getId: () => 1, getGeometry: () => ({ getType: () => type }) }) as never;
    const resolution = (zoom: number): number => (2 * Math.PI * 6_378_137) / 512 / 2 ** zoom;
    const drawn = (one: never, zoom: number): unknown[] => ((look(one, resolution(zoom)) ?? []) as Style[]).map((style) => style.getStroke()?.getColor() ?? style.getFill()?.getColor() ?? style.getText()?.getText());
    const road = feature('LineString', { layer: 'roads', class: 'main' });
    expect(drawn(road, 12)).toEqual([[255, 170, 0, 1], [255, 255, 255, 1]]);
    expect([drawn(road, 9.9), drawn(road, 15), drawn(feature('LineString', { layer: 'roads', class: 'small' }), 12), drawn(feature('Point', { layer: 'roads', class: 'main' }), 12)]).toEqual([[], [], [], []]);
    expect(drawn(feature('MultiPolygon', { layer: 'plots', kind: '商业' }), 3)).toEqual([[0, 170, 0, 1]]);
    expect(drawn(feature('Point', { layer: 'poi', name: '中山公园' }), 3)).toEqual(['中山公园']);
  });
});

const BRIGHT = new URL('../../../../../shared/data/conformance/mapbox-style/bright-v9/style.json', import.meta.url);
const bright = existsSync(BRIGHT);
if (!bright) console.log('skipped: 没有 ../shared/data 里的 Mapbox 样式 / no Mapbox style in ../shared/data');

describe.skipIf(!bright)('a style of the wild', () => {
  it('is drawn but for icons, patterns and finish, which are named', () => {
    const json = JSON.parse(readFileSync(BRIGHT, 'utf8')) as { layers: { layout?: { visibility?: string } }[] };
    const style = readStyle(json);
    expect(style?.rules.length).toBeGreaterThan(80);
    expect(new Set(style?.gaps.map(({ part }) => part))).toEqual(new Set(['icon-image', 'fill-translate', 'fill-pattern']));
    expect(styleSymbology(style?.rules ?? [], new Map()).classes.length).toBeGreaterThan(50);
  });
});
