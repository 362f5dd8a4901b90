/** Questions about groups, as statements, and what comes back, as an answer. */
import { YztError } from '@yizhangtu/base/errors';
import type { Answer, Group, GroupKey, Key, Measure, Part } from '../model/query-types.js';
import type { GroupsQuestion } from '../remote/types.js';
import { whereSql, type ConditionContext } from './condition-sql.js';
import { compareGroups } from './group-order.js';
import { numberIn, type Cell } from './answer.js';
import type { KeySql } from './bin-key.js';
import { keySql } from './key-sql.js';
import { measureOfNothing, measureSql, type MeasureSql } from './measure-sql.js';
import { numberText } from './values.js';

/** What the server answers: rows as lists, and the same over all groups. */
export interface Rows {
  readonly data: readonly (readonly Cell[])[];
  readonly totals?: readonly Cell[];
}

/** Runs a statement. The context is that of the statement: what it binds goes with it. */
export type Run = (statement: (context: ConditionContext) => string) => Promise<Rows>;

/** Most groups of a question that names no limit. More than that no view can show, and no browser should be sent. */
const MOST_GROUPS = 10_000;
/** Groups beyond the limit that are fetched, so that those of equal value are put in order here. */
const SPARE = 1000;

/** What stands in each row behind the keys: the number of rows, then the expressions of each measure. */
interface Shape {
  readonly sql: string;
  readonly measures: readonly MeasureSql[];
  partOf(cells: readonly Cell[]): Part;
}

function shapeOf({ scope, conditions }: GroupsQuestion, measures: readonly Measure[], context: ConditionContext): Shape {
  // Rows within limits of a field have a value there, and need not be asked again.
  const limited = new Set([...(context.ofScope ? [] : scope), ...conditions].flatMap((one) => (one.kind === 'range' && (one.min ?? one.max) !== undefined ? [one.field] : [])));
  const all = measures.map((measure) => measureSql(measure, measure.field === undefined ? undefined : context.column(measure.field), limited.has(measure.field ?? '')));
  const columns = [...new Set(all.flatMap((one) => one.columns))];
  const places = all.map((one) => one.columns.map((column) => columns.indexOf(column) + 1));
  return {
    sql: ['count()', ...columns].join(', '),
    measures: all,
    partOf: (cells) => {
      const numbers = cells.map(numberIn);
      const count = numbers[0] as number;
      return { count, values: all.map((one, index) => one.read((places[index] as number[]).map((place) => numbers[place] as number), count)) };
    },
  };
}

function nothing(measures: readonly Measure[]): Part {
  return { count: 0, values: measures.map(measureOfNothing) };
}

/** The groups of one grouping, in order. */
interface Side {
  readonly by: string | GroupKey;
  readonly key: KeySql;
  readonly groups: readonly Group[];
  readonly rest?: Group;
  readonly total: Part;
}

/** Answers a question. Its fields are known to be there. */
export async function answerOf(question: GroupsQuestion, from: string, run: Run): Promise<Answer> {
  const { groupBy, splitBy, measures } = question;
  if (groupBy === undefined) {
    const total = { key: null, ...(await overAll(question, measures, [], from, run)) };
    return { groups: [total], total };
  }
  const [rows, splits] = await Promise.all([
    sideOf(groupBy, question.limit, question, from, run),
    splitBy === undefined ? undefined : sideOf(splitBy, question.splitLimit, question, from, run),
  ]);
  const total = { key: null, ...rows.total };
  if (!splits) return { groups: rows.groups, ...(rows.rest && { rest: rows.rest }), total };
  return crossed(question, rows, splits, from, run);
}

/** What rows under some more conditions amount to. */
async function overAll(question: GroupsQuestion, measures: readonly Measure[], more: readonly ((context: ConditionContext) => string)[], from: string, run: Run): Promise<Part> {
  let shape: Shape | undefined;
  const { data } = await run((context) => {
    shape = shapeOf(question, measures, context);
    return context.once.before(`SELECT ${shape.sql} FROM ${from} ${where(question, context, more)}`);
  });
  return (shape as Shape).partOf(data[0] ?? [0]);
}

function where(question: GroupsQuestion, context: ConditionContext, more: readonly ((context: ConditionContext) => string)[] = []): string {
  const sql = whereSql(question, context);
  const others = more.map((one) => one(context)).join(' AND ');
  return others === '' ? sql : sql === '' ? `WHERE ${others}` : `${sql} AND ${others}`;
}

/** NULLs come last whichever way the order runs, as in memory. */
function orderSql(rule: 'descending' | 'ascending' | 'key', shape: Shape): string {
  const by = shape.measures[0]?.order ?? 'count()';
  return rule === 'key' ? '__key' : `${by} ${rule === 'ascending' ? 'ASC' : 'DESC'}, __key`;
}

async function sideOf(by: string | GroupKey, limit: number | undefined, question: GroupsQuestion, from: string, run: Run): Promise<Side> {
  const { measures } = question;
  let shape: Shape | undefined;
  let key: KeySql | undefined;
  const most = limit === undefined ? MOST_GROUPS : limit + SPARE;
  const rows = await run((context) => {
    key = keySql(by, context);
    shape = shapeOf(question, measures, context);
    const rule = question.order ?? (key.bins ? 'key' : 'descending');
    const select = `SELECT ${key.grouped ?? key.sql} AS __key, ${shape.sql} FROM ${from} ${where(question, context)} GROUP BY __key WITH TOTALS ORDER BY ${orderSql(rule, shape)} LIMIT ${(key.bins ? MOST_GROUPS : most) + 2}`;
    return context.once.before(select);
  });
  const [grouping, parts] = [key as KeySql, shape as Shape];
  const found = groupsIn(rows, grouping, parts, measures);
  if (limit === undefined && found.length > MOST_GROUPS) throw tooMany(typeof by === 'string' ? by : by.field);
  const rule = question.order ?? (grouping.bins ? 'key' : 'descending');
  const groups = found.sort((a, b) => compareGroups(rule, a, b));
  const shown = groups.slice(0, limit);
  const total = rows.totals ? parts.partOf(rows.totals.slice(1)) : nothing(measures);
  if (shown.length === groups.length) return { by, key: grouping, groups: shown, total };
  const rest = await overAll(question, measures, [(context) => notIn(by, shown, context)], from, run);
  return { by, key: grouping, groups: shown, rest: { key: null, ...rest }, total };
}

/** The groups the server has found; bins are listed whether rows fall into them or not. */
function groupsIn({ data }: Rows, key: KeySql, shape: Shape, measures: readonly Measure[]): Group[] {
  const found = new Map<Key, Part>();
  for (const [cell = null, ...cells] of data) {
    const name = key.keyOf(cell);
    if (name !== undefined) found.set(name, shape.partOf(cells));
  }
  const { bins } = key;
  if (!bins) return [...found].map(([name, part]) => ({ key: name, ...part }));
  const last = bins.keys.length - 1;
  const listed = bins.keys.map((name, index): Group => {
    const end = bins.ends?.[index];
    return { key: name, ...(end !== undefined && { end }), ...(end !== undefined && bins.closed && index === last && { closed: true }), ...(found.get(name) ?? nothing(measures)) };
  });
  const missing = found.get(null);
  return missing ? [...listed, { key: null, ...missing }] : listed;
}

function tooMany(field: string): YztError {
  return new YztError('too-many-groups', {
    zh: `字段「${field}」有超过 ${MOST_GROUPS} 种取值，无法逐一列出。请写 limit，或换取值较少的字段，或分箱。`,
    en: `The field "${field}" has more than ${MOST_GROUPS} values, too many to list. Write a limit, take a field with fewer values, or bins.`,
  });
}

/** The condition that a row is in none of some groups, and in some bin. */
function notIn(by: string | GroupKey, groups: readonly Group[], context: ConditionContext): string {
  const key = keySql(by, context);
  const keys = groups.flatMap((group) => (group.key === null ? [] : [group.key]));
  const other = [...(keys.length > 0 ? [`NOT (${key.sql} IN (${key.list(keys)}))`] : []), ...(key.bins ? [`${key.sql} != -1`] : [])].join(' AND ') || '1';
  // A missing value is in no list, and neither not in one; early servers say that it is not.
  const missing = groups.some((group) => group.key === null) ? 0 : 1;
  return `if(isNull(${key.sql}), ${missing}, ifNull(${other}, ${missing}))`;
}

/** The number of the first of bins that are all shown in a row, so that their numbers say their places; undefined for others. */
function firstOfRow({ bins }: KeySql, groups: readonly Group[]): number | undefined {
  const [first, shown] = [bins?.numbers[0], groups.filter(({ key }) => key !== null)];
  const inRow = first !== undefined && shown.length === bins?.keys.length && shown.every(({ key }, index) => key === bins.keys[index] && bins.numbers[index] === first + index);
  return inRow ? first : undefined;
}

/** SQL of the place of a row's group among those of a side; the rest comes behind them, −1 is none. */
function placeSql({ by, groups, rest }: Side, context: ConditionContext): string {
  const key = keySql(by, context);
  const first = rest ? undefined : firstOfRow(key, groups);
  // A hundred bins would be looked for one by one in each row.
  if (first !== undefined) {
    const place = first === 0 ? key.sql : `if(${key.sql} = -1, -1, ${key.sql} - ${numberText(first)})`;
    return `toInt32(ifNull(${place}, ${groups.findIndex((group) => group.key === null)}))`;
  }
  const other = rest ? groups.length : -1;
  const keys = groups.flatMap((group) => (group.key === null ? [] : [group.key]));
  const places = groups.flatMap((group, place) => (group.key === null ? [] : [place]));
  const missing = groups.findIndex((group) => group.key === null);
  const index = `indexOf([${keyTexts(by, key, keys, context)}], ${keyText(by, key, context)})`;
  const known = keys.length === 0 ? `toInt32(${other})` : `if(${index} = 0, toInt32(${other}), arrayElement([${places.map((place) => `toInt32(${place})`).join(', ')}], greatest(${index}, 1)))`;
  const outside = key.bins ? `if(${key.sql} = -1, toInt32(-1), ${known})` : known;
  return `ifNull(if(isNull(${key.sql}), toInt32(${missing >= 0 ? missing : other}), ${outside}), toInt32(${missing >= 0 ? missing : other}))`;
}

function isText(by: string | GroupKey, context: ConditionContext): boolean {
  return typeof by === 'string' ? context.column(by)?.kind === 'text' : by.bin === undefined && context.column(by.field)?.kind === 'text';
}

/** The key in a form that has one type whatever the column's. */
function keyText(by: string | GroupKey, key: KeySql, context: ConditionContext): string {
  return isText(by, context) ? `ifNull(toString(${key.sql}), '')` : `ifNull(toFloat64(${key.sql}), nan)`;
}

function keyTexts(by: string | GroupKey, key: KeySql, keys: readonly NonNullable<Key>[], context: ConditionContext): string {
  const list = key.list(keys);
  return isText(by, context) ? list : list.split(', ').map((number) => `toFloat64(${number})`).join(', ');
}

async function crossed(question: GroupsQuestion, rows: Side, splits: Side, from: string, run: Run): Promise<Answer> {
  const { measures } = question;
  let shape: Shape | undefined;
  const { data } = await run((context) => {
    shape = shapeOf(question, measures, context);
    return context.once.before(`SELECT ${placeSql(rows, context)} AS __row, ${placeSql(splits, context)} AS __split, ${shape.sql} FROM ${from} ${where(question, context)} GROUP BY __row, __split`);
  });
  const width = splits.groups.length + (splits.rest ? 1 : 0);
  const cells = new Map<number, Part>();
  for (const [first, second, ...others] of data) {
    const [row, split] = [numberIn(first), numberIn(second)];
    if (row >= 0 && split >= 0) cells.set(row * width + split, (shape as Shape).partOf(others));
  }
  const partsAt = (row: number): readonly Part[] => Array.from({ length: width }, (_, split) => cells.get(row * width + split) ?? nothing(measures));
  const totals = [...splits.groups, ...(splits.rest ? [splits.rest] : [])].map(({ count, values }) => ({ count, values }));
  return {
    groups: rows.groups.map((group, index) => ({ ...group, parts: partsAt(index) })),
    ...(rows.rest && { rest: { ...rows.rest, parts: partsAt(rows.groups.length) } }),
    total: { key: null, ...rows.total, parts: totals },
    splits: splits.groups.map((group) => group.key),
    ...(splits.key.bins?.ends && { splitEnds: splits.groups.map((group) => group.end) }),
    ...(splits.rest && { splitRest: true }),
  };
}
