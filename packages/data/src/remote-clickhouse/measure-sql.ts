/** Measures as SQL. What each one means is what `model/aggregate.ts` does with rows. */
import type { Measure } from '../model/query-types.js';
import { categorySql, numberSql, presentSql, type ClickColumn } from './columns.js';
import { numberText } from './values.js';

export interface MeasureSql {
  /** Expressions to ask for. */
  readonly columns: readonly string[];
  /** What groups are ordered by; NULL where there is nothing to measure. */
  readonly order: string;
  /** The measure. @param cells What the server says to the expressions. @param count Rows. */
  read(cells: readonly number[], count: number): number;
}

/** The measure of no rows. */
export function measureOfNothing({ kind }: Measure): number {
  return kind === 'count' || kind === 'distinct' ? 0 : Number.NaN;
}

/** One measure. The field, if there is one, is known to be there. @param sure Every row that is asked about has a value. */
export function measureSql(measure: Measure, column: ClickColumn | undefined, sure = false): MeasureSql {
  const { kind } = measure;
  if (!column) return kind === 'count' ? { columns: [], order: 'count()', read: (_, count) => count } : nothing;
  const present = sure && !column.nullable && column.storage === 'float' ? undefined : presentSql(column);
  const counted = present ? `countIf(${present})` : 'count()';
  if (kind === 'count') return single(counted);
  if (kind === 'distinct') return single(present ? `uniqExactIf(${categorySql(column)}, ${present})` : `uniqExact(${categorySql(column)})`);
  if (column.kind === 'text') return nothing;
  // Milliseconds of ten million rows together are more than whole numbers hold.
  const value = numberSql(column);
  return numeric(measure, column.kind === 'date' ? `toFloat64(${value})` : value, present);
}

const nothing: MeasureSql = { columns: [], order: 'NULL', read: () => Number.NaN };

function single(sql: string): MeasureSql {
  // Of nothing but missing values the server counts no number at all.
  return { columns: [sql], order: sql, read: ([value = 0]) => (Number.isNaN(value) ? 0 : value) };
}

function numeric({ kind, p = 0.5 }: Measure, value: string, present: string | undefined): MeasureSql {
  const of = (name: string, what = value, parameter = ''): string => `${name}${present ? 'If' : ''}${parameter}(${what}${present ? `, ${present}` : ''})`;
  const counted = present ? `countIf(${present})` : 'count()';
  /** A result that means something from a number of values on. */
  const from = (least: number, columns: readonly string[], order: string, read: (...cells: number[]) => number): MeasureSql => ({
    columns: [...columns, counted],
    order: `if(${counted} < ${least}, NULL, ${order})`,
    read: (cells) => ((cells[columns.length] as number) < least ? Number.NaN : read(...cells)),
  });
  const one = (name: string, least = 1): MeasureSql => from(least, [of(name)], of(name), (result) => result);
  switch (kind) {
    case 'sum':
    case 'min':
    case 'max':
      return one(kind);
    case 'mean':
      return from(1, [of('sum')], `${of('sum')} / ${counted}`, (sum, count) => sum / count);
    case 'stdev':
      return one('stddevSampStable', 2);
    case 'median':
      return median(of, value, from);
    default:
      return quantile(of, Math.min(1, Math.max(0, p)), from);
  }
}

type Of = (name: string, what?: string, parameter?: string) => string;
type From = (least: number, columns: readonly string[], order: string, read: (...cells: number[]) => number) => MeasureSql;

/** Between two neighbours, as `quantileOf` has it. */
function between(below: number, above: number, part: number): number {
  return part === 0 || above === below ? below : below + (above - below) * part;
}

/** The two in the middle: from below and, with signs turned, from above. They are the same one where there is an odd number. */
function median(of: Of, value: string, from: From): MeasureSql {
  const high = of('quantileExact', value, '(0.5)');
  const low = `-(${of('quantileExact', `-toFloat64(${value})`, '(0.5)')})`;
  return from(1, [low, high], `${low} + ${high}`, (below, above) => between(below, above, 0.5));
}

/** The two beside the place; `length − 1` is below zero for no values, which the count beside it tells. */
function quantile(of: Of, p: number, from: From): MeasureSql {
  const sorted = `arraySort(${of('groupArray')})`;
  const place = `greatest(0, (toInt64(length(${sorted})) - 1) * ${numberText(p)})`;
  const at = (more: number): string => `arrayElement(${sorted}, toInt64(floor(${place})) + ${more})`;
  return from(1, [at(1), at(2)], at(1), (below, above, count) => {
    const exact = (count - 1) * p;
    return between(below, above, exact - Math.floor(exact));
  });
}
