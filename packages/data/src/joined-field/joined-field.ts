import { property } from 'lit/decorators.js';
import { YztError } from '@yizhangtu/base/errors';
import { FieldElement } from '../field/field-element.js';
import { copiedColumn } from '../join/copied-column.js';
import { regionColumn } from '../join/region-column.js';
import { keyedValues, valueColumn, type KeyedValues } from '../join/value-column.js';
import { DatasetController, DatasetLikeController } from '../link/dataset-controller.js';
import { QueryController, type QueryNeed } from '../link/query-controller.js';
import { wholeOf, type DatasetLike } from '../model/dataset-like.js';
import type { Dataset } from '../model/dataset.js';
import { blankColumn, type DerivedColumn } from '../model/derived-columns.js';
import { measureFrom, parsedMeasure } from '../model/measures.js';
import type { Column, FieldSchema } from '../model/types.js';
import { figureLike, sameRows, sameValues, valueLike } from './joined-schema.js';

/**
 * A field of a dataset that comes from another one. By key: `measure` counts or adds up the rows that have the key
 * (`<yzt-joined-field name="venues" from="venues" key="adcode" from-key="district">` inside the districts), `value-field` takes a value of
 * the first of them. By place, without `key`: the value of the polygon each row lies in.
 *
 * It follows the other dataset: a figure counts what the filters there leave, so that a choropleth of districts moves with a filter of venues.
 * Layers, filters, charts and tables use it like any other field. Rows that stay with ClickHouse get it there, up to some thousand keys
 * or corners of polygons, those of an OGC API or a WFS in the page as they come; values taken from a table on a server come into the page, of at most 20,000 rows.
 * @tag yzt-joined-field
 * @summary A field from another dataset, joined by key or by place.
 * @fires yzt-error - The datasets cannot be joined like this; the field is missing then.
 */
export class YztJoinedField extends FieldElement {
  /** The other dataset: its id, or a `Dataset`. */
  @property() from: string | DatasetLike | undefined;
  /** Field of the own rows that holds the key: a code or a name. Without it rows are joined by the polygon they lie in. */
  @property() key?: string;
  /** Field of the other rows that holds the key. Default: `key`. */
  @property({ attribute: 'from-key' }) fromKey?: string;
  /** What is measured of the other rows with the key: `count`, `sum:areaM2`, … Default without `value-field`: `count`. */
  @property() measure?: string;
  /** Field whose value is taken from the first row with the key, or from the polygon around the place. */
  @property({ attribute: 'value-field' }) valueField?: string;
  /** Measures all other rows, also those that filters leave out. */
  @property({ type: Boolean, attribute: 'ignore-filters' }) ignoreFilters = false;

  #made?: { readonly about: readonly unknown[]; readonly column: DerivedColumn | undefined };
  #values: KeyedValues = new Map();
  readonly #from = new DatasetLikeController(this, { given: () => this.from });
  /** Values are taken from any row, whatever is filtered; those of data elsewhere come into the page. */
  readonly #rows = new DatasetController(this, { given: () => (this.valueField ? this.from : undefined), need: () => ({ beyond: 'all' }) });
  readonly #query = new QueryController(this, () => this.#need());

  protected override definition(schema: FieldSchema): DerivedColumn | undefined {
    const { dataset } = this.#from;
    if (!dataset) return this.from ? this.#awaited(schema, this.valueField ? 'text' : 'number') : undefined;
    return this.valueField ? this.#taken(schema, this.valueField) : this.#measured(schema, dataset);
  }

  #need(): QueryNeed | undefined {
    const { dataset } = this.#from;
    const groupBy = this.fromKey || this.key;
    if (!dataset || !groupBy || this.valueField || dataset.columns.length === 0) return undefined;
    // What cannot be read is said where the field is defined.
    const measure = measureFrom(this.measure || 'count');
    return measure && { dataset, query: { groupBy, measures: [measure], ...(this.ignoreFilters && { ignore: [...dataset.filters.keys()] }) } };
  }

  #measured(schema: FieldSchema, from: DatasetLike): DerivedColumn | undefined {
    const { key } = this;
    if (!key) throw new YztError('bad-attribute', { zh: '没有写 key。请写存放编码的字段，例如 key="adcode"；按位置关联时写 value-field。', en: 'key is not set. Name the field that holds the code, such as key="adcode"; to join by place, set value-field.' });
    const measure = parsedMeasure(this.measure || 'count', this.localName);
    if (this.#query.error && !this.#query.answer) throw this.#query.error;
    const { answer } = this.#query;
    if (!answer) return this.#made?.column ?? this.#awaited(schema, 'number');
    const values = keyedValues(answer);
    // A field that is told again makes everybody draw again.
    if (!sameValues(values, this.#values)) this.#values = values;
    const look = figureLike(schema, measure, measure.field === undefined ? undefined : from.field(measure.field));
    const none = ['count', 'sum', 'distinct'].includes(measure.kind) ? 0 : Number.NaN;
    return this.#of([this.#values, key, JSON.stringify(look)], () => valueColumn(look, key, this.#values, none));
  }

  #taken(schema: FieldSchema, name: string): DerivedColumn | undefined {
    const { dataset: from, error } = this.#rows;
    // Whatever else is wrong with the other dataset, that one says itself.
    if (error?.code === 'needs-rows') throw error;
    if (!from || from.columns.length === 0) return this.#awaited(schema, from?.field(name).kind ?? 'text');
    const values = from.column(name);
    if (!values) throw unknown('value-field', name);
    const look = valueLike(schema, from.field(name), this.label === undefined || this.label === '');
    const { key } = this;
    // Each coming of rows from elsewhere is a new list, of the same rows or others.
    const same = wholeOf(from) === from ? Object.is : sameRows;
    if (key) {
      const keys = from.column(this.fromKey || key);
      if (!keys) throw unknown('from-key', this.fromKey || key);
      return this.#of([keys, values, key, JSON.stringify(look)], () => copiedColumn(look, key, { keys, values }), same);
    }
    if (from.geometry.kind !== 'shape') throw new YztError('bad-attribute', { zh: 'from 的数据没有面，无法按位置关联。请写 key，或换成面数据。', en: 'the data of from has no polygons to join by place. Set key, or name a dataset of polygons.' });
    return this.#of([from.geometry, values, JSON.stringify(look)], () => regionColumn(look, { geometry: from.geometry, keys: wordsOf(from, name) }), same);
  }

  /** Missing values until the other dataset is there: whoever uses the field waits, and nobody misses it. */
  #awaited(field: FieldSchema, kind: Column['kind']): DerivedColumn | undefined {
    const blank: DerivedColumn = {
      field,
      uses: [],
      kind: () => kind,
      far: () => ({ by: field.name, values: new Map() }),
      *steps({ rowCount }) {
        yield 0;
        return blankColumn(kind, field.name, rowCount);
      },
    };
    return this.#of([kind, JSON.stringify(field)], () => blank);
  }

  /** The same column as long as it would hold the same: two datasets that join each other come to rest. */
  #of(about: readonly unknown[], make: () => DerivedColumn, same: (one: unknown, other: unknown) => boolean = Object.is): DerivedColumn | undefined {
    if (this.#made?.about.length !== about.length || !about.every((part, index) => same(part, this.#made?.about[index]))) this.#made = { about, column: make() };
    return this.#made.column;
  }
}

function unknown(attribute: string, name: string): YztError {
  return new YztError('unknown-field', { zh: `${attribute}="${name}"，from 的数据没有这个字段。请检查字段名（区分大小写）。`, en: `${attribute}="${name}": the data of from has no such field. Check its name; case matters.` });
}

function wordsOf(from: Dataset, name: string): (string | number | null)[] {
  return Array.from({ length: from.rowCount }, (_, row) => {
    const value = from.value(row, name);
    return value === null || typeof value === 'number' ? value : String(value);
  });
}
