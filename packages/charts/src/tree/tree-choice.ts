import type { CellValue, Filter, Key } from '@yizhangtu/data/model';
import { chosenKeys } from '../chart/group-rows.js';
import type { TreeNode } from './class-tree.js';

/** How the filters of a dataset meet a class. */
export interface NodeChoice {
  /** The filters let all of the class pass, and are there for it. */
  readonly pressed: boolean;
  /** The filters let nothing of the class pass. */
  readonly faded: boolean;
}

/** What can be chosen: a class, a flow between two. */
export type Choosable = Pick<TreeNode, 'filters' | 'rest'>;

/** How filters on the fields of a tree meet a class. */
export function nodeChoice(node: Choosable, filters: ReadonlyMap<string, Filter>, fields: readonly string[]): NodeChoice {
  const chosen = fields.map((field) => chosenKeys(filters.get(field), field));
  if (chosen.every((keys) => keys === undefined)) return { pressed: false, faded: false };
  if (node.rest) return { pressed: false, faded: true };
  const met = fields.map((field, place) => {
    const keys = chosen[place];
    const own = node.filters.get(field);
    if (!own) return keys ? 'some' : 'free';
    if (!keys) return 'free';
    return own.every((key) => keys.has(key)) ? 'all' : own.some((key) => keys.has(key)) ? 'some' : 'none';
  });
  return { pressed: met.every((one) => one === 'all' || one === 'free') && met.includes('all'), faded: met.includes('none') };
}

/**
 * The filters of the fields after a class was switched on or off. In a tree of one field several classes can be on; in one of two fields the
 * class takes the place of what was on, because two choices would let their mixtures pass as well.
 */
export function switchedFilters(node: Choosable, filters: ReadonlyMap<string, Filter>, fields: readonly string[]): ReadonlyMap<string, Filter | undefined> {
  const { pressed } = nodeChoice(node, filters, fields);
  return new Map(
    fields.map((field): [string, Filter | undefined] => {
      const own = node.filters.get(field) ?? [];
      const kept = fields.length === 1 ? [...(chosenKeys(filters.get(field), field) ?? [])].filter((key) => !own.includes(key)) : [];
      const values: readonly Key[] = pressed ? kept : [...kept, ...own];
      return [field, values.length === 0 ? undefined : { kind: 'in', field, values }];
    }),
  );
}

/** True when a row belongs to a class. @param value The cell of the row in a field. */
export function holdsRow(node: Choosable, value: (field: string) => CellValue): boolean {
  if (node.filters.size === 0) return false;
  for (const [field, keys] of node.filters) {
    const cell = value(field);
    if (!keys.some((key) => key === cell || (key !== null && cell !== null && String(key) === String(cell)))) return false;
  }
  return true;
}
