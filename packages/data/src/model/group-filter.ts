/** The filter that leaves the rows of a group, for whoever lets people click on one. */
import type { Filter, Group, GroupKey } from './query-types.js';

/** Leaves exactly the rows of a group of a group-by: a value, a bin, or rows without a value. */
export function groupFilter(groupBy: string | GroupKey, group: Pick<Group, 'key' | 'end' | 'closed'>): Filter {
  const by: GroupKey = typeof groupBy === 'string' ? { field: groupBy } : groupBy;
  const { field, bin } = by;
  if (!bin || group.key === null) return { kind: 'in', field, values: [group.key] };
  if (typeof group.key !== 'number' || group.end === undefined) return { kind: 'group', by, keys: [group.key] };
  return { kind: 'range', field, min: group.key, max: group.end, ...(!group.closed && { maxExclusive: true }) };
}
