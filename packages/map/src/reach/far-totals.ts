/** What pies and dots need of all rows, filtered or not: sizes and numbers that stay when the map moves and filters change. */
import type { DerivedColumn } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import { askedLargest } from '@yizhangtu/data/symbology';
import { totalsOf } from '../shared/totals.js';

/** What was found out. */
export interface FarTotals {
  /** The numbers of each field, of all rows in any order; undefined where there are too many to come here. */
  readonly numbers?: readonly Float64Array[] | undefined;
  /** The largest total of a row; undefined where nothing is above zero, and where the engine cannot tell it. */
  readonly largest?: number | undefined;
}

interface Kept {
  readonly version: number;
  readonly coming: Promise<FarTotals>;
}

/** A filter changes nothing here, so it is asked for once. */
const kept = new WeakMap<RemoteDataset, Map<string, Kept>>();

/** @param names Number fields. @param limit Most rows that may come. */
export function farTotals(names: readonly string[], whole: RemoteDataset, limit: number): Promise<FarTotals> {
  const known = kept.get(whole) ?? new Map<string, Kept>();
  kept.set(whole, known);
  const key = names.join(':');
  const before = known.get(key);
  if (before?.version === whole.version) return before.coming;
  const entry: Kept = { version: whole.version, coming: asked(names, whole, limit) };
  known.set(key, entry);
  entry.coming.catch(() => known.get(key) === entry && known.delete(key));
  return entry.coming;
}

async function asked(names: readonly string[], whole: RemoteDataset, limit: number): Promise<FarTotals> {
  if (names.length === 0 || names.some((name) => whole.column(name)?.kind !== 'number')) return {};
  if (whole.rowCount > limit) {
    const total = totalColumn(names);
    return whole.deriveAside(total) ? { largest: await askedLargest(total.field.name, whole) } : {};
  }
  const { rows } = await whole.numbered({ fields: names, limit, ignore: [...whole.filters.keys()] });
  const numbers = names.map((_, at) => Float64Array.from(rows, ({ values }) => Number(values[at] ?? Number.NaN)));
  const largest = totalsOf(numbers, rows.length).reduce((most, total) => Math.max(most, total), 0);
  return { numbers, ...(largest > 0 && { largest }) };
}

/** The total of a row as an engine works it out; as `totalsOf` has it, what is missing or below zero adds nothing. */
function totalColumn(names: readonly string[]): DerivedColumn {
  const field = { name: `__total:${names.join(':')}`, internal: true };
  return {
    field,
    uses: names,
    kind: () => 'number',
    far: () => ({ expression: names.map((name) => `if([${name}] > 0, [${name}], 0)`).join(' + '), now: () => 0 }),
    *steps(rows) {
      const columns = names.flatMap((name) => {
        const column = rows.column(name);
        return column?.kind === 'number' ? [column.values] : [];
      });
      yield 1;
      return { kind: 'number', name: field.name, values: totalsOf(columns, rows.rowCount) };
    },
  };
}
