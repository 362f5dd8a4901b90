import { YztError } from '@yizhangtu/base/errors';
import type { Dataset } from '../model/dataset.js';
import type { FieldInfo } from '../model/dataset-like.js';
import type { DerivedColumn } from '../model/derived-columns.js';
import { featureGeometry } from '../model/geometry.js';
import type { Answer, Filter, GroupKey, Query } from '../model/query-types.js';
import { fieldIn, fieldOf } from '../model/schemas.js';
import { suppressedAnswer } from '../model/suppress.js';
import type { DatasetSchema } from '../model/types.js';
import { Desk } from '../remote/desk.js';
import { serviceError } from '../remote/service.js';
import type { Conditions, Description, Engine, GroupsQuestion, PageQuestion, RemoteRow } from '../remote/types.js';
import { sayable, type ConditionContext } from './condition.js';
import { fieldsOfPage } from './page-fields.js';
import type { Node } from './predicate.js';
import { openBins, TooMany, tooManyRows } from './refusals.js';
import { RowSet } from './row-set.js';
import { rowsOf } from './rows.js';
import type { Described, FeatureServiceOptions, FeatureSource, FeaturesQuestion, PageField, Said } from './types.js';
import { WorkedOut } from './worked-out.js';

/** Most rows fetched for one question when nobody says. */
const ROW_LIMIT = 20_000;
/** Sets of rows kept: those of all rows, and those of the last filters. */
const KEPT_SETS = 4;
/** Pages kept, and counts, so that another value of a worked-out field asks the service for nothing; and for how long. */
const [KEPT_PAGES, KEPT_COUNTS, KEPT_MS] = [4, 64, 60_000];

/** What has been learned from a service, until it is looked at again. */
class Kept {
  readonly sets = new Desk(2, KEPT_SETS, Infinity);
  readonly pages = new Desk(4, KEPT_PAGES, KEPT_MS);
  readonly counts = new Desk(4, KEPT_COUNTS, KEPT_MS);
}

/** What is known of a table. */
interface Known extends Described {
  /** Fields of the service. */
  readonly own: readonly PageField[];
  readonly workedOut: WorkedOut;
  readonly schema: DatasetSchema | undefined;
  /** What conditions of the scope are about: fields of the service alone, since the scope counts before anything is worked out. */
  readonly ofScope: ConditionContext;
  /** What other conditions are about: all fields. */
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
  #kept = new Kept();
  #known?: Known;
  #derived: readonly DerivedColumn[] = [];
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
    const { own, bounds, places } = this.#know(described, schema);
    this.#kept = new Kept();
    this.#rowCount = await this.#countOf({ scope, conditions: [] }, signal);
    return { rowCount: this.#rowCount, fields: own, places, ...(bounds && places && { bounds }) };
  }

  /** They are worked out in the page, on rows that came: those that are here already do not come again. */
  derive(columns: readonly DerivedColumn[]): readonly (FieldInfo | YztError)[] {
    this.#derived = columns;
    return this.#know(this.#expect(), this.#expect().schema).workedOut.found;
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
    const { columns } = this.#expect().workedOut;
    return (await this.#rowsFor(question, signal)).answer({ conditions, columns }, (dataset) => dataset.ask(query, signal), signal);
  }

  async page(question: PageQuestion, signal: AbortSignal): Promise<readonly RemoteRow[]> {
    const { conditions, fields, orderBy, descending = false, offset, limit } = question;
    const asked = this.#asked(question);
    if (asked.none) return [];
    const { context, workedOut } = this.#expect();
    const order = orderBy === undefined ? undefined : context.field(orderBy);
    const put = { ...(orderBy !== undefined && { orderBy, descending }), offset, limit };
    if (asked.exact && (orderBy === undefined || (order && this.#sortable(order)))) {
      const { columns, properties } = workedOut.needed(fields, this.#options.idField);
      const page = await unlessRefused(this.#pageOf({ said: asked.said, properties, ...put }, signal));
      if (page) return page.answer({ conditions: [], columns }, (dataset) => remoteRows(dataset, dataset.rows().rows, fields), signal);
    }
    const rows = await this.#rowsFor(question, signal);
    return rows.answer({ conditions, columns: workedOut.columns }, (dataset) => remoteRows(dataset, dataset.rows(put).rows, fields), signal);
  }

  #know(described: Described, schema: DatasetSchema | undefined): Known {
    const own = fieldsOfPage(described.fields, schema);
    const { idField } = this.#options;
    if (idField !== undefined && !described.fields.some(({ name }) => name === idField)) {
      throw serviceError('unknown-field', { zh: `「${this.#options.table}」没有属性「${idField}」。请检查 id-field。`, en: `"${this.#options.table}" has no property "${idField}". Check id-field.` });
    }
    // Places that are to be coarse are not to be found out by windows either.
    const offers = schema?.placeDigits === undefined ? described.offers : { ...described.offers, area: 'none' as const };
    const workedOut = new WorkedOut(own, this.#derived);
    const about = (fields: readonly PageField[]): ConditionContext => ({
      offers,
      points: described.points,
      fields,
      field: (name) => fields.find((field) => field.name === name),
      schemaOf: (name) => fieldIn(schema, name) ?? workedOut.field(name) ?? { name },
    });
    return (this.#known = { ...described, own, workedOut, schema, ofScope: about(own), context: about(workedOut.fields) });
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
    const { own, places, schema } = this.#expect();
    const { idField } = this.#options;
    const masked = fieldOf(schema, 'id').mask || (idField !== undefined && fieldOf(schema, idField).mask);
    return { fields: own, idField: masked ? '' : idField, places, schema };
  }

  /** Everything that must hold, one condition each, as far as the service can be told. */
  #asked({ scope, conditions }: Conditions): Asked {
    const { context, ofScope } = this.#expect();
    const all = [...scope.map((filter) => sayable(filter, ofScope)), ...conditions.map((filter) => sayable(filter, context))];
    const nodes = all.flatMap(({ condition }): Node[] => (typeof condition === 'boolean' ? [] : [condition]));
    const said = this.#source.say(nodes);
    return { said, none: all.some(({ condition }) => condition === false), exact: all.every(({ exact }) => exact) && nodes.every((node) => said.said.has(node)) };
  }

  async #countOf(question: Conditions, signal: AbortSignal): Promise<number> {
    const asked = this.#asked(question);
    if (asked.none) return 0;
    const count = asked.exact ? await unlessRefused(this.#count(asked.said, signal)) : undefined;
    if (count !== undefined) return count;
    const { conditions } = question;
    const { columns } = this.#expect().workedOut;
    return (await this.#rowsFor(question, signal)).answer({ conditions, columns }, (dataset) => dataset.rows().total, signal);
  }

  #count(said: Said, signal: AbortSignal): Promise<number | undefined> {
    return this.#kept.counts.ask(JSON.stringify(said.parameters), (stop) => this.#source.count(said, stop), signal);
  }

  /** A page of the service's own order. */
  #pageOf(question: FeaturesQuestion, signal: AbortSignal): Promise<RowSet> {
    const { said, ...page } = question;
    const fetched = async (stop: AbortSignal): Promise<RowSet> => new RowSet(await rowsOf(await this.#source.features(question, stop), { ...this.#rowOptions(), scope: [] }, stop));
    return this.#kept.pages.ask(JSON.stringify([said.parameters, page]), fetched, signal);
  }

  /**
   * The rows a question is about: all of the table where that is few enough, since the next question finds them there; else those that meet
   * what the service can be told.
   */
  async #rowsFor(question: Conditions & Partial<Query & PageQuestion>, signal: AbortSignal): Promise<RowSet> {
    const { scope, conditions, orderBy } = question;
    if (this.#rowCount <= this.#limit) return this.#rowSet({ scope, conditions: [] }, signal);
    const open = [question.groupBy, question.splitBy, ...binsIn(conditions)].find(isOpen);
    // Before anything is known all rows may be few, and nothing has bins yet.
    if (open && this.#rowCount !== Infinity) throw openBins(this.label, open.field, this.#limit);
    try {
      return await this.#rowSet(question, signal);
    } catch (reason) {
      if (!(reason instanceof TooMany)) throw reason;
      const { context, workedOut } = this.#expect();
      const searched = (name: string): boolean => context.field(name)?.kind === 'text' && !context.schemaOf(name).internal;
      throw tooManyRows(this.label, reason.count, this.#limit, workedOut.askedAbout(conditions, orderBy, searched));
    }
  }

  #rowSet({ scope, conditions }: Conditions, signal: AbortSignal): Promise<RowSet> {
    const inScope = this.#asked({ scope, conditions: [] });
    const asked = this.#asked({ scope, conditions });
    const rest = inScope.exact ? [] : scope;
    const key = JSON.stringify([asked.none, asked.said.parameters, rest]);
    return this.#kept.sets.ask(key, async (stop) => new RowSet(await this.#fetched(asked, rest, stop)), signal);
  }

  async #fetched({ said, none }: Asked, scope: readonly Filter[], signal: AbortSignal): Promise<Dataset> {
    const options = { ...this.#rowOptions(), scope };
    if (none) return rowsOf([], options, signal);
    // Asked first: what is too much must not be fetched.
    const count = await this.#count(said, signal);
    if (count !== undefined && count > this.#limit) throw new TooMany(String(count));
    const features = await this.#source.features({ said, offset: 0, limit: this.#limit + 1 }, signal);
    if (features.length > this.#limit) throw new TooMany(`> ${this.#limit}`);
    return rowsOf(features, options, signal);
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
