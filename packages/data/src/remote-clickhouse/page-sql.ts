/** Pages of rows, as statements. */
import type { PageQuestion, RemoteRow } from '../remote/types.js';
import { numberIn, type Cell } from './answer.js';
import { numberSql, presentSql, textSql, type ClickColumn } from './columns.js';
import { whereSql, type ConditionContext } from './condition-sql.js';
import { isShort } from './once-sql.js';

/** Columns that say which row it is and where. */
export interface RowColumns {
  readonly id: ClickColumn | undefined;
  readonly place: { readonly lon: string; readonly lat: string } | undefined;
}

function cellSql(column: ClickColumn): string {
  const value = column.kind === 'text' ? textSql(column) : numberSql(column);
  const present = presentSql(column);
  return present && column.kind !== 'text' ? `if(${present}, ${value}, NULL)` : value;
}

function orderSql({ orderBy, descending }: PageQuestion, id: ClickColumn | undefined, context: ConditionContext): string {
  const column = orderBy === undefined ? undefined : context.column(orderBy);
  const parts = column ? [`${cellSql(column)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`] : [];
  // Without something that tells rows apart, pages of equal rows may overlap.
  if (id && id !== column) parts.push(id.sql);
  return parts.length === 0 ? '' : `ORDER BY ${parts.join(', ')}`;
}

/**
 * A page. Where rows have an id, the ids of the page are found first and the other columns are read for those alone: a page of a hundred
 * rows must not read a hundred million titles.
 */
export function pageSql(question: PageQuestion, from: string, row: RowColumns, context: ConditionContext): string {
  const { fields, offset, limit } = question;
  const { id, place } = row;
  const columns = fields.map((name) => context.column(name) as ClickColumn);
  const cells = [id ? id.sql : 'NULL', ...(place ? [`toFloat64(${place.lon})`, `toFloat64(${place.lat})`] : ['NULL', 'NULL']), ...columns.map(cellSql)];
  const select = cells.map((cell, index) => `${cell} AS __${index}`).join(', ');
  const where = whereSql(question, context);
  const order = orderSql(question, id, context);
  const page = `LIMIT ${offset}, ${limit}`;
  const oneStep = context.once.before(`SELECT ${select} FROM ${from} ${where} ${order} ${page}`);
  if (!id) return oneStep;
  const ids = `${id.sql} IN (${context.once.before(`SELECT ${id.sql} FROM ${from} ${where} ${order} ${page}`)})`;
  const twoSteps = context.once.before(`SELECT ${select} FROM ${from} ${where === '' ? 'WHERE' : `${where} AND`} ${ids} ${order} LIMIT ${limit}`);
  // Long lists stand in both steps.
  return isShort(twoSteps) ? twoSteps : oneStep;
}

/** One row of the answer. */
export function rowIn(cells: readonly Cell[], columns: readonly ClickColumn[], id: ClickColumn | undefined): RemoteRow {
  const [key, lon, lat, ...values] = cells;
  const place: [number, number] = [numberIn(lon), numberIn(lat)];
  return {
    ...(id && key !== null && { id: typeof key === 'string' ? key : numberIn(key) }),
    ...(place.every(Number.isFinite) && { place }),
    values: columns.map((column, index) => {
      const cell = values[index];
      if (cell === null || cell === undefined) return null;
      if (column.kind === 'text') return String(cell);
      const number = numberIn(cell);
      return column.kind === 'boolean' ? number === 1 : Number.isNaN(number) ? null : number;
    }),
  };
}
