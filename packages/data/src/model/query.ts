/** Answers to queries: groups, the rest and the total. */
import { YztError } from '@yizhangtu/base/errors';
import { countRows, measureRows, type Slots } from './aggregate.js';
import type { Grouping } from './grouping.js';
import type { Answer, Column, Group, Measure, Query } from './types.js';
import { compareKeys } from './order.js';

/** What a query needs to know about its table. */
export interface QueryContext {
  readonly rowCount: number;
  column(name: string): Column | undefined;
  grouping(name: string): Grouping;
}

const NOTHING: Int32Array = new Int32Array(1);

/** Answers a query over the rows that pass. @throws YztError `unknown-field` for a field the table does not have. */
export function answerQuery(query: Query, passing: Uint8Array, context: QueryContext): Answer {
  checkFields(query, context);
  const { groupBy, measures } = query;
  const everything: Slots = { passing, slotOf: NOTHING, count: 1 };
  if (groupBy === undefined) {
    const [total] = groupsOf(measures, everything, [null], countRows(everything), context) as [Group];
    return { groups: [total], total };
  }
  const { codes, keys } = context.grouping(groupBy);
  const size = keys.length + 1;
  const all: Slots = { passing, codes, slotOf: identity(size), count: size };
  const counts = countRows(all);
  const used: number[] = [];
  for (let slot = 0; slot < size; slot++) if ((counts[slot] as number) > 0) used.push(slot);
  const countsOf = (slots: readonly number[]): Float64Array => Float64Array.from(slots, (slot) => counts[slot] as number);
  const [total] = groupsOf(measures, everything, [null], [sumOf(counts)], context) as [Group];
  const usedKeys = used.map((slot) => keys[slot] ?? null);
  const groups = groupsOf(measures, { ...all, slotOf: slotsFor(used, size), count: used.length }, usedKeys, countsOf(used), context);
  const order = groups.map((_, index) => index).sort((a, b) => compareGroups(query.order, groups[a] as Group, groups[b] as Group));
  const limit = query.limit ?? order.length;
  const shown = order.slice(0, limit).map((index) => groups[index] as Group);
  if (order.length <= limit) return { groups: shown, total };
  const others = order.slice(limit).map((index) => used[index] as number);
  const [rest] = groupsOf(measures, { ...all, slotOf: slotsFor(others, size, 0), count: 1 }, [null], [sumOf(countsOf(others))], context);
  return { groups: shown, rest, total };
}

function sumOf(numbers: Float64Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

function checkFields(query: Query, context: QueryContext): void {
  const fields = [query.groupBy, ...query.measures.map((measure) => measure.field)];
  for (const field of fields) {
    if (field === undefined || context.column(field)) continue;
    throw new YztError('unknown-field', {
      zh: `数据集没有字段「${field}」。请检查字段名（区分大小写）。`,
      en: `The dataset has no field "${field}". Check its name; case matters.`,
    });
  }
}

function identity(size: number): Int32Array {
  const slots = new Int32Array(size);
  for (let i = 0; i < size; i++) slots[i] = i;
  return slots;
}

/** Category → slot for chosen categories, the others none. All go to one slot if `into` is given. */
function slotsFor(chosen: readonly number[], size: number, into?: number): Int32Array {
  const slots = new Int32Array(size).fill(-1);
  chosen.forEach((category, index) => {
    slots[category] = into ?? index;
  });
  return slots;
}

function groupsOf(
  measures: readonly Measure[],
  slots: Slots,
  keys: readonly Group['key'][],
  counts: ArrayLike<number>,
  context: QueryContext,
): Group[] {
  const columns = measures.map((measure) => resultsOf(measure, counts, slots, context));
  return keys.map((key, slot) => ({
    key,
    count: counts[slot] as number,
    values: columns.map((column) => column[slot] as number),
  }));
}

function resultsOf(measure: Measure, counts: ArrayLike<number>, slots: Slots, context: QueryContext): ArrayLike<number> {
  const { kind, field } = measure;
  if (field === undefined) return kind === 'count' ? counts : new Float64Array(slots.count).fill(Number.NaN);
  const column = context.column(field);
  return column ? measureRows(kind, column, () => context.grouping(field), slots) : new Float64Array(slots.count).fill(Number.NaN);
}

/** Order of two groups: by the first measure, groups without a number last, equal ones by key. */
function compareGroups(order: Query['order'], a: Group, b: Group): number {
  if (order === 'key') return compareKeys(a.key, b.key);
  const x = a.values[0] ?? Number.NaN;
  const y = b.values[0] ?? Number.NaN;
  if (x !== x || y !== y) return x === y || (x !== x && y !== y) ? compareKeys(a.key, b.key) : x !== x ? 1 : -1;
  return (order === 'ascending' ? x - y : y - x) || compareKeys(a.key, b.key);
}
