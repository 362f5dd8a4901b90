/** What an OGC API without CQL2 can be told: one window, one span of time, and values of properties where it says that it takes them. Pure. */
import { isObject, type Json } from './answers.js';
import type { Api } from './ogc-described.js';
import type { Node } from './predicate.js';
import type { Said } from './types.js';

/** Names that mean something else to the service. */
const RESERVED: readonly string[] = ['limit', 'offset', 'bbox', 'bbox-crs', 'crs', 'datetime', 'filter', 'filter-lang', 'filter-crs', 'f', 'properties', 'sortby', 'q', 'ids', 'startindex', 'skipGeometry'];

/** The property whose instants `datetime` is about, where the service names one. */
function instantProperty({ schema, queryables }: Api): string | undefined {
  const all = { ...((queryables?.['properties'] ?? {}) as Json), ...((schema?.['properties'] ?? {}) as Json) };
  const named = Object.keys(all).filter((name) => isObject(all[name]) && all[name]['x-ogc-role'] === 'primary-instant');
  return named.length === 1 ? named[0] : undefined;
}

/** Conditions as parameters, as many as there are parameters for. */
export function plainSaid(conditions: readonly Node[], api: Api): Said {
  const byName = api.classes.some((one) => one.endsWith('/conf/queryables-query-parameters'));
  const instant = instantProperty(api);
  const parameters = new Map<string, string>();
  const said = new Set<Node>();
  const take = (node: Node, name: string, value: string | undefined): void => {
    if (value === undefined || parameters.has(name)) return;
    parameters.set(name, value);
    said.add(node);
  };
  for (const node of conditions) {
    if (node.op === 's_intersects' && 'bbox' in node.args[1]) take(node, 'bbox', node.args[1].bbox.join(','));
    else if (byName && node.op === '=' && !RESERVED.includes(node.args[0].property) && typeof node.args[1] !== 'object') take(node, node.args[0].property, plainValue(String(node.args[1])));
    else if (instant !== undefined) take(node, 'datetime', spanOf(node, instant));
  }
  return { parameters: [...parameters], said };
}

/** Lists and wild letters have meanings of their own here. */
function plainValue(text: string): string | undefined {
  return text === '' || /[*,]/.test(text) ? undefined : text;
}

/** A span of one property, both ends within it. */
function spanOf(node: Node, instant: string): string | undefined {
  const limits = node.op === 'and' ? node.args : [node];
  let [from, to] = ['..', '..'];
  for (const limit of limits) {
    if (limit.op !== '>=' && limit.op !== '<=' && limit.op !== '>' && limit.op !== '<') return undefined;
    const [{ property }, value] = limit.args;
    if (property !== instant || typeof value !== 'object' || !('timestamp' in value)) return undefined;
    if (limit.op.startsWith('>')) from = inner(value.timestamp, limit.op === '>' ? 1 : 0);
    else to = inner(value.timestamp, limit.op === '<' ? -1 : 0);
  }
  return `${from}/${to}`;
}

/** An instant so many milliseconds further on: both ends of a span belong to it. */
function inner(timestamp: string, by: number): string {
  return by === 0 ? timestamp : new Date(Date.parse(timestamp) + by).toISOString();
}
