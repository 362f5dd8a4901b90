import { rowsAreHere, type DatasetLike, type Key } from '@yizhangtu/data/model';
import { Memo } from '../chart/memo.js';

/** Beyond so many rows no index is made: it would take longer than anybody hovers. */
const MOST_ROWS = 200_000;

/** Finds the row of a value of a field, and of a value of a second one, so that other views can show it. */
export class HoverRows {
  readonly #index = new Memo<ReadonlyMap<string, number>>();

  /** Number of the only row with these values; −1 for none or several, and where the rows are elsewhere. */
  rowOf(dataset: DatasetLike | undefined, fields: readonly string[], keys: readonly Key[]): number {
    if (!dataset || !rowsAreHere(dataset) || dataset.rowCount > MOST_ROWS) return -1;
    const index = this.#index.of([dataset, dataset.version, fields.join('\u0000')], () => {
      const rows = new Map<string, number>();
      for (let row = 0; row < dataset.rowCount; row += 1) {
        const name = nameOf(fields.map((field) => dataset.value(row, field)));
        rows.set(name, rows.has(name) ? -1 : row);
      }
      return rows;
    });
    return index.get(nameOf(keys)) ?? -1;
  }
}

function nameOf(values: readonly unknown[]): string {
  return values.map((value) => (value instanceof Date ? value.getTime() : String(value))).join('\u0000');
}
