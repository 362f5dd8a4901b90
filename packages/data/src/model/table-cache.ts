/** What is worked out from a table once and kept: masks of filters, categories and orders of columns. Thrown away with the table. */
import { YztError } from '@yizhangtu/base/errors';
import { binnedColumn } from './bins.js';
import { codeLabel } from './codes.js';
import { intersect, maskOf, type FilterContext } from './filters.js';
import { extentsOf } from './geometry.js';
import { groupingOf, type Grouping } from './grouping.js';
import { pickRows, rowOrderOf, type RowOrder } from './order.js';
import type { QueryContext } from './query.js';
import { placesOf } from './places.js';
import type { Filter, GroupKey } from './query-types.js';
import { regionGrouping, type RegionSet } from './region-join.js';
import type { Column, FieldSchema, Geometry, Table, TextColumn } from './types.js';

/** Combined masks kept at once; a page has few views that ignore different filters. */
const KEPT_MASKS = 12;

export class TableCache implements FilterContext, QueryContext {
  readonly rowCount: number;
  readonly geometry: Geometry;
  readonly #table: Table;
  readonly #field: (name: string) => FieldSchema;
  readonly #columns = new Map<string, Column>();
  readonly #groupings = new Map<string, Grouping>();
  readonly #searchWords = new Map<string, string[]>();
  /** Mask of each filter, by key. */
  readonly #masks = new Map<string, Uint8Array>();
  /** Combined masks by the keys that count, in JSON. */
  readonly #combined = new Map<string, { keys: readonly string[]; mask: Uint8Array }>();
  #order?: { field: string; order: RowOrder };
  readonly #regionSets: ReadonlyMap<string, RegionSet>;
  readonly #regionGroupings = new Map<string, Grouping>();
  #extents?: Float64Array;
  #places?: Float64Array;

  constructor(table: Table, field: (name: string) => FieldSchema, regions: ReadonlyMap<string, RegionSet>) {
    this.#table = table;
    this.#regionSets = regions;
    this.#field = field;
    this.rowCount = table.rowCount;
    this.geometry = table.geometry;
    for (const column of table.columns) this.#columns.set(column.name, column);
  }

  column(name: string): Column | undefined {
    return this.#columns.get(name);
  }

  grouping(by: string | GroupKey): Grouping {
    const { field, bin }: GroupKey = typeof by === 'string' ? { field: by } : by;
    const name = bin ? JSON.stringify([field, bin]) : field;
    let grouping = this.#groupings.get(name);
    const column = this.column(field);
    if (!grouping && column) {
      grouping = bin ? binnedColumn(column, bin) : groupingOf(column);
      this.#groupings.set(name, grouping);
    }
    return grouping ?? { codes: new Uint8Array(this.rowCount), keys: [] };
  }

  places(): Float64Array {
    this.#places ??= placesOf(this.geometry);
    return this.#places;
  }

  regions(name: string): Grouping | undefined {
    const set = this.#regionSets.get(name);
    let grouping = this.#regionGroupings.get(name);
    if (set && !grouping) {
      grouping = regionGrouping(this.places(), set.geometry, set.keys);
      this.#regionGroupings.set(name, grouping);
    }
    return grouping;
  }

  /** The regions under a name are others now. */
  regionsChanged(name: string): void {
    this.#regionGroupings.delete(name);
    this.#masks.clear();
    this.#combined.clear();
  }

  extents(): Float64Array {
    this.#extents ??= this.geometry.kind === 'shape' ? extentsOf(this.geometry) : new Float64Array(0);
    return this.#extents;
  }

  searched(): readonly Column[] {
    return this.#table.columns.filter((column) => column.kind === 'text' && !this.#field(column.name).internal);
  }

  searchText(column: TextColumn, code: number): string {
    let words = this.#searchWords.get(column.name);
    if (!words) {
      const field = this.#field(column.name);
      // A masked field is not searched: finding out by trying would undo the mask.
      words = column.dictionary.map((word) => (field.mask ? '' : searchable(word, field)));
      this.#searchWords.set(column.name, words);
    }
    return words[code] ?? '';
  }

  /** The filter under a key is another one now. */
  filterChanged(key: string): void {
    this.#masks.delete(key);
    for (const [name, { keys }] of this.#combined) if (keys.includes(key)) this.#combined.delete(name);
  }

  passing(filters: ReadonlyMap<string, Filter>, ignore: readonly string[]): Uint8Array {
    const keys = [...filters.keys()].filter((key) => !ignore.includes(key)).sort();
    const name = JSON.stringify(keys);
    const kept = this.#combined.get(name);
    if (kept) return kept.mask;
    const mask = this.#combine(keys, filters);
    if (this.#combined.size >= KEPT_MASKS) this.#combined.delete(this.#combined.keys().next().value as string);
    this.#combined.set(name, { keys, mask });
    return mask;
  }

  #combine(keys: readonly string[], filters: ReadonlyMap<string, Filter>): Uint8Array {
    const [first, ...others] = keys.map((key) => this.#mask(key, filters.get(key) as Filter));
    if (!first) return new Uint8Array(this.rowCount).fill(1);
    if (others.length === 0) return first;
    const mask = first.slice();
    for (const other of others) intersect(mask, other);
    return mask;
  }

  #mask(key: string, filter: Filter): Uint8Array {
    let mask = this.#masks.get(key);
    if (!mask) {
      mask = maskOf(filter, this);
      this.#masks.set(key, mask);
    }
    return mask;
  }

  /** All rows that pass, in order. @throws YztError `unknown-field` for a field the table does not have. */
  sortedRows(passing: Uint8Array, field: string | undefined, descending: boolean): Uint32Array {
    if (field === undefined || this.rowCount === 0) return passingRows(passing, descending);
    const column = this.column(field);
    if (!column) throw unknownField(field);
    if (this.#order?.field !== field) this.#order = { field, order: rowOrderOf(column) };
    const values = column.kind === 'text' ? column.codes : column.values;
    return pickRows(this.#order.order, passing, descending, (a, b) => values[a] === values[b]);
  }
}

function searchable(word: string, field: FieldSchema): string {
  const label = codeLabel(field, word);
  return (label ? `${word}\n${label.zh}\n${label.en}` : word).toLowerCase();
}

function passingRows(passing: Uint8Array, descending: boolean): Uint32Array {
  const rows = new Uint32Array(passing.length);
  let length = 0;
  for (let row = 0; row < passing.length; row++) if (passing[row] === 1) rows[length++] = row;
  const picked = rows.slice(0, length);
  return descending ? picked.reverse() : picked;
}

function unknownField(field: string): YztError {
  return new YztError('unknown-field', {
    zh: `数据集没有字段「${field}」，无法按它排序。请检查字段名（区分大小写）。`,
    en: `The dataset has no field "${field}" to order by. Check its name; case matters.`,
  });
}
