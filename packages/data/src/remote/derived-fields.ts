/** What fields are that are worked out from others, before there is a row of them. */
import { YztError } from '@yizhangtu/base/errors';
import type { FieldInfo } from '../model/dataset-like.js';
import { blankColumn, type DerivedColumn } from '../model/derived-columns.js';
import { fieldOf } from '../model/schemas.js';
import type { Column } from '../model/types.js';

/** How an engine makes a field of its own of one that is worked out. @param before The fields it may use. */
export type FieldMaker<F extends FieldInfo> = (derived: DerivedColumn, kind: () => Column['kind'], before: ReadonlyMap<string, F>) => F;

/**
 * The fields of a table with worked-out ones, each in the place of one of its name. Each may use those before it. Kinds and names are checked
 * by the code of memory, with its words for what is wrong.
 */
export function derivedFields<F extends FieldInfo>(own: readonly F[], derived: readonly DerivedColumn[], make: FieldMaker<F>): { readonly fields: readonly F[]; readonly found: readonly (F | YztError)[] } {
  const fields = new Map(own.map((field) => [field.name, field]));
  const found = derived.map((one): F | YztError => {
    try {
      const field = make(one, () => kindOver(one, fields), fields);
      fields.delete(field.name);
      fields.set(field.name, field);
      return field;
    } catch (reason) {
      if (reason instanceof YztError) return reason;
      throw reason;
    }
  });
  return { fields: [...fields.values()], found };
}

function kindOver(derived: DerivedColumn, fields: ReadonlyMap<string, FieldInfo>): Column['kind'] {
  const column = (name: string): Column | undefined => {
    const field = fields.get(name);
    return field && blankColumn(field.kind, name, 0);
  };
  return derived.kind({ rowCount: 0, geometry: { kind: 'none' }, column, field: (name) => fieldOf(undefined, name) });
}
