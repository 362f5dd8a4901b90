/** A service of features over rows in memory, which is told conditions as any is, and decides about them as databases do. */
import { isObject } from './answers.js';
import { isLeaf, type Leaf, type Literal, type Node } from './predicate.js';
import type { Described, Feature, FeaturesQuestion, FeatureSource, Said } from './types.js';

/** True, not true, or not known: what has no value meets nothing, turned round or not. */
type Known = boolean | undefined;

const valueOf = (feature: Feature, name: string): unknown => (isObject(feature['properties']) ? feature['properties'][name] : undefined);
const plain = (value: Literal): unknown => (typeof value !== 'object' ? value : 'date' in value ? value.date : value.timestamp);

function leaf(node: Leaf, feature: Feature): Known {
  if (node.op === 's_intersects') {
    const [, area] = node.args;
    const { coordinates } = feature['geometry'] as { coordinates: [number, number] };
    if (!('bbox' in area)) throw new Error('no polygons here');
    const [west, south, east, north] = area.bbox;
    return coordinates[0] >= west && coordinates[0] <= east && coordinates[1] >= south && coordinates[1] <= north;
  }
  const value = valueOf(feature, node.args[0].property) as string | number | null;
  if (node.op === 'isNull') return value === null;
  if (value === null) return undefined;
  if (node.op === 'like') {
    const pattern = node.args[1].replace(/\\?[^]/g, (one) => (one === '%' ? '.*' : one.length > 1 ? one : one.replace(/[.*+?^${}()|[\]]/, '\\$&')));
    return new RegExp(`^${pattern}$`, node.anyCase ? 'is' : 's').test(String(value));
  }
  const wanted = plain(node.args[1]) as string | number;
  return node.op === '=' ? value === wanted : node.op === '<' ? value < wanted : node.op === '<=' ? value <= wanted : node.op === '>' ? value > wanted : value >= wanted;
}

function meets(node: Node, feature: Feature): Known {
  if (isLeaf(node)) return leaf(node, feature);
  const parts = node.args.map((one) => meets(one, feature));
  if (node.op === 'not') return parts[0] === undefined ? undefined : !parts[0];
  const settles = node.op === 'or';
  return parts.includes(settles) ? settles : parts.includes(undefined) ? undefined : !settles;
}

/** Rows in their order; of one property, those without a value last. */
function ordered(rows: readonly Feature[], { orderBy, descending }: FeaturesQuestion): readonly Feature[] {
  if (orderBy === undefined) return rows;
  const present = rows.filter((row) => valueOf(row, orderBy) !== null);
  return [...present.sort((a, b) => (descending ? -1 : 1) * (Number(valueOf(a, orderBy)) - Number(valueOf(b, orderBy)))), ...rows.filter((row) => valueOf(row, orderBy) === null)];
}

/** @returns The service, and what it was asked for: rows, or a count. */
export function fakeSource(rows: readonly Feature[], described: Described): { readonly source: FeatureSource; readonly asked: ('count' | FeaturesQuestion)[] } {
  const asked: ('count' | FeaturesQuestion)[] = [];
  const met = ({ parameters }: Said): readonly Feature[] => {
    const nodes = parameters.map(([, value]) => JSON.parse(value) as Node);
    return rows.filter((row) => nodes.every((node) => meets(node, row) === true));
  };
  const source: FeatureSource = {
    label: 'Fake',
    describe: () => Promise.resolve(described),
    say: (conditions) => ({ parameters: conditions.map((node) => ['c', JSON.stringify(node)]), said: new Set(conditions) }),
    within: () => ({ parameters: [], said: new Set() }),
    count: (said) => {
      asked.push('count');
      return Promise.resolve(met(said).length);
    },
    features: (question) => {
      asked.push(question);
      const { properties, offset, limit } = question;
      const page = ordered(met(question.said), question).slice(offset, offset + limit);
      const sent = (row: Feature): Feature => (properties ? { ...row, properties: Object.fromEntries(properties.map((name) => [name, valueOf(row, name)])) } : row);
      return Promise.resolve(page.map(sent));
    },
  };
  return { source, asked };
}
