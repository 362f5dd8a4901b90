/** Conditions in the form that all languages of these services share: the one CQL2 has as JSON. Types only, and how they are put together. */

/** A value as a service compares it. */
export type Literal = string | number | boolean | { readonly date: string } | { readonly timestamp: string };

export interface Property {
  readonly property: string;
}

/** A window or an area, in degrees: longitude, latitude. */
export type Area =
  | { readonly bbox: readonly [west: number, south: number, east: number, north: number] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly [lon: number, lat: number])[])[] };

export type Comparison = '=' | '<' | '<=' | '>' | '>=';

/** A condition. `like`: letters of any case; `%` and `_` are wild, `\` takes that away. */
export type Node = Joined | Not | Leaf;

export interface Joined {
  readonly op: 'and' | 'or';
  readonly args: readonly Node[];
}

export interface Not {
  readonly op: 'not';
  readonly args: readonly [Node];
}

/** A condition on one property. */
export type Leaf =
  | { readonly op: Comparison; readonly args: readonly [Property, Literal] }
  | { readonly op: 'like'; readonly args: readonly [Property, string]; readonly anyCase: boolean }
  | { readonly op: 'isNull'; readonly args: readonly [Property] }
  | { readonly op: 's_intersects'; readonly args: readonly [Property, Area] };

/** A condition, or that all or none pass. */
export type Verdict = Node | boolean;

/** All of some conditions. */
export function allOf(parts: readonly Verdict[]): Verdict {
  return joined('and', parts, false);
}

/** At least one of some conditions. */
export function anyOf(parts: readonly Verdict[]): Verdict {
  return joined('or', parts, true);
}

/** @param settles What decides the whole by itself. */
function joined(op: 'and' | 'or', parts: readonly Verdict[], settles: boolean): Verdict {
  if (parts.includes(settles)) return settles;
  const nodes = parts.filter((part): part is Node => typeof part !== 'boolean');
  const [only] = nodes;
  if (!only) return !settles;
  return nodes.length === 1 ? only : { op, args: nodes };
}

export function isLeaf(node: Node): node is Leaf {
  return node.op !== 'and' && node.op !== 'or' && node.op !== 'not';
}
