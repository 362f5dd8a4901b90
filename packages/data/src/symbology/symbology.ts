/** From a spec in words and a dataset to classes with labels, colours and filters. */
import type { Dataset } from '../model/dataset.js';
import { atOnce, type Steps } from '../steps/drive.js';
import { bivariateSteps } from './bivariate.js';
import { breakSteps } from './break-symbology.js';
import { limitsPending } from './late-limits.js';
import { columnOf, headOf, plainSymbologySteps } from './plain-symbology.js';
import { parseSpec } from './spec.js';
import type { Symbology } from './types.js';

/**
 * The symbology of a dataset: `fixed:data-1`, `fixed:#1f5fd0`, `class:typeCode`, `breaks:areaM2`, `breaks:areaM2:5:quantile:blues`, `breaks:areaM2:10,20,50`,
 * `bivariate:income:rent`, `bivariate:income:rent:jenks:blues:oranges`.
 * A class of breaks holds its lower limit and not its upper one. Classes come from all rows, filtered or not, so that a colour keeps its meaning.
 * @throws YztError `bad-attribute` for a spec that cannot be read, `unknown-field` for a field the loaded dataset does not have.
 */
export function symbologyOf(spec: string, dataset: Dataset): Symbology {
  return atOnce(symbologySteps(spec, dataset));
}

/** The same in steps: of very many rows each field takes several frames. */
export function* symbologySteps(spec: string, dataset: Dataset): Steps<Symbology> {
  const parsed = parseSpec(spec);
  if (parsed.kind === 'bivariate') {
    const [a, b] = parsed.axes.map(({ field }) => columnOf(spec, dataset, field));
    return { spec, ...(yield* bivariateSteps(dataset, parsed, a && b && [a, b])) };
  }
  if (parsed.kind !== 'breaks') return yield* plainSymbologySteps(spec, dataset);
  const head = { spec, kind: parsed.kind, ...headOf(dataset, parsed.field) };
  const column = columnOf(spec, dataset, parsed.field);
  return column ? { ...head, ...(yield* breakSteps(dataset, parsed, column)) } : { ...head, classes: [], classOf: new Uint8Array(0) };
}

/** Resolves when the limits of a symbology are exact: natural breaks of very many different values take longer. Undefined if they are. */
export function symbologyPending(spec: string, dataset: Dataset): Promise<void> | undefined {
  const parsed = parseSpec(spec);
  const axes = parsed.kind === 'breaks' ? [parsed] : parsed.kind === 'bivariate' ? parsed.axes : [];
  const waits = axes.map(({ field, method, count }) => {
    const column = method === 'jenks' ? dataset.column(field) : undefined;
    return column && limitsPending(column, count);
  });
  const [one, two] = waits.filter((wait) => wait !== undefined);
  return two ? Promise.all([one, two]).then(() => undefined) : one;
}
