import type { Locale } from '@yizhangtu/base/locale';
import { rowsAreHere, type DatasetLike } from '@yizhangtu/data/model';
import { fieldList } from '../popup/popup-rows.js';
import type { ChooserField } from './column-chooser.js';
import {
  movedField,
  shownFields,
  tableColumns,
  tableFields,
  toggledName,
  widthList,
  widthWords,
  type TableColumn,
} from './table-columns.js';

/** The attributes of a table that say which columns it has. */
export interface ColumnHost {
  fields?: string | undefined;
  pinned?: string | undefined;
  widths?: string | undefined;
  readonly locale: Locale;
}

/** Columns as the attributes have them: detail of `yzt-columns-change`. */
export interface TableColumns {
  readonly fields: string;
  readonly pinned: string;
  readonly widths: string;
}

/** Columns, and what they were worked out from. */
interface Kept {
  readonly key: string;
  readonly dataset: DatasetLike;
  readonly schema: unknown;
  /** Rows of another place were looked at. */
  readonly sampled: boolean;
  readonly columns: readonly TableColumn[];
}

/** The columns of a table: worked out once for what the attributes say, and changed by writing the attributes anew. */
export class ColumnModel {
  readonly #host: ColumnHost;
  readonly #tell: (columns: TableColumns) => void;
  #kept?: Kept;

  /** @param tell Called when the reader has changed the columns. */
  constructor(host: ColumnHost, tell: (columns: TableColumns) => void) {
    this.#host = host;
    this.#tell = tell;
  }

  /**
   * The columns of a dataset. The same list until something changes.
   * @param come Rows to take widths from where the others are elsewhere; asked until there are some.
   */
  columns(dataset: DatasetLike, come: () => readonly number[] = () => []): readonly TableColumn[] {
    const { fields, pinned, widths, locale } = this.#host;
    const key = JSON.stringify([dataset.version, fields, pinned, widths, locale]);
    const kept = this.#kept;
    const same = kept?.key === key && kept.dataset === dataset && kept.schema === dataset.schema;
    const sample = same && kept.sampled ? [] : rowsAreHere(dataset) ? [] : come();
    if (!same || sample.length > 0) {
      const choice = { fields: fieldList(fields), pinned: fieldList(pinned), widths: widthList(widths) };
      this.#kept = { key, dataset, schema: dataset.schema, sampled: sample.length > 0, columns: tableColumns(dataset, choice, locale, sample) };
    }
    return (this.#kept as Kept).columns;
  }

  /** All fields for the list of columns: the shown ones in order, then the others. */
  chooserFields(dataset: DatasetLike): ChooserField[] {
    const shown = this.columns(dataset);
    const others = tableFields(dataset).filter((name) => !shown.some(({ field }) => field === name));
    return [
      ...shown.map(({ field, label, pinned }) => ({ field, label, shown: true, pinned })),
      ...others.map((field) => ({ field, label: dataset.label(field, this.#host.locale), shown: false, pinned: false })),
    ];
  }

  /** Shows a field, or hides it. */
  show(dataset: DatasetLike, field: string): void {
    this.#write({ fields: toggledName(this.#order(dataset), field) });
  }

  /** Keeps a field at the left, or lets it go. */
  pin(field: string): void {
    this.#write({ pinned: toggledName(fieldList(this.#host.pinned), field) });
  }

  /** Moves a field by so many places. */
  move(dataset: DatasetLike, field: string, by: number): void {
    this.#write({ fields: movedField(this.#order(dataset), field, by) });
  }

  /** Moves a field to the place of another; next to a pinned one it is pinned too. */
  moveOnto(dataset: DatasetLike, field: string, onto: string): void {
    const order = this.#order(dataset);
    const pinned = fieldList(this.#host.pinned);
    const fields = movedField(order, field, order.indexOf(onto) - order.indexOf(field));
    this.#write({ fields, ...(pinned.includes(field) !== pinned.includes(onto) && { pinned: toggledName(pinned, field) }) });
  }

  /** Makes a column so wide, px at text size 100 %; `undefined` fits its words. With `done` the page is told. */
  resize(field: string, width: number | undefined, done: boolean): void {
    const widths = widthList(this.#host.widths);
    if (width === undefined) widths.delete(field);
    else widths.set(field, width);
    this.#write({ widths }, done);
  }

  /** Back to the columns of the schema. */
  reset(): void {
    this.#write({ fields: [], pinned: [], widths: new Map() });
  }

  #order(dataset: DatasetLike): string[] {
    const { fields, pinned } = this.#host;
    const names = shownFields(dataset, fieldList(fields));
    const held = fieldList(pinned);
    return [...names.filter((name) => held.includes(name)), ...names.filter((name) => !held.includes(name))];
  }

  #write(
    next: { fields?: readonly string[]; pinned?: readonly string[]; widths?: ReadonlyMap<string, number> },
    tell = true,
  ): void {
    const host = this.#host;
    if (next.fields) host.fields = next.fields.join(' ');
    if (next.pinned) host.pinned = next.pinned.join(' ');
    if (next.widths) host.widths = widthWords(next.widths);
    if (tell) this.#tell({ fields: host.fields ?? '', pinned: host.pinned ?? '', widths: host.widths ?? '' });
  }
}
