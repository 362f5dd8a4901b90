import { compareKeys } from '../model/order.js';
import type { Group, Query } from '../model/query-types.js';

/** Order of two groups as a dataset in memory has it: by the first measure, groups without a number last, equal ones by key. */
export function compareGroups(rule: NonNullable<Query['order']>, a: Group, b: Group): number {
  if (rule === 'key') return compareKeys(a.key, b.key);
  const x = a.values[0] ?? Number.NaN;
  const y = b.values[0] ?? Number.NaN;
  if (x !== x || y !== y) return x === y || (x !== x && y !== y) ? compareKeys(a.key, b.key) : x !== x ? 1 : -1;
  return (rule === 'ascending' ? x - y : y - x) || compareKeys(a.key, b.key);
}
