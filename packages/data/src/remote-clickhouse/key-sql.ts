/** What rows are grouped by, as SQL: values of a field, or numbers of bins whose edges are worked out here, by the code that the dataset in memory uses. */
import { edgesOf } from '../model/bins.js';
import type { GroupKey, Key, NumberBin } from '../model/query-types.js';
import { numberIn, type Cell } from './answer.js';
import { binKey, held, MISSING, within, type KeySql, type Limits } from './bin-key.js';
import { categorySql, comparedSql, numberSql, presentSql, unitMs, type ClickColumn } from './columns.js';
import { bound } from './let-sql.js';
import { cycleKey, timeKey } from './time-key-sql.js';
import { numberText, type Values } from './values.js';

/** What a grouping needs to know of its table. */
export interface KeyContext {
  readonly values: Values;
  column(name: string): ClickColumn | undefined;
  /** Smallest and largest finite value of a field over all rows; undefined if there is none. */
  extent(field: string): readonly [min: number, max: number] | undefined;
}

/** The grouping of a question. The field is known to be there. */
export function keySql(by: string | GroupKey, context: KeyContext): KeySql {
  const { field, bin }: GroupKey = typeof by === 'string' ? { field: by } : by;
  const column = context.column(field) as ClickColumn;
  if (!bin) return valueKey(column, context.values);
  if (bin.kind === 'cycle') return cycleKey(column, bin);
  const { edges, closed } = edgesOf(bin, () => context.extent(field));
  const limits = { edges, closed };
  return bin.kind === 'time' ? timeKey(column, bin, limits, context.extent(field)) : numberKey(column, bin, limits);
}

function valueKey(column: ClickColumn, values: Values): KeySql {
  const { kind } = column;
  const plain = categorySql(column);
  const present = presentSql(column);
  const sql = present && kind !== 'text' ? `if(${present}, ${plain}, NULL)` : plain;
  const keyOf = (cell: Cell): Key => {
    if (cell === null) return null;
    if (kind === 'text') return String(cell);
    const number = numberIn(cell);
    return kind === 'boolean' ? number === 1 : kind === 'date' ? number * unitMs(column) : number;
  };
  const list = (keys: readonly NonNullable<Key>[]): string => {
    if (kind === 'text') return values.list(keys.map(String));
    return keys.map((key) => numberText(kind === 'boolean' ? Number(key === true) : kind === 'date' ? Number(key) / unitMs(column) : Number(key))).join(', ');
  };
  return { sql, keyOf, list, numberOf: () => [] };
}

function numberKey(column: ClickColumn, bin: NumberBin, limits: Limits): KeySql {
  const { edges, closed } = limits;
  const bins = Math.max(0, edges.length - 1);
  const numbers = Array.from({ length: bins }, (_, index) => index);
  const shape = { numbers, keys: edges.slice(0, bins), ends: edges.slice(1), closed };
  if (bins === 0) return binKey(within(column, numberSql(column), limits, '-1'), shape);
  const value = column.kind === 'text' ? `assumeNotNull(${numberSql(column)})` : column.nullable ? `assumeNotNull(${numberSql(column)})` : numberSql(column);
  const list = `[${edges.map((edge) => `toFloat64(${numberText(edge)})`).join(', ')}]`;
  const inside = `toInt32(${bin.breaks ? placeBetween(column.nullable || column.kind === 'text' ? value : comparedSql(column), edges) : evenPlace(column, value, edges, list)})`;
  // A column of decimals that cannot be NULL has its missing values as NaN.
  const decimals = column.kind === 'number' && column.storage === 'float' && !column.nullable && !column.mask;
  const grouped = decimals ? { sql: held(comparedSql(column), limits, inside, `if(isNaN(${column.sql}), ${MISSING}, -1)`), missing: MISSING } : undefined;
  return binKey(within(column, column.kind === 'text' ? numberSql(column) : value, limits, inside), shape, grouped);
}

/** The place between edges of any widths: how many inner ones are reached. Comparisons of a column with numbers are quick; a function for each edge of each row takes thirty times as long. */
function placeBetween(value: string, edges: readonly number[]): string {
  return edges.length < 3 ? '0' : bound([value], (v) => edges.slice(1, -1).map((edge) => `(${v} >= ${numberText(edge)})`).join(' + '));
}

/**
 * Whether a quotient, rounded, falls on the same side of each whole number as the value does of the edge: where values come in steps that are much
 * coarser than those of the division. Decimals of four bytes and edges that are such decimals differ by 2⁻²⁴ of themselves, or not at all.
 */
function dividesWell(column: ClickColumn, edges: readonly number[]): boolean {
  if (column.kind !== 'number' || column.mask) return false;
  if (column.single) return edges[0] === 0 && edges.every((edge) => Math.fround(edge) === edge);
  return column.storage === 'integer' && edges.every((edge) => Number.isInteger(edge) && Math.abs(edge) < 2 ** 33);
}

/**
 * The place among edges of one width. The product may be off by one beside an edge, so the edges themselves decide: worked out where that gives
 * the very same numbers – decimals of a server are those of this language –, else looked up, which takes the server longer.
 */
function evenPlace(column: ClickColumn, value: string, edges: readonly number[], list: string): string {
  const bins = edges.length - 1;
  const [first, last] = [edges[0] as number, edges[bins] as number];
  const step = (last - first) / bins;
  if (edges.every((edge, index) => edge === first + index * step)) {
    const plain = column.nullable ? value : comparedSql(column);
    if (dividesWell(column, edges)) return `least(${bins - 1}, floor(${first === 0 ? plain : `(${plain} - ${numberText(first)})`} / ${numberText(step)}))`;
    const place = `least(${bins - 1}, toInt32(floor((${value} - ${numberText(first)}) * ${numberText(bins / (last - first))})))`;
    const edge = (more: number): string => `${numberText(first)} + (${place}${more > 0 ? ` + ${more}` : ''}) * toFloat64(${numberText(step)})`;
    return `${place} - (${value} < ${edge(0)}) + (${place} < ${bins - 1} AND ${value} >= ${edge(1)})`;
  }
  const guess = `greatest(0, least(${bins - 1}, toInt32(floor((${value} - ${numberText(first)}) * ${numberText(bins / (last - first))}))))`;
  return `${guess} - (${value} < arrayElement(${list}, ${guess} + 1)) + (${guess} < ${bins - 1} AND ${value} >= arrayElement(${list}, least(${bins}, ${guess} + 2)))`;
}
