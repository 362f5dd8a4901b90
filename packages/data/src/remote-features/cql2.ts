/** Conditions as CQL2 (OGC 21-065r2), as text and as JSON. The only place where something from outside becomes part of such a condition. */
import { isLeaf, type Area, type Leaf, type Literal, type Node } from './predicate.js';

/** Control characters, which no server needs and some logs stumble over. */
function hasControls(text: string): boolean {
  return [...text].some((letter) => letter < ' ' || letter === '\x7f');
}

/**
 * A text as a literal of CQL2; undefined where it cannot be one. A quote is written twice. The grammar lets `\'` stand for a quote as well, so a
 * backslash before a quote or at the end would mean one thing to one server and another to the next: such texts are not sent. Neither are
 * control characters.
 */
export function quotedText(value: string): string | undefined {
  return /\\(?:'|$)/.test(value) || hasControls(value) ? undefined : `'${value.replace(/'/g, "''")}'`;
}

/** A name as CQL2; undefined where it cannot be one. Names are those the service itself has given. */
export function quotedName(name: string): string | undefined {
  return /["\\]/.test(name) || hasControls(name) || name === '' ? undefined : `"${name}"`;
}

function literalText(value: Literal): string | undefined {
  if (typeof value === 'string') return quotedText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? numberText(value) : undefined;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return 'date' in value ? `DATE('${value.date}')` : `TIMESTAMP('${value.timestamp}')`;
}

/** A number without an exponent where it can be: some parsers know none. */
function numberText(value: number): string {
  const text = String(value);
  return Number.isInteger(value) && text.includes('e') ? BigInt(value).toString() : text;
}

function areaText(area: Area): string {
  if ('bbox' in area) return `BBOX(${area.bbox.map(numberText).join(', ')})`;
  const rings = area.coordinates.map((ring) => `(${ring.map((place) => place.map(numberText).join(' ')).join(', ')})`);
  return `POLYGON(${rings.join(', ')})`;
}

/** A condition as text; undefined where a name or a value of it cannot be written. */
export function cql2Text(node: Node): string | undefined {
  if (isLeaf(node)) {
    const name = quotedName(node.args[0].property);
    return name === undefined ? undefined : leafText(node, name);
  }
  const parts = node.args.map(cql2Text);
  if (parts.includes(undefined)) return undefined;
  return node.op === 'not' ? `NOT (${parts.join('')})` : `(${parts.join(node.op === 'and' ? ' AND ' : ' OR ')})`;
}

function leafText(node: Leaf, name: string): string | undefined {
  if (node.op === 'isNull') return `${name} IS NULL`;
  if (node.op === 's_intersects') return `S_INTERSECTS(${name}, ${areaText(node.args[1])})`;
  const value = literalText(node.args[1]);
  if (value === undefined) return undefined;
  if (node.op !== 'like') return `${name} ${node.op} ${value}`;
  return node.anyCase ? `CASEI(${name}) LIKE CASEI(${value})` : `${name} LIKE ${value}`;
}

/** A condition as the value that is written as JSON. */
export function cql2Json(node: Node): unknown {
  if (!isLeaf(node)) return { op: node.op, args: node.args.map(cql2Json) };
  if (node.op !== 'like') return { op: node.op, args: node.args };
  const args = node.anyCase ? node.args.map((arg) => ({ op: 'casei', args: [arg] })) : node.args;
  return { op: 'like', args };
}
