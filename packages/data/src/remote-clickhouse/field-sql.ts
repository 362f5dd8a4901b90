/** Fields that are worked out from others, as columns whose SQL is an expression. */
import { YztError } from '@yizhangtu/base/errors';
import type { DerivedColumn } from '../model/derived-columns.js';
import { derivedFields } from '../remote/derived-fields.js';
import type { ClickColumn } from './columns.js';
import { ExpressionSql } from './expression-sql.js';
import { lookupSql } from './lookup-sql.js';
import { LISTS, Once } from './once-sql.js';
import { regionSql } from './region-sql.js';

/** Longest expression of a field: a question has it several times, and a server reads no more than 256 KiB. */
const LONGEST = 12_000;

/** What a field is, or why it cannot be. */
export type Derived = ClickColumn | YztError;

/** Where rows are, as SQL. */
type Place = { readonly lon: string; readonly lat: string } | undefined;

/** All columns of a table, those worked out among them. */
export interface WithDerived {
  readonly columns: readonly ClickColumn[];
  /** Long expressions that columns name. */
  readonly once: Once;
  /** What each worked-out one is. */
  readonly found: readonly Derived[];
}

/** The columns of a table with worked-out ones, each in the place of one of its name. Each may use those before it. */
export function derivedColumns(own: readonly ClickColumn[], place: Place, derived: readonly DerivedColumn[]): WithDerived {
  const once = new Once();
  const { fields, found } = derivedFields(own, derived, (one, kindOf, before) => derivedColumn(one, kindOf, before, place, once));
  return { columns: fields, once, found };
}

function derivedColumn(derived: DerivedColumn, kindOf: () => ClickColumn['kind'], columns: ReadonlyMap<string, ClickColumn>, place: Place, once: Once): ClickColumn {
  const { name } = derived.field;
  const far = derived.far?.();
  if (!far) throw notHere({ zh: '服务器不能给每一行算这个字段', en: 'the server cannot work this field out for each row' });
  const kind = kindOf();
  if ('expression' in far) {
    const { sql } = new ExpressionSql(far.expression, columns, far.now());
    if (sql.length > LONGEST) throw notHere({ zh: '这个字段写成的查询语句太长', en: 'the statement for this field is too long' });
    return valueColumn(name, kind, sql);
  }
  const sql = once.name('by' in far ? lookupSql(far, kind, columns.get(far.by), once) : regionSql(far.regions, place, once));
  once.before(sql, LISTS);
  return valueColumn(name, kind, sql);
}

/** A column over an expression: NaN is missing in numbers and instants (ms), NULL in texts; of what is true or not 0, 1 missing, 2. */
function valueColumn(name: string, kind: ClickColumn['kind'], sql: string): ClickColumn {
  switch (kind) {
    case 'text':
      return { name, kind, storage: 'string', nullable: true, sql };
    case 'boolean':
      return { name, kind, storage: 'boolean', nullable: true, sql: `(nullIf(${sql}, 1) > 1)` };
    case 'date':
      return { name, kind, storage: 'instant', nullable: false, sql };
    case 'number':
      return { name, kind, storage: 'float', nullable: false, sql };
  }
}

function notHere(why: { readonly zh: string; readonly en: string }): YztError {
  return new YztError('not-answerable', { zh: `${why.zh}。请在服务器的表里加这一列。`, en: `${why.en}. Add the column to the table of the server.` });
}
