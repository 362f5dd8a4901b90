import { asYztError, isAbort, YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import type { DatasetSource } from '../link/types.js';
import { Dataset, EMPTY } from '../model/dataset.js';
import { tableFromColumns, type ColumnsInput } from '../model/from-columns.js';
import { kindsOf } from '../model/schemas.js';
import type { DatasetSchema, ReadReport, Table } from '../model/types.js';
import { drive } from '../steps/drive.js';
import { namedFor, OWN_TAG } from '../readers/named-for.js';
import type { RawTable, ReadOptions } from '../readers/types.js';
import { ingest } from '../worker/client.js';
import type { IngestControl } from '../worker/types.js';
import { checkedSource } from './checked-source.js';

/** Data at hand: GeoJSON (object or list of features or records), columns, a table, or files: one `File`, or several that belong together. */
export type DataInput = object;

/** What is to be loaded. */
export interface LoadSource {
  /** Address, relative to the page. */
  readonly src?: string | undefined;
  /** Data at hand; wins over `src`. */
  readonly data?: DataInput | undefined;
  readonly options?: ReadOptions;
  readonly schema?: DatasetSchema | undefined;
  /** Columns that are left out as soon as they are read. */
  readonly without?: readonly string[] | undefined;
  /** Seconds. Default 30. */
  readonly timeLimit?: number | undefined;
  /** True to ask the server again. */
  readonly fresh?: boolean;
}

/** How a loading ended: `stale` was overtaken by a later one or cancelled. */
export type LoadOutcome = 'loaded' | 'failed' | 'stale';

function isTable(data: DataInput): data is Table {
  return 'rowCount' in data && 'geometry' in data && 'report' in data;
}

function isColumns(data: DataInput): data is ColumnsInput {
  const { coordinates, columns, geometry } = data as Partial<Record<string, unknown>>;
  return coordinates instanceof Float64Array || (typeof columns === 'object' && columns !== null && !Array.isArray(columns) && !('type' in data)) || (typeof geometry === 'object' && 'kind' in (geometry ?? {}));
}

/** True for a file, or a list of them. */
function isFiles(data: DataInput): data is Blob | readonly Blob[] {
  return data instanceof Blob || (Array.isArray(data) && data[0] instanceof Blob);
}

/** Loads data into one dataset, again and again: the last request wins, the others are aborted. */
export class DatasetLoader implements DatasetSource {
  readonly dataset = new Dataset();
  #loading = false;
  #progress?: number | undefined;
  #error?: YztError | undefined;
  #stop?: AbortController | undefined;
  /** The dataset shows the first rows of what is still under way. */
  #partial = false;
  /** Loads again: a source that wanted a login or could not be reached may be there now, because the host said `resume()` or the machine is online again. */
  onAgain?: () => void;
  readonly #subject?: Element | undefined;
  readonly #listeners = new Set<() => void>();

  /** @param subject Element that hints are about. */
  constructor(subject?: Element) {
    this.#subject = subject;
  }

  /** True while data is under way. */
  get loading(): boolean {
    return this.#loading;
  }

  /** Part done, 0 to 1; undefined while unknown. */
  get progress(): number | undefined {
    return this.#progress;
  }

  /** What went wrong last; undefined after a success. */
  get error(): YztError | undefined {
    return this.#error;
  }

  /** Calls `listener` after each change of `loading`, `progress` or `error`. Returns the function that ends it. */
  onState(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Loads a source; what the dataset had stays until the new rows are there. Never rejects: see `error`. */
  async load(source: LoadSource): Promise<LoadOutcome> {
    this.#stop?.abort();
    this.#dropFirst();
    const stop = new AbortController();
    this.#stop = stop;
    this.#set(true, undefined, undefined);
    const progress = (part: number | undefined): void => {
      if (!stop.signal.aborted) this.#set(true, part, undefined);
    };
    try {
      const onRows = (table: RawTable): void => {
        if (!stop.signal.aborted) this.#showFirst(withoutColumns(table, source.without));
      };
      const table = await this.#read(checkedSource(source, this.#subject), { signal: stop.signal, onProgress: progress, onRows });
      const placed = table.crs === undefined ? table : await (await import('./in-degrees.js')).inDegrees(table, source, stop.signal);
      if (stop.signal.aborted) return 'stale';
      this.#take(withoutColumns(placed, source.without));
      return 'loaded';
    } catch (reason) {
      if (stop.signal.aborted || isAbort(reason)) return 'stale';
      this.#dropFirst();
      const error = namedFor(asError(reason), this.#tag);
      this.#set(false, undefined, error);
      if (source.src && !source.data && (error.code === 'auth' || error.code === 'network')) void this.#awaitResume(absolute(source.src), stop);
      return 'failed';
    }
  }

  /** Stops what is under way. What the dataset has stays. */
  cancel(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#dropFirst();
    if (this.#loading) this.#set(false, undefined, undefined);
  }

  /** Until another loading begins, or this one is cancelled. */
  async #awaitResume(url: string, stop: AbortController): Promise<void> {
    const { onResume } = await import('../request/session.js');
    if (stop.signal.aborted) return;
    const end = onResume((origin) => {
      if (origin === undefined || origin === new URL(url).origin) this.onAgain?.();
    });
    stop.signal.addEventListener('abort', end);
  }

  async #read(source: LoadSource, control: IngestControl): Promise<RawTable> {
    const { data, src } = source;
    const options = { ...source.options, ...kindsOption(source.schema), keepCrs: true };
    if (data && isFiles(data)) {
      const { ingestFiles } = await import('./open-files.js');
      return ingestFiles(data, options, control);
    }
    if (data) return this.#readHere(data, options, control);
    if (src === undefined || src === '') throw new YztError('bad-argument', { zh: '<yzt-dataset>：没有 src，也没有 data。', en: '<yzt-dataset>: there is neither src nor data.' });
    const url = absolute(src);
    return ingest({ url, options, ...(source.timeLimit !== undefined && { timeLimit: source.timeLimit }), ...(source.fresh && { fresh: true }) }, control);
  }

  async #readHere(data: DataInput, options: ReadOptions, control: IngestControl): Promise<RawTable> {
    if (isTable(data)) return data;
    if (isColumns(data)) return tableFromColumns(data);
    // An object is read here in slices: to send it to the worker would cost as much as to read it.
    const { readingOf } = await import('../readers/read-table.js');
    return drive(readingOf({ json: data }, { name: 'data', ...options }), control);
  }

  #take(table: Table): void {
    this.dataset.setTable(table, this.#partial);
    this.#partial = false;
    this.#sayNotes(table.report);
    this.#set(false, 1, undefined);
  }

  /** First rows of a large source: in an empty dataset they are better than none; other rows stay until all the new ones are there. */
  #showFirst(table: RawTable): void {
    if (!this.#partial && this.dataset.rowCount > 0) return;
    this.dataset.setTable(table, this.#partial);
    this.#partial = true;
  }

  /** First rows without the rest are no data. */
  #dropFirst(): void {
    if (!this.#partial) return;
    this.#partial = false;
    this.dataset.setTable(EMPTY);
  }

  /** What a layer or chart loads for itself fails under its own name. */
  get #tag(): string {
    return this.#subject?.localName ?? OWN_TAG;
  }

  #sayNotes({ notes, total }: ReadReport): void {
    const tag = this.#tag;
    if (total === 0) {
      hint('empty-data', { zh: `<${tag}>：数据源没有任何记录。`, en: `<${tag}>: the source has no records.` }, this.#subject);
      return;
    }
    const told = notes.filter((note) => note.action !== 'kept');
    if (told.length === 0) return;
    hint(
      'features-skipped',
      { zh: `<${tag}>：${told.map((note) => note.text.zh).join('；')}。`, en: `<${tag}>: ${told.map((note) => note.text.en).join('; ')}.` },
      this.#subject,
    );
  }

  #set(loading: boolean, progress: number | undefined, error: YztError | undefined): void {
    this.#loading = loading;
    this.#progress = progress;
    this.#error = error;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Without what a page must not show: no view can ask for a column that is not there. */
function withoutColumns<T extends Table>(table: T, names: readonly string[] = []): T {
  return names.length > 0 ? { ...table, columns: table.columns.filter(({ name }) => !names.includes(name)) } : table;
}

function kindsOption(schema: DatasetSchema | undefined): Pick<ReadOptions, 'kinds'> {
  const kinds = kindsOf(schema);
  return kinds.length > 0 ? { kinds } : {};
}

function absolute(src: string): string {
  try {
    return new URL(src, document.baseURI).href;
  } catch (cause) {
    throw new YztError('bad-attribute', { zh: `<yzt-dataset src="${src}">：不是有效的地址。`, en: `<yzt-dataset src="${src}">: no valid address.` }, { cause });
  }
}

function asError(reason: unknown): YztError {
  return asYztError(reason, 'render-failed', {
    zh: `<yzt-dataset>：读取数据时出错（${String(reason)}）。`,
    en: `<yzt-dataset>: the data could not be read (${String(reason)}).`,
  });
}
