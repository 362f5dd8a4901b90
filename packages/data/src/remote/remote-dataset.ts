import type { YztError } from '@yizhangtu/base/errors';
import { inWords, pageLocale, type Locale } from '@yizhangtu/base/locale';
import type { DatasetLike, FieldInfo } from '../model/dataset-like.js';
import type { DerivedColumn } from '../model/derived-columns.js';
import type { DatasetFeature } from '../model/feature.js';
import type { Bounds } from '../model/geometry.js';
import type { Answer, Filter, Query, RowsAnswer, RowsQuery } from '../model/query-types.js';
import { fieldIn } from '../model/schemas.js';
import type { CellValue, DatasetSchema, FieldSchema, Geometry } from '../model/types.js';
import { countedBy, planeCenterOf } from './cells.js';
import { Desk, ended } from './desk.js';
import { FarFields } from './far-fields.js';
import { GroupBatch } from './group-batch.js';
import { checkFields, conditionsOf, fieldNamed } from './known-fields.js';
import { LinkedViews } from './linked-views.js';
import { remoteFeature } from './remote-feature.js';
import { PAGE, RowStore } from './row-store.js';
import { Troubles } from './troubles.js';
import type { CellsAnswer, CellsQuestion, Conditions, Description, Engine, HeldRows, Narrowed, NumberedRows, PageQuestion, RemoteRow } from './types.js';

/** A question about cells as a view puts it. */
export type CellsQuery = Omit<CellsQuestion, keyof Conditions> & Narrowed;

/**
 * Data whose rows stay with an engine that answers questions about them. Views use it as they use a `Dataset`; answers come as promises.
 * Rows get numbers as they come into the page, so selection and hover work on those that did.
 */
export class RemoteDataset extends LinkedViews implements DatasetLike {
  #engine?: Engine | undefined;
  #description?: Description | undefined;
  #described?: Promise<Description> | undefined;
  #fields: readonly FieldInfo[] = [];
  #stop?: AbortController | undefined;
  #schema?: DatasetSchema | undefined;
  #scope?: Filter | undefined;
  #version = 0;
  readonly #held = new Set<HeldRows>();
  #rows = new RowStore(this.#held);
  /** The second is for answers of very many rows, of which no more than two are kept. */
  readonly #desks = [new Desk(), new Desk(2, 2)] as const;
  readonly #batch = new GroupBatch((question, signal) => this.#put(['groups', question], (engine, stop) => engine.groups(question, stop), signal), () => this.#engine?.totalsWithGroups === true);
  readonly #derived = new FarFields();
  /** What goes wrong with the engine: the same trouble is one error, however many questions meet it. */
  readonly troubles = new Troubles();

  /** @param engine Who answers; may come later. */
  constructor(engine?: Engine) {
    super();
    this.#engine = engine;
  }

  /** Who answers. Setting it forgets what the one before has said; filters stay. */
  get engine(): Engine | undefined {
    return this.#engine;
  }

  set engine(engine: Engine | undefined) {
    if (engine === this.#engine) return;
    this.#engine = engine;
    this.#description = undefined;
    this.#fields = [];
    this.#renew();
  }

  /** A condition on every question that no view can see or take off: what this page is about. It is no protection, see docs/guide/scale.md. */
  get scope(): Filter | undefined {
    return this.#scope;
  }

  set scope(scope: Filter | undefined) {
    if (JSON.stringify(scope) === JSON.stringify(this.#scope)) return;
    this.#scope = scope;
    this.#renew();
  }

  /** Words, units, code lists and masks of the fields. Masks are laid on by the engine. Setting it tells all views. */
  get schema(): DatasetSchema | undefined {
    return this.#schema;
  }

  set schema(schema: DatasetSchema | undefined) {
    if (schema === this.#schema) return;
    this.#schema = schema;
    this.#renew();
  }

  /** Rows in all, within the scope; 0 until the engine has said it. */
  get rowCount(): number {
    return this.#description?.rowCount ?? 0;
  }

  get columns(): readonly FieldInfo[] {
    return this.#fields;
  }

  /** Places of the rows that are in this page. */
  get geometry(): Geometry {
    return this.#description?.places ? this.#rows.geometry : { kind: 'none' };
  }

  get bounds(): Bounds | undefined {
    return this.#description?.bounds;
  }

  /** Whole degrees about which cells of the ground lie; undefined until it is known where the rows are. */
  get planeCenter(): readonly [lon: number, lat: number] | undefined {
    return planeCenterOf(this.#description);
  }

  get version(): number {
    return this.#version;
  }

  column(name: string): FieldInfo | undefined {
    return this.#fields.find((field) => field.name === name);
  }

  field(name: string): FieldSchema {
    return fieldIn(this.schema, name) ?? this.#derived.field(name) ?? { name };
  }

  label(name: string, locale: Locale = pageLocale()): string {
    const { label } = this.field(name);
    return label ? inWords(label, locale) : name;
  }

  value(row: number, field: string): CellValue {
    const value = this.#rows.value(row, field);
    return typeof value === 'number' && this.column(field)?.kind === 'date' ? new Date(value) : value;
  }

  feature(row: number): DatasetFeature {
    return remoteFeature(this, this.#rows, row);
  }

  protected override isRow(row: number): boolean {
    return Number.isInteger(row) && row >= 0 && row < this.#rows.count;
  }

  /** Adds a field that the engine works out from others, or replaces it. Rows keep their numbers. */
  derive(column: DerivedColumn): void {
    this.#derived.set(column);
    this.#derivedChanged(this.#derived.from(column.field.name));
  }

  /** Adds a field that no view is told of, for questions of one: what others have asked stays as it is. @returns Whether the engine can work it out. */
  deriveAside(column: DerivedColumn): boolean {
    const { name } = column.field;
    if (!this.column(name) && this.#description) this.#fields = this.#derived.aside(column, this.#description.fields, this.#engine);
    return this.column(name) !== undefined;
  }

  underive(name: string): void {
    const names = this.#derived.from(name);
    if (this.#derived.delete(name)) this.#derivedChanged(names);
  }

  derivedError(name: string): YztError | undefined {
    return this.#derived.error(name);
  }

  /** Asks the engine what it has, or again. Questions wait for it. @throws YztError when the engine does not say. */
  async load(): Promise<void> {
    this.#renew();
    await this.#describe();
  }

  /** Questions end, answers are forgotten. Asking again starts anew. */
  close(): void {
    this.#stop?.abort();
    this.#described = undefined;
    for (const desk of this.#desks) desk.forget();
  }

  async query(query: Query & Narrowed, signal?: AbortSignal): Promise<Answer> {
    const { ignore, also, ...asked } = query;
    await this.#ready(signal);
    checkFields(this, [fieldNamed(query.groupBy), fieldNamed(query.splitBy), ...query.measures.map((measure) => measure.field)]);
    return this.#batch.ask({ ...asked, ...conditionsOf(this, this.#scope, { ignore, also }) }, signal);
  }

  async rows(query: RowsQuery = {}, signal?: AbortSignal): Promise<RowsAnswer> {
    const { ignore, orderBy, descending } = query;
    await this.#ready(signal);
    checkFields(this, [orderBy]);
    const fields = (query.fields ?? this.columns.map(({ name }) => name)).filter((name) => this.column(name) && !(query.fields === undefined && this.field(name).internal));
    const question = {
      ...conditionsOf(this, this.#scope, { ignore }),
      fields,
      offset: Math.max(0, Math.floor(query.offset ?? 0)),
      limit: Math.max(0, Math.floor(query.limit ?? PAGE)),
      ...(orderBy !== undefined && { orderBy, descending: descending === true }),
    };
    const put = (page: PageQuestion): Promise<readonly RemoteRow[]> => this.#put(['page', page], (engine, stop) => engine.page(page, stop), signal);
    const counted = this.query({ measures: [{ kind: 'count' }], ...(ignore && { ignore }) }, signal);
    const [page, { total }] = await Promise.all([put(question), counted]);
    // Where small numbers of groups are hidden so is a small total, but not the rows: they are counted as they come.
    const few = Number.isNaN(total.count) ? await put({ ...question, offset: 0, limit: this.schema?.suppressBelow ?? 0 }) : undefined;
    return { rows: this.#rows.take(page, fields, this.selection), total: few?.length ?? total.count };
  }

  /** Rows under the numbers they have in this page, for a view that holds them itself: their values are here as long as it does, see `hold`. */
  async numbered({ fields, limit, ...which }: Narrowed & Pick<PageQuestion, 'fields' | 'limit'>, signal?: AbortSignal): Promise<NumberedRows> {
    await this.#ready(signal);
    checkFields(this, fields);
    const question: PageQuestion = { ...conditionsOf(this, this.#scope, which), fields, limit, offset: 0 };
    const rows = await this.#put(['page', question], (engine, stop) => engine.page(question, stop), signal, this.#desks[1]);
    return { rows, numbers: this.#rows.numbersOf(rows) };
  }

  /** Takes note of rows that a view holds. Returns the function that ends it. */
  hold(held: HeldRows): () => void {
    this.#held.add(held);
    return () => this.#held.delete(held);
  }

  /** Keeps the values of selected rows that somebody holds and may let go: they are looked at wherever the map goes. */
  keep(): void {
    this.#rows.keep(this.selection, this.columns);
  }

  /** Whether the engine counts rows in cells. */
  get countsCells(): boolean {
    return this.#engine?.cells !== undefined;
  }

  /** Rows counted in cells. @throws YztError `not-answerable` for engines that cannot. */
  async cells(query: CellsQuery, signal?: AbortSignal): Promise<CellsAnswer> {
    const { ignore, also, ...asked } = query;
    await this.#ready(signal);
    checkFields(this, [query.measure.field]);
    const question: CellsQuestion = { ...asked, ...conditionsOf(this, this.#scope, { ignore, also }) };
    return this.#put(['cells', question], (engine, stop) => countedBy(engine, question, stop), signal);
  }

  /** The field that changed, and those after it. */
  #derivedChanged([name = '', ...later]: readonly string[]): void {
    const known = this.column(name) !== undefined;
    if (this.#description) this.#tell(this.#description);
    // What the engine cannot work out is no news to anybody.
    if (this.#description && !known && !this.column(name)) return;
    for (const one of [name, ...later]) this.#rows.forget(one);
    this.#version++;
    this.state.tell('data');
  }

  /** Tells the engine of the worked-out fields. */
  #tell({ fields }: Description): void {
    this.#derived.tell(this.#engine);
    this.#fields = this.#derived.shown(fields);
  }

  #renew(): void {
    this.#stop?.abort();
    this.#described = undefined;
    for (const desk of this.#desks) desk.forget();
    this.#rows = new RowStore(this.#held);
    this.#version++;
    this.state.dropRows();
    this.state.tell('data');
  }

  #describe(): Promise<Description> {
    if (this.#described) return this.#described;
    const stop = new AbortController();
    this.#stop = stop;
    const described = this.troubles.watch(this.#ask(stop.signal)).then((description) => {
      if (stop.signal.aborted) throw ended();
      this.#description = description;
      this.#tell(description);
      this.state.tell('data');
      return description;
    });
    this.#described = described;
    // Asked again once it has failed: by the next question.
    described.catch(() => {
      if (this.#described === described) this.#described = undefined;
    });
    return described;
  }

  async #ask(signal: AbortSignal): Promise<Description> {
    const engine = this.#engine;
    // Setting engine, schema and scope one after another is one change.
    await Promise.resolve();
    if (!engine || signal.aborted) throw ended();
    return engine.describe(this.#schema, this.#scope ? [this.#scope] : [], signal);
  }

  async #ready(signal: AbortSignal | undefined): Promise<void> {
    await this.#describe();
    if (signal?.aborted) throw ended();
  }

  #put<T>(key: readonly unknown[], run: (engine: Engine, signal: AbortSignal) => Promise<T>, signal: AbortSignal | undefined, desk = this.#desks[0]): Promise<T> {
    const engine = this.#engine;
    if (!engine) return Promise.reject(ended());
    return desk.ask(JSON.stringify([this.#version, ...key]), (stop) => this.troubles.watch(run(engine, stop)), signal);
  }
}
