/** Fields that are worked out in the page, on the rows that a service sends: the service itself knows nothing of them. */
import { YztError } from '@yizhangtu/base/errors';
import type { FieldInfo } from '../model/dataset-like.js';
import type { DerivedColumn } from '../model/derived-columns.js';
import type { Filter } from '../model/query-types.js';
import type { FieldSchema } from '../model/types.js';
import { derivedFields } from '../remote/derived-fields.js';
import type { PageField } from './types.js';

/** What some fields take: columns to work out, and properties to fetch. */
export interface Needed {
  readonly columns: readonly DerivedColumn[];
  readonly properties: readonly string[];
}

export class WorkedOut {
  /** All fields of the page, each worked-out one in the place of one of its name. */
  readonly fields: readonly PageField[];
  /** What each column that was given is, or why it cannot be. */
  readonly found: readonly (FieldInfo | YztError)[];
  /** The columns that can be, each after those it may use. */
  readonly columns: readonly DerivedColumn[];
  readonly #own: readonly PageField[];

  /** @param own Fields of the service. */
  constructor(own: readonly PageField[], derived: readonly DerivedColumn[]) {
    const { fields, found } = derivedFields(own, derived, ({ field: { name } }, kind): PageField => ({ name, kind: kind(), service: { name, type: 'string', asked: false } }));
    this.#own = own;
    this.fields = fields;
    this.found = found;
    this.columns = derived.filter((_, at) => !(found[at] instanceof YztError));
  }

  /** How a field is shown; undefined if it is none of these. */
  field(name: string): FieldSchema | undefined {
    return this.columns.find(({ field }) => field.name === name)?.field;
  }

  /** What it takes to have some fields of a row. @param idField Property that tells rows apart, whatever else has its name. */
  needed(names: readonly string[], idField: string | undefined): Needed {
    const wanted = new Set(names);
    let any = false;
    // Each may use those before it, so the last one is asked first.
    const columns = [...this.columns].reverse().filter(({ field: { name }, uses }) => {
      if (!wanted.delete(name) && !any) return false;
      if (uses) for (const one of uses) wanted.add(one);
      else any = true;
      return true;
    });
    return { columns: columns.reverse(), properties: this.#own.filter(({ name }) => any || wanted.has(name) || name === idField).map(({ name }) => name) };
  }

  /** The first worked-out field that conditions or an order are about. @param isText Whether a search of all texts looks at a field. */
  askedAbout(conditions: readonly Filter[], orderBy: string | undefined, isText: (name: string) => boolean): string | undefined {
    const all = this.columns.map(({ field }) => field.name);
    const texts = all.filter(isText);
    return [...conditions.flatMap((filter) => fieldsIn(filter, texts)), orderBy].find((name) => name !== undefined && all.includes(name));
  }
}

/** Fields a filter is about. @param texts Those that a search of all texts looks at. */
function fieldsIn(filter: Filter, texts: readonly string[]): readonly string[] {
  switch (filter.kind) {
    case 'any':
    case 'all':
      return filter.filters.flatMap((one) => fieldsIn(one, texts));
    case 'not':
      return fieldsIn(filter.filter, texts);
    case 'group':
      return [filter.by.field];
    case 'text':
      return filter.fields ?? texts;
    case 'in':
    case 'range':
    case 'compare':
      return [filter.field];
    default:
      return [];
  }
}
