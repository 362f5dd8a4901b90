import { YztError } from '@yizhangtu/base/errors';
import type { Dataset } from '../model/dataset.js';
import { featureGeometry } from '../model/geometry.js';
import type { Answer, Filter, GroupKey, Query } from '../model/query-types.js';
import { fieldOf, kindsOf } from '../model/schemas.js';
import { suppressedAnswer } from '../model/suppress.js';
import type { DatasetSchema } from '../model/types.js';
import { Desk } from '../remote/desk.js';
import { serviceError } from '../remote/service.js';
import type { Conditions, Description, Engine, GroupsQuestion, PageQuestion, RemoteRow } from '../remote/types.js';
import { sayable, type ConditionContext } from './condition.js';
import type { Node } from './predicate.js';
import { rowsOf } from './rows.js';
import type { Described, FeatureServiceOptions, FeatureSource, PageField, PropertyType, Said, ServiceField } from './types.js';

/** Most rows fetched for one question when nobody says. */
const ROW_LIMIT = 20_000;
/** Sets of rows kept: those of all rows, and those of the last filters. */
const KEPT_SETS = 4;

const KINDS: Readonly<Record<PropertyType, PageField['kind']>> = { string: 'text', number: 'number', integer: 'number', boolean: 'boolean', date: 'date', 'date-time': 'date' };

/** What is known of a table. */
interface Known extends Described {
  readonly fieldsOfPage: readonly PageField[];
  readonly schema: DatasetSchema | undefined;
  readonly context: ConditionContext;
}

/** Conditions as the service understands them. */
interface Asked {
  readonly said: Said;
  /** No rows pass: nothing need be asked. */
  readonly none: boolean;
  /** The service says all of it; else the rest is looked at in the page. */
  readonly exact: boolean;
}

/**
 * Answers questions with a service of features, which filters and pages but does not sum up. Counts and pages are asked of it where it can be
 * told all conditions; groups, and whatever else it cannot be told, are worked out from the rows – all that meet what it can be told, if they
 * are few enough – by the dataset in memory, so that every answer is that of rows in memory.
 */
export class FeatureServiceEngine implements Engine {
  readonly label: string;
  readonly #source: FeatureSource;
  readonly #options: FeatureServiceOptions;
  readonly #limit: number;
  #sets = new Desk(2, KEPT_SETS, Infinity);
  #known?: Known;
  #rowCount = Infinity;

  constructor(source: FeatureSource, options: FeatureServiceOptions) {
    this.label = source.label;
    this.#source = source;
    this.#options = options;
    const { rowLimit } = options;
    this.#limit = rowLimit !== undefined && rowLimit > 0 ? Math.floor(rowLimit) : ROW_LIMIT;
  }

  async describe(schema: DatasetSchema | undefined, scope: readonly Filter[], signal: AbortSignal): Promise<Description> {
    const described = await this.#source.describe(signal);
    this.#know(described, schema);
    this.#sets = new Desk(2, KEPT_SETS, Infinity);
    this.#rowCount = await this.#countOf({ scope, conditions: [] }, signal);
    const { bounds, places } = described;
    return { rowCount: this.#rowCount, fields: (this.#known as unknown as Known).fieldsOfPage, places, ...(bounds && places && { bounds }) };
  }

  async groups(question: GroupsQuestion, signal: AbortSignal): Promise<Answer> {
    const { groupBy, measures } = question;
    const { suppressBelow = 0 } = this.#expect().schema ?? {};
    if (groupBy === undefined && measures.every(({ kind, field }) => kind === 'count' && field === undefined)) {
      const count = await this.#countOf(question, signal);
      const total = { key: null, count, values: measures.map(() => count) };
      return suppressBelow > 1 ? suppressedAnswer({ groups: [total], total }, suppressBelow) : { groups: [total], total };
    }
    const { conditions, ...query } = question;
    return (await this.#rowsFor(question, signal)).answer(conditions, (dataset) => dataset.query(query));
  }

  async page(question: PageQuestion, signal: AbortSignal): Promise<readonly RemoteRow[]> {
    const { conditions, fields, orderBy, descending = false, offset, limit } = question;
    const asked = this.#asked(question);
    if (asked.none) return [];
    const order = orderBy === undefined ? undefined : this.#expect().context.field(orderBy);
    if (asked.exact && (orderBy === undefined || (order && this.#sortable(order)))) {
      const wanted = this.#expect().fieldsOfPage.filter(({ name }) => fields.includes(name) || name === this.#options.idField).map(({ name }) => name);
      const found = await unlessRefused(this.#source.features({ said: asked.said, properties: wanted, ...(orderBy !== undefined && { orderBy, descending }), offset, limit }, signal));
      const dataset = found && (await rowsOf(found, { ...this.#rowOptions(), scope: [] }, signal));
      if (dataset) return remoteRows(dataset, dataset.rows().rows, fields);
    }
    const rows = await this.#rowsFor(question, signal);
    const page = { ...(orderBy !== undefined && { orderBy, descending }), offset, limit };
    return rows.answer(conditions, (dataset) => remoteRows(dataset, dataset.rows(page).rows, fields));
  }

  #know(described: Described, schema: DatasetSchema | undefined): void {
    const fields = fieldsOfPage(described.fields, schema);
    const { idField } = this.#options;
    if (idField !== undefined && !described.fields.some(({ name }) => name === idField)) {
      throw serviceError('unknown-field', { zh: `「${this.#options.table}」没有属性「${idField}」。请检查 id-field。`, en: `"${this.#options.table}" has no property "${idField}". Check id-field.` });
    }
    // Places that are to be coarse are not to be found out by windows either.
    const offers = schema?.placeDigits === undefined ? described.offers : { ...described.offers, area: 'none' as const };
    const context: ConditionContext = { offers, points: described.points, fields, field: (name) => fields.find((field) => field.name === name), schemaOf: (name) => fieldOf(schema, name) };
    this.#known = { ...described, fieldsOfPage: fields, schema, context };
  }

  #expect(): Known {
    if (this.#known) return this.#known;
    throw serviceError('bad-argument', { zh: '尚未读取服务说明。', en: 'the service has not been looked at yet.' });
  }

  /** The service puts values in the order the page would: numbers and instants; words it may order by rules of its own. */
  #sortable({ name, kind, service }: PageField): boolean {
    const { offers, schema } = this.#expect();
    const same = (kind === 'number' && (service.type === 'number' || service.type === 'integer')) || (kind === 'date' && (service.type === 'date' || service.type === 'date-time'));
    return offers.order && same && !fieldOf(schema, name).mask;
  }

  #rowOptions(): { fields: readonly PageField[]; idField: string | undefined; places: boolean; schema: DatasetSchema | undefined } {
    const { fieldsOfPage, places, schema } = this.#expect();
    const { idField } = this.#options;
    const masked = fieldOf(schema, 'id').mask || (idField !== undefined && fieldOf(schema, idField).mask);
    return { fields: fieldsOfPage, idField: masked ? '' : idField, places, schema };
  }

  /** Everything that must hold, one condition each, as far as the service can be told. */
  #asked({ scope, conditions }: Conditions): Asked {
    const all = [...scope, ...conditions].map((filter) => sayable(filter, this.#expect().context));
    const nodes = all.flatMap(({ condition }): Node[] => (typeof condition === 'boolean' ? [] : [condition]));
    const said = this.#source.say(nodes);
    return { said, none: all.some(({ condition }) => condition === false), exact: all.every(({ exact }) => exact) && nodes.every((node) => said.said.has(node)) };
  }

  async #countOf(question: Conditions, signal: AbortSignal): Promise<number> {
    const asked = this.#asked(question);
    if (asked.none) return 0;
    const count = asked.exact ? await unlessRefused(this.#source.count(asked.said, signal)) : undefined;
    if (count !== undefined) return count;
    return (await this.#rowsFor(question, signal)).answer(question.conditions, (dataset) => dataset.rows().total);
  }

  /**
   * The rows a question is about: all of the table where that is few enough, since the next question finds them there; else those that meet
   * what the service can be told.
   */
  async #rowsFor(question: Conditions & Partial<Query>, signal: AbortSignal): Promise<RowSet> {
    const { scope } = question;
    if (this.#rowCount <= this.#limit) return this.#rowSet({ scope, conditions: [] }, signal);
    const open = [question.groupBy, question.splitBy, ...binsIn(question.conditions)].find(isOpen);
    // Before anything is known all rows may be few, and nothing has bins yet.
    if (open && this.#rowCount !== Infinity) throw openBins(this.label, open.field, this.#limit);
    return this.#rowSet(question, signal);
  }

  async #rowSet({ scope, conditions }: Conditions, signal: AbortSignal): Promise<RowSet> {
    const inScope = this.#asked({ scope, conditions: [] });
    const asked = this.#asked({ scope, conditions });
    const rest = inScope.exact ? [] : scope;
    const key = JSON.stringify([asked.none, asked.said.parameters, rest]);
    const dataset = await this.#sets.ask(key, (stop) => this.#fetched(asked, rest, stop), signal);
    return new RowSet(dataset);
  }

  async #fetched({ said, none }: Asked, scope: readonly Filter[], signal: AbortSignal): Promise<Dataset> {
    const options = { ...this.#rowOptions(), scope };
    if (none) return rowsOf([], options, signal);
    // Asked first: what is too much must not be fetched.
    const count = await this.#source.count(said, signal);
    if (count !== undefined && count > this.#limit) throw tooManyRows(this.label, String(count), this.#limit);
    const features = await this.#source.features({ said, offset: 0, limit: this.#limit + 1 }, signal);
    if (features.length > this.#limit) throw tooManyRows(this.label, `> ${this.#limit}`, this.#limit);
    return rowsOf(features, options, signal);
  }
}

/** Fields of the service as the page has them: those of the schema, if it names any. */
export function fieldsOfPage(described: readonly ServiceField[], schema: DatasetSchema | undefined): PageField[] {
  const wanted = new Map(kindsOf(schema));
  const named = schema && new Set(schema.fields.map(({ name }) => name));
  return described.flatMap((service): PageField[] => {
    if (named && !named.has(service.name)) return [];
    const kind = wanted.get(service.name) ?? KINDS[service.type];
    return [{ name: service.name, kind: fieldOf(schema, service.name).mask === 'coarse' ? 'number' : kind, service, ...(service.type === 'date' && { dateOnly: true }), ...(service.type === 'integer' && { whole: true }) }];
  });
}

/** Rows in memory that several questions share; each puts its own filters on. */
class RowSet {
  readonly #dataset: Dataset;

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  answer<T>(conditions: readonly Filter[], ask: (dataset: Dataset) => T): T {
    const keys = new Set(conditions.map((filter) => JSON.stringify(filter)));
    for (const key of [...this.#dataset.filters.keys()]) if (!keys.has(key)) this.#dataset.setFilter(key, undefined);
    for (const filter of conditions) this.#dataset.setFilter(JSON.stringify(filter), filter);
    return ask(this.#dataset);
  }
}

/** Bins whose edges are those of all rows, not only of the ones that pass. */
function isOpen(by: string | GroupKey | undefined): by is GroupKey {
  if (typeof by !== 'object' || !by.bin || by.bin.kind === 'cycle' || by.bin.domain) return false;
  return by.bin.kind === 'time' || by.bin.breaks === undefined;
}

function binsIn(conditions: readonly Filter[]): GroupKey[] {
  return conditions.flatMap((filter): GroupKey[] => {
    if (filter.kind === 'group') return [filter.by];
    if (filter.kind === 'not') return binsIn([filter.filter]);
    return filter.kind === 'any' || filter.kind === 'all' ? binsIn(filter.filters) : [];
  });
}

/** An answer; undefined where the service does not take the question: some words are too much for some servers, and rows answer as well. */
async function unlessRefused<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (reason) {
    if (reason instanceof YztError && reason.code === 'query-failed') return undefined;
    throw reason;
  }
}

function remoteRows(dataset: Dataset, rows: Uint32Array, fields: readonly string[]): RemoteRow[] {
  const { ids, geometry } = dataset;
  return [...rows].map((row) => {
    const id = ids?.[row];
    const place = geometry.kind === 'point' ? ([geometry.coordinates[2 * row], geometry.coordinates[2 * row + 1]] as [number, number]) : undefined;
    const shape = geometry.kind === 'shape' ? featureGeometry(geometry, row) : null;
    return {
      ...(id !== undefined && id !== null && { id }),
      values: fields.map((field) => {
        const value = dataset.value(row, field);
        return value instanceof Date ? value.getTime() : value;
      }),
      ...(place?.every(Number.isFinite) && { place }),
      ...(shape && { geometry: shape }),
    };
  });
}

function tooManyRows(label: string, count: string, limit: number): YztError {
  return new YztError('not-answerable', {
    zh: `${label} 不能汇总，符合条件的有 ${count} 行，超过 row-limit（${limit}）而没有取回。请先筛选，或写大 row-limit，或改用 ClickHouse 等能统计的服务。`,
    en: `${label} cannot sum up, and ${count} rows, more than row-limit (${limit}), were not fetched. Filter first, raise row-limit, or take a service that can count, such as ClickHouse.`,
  });
}

function openBins(label: string, field: string, limit: number): YztError {
  return new YztError('not-answerable', {
    zh: `${label} 不能给出「${field}」的范围，数据又超过 row-limit（${limit}），分箱没有依据。请写明分箱的 breaks 或 domain。`,
    en: `${label} cannot tell the range of "${field}", and there are more rows than row-limit (${limit}): bins have no edges. Give the bins breaks or a domain.`,
  });
}
