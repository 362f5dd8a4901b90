/** Fields that are worked out from others, where rows stay with an engine: it is told how, and says what they are. */
import { YztError } from '@yizhangtu/base/errors';
import type { FieldInfo } from '../model/dataset-like.js';
import type { DerivedColumn } from '../model/derived-columns.js';
import type { FieldSchema } from '../model/types.js';
import type { Engine } from './types.js';

/** In the order in which they were defined; each may use those before it. */
export class FarFields {
  readonly #columns = new Map<string, DerivedColumn>();
  #found: ReadonlyMap<string, FieldInfo | YztError> = new Map();

  get size(): number {
    return this.#columns.size;
  }

  set(column: DerivedColumn): void {
    this.#columns.set(column.field.name, column);
  }

  /** False if there is none of this name. */
  delete(name: string): boolean {
    return this.#columns.delete(name);
  }

  /** A field and those after it, which may use it. */
  from(name: string): readonly string[] {
    const names = [...this.#columns.keys()];
    return names.slice(names.indexOf(name));
  }

  /** How a field is shown; undefined if there is none of this name. */
  field(name: string): FieldSchema | undefined {
    return this.#columns.get(name)?.field;
  }

  /** Why a field is not there. */
  error(name: string): YztError | undefined {
    const found = this.#found.get(name);
    return found instanceof YztError ? found : undefined;
  }

  /** Tells an engine that has been described how the fields are worked out. */
  tell(engine: Engine | undefined): void {
    const columns = [...this.#columns.values()];
    const found = engine?.derive?.(columns) ?? columns.map(() => notHere(engine));
    this.#found = new Map(columns.map(({ field }, at) => [field.name, found[at] as FieldInfo | YztError]));
  }

  /** Takes on one more and gives all fields; forgets it again where the engine cannot work it out. */
  aside(column: DerivedColumn, fields: readonly FieldInfo[], engine: Engine | undefined): readonly FieldInfo[] {
    const { name } = column.field;
    this.set(column);
    this.tell(engine);
    if (this.error(name)) {
      this.delete(name);
      this.tell(engine);
    }
    return this.shown(fields);
  }

  /** All fields: each worked-out one in the place of one of its name. */
  shown(fields: readonly FieldInfo[]): readonly FieldInfo[] {
    const own = [...this.#found.values()].filter((one): one is FieldInfo => !(one instanceof YztError));
    const names = new Set(own.map(({ name }) => name));
    return own.length === 0 ? fields : [...fields.filter(({ name }) => !names.has(name)), ...own];
  }
}

function notHere(engine: Engine | undefined): YztError {
  const label = engine?.label ?? '';
  return new YztError('needs-rows', {
    zh: `${label} 不能给每一行算字段。请在服务器的表里加这一列。`,
    en: `${label} cannot work a field out for each row. Add the column to the table of the server.`,
  });
}
