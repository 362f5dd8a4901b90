/** The legend of a style: a class for each of its layers, and for each value where a layer is coloured by values. Pure. */
import type { SymbolClass, Symbology } from '@yizhangtu/data/symbology';
import type { StyleRule } from './document.js';
import { rgbaOf, type Rgba, type StyleContext } from './values.js';

/** Zoom that colours are taken at: that of a town. */
const ZOOM = 14;
const SHAPES = { fill: 'polygon', line: 'line', circle: 'disc' } as const;
const KINDS = { fill: 'Polygon', line: 'LineString', circle: 'Point', symbol: 'Point' } as const;

function hex([red, green, blue]: Rgba): string {
  return `#${[red, green, blue].map((one) => Math.min(255, Math.max(0, Math.round(one))).toString(16).padStart(2, '0')).join('')}`;
}

function contextOf({ kind, zooms: [from, to] }: StyleRule): StyleContext {
  return { zoom: Math.min(Math.max(ZOOM, from), to), get: () => undefined, geometry: KINDS[kind], id: undefined };
}

const plain = (text: string): SymbolClass['label'] => ({ zh: text, en: text });

function classesOf(rule: StyleRule, label: string | undefined): SymbolClass[] {
  const { kind, values, byValue, id } = rule;
  if (kind === 'symbol') return [];
  const context = contextOf(rule);
  const all = rgbaOf(values.get(`${kind}-color`)?.(context));
  const dash = values.get('line-dasharray')?.(context);
  const more = { shape: SHAPES[kind], key: undefined, ...(Array.isArray(dash) && { dash: [6, 4] }) };
  const valued = (byValue ?? []).flatMap(([value, color]): SymbolClass[] => {
    const found = rgbaOf(color);
    return found && found[3] > 0 ? [{ ...more, label: value === undefined ? { zh: '其他', en: 'Other' } : plain(value), color: hex(found) }] : [];
  });
  if (valued.length > 0) return valued;
  return all && all[3] > 0 ? [{ ...more, label: plain(label ?? id), color: hex(all) }] : [];
}

/**
 * What the legend shows. Labels have none: they are read on the map.
 * @param labels Words for layers of the style by their ids; where there are any, only those layers are in the legend, in the order of the words.
 */
export function styleSymbology(rules: readonly StyleRule[], labels: ReadonlyMap<string, string>): Symbology {
  const shown = labels.size === 0 ? rules : [...labels.keys()].flatMap((id) => rules.filter((rule) => rule.id === id));
  const classes = shown.flatMap((rule) => classesOf(rule, labels.get(rule.id)));
  return { spec: 'style', kind: 'class', label: { zh: '', en: '' }, classes, classOf: new Uint8Array(0) };
}
