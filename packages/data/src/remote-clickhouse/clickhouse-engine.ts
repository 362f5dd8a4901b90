import type { YztError } from '@yizhangtu/base/errors';
import type { DerivedColumn } from '../model/derived-columns.js';
import type { Answer, Filter, GroupKey } from '../model/query-types.js';
import { fieldIn, fieldOf } from '../model/schemas.js';
import { suppressedAnswer } from '../model/suppress.js';
import type { DatasetSchema, FieldSchema } from '../model/types.js';
import { ended } from '../remote/desk.js';
import { Service, serviceError, shownService, type ServiceOptions } from '../remote/service.js';
import type { CellsAnswer, CellsQuestion, Description, Engine, GroupsQuestion, PageQuestion, RemoteRow } from '../remote/types.js';
import { cellsIn, cellsSql, type PlaneColumns } from './cells-sql.js';
import { clickColumn, clickColumns, numberSql, presentSql, type ClickColumn } from './columns.js';
import { whereSql, type ConditionContext } from './condition-sql.js';
import { exceptionError, refusesSettings } from './exceptions.js';
import { derivedColumns, type Derived } from './field-sql.js';
import { answerOf, type Rows } from './groups.js';
import { numberIn } from './answer.js';
import { coarseSql } from './mask-sql.js';
import { Once } from './once-sql.js';
import { pageSql, rowIn } from './page-sql.js';
import { quotedName, Values } from './values.js';

/** Which table, and which of its columns say what a row is and where. */
export interface ClickHouseOptions extends ServiceOptions {
  /** `table` or `database.table`. */
  readonly table: string;
  readonly lonField?: string | undefined;
  readonly latField?: string | undefined;
  /** Column that tells rows apart. Without it pages of rows may overlap, and a selection does not last. */
  readonly idField?: string | undefined;
  /** Columns with metres on the plane of equal area about a place, as tools/clickhouse makes them. Without them places are worked out for each question. */
  readonly plane?: PlaneColumns | undefined;
}

/** Parameters are known from this version on. */
const BINDS_FROM = 20;
/** Told to a server that knows them, from the same version on, where it lets itself be told. An older one would answer every question with an error first. */
const SETTINGS: Readonly<Record<string, string>> = { cancel_http_readonly_queries_on_client_close: '1', output_format_json_quote_denormals: '1', output_format_json_quote_64bit_integers: '1' };
const LON_NAMES = ['lon', 'lng', 'longitude', '经度'];
const LAT_NAMES = ['lat', 'latitude', '纬度'];

/** What is known of a table. */
interface Known {
  /** The table's own. */
  readonly own: readonly ClickColumn[];
  /** With those that are worked out. */
  readonly columns: readonly ClickColumn[];
  /** How those are shown that are worked out. */
  readonly shown: ReadonlyMap<string, FieldSchema>;
  /** Long expressions that they name. */
  readonly once: Once;
  readonly schema: DatasetSchema | undefined;
  readonly id: ClickColumn | undefined;
  readonly place: { readonly lon: string; readonly lat: string } | undefined;
  readonly plane: PlaneColumns | undefined;
}

function tableSql(table: string): string {
  const parts = table.trim().split('.');
  if (parts.length <= 2 && parts.every((part) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(part))) return parts.map(quotedName).join('.');
  throw serviceError('bad-attribute', { zh: `table="${table.slice(0, 80)}" 无法使用。请写成 库名.表名，例如 city.events。`, en: `table="${table.slice(0, 80)}" cannot be used. Write database.table, such as city.events.` });
}

/**
 * Answers questions with a table of ClickHouse, over HTTP. Names are those of the table's own columns, as far as the schema names them;
 * values are bound where the server knows how (from version 20), else written by one function; masks are laid on in the statement.
 */
export class ClickHouseEngine implements Engine {
  readonly label = 'ClickHouse';
  readonly #options: ClickHouseOptions;
  readonly #service: Service;
  readonly #table: string;
  #known?: Known | undefined;
  #binds = false;
  #settings = false;
  /** The server lets its users set nothing. */
  #refused = false;
  #number = 0;
  readonly #extents = new Map<string, Promise<readonly [number, number] | undefined>>();
  readonly #name = `yzt-${[...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-')}`;

  /** @throws YztError `bad-attribute` for an address or a table that cannot be used. */
  constructor(options: ClickHouseOptions) {
    this.#options = options;
    this.#service = new Service(options);
    this.#table = tableSql(options.table);
  }

  /** Small numbers are hidden in groups and not in totals, so there the total of a question is no answer to another. */
  get totalsWithGroups(): boolean {
    return this.#known !== undefined && !((this.#known.schema?.suppressBelow ?? 0) > 1);
  }

  async describe(schema: DatasetSchema | undefined, scope: readonly Filter[], signal: AbortSignal): Promise<Description> {
    const [version, described] = await Promise.all([this.#send('SELECT version()', signal), this.#send(`DESCRIBE TABLE ${this.#table}`, signal)]);
    this.#binds = Number.parseInt(String(version.data[0]?.[0]), 10) >= BINDS_FROM;
    this.#settings = this.#binds && !this.#refused;
    const types = described.data.map(([name, type]): [string, string] => [String(name), String(type)]);
    const known = this.#know(types, schema);
    this.#known = known;
    this.#extents.clear();
    const counted = await this.#run((context) => `SELECT count()${placeSql(known.place)} FROM ${this.#table} ${whereSql({ scope }, context)}`, signal);
    const [count, ...bounds] = (counted.data[0] ?? []).map(numberIn);
    const [west = NaN, south = NaN, east = NaN, north = NaN] = bounds;
    return {
      rowCount: count ?? 0,
      fields: known.columns,
      places: known.place !== undefined,
      ...(known.plane && { planeCenter: known.plane.about }),
      ...(west <= east && south <= north && (count ?? 0) > 0 && { bounds: [west, south, east, north] as const }),
    };
  }

  derive(derived: readonly DerivedColumn[]): readonly Derived[] {
    const known = this.#expect();
    const { columns, once, found } = derivedColumns(known.own, known.place, derived);
    for (const [name] of this.#extents) if (!columns.some((column) => column.name === name && known.columns.includes(column))) this.#extents.delete(name);
    this.#known = { ...known, columns: derived.length === 0 ? known.own : columns, shown: new Map(derived.map(({ field }) => [field.name, field])), once };
    return found;
  }

  async groups(question: GroupsQuestion, signal: AbortSignal): Promise<Answer> {
    const extents = await this.#extentsFor(question, signal);
    const answer = await answerOf(question, this.#table, (statement) => this.#run(statement, signal, extents));
    const { suppressBelow = 0 } = this.#expect().schema ?? {};
    return suppressBelow > 1 ? suppressedAnswer(answer, suppressBelow) : answer;
  }

  async page(question: PageQuestion, signal: AbortSignal): Promise<readonly RemoteRow[]> {
    const known = this.#expect();
    const extents = await this.#extentsFor(question, signal);
    const { data } = await this.#run((context) => pageSql(question, this.#table, known, context), signal, extents);
    const columns = question.fields.map((name) => known.columns.find((column) => column.name === name) as ClickColumn);
    return data.map((cells) => rowIn(cells, columns, known.id));
  }

  async cells(question: CellsQuestion, signal: AbortSignal): Promise<CellsAnswer> {
    if (!this.#expect().place) {
      throw serviceError('not-answerable', { zh: `表 ${this.#options.table} 没有经纬度列。请写 lon-field 和 lat-field。`, en: `the table ${this.#options.table} has no columns of longitude and latitude. Write lon-field and lat-field.` });
    }
    const { scope, conditions, parts = [] } = question;
    const extents = await this.#extentsFor({ scope, conditions: [...conditions, ...parts] }, signal);
    const { data } = await this.#run((context) => cellsSql(question, this.#table, this.#expect().plane, context), signal, extents);
    return cellsIn(data, question, this.#context(new Values(false), new Map()));
  }

  #know(types: readonly (readonly [string, string])[], schema: DatasetSchema | undefined): Known {
    const { lonField, latField, idField, plane } = this.#options;
    const named = (given: string | undefined, usual: readonly string[]): string | undefined => {
      if (given === undefined) return usual.find((name) => types.some(([one]) => one === name));
      if (types.some(([one]) => one === given)) return given;
      throw this.#noColumn(given);
    };
    const [lon, lat] = [named(lonField, LON_NAMES), named(latField, LAT_NAMES)];
    const id = named(idField, []);
    const idColumn = id === undefined ? undefined : clickColumn(id, types.find(([one]) => one === id)?.[1] ?? '', undefined);
    const hidden = [lon, lat, plane?.x, plane?.y].filter((name) => name !== undefined);
    const digits = schema?.placeDigits;
    const metres = (name: string): string => (/Float/.test(types.find(([one]) => one === name)?.[1] ?? 'Float') ? quotedName(name) : `toFloat64(${quotedName(name)})`);
    const degrees = (name: string): string => (digits === undefined ? quotedName(name) : coarseSql(quotedName(name), digits));
    const own = clickColumns(types, schema, hidden);
    return {
      own,
      columns: own,
      shown: new Map(),
      once: new Once(),
      schema,
      // A masked id would no longer tell rows apart.
      id: fieldOf(schema, 'id').mask || (id !== undefined && fieldOf(schema, id).mask) ? undefined : idColumn,
      place: lon !== undefined && lat !== undefined ? { lon: degrees(lon), lat: degrees(lat) } : undefined,
      // Metres on a plane are finer than places that are to be coarse.
      plane: digits === undefined ? plane && { x: metres(plane.x), y: metres(plane.y), about: plane.about } : undefined,
    };
  }

  #noColumn(name: string): YztError {
    return serviceError('unknown-field', { zh: `表 ${this.#options.table} 没有列「${name}」。请检查 lon-field、lat-field、id-field。`, en: `the table ${this.#options.table} has no column "${name}". Check lon-field, lat-field, id-field.` });
  }

  #expect(): Known {
    if (this.#known) return this.#known;
    throw serviceError('bad-argument', { zh: '尚未读取表结构。', en: 'the table has not been looked at yet.' });
  }

  #context(values: Values, extents: ReadonlyMap<string, readonly [number, number] | undefined>): ConditionContext {
    const { own, columns, shown, once, schema, place } = this.#expect();
    const about = (these: readonly ClickColumn[]): ConditionContext => ({
      values,
      columns: these,
      once,
      place: place && { lon: place.lon, lat: place.lat },
      column: (name) => these.find((column) => column.name === name),
      field: (name) => fieldIn(schema, name) ?? shown.get(name) ?? { name },
      extent: (name) => extents.get(name),
    });
    return columns === own ? about(own) : { ...about(columns), ofScope: about(own) };
  }

  /** Smallest and largest values of the fields that bins are about: edges come from all rows, so that bins stay while filters move. */
  async #extentsFor(question: Pick<GroupsQuestion, 'scope' | 'conditions'> & Partial<GroupsQuestion>, signal: AbortSignal): Promise<Map<string, readonly [number, number] | undefined>> {
    // Kept for all who ask, so one who does not wait any more must not end it.
    const fields = new Set([question.groupBy, question.splitBy].flatMap(binned));
    JSON.stringify(question.conditions, (_, value: unknown) => {
      for (const field of binned((value as { by?: GroupKey } | null)?.by)) fields.add(field);
      return value;
    });
    const found = await Promise.all([...fields].map(async (field) => [field, await this.#extentOf(field, question.scope)] as const));
    if (signal.aborted) throw ended();
    return new Map(found);
  }

  #extentOf(name: string, scope: readonly Filter[]): Promise<readonly [number, number] | undefined> {
    const known = this.#extents.get(name);
    if (known) return known;
    const column = this.#expect().columns.find((one) => one.name === name);
    if (!column) return Promise.resolve(undefined);
    const value = column.nullable || column.kind === 'text' ? `assumeNotNull(${numberSql(column)})` : numberSql(column);
    const present = column.kind === 'text' ? `isNotNull(${numberSql(column)})` : (presentSql(column) ?? '1');
    const when = column.storage === 'float' || column.kind === 'text' ? `${present} AND isFinite(${value})` : present;
    const asked = this.#run((context) => context.once.before(`SELECT minIf(${value}, ${when}), maxIf(${value}, ${when}), countIf(${when}) FROM ${this.#table} ${whereSql({ scope }, context)}`), new AbortController().signal).then(({ data }) => {
      const [min = NaN, max = NaN, count = 0] = (data[0] ?? []).map(numberIn);
      return count > 0 ? ([min, max] as const) : undefined;
    });
    this.#extents.set(name, asked);
    asked.catch(() => this.#extents.delete(name));
    return asked;
  }

  #run(statement: (context: ConditionContext) => string, signal: AbortSignal, extents: ReadonlyMap<string, readonly [number, number] | undefined> = new Map()): Promise<Rows> {
    const values = new Values(this.#binds);
    return this.#send(statement(this.#context(values, extents)), signal, values.parameters);
  }

  async #send(sql: string, signal: AbortSignal, parameters: ReadonlyMap<string, string> = new Map()): Promise<Rows> {
    const id = `${this.#name}-${++this.#number}`;
    const told = this.#settings;
    const stop = (): void => this.#kill(id);
    signal.addEventListener('abort', stop);
    try {
      const { status, text } = await this.#service.ask(this.#address(id, parameters), { method: 'POST', body: `${sql} FORMAT JSONCompact` }, signal);
      if (status === 200) return this.#rowsIn(text);
      if (told && refusesSettings(text)) {
        this.#refused = true;
        this.#settings = false;
        return await this.#send(sql, signal, parameters);
      }
      throw exceptionError(status, text, shownService(this.#service.url), this.#options.table);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  #address(id: string, parameters: ReadonlyMap<string, string>): URL {
    const url = new URL(this.#service.url.href);
    url.searchParams.set('query_id', id);
    if (this.#settings) for (const [name, value] of Object.entries(SETTINGS)) url.searchParams.set(name, value);
    for (const [name, value] of parameters) url.searchParams.set(`param_${name}`, value);
    return url;
  }

  /** An answer that begins well may still end in an exception: it has been sent before the server knew. */
  #rowsIn(text: string): Rows {
    try {
      const { data, totals } = JSON.parse(text) as Rows;
      if (Array.isArray(data)) return { data, ...(Array.isArray(totals) && { totals }) };
    } catch {
      // Said below.
    }
    throw exceptionError(200, text, shownService(this.#service.url), this.#options.table);
  }

  /** Ends a statement nobody waits for. Servers with `cancel_http_readonly_queries_on_client_close` do it by themselves. */
  #kill(id: string): void {
    const url = new URL(this.#service.url.href);
    url.searchParams.delete('query_id');
    this.#service.tell(url, `KILL QUERY WHERE query_id = '${id}' ASYNC`);
  }
}

function binned(by: string | GroupKey | undefined): string[] {
  return typeof by === 'object' && by.bin ? [by.field] : [];
}

/** Extent of the places; NaN and places beyond the poles are none. */
function placeSql(place: Known['place']): string {
  if (!place) return '';
  const { lon, lat } = place;
  const when = `ifNull(abs(${lat}) <= 90 AND isFinite(${lon}), 0)`;
  return [`minIf(${lon}, ${when})`, `minIf(${lat}, ${when})`, `maxIf(${lon}, ${when})`, `maxIf(${lat}, ${when})`].map((sql) => `, ${sql}`).join('');
}
