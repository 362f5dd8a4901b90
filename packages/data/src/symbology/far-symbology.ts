/** Colours of data whose rows are elsewhere: the classes of a field are asked for once, over all rows, so that they are those of the same rows in the page. */
import type { DatasetLike } from '../model/dataset-like.js';
import type { Answer } from '../model/query-types.js';
import type { DatasetSchema } from '../model/types.js';
import { classesOfKeys } from './class-symbology.js';
import { isByNumbers, parsePlain } from './plain-spec.js';
import { fixedSymbology, headOf } from './plain-symbology.js';
import type { Symbology } from './types.js';

/** More categories than have a class. */
const MOST = 256;

interface Known {
  readonly version: number;
  readonly schema: DatasetSchema | undefined;
  /** undefined while it is asked for, and where it was not answered. */
  model: Symbology | undefined;
  readonly waiting: Set<() => void>;
}

const known = new WeakMap<DatasetLike, Map<string, Known>>();

/**
 * The symbology of a spec without numbers, as far as it is known; undefined also for one by numbers. It has no classes of rows.
 * @param arrived Called once it is.
 * @throws YztError `bad-attribute` for a spec that cannot be read.
 */
export function farSymbology(spec: string, dataset: DatasetLike, arrived: () => void): Symbology | undefined {
  if (isByNumbers(spec)) return undefined;
  const parsed = parsePlain(spec);
  if (parsed.kind === 'fixed') return fixedSymbology(spec, dataset, parsed.color, 0);
  const { version, schema } = dataset;
  const specs = known.get(dataset) ?? new Map<string, Known>();
  known.set(dataset, specs);
  const before = specs.get(spec);
  if (before?.version === version && before.schema === schema) {
    if (!before.model) before.waiting.add(arrived);
    return before.model;
  }
  const { field } = parsed;
  const entry: Known = { version, schema, model: undefined, waiting: new Set([arrived]) };
  specs.set(spec, entry);
  Promise.resolve(dataset.query({ groupBy: field, measures: [{ kind: 'count' }], ignore: [...dataset.filters.keys()], limit: MOST })).then(
    (answer) => {
      entry.model = { spec, kind: 'class', ...headOf(dataset, field), ...classesIn(answer, dataset, field), classOf: new Uint8Array(0) };
      entry.waiting.forEach((tell) => tell());
    },
    // What is wrong with the field or the server is said by the question of the chart itself.
    () => undefined,
  );
  return undefined;
}

function classesIn({ groups }: Answer, dataset: DatasetLike, field: string): Pick<Symbology, 'classes'> {
  const values = groups.filter(({ key }) => key !== null);
  const missing = groups.find(({ key }) => key === null)?.count ?? 0;
  const { classes } = classesOfKeys(dataset, field, values.map(({ key }) => key), Uint32Array.from([...values.map(({ count }) => count || 1), missing]));
  return { classes };
}
