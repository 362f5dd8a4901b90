/** Colours of data whose rows are elsewhere: asked for once, over all rows, so that they are those of the same rows in the page. */
import { isAbort, YztError } from '@yizhangtu/base/errors';
import type { DatasetLike } from '../model/dataset-like.js';
import type { Answer, Filter } from '../model/query-types.js';
import { codeScheme } from '../model/codes.js';
import type { DatasetSchema } from '../model/types.js';
import { atOnce } from '../steps/drive.js';
import { classesOfKeys } from './class-symbology.js';
import { isByNumbers, parsePlain } from './plain-spec.js';
import { fixedSymbology, headOf } from './plain-symbology.js';
import type { SymbolClass, Symbology } from './types.js';

export { askedCounts } from './far-counts.js';

/** More categories than have a class; of a field with a code list, as many as engines list, since its order is that of the list. */
const [MOST, MOST_CODES] = [256, 10_000];

/** Symbologies that are kept of a dataset. */
const MOST_SPECS = 32;

interface Known {
  readonly version: number;
  readonly schema: DatasetSchema | undefined;
  readonly coming: Promise<Symbology>;
  /** undefined while it is asked for, and where it was not answered. */
  model?: Symbology;
  error?: unknown;
  readonly waiting: Set<() => void>;
}

const known = new WeakMap<DatasetLike, Map<string, Known>>();

/** See `far-door.ts`. */
export async function askedSymbology(spec: string, dataset: DatasetLike): Promise<Symbology> {
  return entryOf(spec, dataset, true).coming;
}

/** See `far-door.ts`. */
export function farSymbology(spec: string, dataset: DatasetLike, arrived: () => void): Symbology | undefined {
  const plain = isByNumbers(spec) ? undefined : parsePlain(spec);
  if (plain?.kind === 'fixed') return fixedSymbology(spec, dataset, plain.color, 0);
  const { model, error, waiting } = entryOf(spec, dataset, false);
  if (error instanceof YztError && !plain) throw error;
  if (!model && !error) waiting.add(arrived);
  return model;
}

/** See `far-door.ts`. */
export async function askedLargest(field: string, dataset: DatasetLike): Promise<number | undefined> {
  const { total } = await dataset.query({ measures: [{ kind: 'max', field }], ignore: [...dataset.filters.keys()] });
  const most = total.values[0] ?? Number.NaN;
  return most > 0 && most < Infinity ? most : undefined;
}

/** @param again Whether what has failed is asked again. */
function entryOf(spec: string, dataset: DatasetLike, again: boolean): Known {
  const { version, schema } = dataset;
  const specs = known.get(dataset) ?? new Map<string, Known>();
  known.set(dataset, specs);
  const before = specs.get(spec);
  if (before?.version === version && before.schema === schema && !(again && before.error)) return before;
  const entry: Known = { version, schema, coming: ask(spec, dataset), waiting: new Set() };
  specs.set(spec, entry);
  // A limit that is dragged is another spec each frame.
  if (specs.size > MOST_SPECS) for (const [oldest] of [...specs].slice(0, specs.size - MOST_SPECS)) specs.delete(oldest);
  void entry.coming
    .then(
      (model) => (entry.model = model),
      (reason) => {
        entry.error = reason;
        // What nobody waited for is asked again.
        if (isAbort(reason) && specs.get(spec) === entry) specs.delete(spec);
      },
    )
    .then(() => entry.waiting.forEach((tell) => tell()));
  return entry;
}

async function ask(spec: string, dataset: DatasetLike): Promise<Symbology> {
  if (isByNumbers(spec)) return (await import('./far-breaks.js')).farBreaks(spec, dataset);
  const parsed = parsePlain(spec);
  if (parsed.kind === 'fixed') return fixedSymbology(spec, dataset, parsed.color, 0);
  const { field } = parsed;
  const limit = codeScheme(dataset.field(field)) ? MOST_CODES : MOST;
  const answer = await dataset.query({ groupBy: field, measures: [{ kind: 'count' }, { kind: 'count', field }], ignore: [...dataset.filters.keys()], limit });
  return { spec, kind: 'class', ...headOf(dataset, field), classes: classesIn(answer, dataset, field), classOf: new Uint8Array(0) };
}

function classesIn({ groups, rest, total }: Answer, dataset: DatasetLike, field: string): readonly SymbolClass[] {
  const values = groups.filter(({ key }) => key !== null);
  // Beyond the limit missing values may be among the rest; where small numbers are withheld, only their group tells.
  const missing = total.count - (total.values[1] ?? 0) || (groups.length > values.length ? 1 : 0);
  const counts = Uint32Array.from([...values.map(({ count }) => count || 1), missing]);
  const { classes } = atOnce(classesOfKeys(dataset, field, values.map(({ key }) => key), counts));
  if (!rest) return classes;
  // Not all of the others are known, so they are all but the ones that are no others.
  const own = classes.flatMap(({ key }) => (key === undefined ? [] : [key]));
  const filter: Filter = { kind: 'not', filter: { kind: 'in', field, values: [...new Set([...own, null])] } };
  return classes.map((one) => (one.key === undefined ? { ...one, filter } : one));
}
