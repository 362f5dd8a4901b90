/** The symbology of features that are in no table: its classes come from values that were met so far, and stay what they are when more are met. Pure. */
import type { YztError } from '@yizhangtu/base/errors';
import { Dataset, type DatasetSchema } from '@yizhangtu/data/model';
import type { SymbolClass, Symbology } from '@yizhangtu/data/symbology';
import { usableSymbology } from '../data-layer/usable-symbology.js';
import { symbologyField } from './symbology-field.js';

type Value = string | number | boolean;

/** Values that a legend can hold; more have no class of their own. */
const MOST_WORDS = 240;
/** Numbers that are looked at for limits. */
const MOST_NUMBERS = 20_000;

/** Values of one field. */
export class SeenValues {
  readonly #words: Value[] = [];
  readonly #known = new Set<Value>();
  readonly #numbers: number[] = [];
  #missing = false;
  #fresh = new Set<Value>();

  /** Whether anything was met that was not before. */
  meet(value: unknown): boolean {
    if (value === undefined || value === null) {
      const first = !this.#missing;
      this.#missing = true;
      return first;
    }
    const one = value as Value;
    if (typeof one === 'number' && this.#numbers.length < MOST_NUMBERS) this.#numbers.push(one);
    if (this.#known.has(one) || this.#known.size >= MOST_WORDS) return false;
    this.#known.add(one);
    this.#fresh.add(one);
    return true;
  }

  /** Words in the order of their classes: what was met together is sorted, what comes later stands behind. */
  get words(): readonly Value[] {
    this.#words.push(...[...this.#fresh].sort(compared));
    this.#fresh = new Set();
    return this.#words;
  }

  get numbers(): readonly number[] {
    return this.#numbers;
  }

  get hasMissing(): boolean {
    return this.#missing;
  }
}

function compared(a: Value, b: Value): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1;
}


/** A column of words: a word stands as often as is needed to keep its place among the most frequent. */
function wordColumn(words: readonly Value[], missing: boolean): (Value | null)[] {
  const rows = words.flatMap((word, place) => Array.from({ length: words.length - place }, (): Value | null => word));
  return missing ? [...rows, null] : rows;
}

/** What a symbology is made of. */
export interface Described {
  readonly spec: string;
  readonly schema?: DatasetSchema | undefined;
  readonly tag: string;
}

/** The symbology of a spec over what was met; an error where the spec cannot be used, and then all look alike. */
export function seenSymbology({ spec, schema, tag }: Described, seen: SeenValues): { readonly model: Symbology; readonly error?: YztError } {
  const field = symbologyField(spec);
  const byNumbers = spec.trim().startsWith('breaks');
  const values = byNumbers ? (seen.numbers as readonly (Value | null)[]) : wordColumn(seen.words, seen.hasMissing);
  const column = values.every((value) => value === null || typeof value === 'number') ? values : values.map((value) => (value === null ? null : String(value)));
  const columns: Readonly<Record<string, readonly (Value | null)[]>> = field === undefined || values.length === 0 ? {} : { [field]: column };
  const dataset = Dataset.fromColumns({ columns: columns as Record<string, (string | null)[]> }, schema ? { schema } : {});
  const { model, error } = usableSymbology(spec, dataset, tag);
  // Rows were made up to keep an order: they are nobody's classes, and no filter of a dataset stands behind them.
  return { model: { ...model, classOf: new Uint8Array(0), classes: model.classes.map(withoutFilter) }, ...(error && { error }) };
}

function withoutFilter({ filter: _filter, ...one }: SymbolClass): SymbolClass {
  return one;
}

/** The class of a value; -1 for none. */
export function classFinder({ kind, classes }: Symbology): (value: unknown) => number {
  if (kind === 'fixed') return () => 0;
  const missing = classes.findIndex(({ key }) => key === null);
  if (kind === 'class') {
    const places = new Map(classes.map(({ key }, place) => [String(key), place]));
    const other = classes.findIndex(({ key }) => key === undefined);
    return (value) => (value === undefined || value === null ? missing : (places.get(String(value as Value)) ?? other));
  }
  const limited = classes.filter(({ key }) => key !== null);
  return (value) => {
    const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
    if (!Number.isFinite(number)) return missing;
    const place = limited.findIndex(({ max }) => max === undefined || number < max);
    return place < 0 ? limited.length - 1 : place;
  };
}
