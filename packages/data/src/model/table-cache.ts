/** What is worked out from a table once and kept: categories, orders, extents, words to search. Thrown away with the table. */
import { YztError } from '@yizhangtu/base/errors';
import { atOnce, drive, pause, type Steps } from '../steps/drive.js';
import { inParts } from '../steps/in-parts.js';
import { binnedColumn } from './bins.js';
import { codeLabel } from './codes.js';
import { idsOf } from './feature.js';
import { extentsOf } from './geometry.js';
import { groupingOf, groupingSteps, type Grouping } from './grouping.js';
import { Kept } from './kept.js';
import { pickRows, plainRows, type Page, type RowOrder } from './order.js';
import { decoded, wordsOf } from './packed-text.js';
import type { Passing, PassingContext } from './passing-rows.js';
import { placesOf } from './places.js';
import type { QueryContext } from './query.js';
import type { Ahead, GroupKey, Query } from './query-types.js';
import { sortedRows } from './sorted-rows.js';
import { scaleOf, Tally } from './tally.js';
import type { Column, FieldSchema, Geometry, Table, TextColumn } from './types.js';

/** Orders kept at once; each holds four bytes a row. */
const KEPT_ORDERS = 4;
/** Tallies kept at once; a page has few views, and each asks one or two questions. */
const KEPT_TALLIES = 48;
/** Two-way tables kept at once; each holds four bytes a row. */
const KEPT_TABLES = 3;
/** Cells of a two-way table that are counted at once. */
const MAX_CELLS = 1 << 24;
/** Tables of fewer rows are put in order at once, and a filter that moves looks at all of them. */
const SMALL = 20_000;
/** Milliseconds of work between two pauses. */
const SLICE_MS = 8;
/** Words between two pauses. */
const WORD_STEP = 1 << 13;

export class TableCache implements PassingContext, QueryContext {
  readonly rowCount: number;
  readonly geometry: Geometry;
  readonly selection: () => ReadonlySet<number>;
  readonly #table: Table;
  readonly #field: (name: string) => FieldSchema;
  readonly #columns = new Map<string, Column>();
  readonly #groupings = new Map<string, Grouping>();
  readonly #crossed = new Kept<Uint32Array>(KEPT_TABLES);
  readonly #tallies = new Kept<Tally>(KEPT_TALLIES);
  readonly #scales = new Map<string, number>();
  readonly #searchWords = new Map<string, string[]>();
  readonly #orders = new Kept<RowOrder>(KEPT_ORDERS);
  /** What is being worked out in slices. */
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #small: number;
  #extents?: Float64Array;

  /** @param small Rows below which nothing is worked out ahead. */
  constructor(table: Table, field: (name: string) => FieldSchema, selection: () => ReadonlySet<number> = () => new Set(), small = SMALL) {
    this.selection = selection;
    this.#table = table;
    this.#field = field;
    this.#small = small;
    this.rowCount = table.rowCount;
    this.geometry = table.geometry;
    for (const column of table.columns) this.#columns.set(column.name, column);
  }

  column(name: string): Column | undefined {
    return this.#columns.get(name);
  }

  grouping(by: string | GroupKey): Grouping {
    const { field, bin }: GroupKey = typeof by === 'string' ? { field: by } : by;
    const name = groupingName(by);
    let grouping = this.#groupings.get(name);
    const column = this.column(field);
    if (!grouping && column) {
      grouping = bin ? binnedColumn(column, bin) : groupingOf(column);
      this.#groupings.set(name, grouping);
    }
    return grouping ?? { codes: new Uint8Array(this.rowCount), keys: [] };
  }

  isCrossed(rows: string | GroupKey, columns: string | GroupKey): boolean {
    return this.#crossed.get(JSON.stringify([rows, columns])) !== undefined;
  }

  *crossed(rows: string | GroupKey, columns: string | GroupKey): Steps<Uint32Array> {
    const name = JSON.stringify([rows, columns]);
    let cells = this.#crossed.get(name);
    if (!cells) {
      cells = yield* crossedCodes(this.grouping(rows), this.grouping(columns));
      this.#crossed.set(name, cells);
    }
    return cells;
  }

  tally(name: string, codes: Grouping['codes'] | undefined, size: number, passing: Passing): Tally {
    let tally = this.#tallies.get(name);
    if (!tally || tally.codes !== codes || tally.size !== size) {
      tally = new Tally(codes, size, passing.mask, this);
      this.#tallies.set(name, tally);
    }
    tally.follow(passing);
    return tally;
  }

  scaleOf(name: string): number {
    let scale = this.#scales.get(name);
    if (scale === undefined) {
      const column = this.column(name);
      scale = column ? scaleOf(column) : 0;
      this.#scales.set(name, scale);
    }
    return scale;
  }

  ids(): Table['ids'] {
    return idsOf(this.#table);
  }

  places(): Float64Array {
    return placesOf(this.geometry);
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
      words = atOnce(searchableWords(column, this.#field(column.name)));
      this.#searchWords.set(column.name, words);
    }
    return words[code] ?? '';
  }

  knownOrder(field: string): RowOrder | undefined {
    return this.#orders.get(field);
  }

  wantOrder(field: string): void {
    const column = this.column(field);
    // Whoever wants it is in the middle of a change: it begins after that.
    if (this.rowCount >= this.#small && (column?.kind === 'number' || column?.kind === 'date')) void pause().then(() => this.#prepareOrder(field));
  }

  /** Works out in slices what a question will need. Undefined if there is nothing to wait for. */
  prepare({ orderBy, query, search }: Ahead): Promise<void> | undefined {
    if (this.rowCount < this.#small) return undefined;
    const fields = query ? fieldsToGroup(query) : [];
    const columns = search === true ? this.searched() : (search ?? []).flatMap((name) => this.column(name) ?? []);
    const work = [orderBy === undefined ? undefined : this.#prepareOrder(orderBy), ...fields.map((field) => this.#prepareGrouping(field)), ...columns.map((column) => this.#prepareSearch(column))];
    const coming = work.filter((one): one is Promise<void> => one !== undefined);
    return coming.length > 1 ? Promise.all(coming).then(() => undefined) : coming[0];
  }

  #prepareOrder(field: string): Promise<void> | undefined {
    const column = this.column(field);
    if (!column || this.#orders.has(field)) return undefined;
    return this.#inSlices(`order ${field}`, () => sortedRows(column), (order) => this.#orders.set(field, order));
  }

  #prepareGrouping(field: string): Promise<void> | undefined {
    const [column, name] = [this.column(field), groupingName(field)];
    if (!column || this.#groupings.has(name) || (column.kind === 'text' && wordsOf(column) < this.#small)) return undefined;
    return this.#inSlices(`grouping ${field}`, () => groupingSteps(column), (grouping) => this.#groupings.set(name, grouping));
  }

  #prepareSearch(column: Column): Promise<void> | undefined {
    if (column.kind !== 'text' || wordsOf(column) < this.#small || this.#searchWords.has(column.name)) return undefined;
    const field = this.#field(column.name);
    return this.#inSlices(`search ${column.name}`, () => searchableWords(column, field), (words) => this.#searchWords.set(column.name, words));
  }

  #inSlices<T>(name: string, steps: () => Steps<T>, keep: (found: T) => void): Promise<void> {
    let work = this.#underWay.get(name);
    if (!work) {
      work = drive(steps(), { sliceMs: SLICE_MS }).then((found) => {
        this.#underWay.delete(name);
        keep(found);
      });
      this.#underWay.set(name, work);
    }
    return work;
  }

  /** A page of the rows that pass. @throws YztError `unknown-field` for a field the table does not have. */
  page(passing: Uint8Array, field: string | undefined, page: Page): Uint32Array {
    if (field === undefined || this.rowCount === 0) return plainRows(passing, page);
    const column = this.column(field);
    if (!column) throw unknownField(field);
    let order = this.#orders.get(field);
    if (!order) {
      order = atOnce(sortedRows(column));
      this.#orders.set(field, order);
    }
    const values = column.kind === 'text' ? column.codes : column.values;
    return pickRows(order, passing, page, (a, b) => values[a] === values[b]);
  }
}

/** Fields of a question whose different values are numbered: those it counts, and those it groups by without bins. */
function fieldsToGroup({ groupBy, splitBy, measures }: Query): string[] {
  const counted = measures.flatMap(({ kind, field }) => (kind === 'distinct' && field !== undefined ? [field] : []));
  const grouped = [groupBy, splitBy].flatMap((by) => (by === undefined ? [] : typeof by === 'string' ? [by] : by.bin ? [] : [by.field]));
  return [...new Set([...counted, ...grouped])];
}

/** Row and column of each row as one number; the last row and column of the table are those of missing values. */
function* crossedCodes(rows: Grouping, columns: Grouping): Steps<Uint32Array> {
  const [height, width] = [rows.keys.length + 1, columns.keys.length + 1];
  if (height * width > MAX_CELLS) {
    throw new YztError('bad-argument', {
      zh: `两个字段分别有 ${height - 1} 和 ${width - 1} 种取值，交叉后太多。请改用分箱，或换取值较少的字段。`,
      en: `The two fields have ${height - 1} and ${width - 1} values; crossed, that is too many. Use bins, or a field with fewer values.`,
    });
  }
  const cells = new Uint32Array(rows.codes.length);
  yield* inParts(cells.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const a = rows.codes[row] as number;
      const b = columns.codes[row] as number;
      cells[row] = (a < height ? a : height - 1) * width + (b < width ? b : width - 1);
    }
  });
  return cells;
}

function* searchableWords(column: TextColumn, field: FieldSchema): Steps<string[]> {
  yield* decoded(column);
  const { dictionary } = column;
  const words: string[] = [];
  for (const word of dictionary) {
    const label = codeLabel(field, word);
    words.push((label ? `${word}\n${label.zh}\n${label.en}` : word).toLowerCase());
    if (words.length % WORD_STEP === 0) yield words.length / dictionary.length;
  }
  return words;
}

function groupingName(by: string | GroupKey): string {
  const { field, bin }: GroupKey = typeof by === 'string' ? { field: by } : by;
  return JSON.stringify([field, bin]);
}

function unknownField(field: string): YztError {
  return new YztError('unknown-field', {
    zh: `数据集没有字段「${field}」，无法按它排序。请检查字段名（区分大小写）。`,
    en: `The dataset has no field "${field}" to order by. Check its name; case matters.`,
  });
}
