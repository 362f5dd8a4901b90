/** Answers to queries: groups, their parts, the rest and the total. */
import { YztError } from '@yizhangtu/base/errors';
import { atOnce, type Steps } from '../steps/drive.js';
import { inParts } from '../steps/in-parts.js';
import type { Grouping } from './grouping.js';
import { inKnownOrder, measuredAll, partsOf, type Slotting } from './parts.js';
import { compareKeys } from './order.js';
import type { Passing } from './passing-rows.js';
import type { Answer, Group, GroupKey, Measure, Part, Query } from './query-types.js';
import { firstOf } from './select.js';
import { Tally, type TallyContext } from './tally.js';

/** What a query needs to know about its table. */
export interface QueryContext extends TallyContext {
  readonly rowCount: number;
  /** Categories of a field, or bins of it. */
  grouping(by: string | GroupKey): Grouping;
  /** Row and column of each row in a two-way table as one number. */
  crossed(rows: string | GroupKey, columns: string | GroupKey): Steps<Uint32Array>;
  /** True where that is known. */
  isCrossed(rows: string | GroupKey, columns: string | GroupKey): boolean;
  /** The tally kept under a name, of the rows that pass now. */
  tally(name: string, codes: Grouping['codes'] | undefined, size: number, passing: Passing): Tally;
}

/** More groups than these that are equal in size are put in order by their letters' numbers; the rules of Chinese take a hundred times as long. */
const MANY_GROUPS = 10_000;
/** Groups between two pauses. */
const GROUP_STEP = 1 << 11;
const SLOT_STEP = 1 << 17;
const ALL: Slotting = { slotOf: Int32Array.of(0), count: 1, single: true };

/** Answers a query over the rows that pass. @throws YztError `unknown-field` for a field the table does not have, `bad-argument` for bins that cannot be made. */
export function answerQuery(query: Query, passing: Passing, context: QueryContext): Answer {
  return atOnce(answerSteps(query, passing, context));
}

/**
 * The same in steps. Between them other rows may come to pass: the tallies that are kept follow those, so whoever pauses gives a context
 * whose tallies are its own, see `withOwnTallies`.
 */
export function* answerSteps(query: Query, passing: Passing, context: QueryContext): Steps<Answer> {
  checkFields(query, context);
  const { groupBy, splitBy, measures, ignore } = query;
  const [total] = (yield* partsOf(measures, ALL, context.tally(JSON.stringify([ignore]), undefined, 1, passing), context)) as [Part];
  if (groupBy === undefined) {
    const group = { key: null, ...total };
    return { groups: [group], total: group };
  }
  const rows = yield* sideOf(query, groupBy, query.limit, passing, context);
  if (splitBy === undefined) return { groups: rows.groups, ...(rows.rest && { rest: rows.rest }), total: { key: null, ...total } };
  const splits = yield* sideOf(query, splitBy, query.splitLimit, passing, context);
  return yield* splitAnswer(query, rows, splits, passing, total, context);
}

/**
 * True for a question that takes longer than a frame at a million rows: more groups than a reader reads, a two-way table for the first time, or measures
 * that are neither sums nor found in a known order. In steps, because rows may have to be put into bins first.
 */
export function* isSlow({ groupBy, splitBy, measures }: Query, context: QueryContext): Steps<boolean> {
  const ofAll = groupBy === undefined && splitBy === undefined;
  if (measures.some((measure) => !isSum(measure) && !(ofAll && inKnownOrder(measure, context)))) return true;
  let groups = 1;
  for (const by of [groupBy, splitBy]) {
    if (by === undefined) continue;
    groups *= context.grouping(by).keys.length + 1;
    yield 0.1;
  }
  return groups > MANY_GROUPS || (groupBy !== undefined && splitBy !== undefined && !context.isCrossed(groupBy, splitBy));
}

function isSum({ kind }: Measure): boolean {
  return kind === 'count' || kind === 'sum' || kind === 'mean';
}

/** A context whose tallies nobody else moves on. */
export function withOwnTallies(context: QueryContext): QueryContext {
  return {
    rowCount: context.rowCount,
    column: (name) => context.column(name),
    grouping: (by: string | GroupKey) => context.grouping(by),
    crossed: (rows, columns) => context.crossed(rows, columns),
    isCrossed: (rows, columns) => context.isCrossed(rows, columns),
    scaleOf: (name) => context.scaleOf(name),
    knownOrder: (field) => context.knownOrder(field),
    wantOrder: (field) => context.wantOrder(field),
    tally: (_name, codes, size, { mask }) => new Tally(codes, size, mask, context),
  };
}

/** The groups of one grouping, in order, with the slot of each category. */
interface Side {
  readonly by: string | GroupKey;
  readonly grouping: Grouping;
  readonly groups: readonly Group[];
  readonly rest?: Group;
  /** Category → place among the groups; the rest comes last; -1 for no group. The last entry is that of missing values. */
  readonly slotOf: Int32Array;
}

function* sideOf(query: Query, by: string | GroupKey, limit: number | undefined, passing: Passing, context: QueryContext): Steps<Side> {
  yield 0;
  const grouping = context.grouping(by);
  yield 0.05;
  const { codes, keys, outside } = grouping;
  const size = keys.length + 1;
  const tally = context.tally(JSON.stringify([query.ignore, by]), codes, size, passing);
  const counts = yield* tally.counts();
  yield 0.1;
  // Bins are listed whether rows fall into them or not; missing values have a group only if there are some.
  const listed = grouping.ends ? keys.length : 0;
  const used = yield* codesOf(size, (code) => code !== outside && ((counts[code] as number) > 0 || code < listed));
  const slots: Slotting = { slotOf: yield* slotsFor(used, size), count: used.length, single: true };
  yield 0.3;
  const values = yield* measuredAll(query.measures, slots, tally, context);
  yield 0.4;
  const rule = query.order ?? (grouping.ends ? 'key' : 'descending');
  const keyOf = (slot: number): Group['key'] => keys[used[slot] as number] ?? null;
  const order = yield* firstOf(used.length, limit, slotOrder(rule, values[0] ?? [], keyOf, used.length > MANY_GROUPS));
  const slotOf = new Int32Array(size).fill(-1);
  const groups: Group[] = [];
  for (let place = 0; place < order.length; place++) {
    const slot = order[place] as number;
    const code = used[slot] as number;
    slotOf[code] = place;
    groups.push({ key: keys[code] ?? null, ...(grouping.ends && edgesOf(grouping, code)), count: counts[code] as number, values: values.map((column) => column[slot] as number) });
    if (place % GROUP_STEP === GROUP_STEP - 1) yield 0.8;
  }
  if (order.length === used.length) return { by, grouping, groups, slotOf };
  const others = yield* codesOf(used.length, (slot) => slotOf[used[slot] as number] === -1);
  yield* inParts(others.length, (from, to) => {
    for (let i = from; i < to; i++) {
      others[i] = used[others[i] as number] as number;
      slotOf[others[i] as number] = order.length;
    }
  });
  const [rest] = (yield* partsOf(query.measures, { slotOf: yield* slotsFor(others, size, 0), count: 1, single: false }, tally, context)) as [Part];
  return { by, grouping, groups, rest: { key: null, ...rest }, slotOf };
}

/** Edges of a bin; those of missing values are none. */
function edgesOf({ ends, closed }: Grouping, code: number): Pick<Group, 'end' | 'closed'> {
  const end = ends?.[code];
  return end === undefined ? {} : { end, ...(closed && code === (ends as ArrayLike<number>).length - 1 && { closed: true }) };
}

function* splitAnswer(query: Query, rows: Side, splits: Side, passing: Passing, total: Part, context: QueryContext): Steps<Answer> {
  const width = splits.groups.length + (splits.rest ? 1 : 0);
  const height = rows.groups.length + (rows.rest ? 1 : 0);
  const cells = yield* context.crossed(rows.by, splits.by);
  const slotOf = new Int32Array(rows.slotOf.length * splits.slotOf.length).fill(-1);
  yield 0.3;
  for (let i = 0; i < rows.slotOf.length; i++) {
    const row = rows.slotOf[i] as number;
    for (let j = 0; row >= 0 && j < splits.slotOf.length; j++) {
      const split = splits.slotOf[j] as number;
      if (split >= 0) slotOf[i * splits.slotOf.length + j] = row * width + split;
    }
    if (i % GROUP_STEP === GROUP_STEP - 1) yield 0.4;
  }
  const tally = context.tally(JSON.stringify([query.ignore, rows.by, splits.by]), cells, slotOf.length, passing);
  const parts = yield* partsOf(query.measures, { slotOf, count: height * width, single: !rows.rest && !splits.rest }, tally, context);
  const partsAt = (row: number): readonly Part[] => parts.slice(row * width, (row + 1) * width);
  const groups: Group[] = [];
  for (let row = 0; row < rows.groups.length; row++) {
    groups.push({ ...(rows.groups[row] as Group), parts: partsAt(row) });
    if (row % GROUP_STEP === GROUP_STEP - 1) yield 0.9;
  }
  return {
    groups,
    ...(rows.rest && { rest: { ...rows.rest, parts: partsAt(rows.groups.length) } }),
    total: { key: null, ...total, parts: [...splits.groups, ...(splits.rest ? [splits.rest] : [])].map(({ count, values }) => ({ count, values })) },
    splits: splits.groups.map((group) => group.key),
    ...(splits.grouping.ends && { splitEnds: splits.groups.map((group) => group.end) }),
    ...(splits.rest && { splitRest: true }),
  };
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

/** Category → slot for chosen categories, the others none. All go to one slot if `into` is given. */
function* slotsFor(chosen: Uint32Array, size: number, into?: number): Steps<Int32Array> {
  const slots = new Int32Array(size).fill(-1);
  for (let index = 0; index < chosen.length; index++) {
    slots[chosen[index] as number] = into ?? index;
    if (index % SLOT_STEP === SLOT_STEP - 1) yield 0.3;
  }
  return slots;
}

/** Numbers below `size` that fit, in order. */
function* codesOf(size: number, fits: (code: number) => boolean): Steps<Uint32Array> {
  const codes = new Uint32Array(size);
  let length = 0;
  yield* inParts(size, (from, to) => {
    for (let code = from; code < to; code++) if (fits(code)) codes[length++] = code;
  });
  return codes.slice(0, length);
}

/** Order of two groups: by the first measure, groups without a number last, equal ones by key. */
function slotOrder(rule: NonNullable<Query['order']>, values: ArrayLike<number>, keyOf: (slot: number) => Group['key'], many: boolean): (a: number, b: number) => number {
  const byKey = (a: number, b: number): number => {
    const [x, y] = [keyOf(a), keyOf(b)];
    return many && typeof x === 'string' && typeof y === 'string' ? (x < y ? -1 : x > y ? 1 : 0) : compareKeys(x, y);
  };
  if (rule === 'key') return byKey;
  const sign = rule === 'ascending' ? 1 : -1;
  return (a, b) => {
    const x = values[a] ?? Number.NaN;
    const y = values[b] ?? Number.NaN;
    if (x < y) return -sign;
    if (x > y) return sign;
    return x === y || (x !== x && y !== y) ? byKey(a, b) : x !== x ? 1 : -1;
  };
}
