/** Answers to queries: groups, their parts, the rest and the total. */
import { YztError } from '@yizhangtu/base/errors';
import { countRows, measureRows, type Slots } from './aggregate.js';
import type { Grouping } from './grouping.js';
import { compareKeys } from './order.js';
import type { Answer, Group, GroupKey, Measure, Part, Query } from './query-types.js';
import type { Column } from './types.js';

/** What a query needs to know about its table. */
export interface QueryContext {
  readonly rowCount: number;
  column(name: string): Column | undefined;
  /** Categories of a field, or bins of it. */
  grouping(by: string | GroupKey): Grouping;
}

const NOTHING: Int32Array = new Int32Array(1);
/** Cells of a two-way table that are counted at once. */
const MAX_CELLS = 1 << 24;

/** Answers a query over the rows that pass. @throws YztError `unknown-field` for a field the table does not have, `bad-argument` for bins that cannot be made. */
export function answerQuery(query: Query, passing: Uint8Array, context: QueryContext): Answer {
  checkFields(query, context);
  const { groupBy, splitBy, measures } = query;
  const everything: Slots = { passing, slotOf: NOTHING, count: 1 };
  const [total] = partsOf(measures, everything, context) as [Part];
  if (groupBy === undefined) {
    const group = { key: null, ...total };
    return { groups: [group], total: group };
  }
  const rows = sideOf(query, context.grouping(groupBy), passing, query.limit, context);
  if (splitBy === undefined) return { groups: rows.groups, ...(rows.rest && { rest: rows.rest }), total: { key: null, ...total } };
  return splitAnswer(query, rows, sideOf(query, context.grouping(splitBy), passing, query.splitLimit, context), passing, total, context);
}

/** The groups of one grouping, in order, with the slot of each category. */
interface Side {
  readonly grouping: Grouping;
  readonly groups: readonly Group[];
  readonly rest?: Group;
  /** Category → place among the groups; the rest comes last; -1 for no group. The last entry is that of missing values. */
  readonly slotOf: Int32Array;
}

function sideOf(query: Query, grouping: Grouping, passing: Uint8Array, limit: number | undefined, context: QueryContext): Side {
  const { codes, keys, outside } = grouping;
  const size = keys.length + 1;
  const counts = countRows({ passing, codes, slotOf: identity(size), count: size });
  // Bins are listed whether rows fall into them or not; missing values have a group only if there are some.
  const used: number[] = [];
  for (let code = 0; code < size; code++) if (code !== outside && ((counts[code] as number) > 0 || (grouping.ends && code < keys.length))) used.push(code);
  const slots: Slots = { passing, codes, slotOf: slotsFor(used, size), count: used.length };
  const parts = partsOf(query.measures, slots, context);
  const groups = parts.map((part, i): Group => ({ ...headOf(grouping, used[i] as number), ...part }));
  const rule = query.order ?? (grouping.ends ? 'key' : 'descending');
  const order = groups.map((_, i) => i).sort((a, b) => compareGroups(rule, groups[a] as Group, groups[b] as Group));
  const shown = order.slice(0, limit ?? order.length);
  const others = order.slice(shown.length);
  const slotOf = slotsFor(shown.map((i) => used[i] as number), size);
  const codesOfRest = others.map((i) => used[i] as number);
  for (const code of codesOfRest) slotOf[code] = shown.length;
  const [rest] = others.length > 0 ? partsOf(query.measures, { ...slots, slotOf: slotsFor(codesOfRest, size, 0), count: 1 }, context) : [];
  return { grouping, groups: shown.map((i) => groups[i] as Group), ...(rest && { rest: { key: null, ...rest } }), slotOf };
}

/** Key and edges of a category. */
function headOf({ keys, ends, closed }: Grouping, code: number): Omit<Group, keyof Part> {
  const end = ends?.[code];
  return { key: keys[code] ?? null, ...(end !== undefined && { end }), ...(end !== undefined && closed && code === (ends as readonly number[]).length - 1 && { closed }) };
}

function splitAnswer(query: Query, rows: Side, splits: Side, passing: Uint8Array, total: Part, context: QueryContext): Answer {
  const width = splits.groups.length + (splits.rest ? 1 : 0);
  const height = rows.groups.length + (rows.rest ? 1 : 0);
  const cells = crossed(rows.grouping, splits.grouping);
  const slotOf = new Int32Array(rows.slotOf.length * splits.slotOf.length + 1).fill(-1);
  rows.slotOf.forEach((row, i) => {
    if (row >= 0) splits.slotOf.forEach((split, j) => (slotOf[i * splits.slotOf.length + j] = split < 0 ? -1 : row * width + split));
  });
  const parts = partsOf(query.measures, { passing, codes: cells, slotOf, count: height * width }, context);
  const partsAt = (row: number): readonly Part[] => parts.slice(row * width, (row + 1) * width);
  const ends = splits.groups.map((group) => group.end);
  return {
    groups: rows.groups.map((group, i) => ({ ...group, parts: partsAt(i) })),
    ...(rows.rest && { rest: { ...rows.rest, parts: partsAt(rows.groups.length) } }),
    total: { key: null, ...total, parts: [...splits.groups, ...(splits.rest ? [splits.rest] : [])].map(({ count, values }) => ({ count, values })) },
    splits: splits.groups.map((group) => group.key),
    ...(splits.grouping.ends && { splitEnds: ends }),
    ...(splits.rest && { splitRest: true }),
  };
}

/** Row and column of each row as one number; the last row and column of the table are those of missing values. */
function crossed(rows: Grouping, splits: Grouping): Uint32Array {
  const [height, width] = [rows.keys.length + 1, splits.keys.length + 1];
  if (height * width > MAX_CELLS) {
    throw new YztError('bad-argument', {
      zh: `两个字段分别有 ${height - 1} 和 ${splits.keys.length} 种取值，交叉后太多。请改用分箱，或换取值较少的字段。`,
      en: `The two fields have ${height - 1} and ${splits.keys.length} values; crossed, that is too many. Use bins, or a field with fewer values.`,
    });
  }
  const cells = new Uint32Array(rows.codes.length);
  for (let row = 0; row < cells.length; row++) {
    const a = rows.codes[row] as number;
    const b = splits.codes[row] as number;
    cells[row] = (a < height ? a : height - 1) * width + (b < width ? b : width - 1);
  }
  return cells;
}

function checkFields(query: Query, context: QueryContext): void {
  const named = (by: string | GroupKey | undefined): string | undefined => (typeof by === 'object' ? by.field : by);
  const fields = [named(query.groupBy), named(query.splitBy), ...query.measures.map((measure) => measure.field)];
  for (const field of fields) {
    if (field === undefined || context.column(field)) continue;
    throw new YztError('unknown-field', {
      zh: `数据集没有字段「${field}」。请检查字段名（区分大小写）。`,
      en: `The dataset has no field "${field}". Check its name; case matters.`,
    });
  }
}

function identity(size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, i) => i);
}

/** Category → slot for chosen categories, the others none. All go to one slot if `into` is given. */
function slotsFor(chosen: readonly number[], size: number, into?: number): Int32Array {
  const slots = new Int32Array(size).fill(-1);
  chosen.forEach((category, index) => {
    slots[category] = into ?? index;
  });
  return slots;
}

function partsOf(measures: readonly Measure[], slots: Slots, context: QueryContext): Part[] {
  const counts = countRows(slots);
  const columns = measures.map((measure) => resultsOf(measure, counts, slots, context));
  return Array.from(counts, (count, slot) => ({ count, values: columns.map((column) => column[slot] as number) }));
}

function resultsOf(measure: Measure, counts: ArrayLike<number>, slots: Slots, context: QueryContext): ArrayLike<number> {
  const { kind, field } = measure;
  if (field === undefined) return kind === 'count' ? counts : new Float64Array(slots.count).fill(Number.NaN);
  const column = context.column(field);
  return column ? measureRows(measure, column, () => context.grouping(field), slots) : new Float64Array(slots.count).fill(Number.NaN);
}

/** Order of two groups: by the first measure, groups without a number last, equal ones by key. */
function compareGroups(order: NonNullable<Query['order']>, a: Group, b: Group): number {
  if (order === 'key') return compareKeys(a.key, b.key);
  const x = a.values[0] ?? Number.NaN;
  const y = b.values[0] ?? Number.NaN;
  if (x !== x || y !== y) return x === y || (x !== x && y !== y) ? compareKeys(a.key, b.key) : x !== x ? 1 : -1;
  return (order === 'ascending' ? x - y : y - x) || compareKeys(a.key, b.key);
}
