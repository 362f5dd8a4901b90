/** From a spec in words and a dataset to classes with labels, colours and filters. */
import { YztError } from '@yizhangtu/base/errors';
import type { Dataset } from '../model/dataset.js';
import type { Steps } from '../steps/drive.js';
import { bivariateSymbology } from './bivariate.js';
import { breakClasses, numberSteps } from './break-symbology.js';
import { limitsPending } from './late-limits.js';
import { columnOf, headOf, plainSymbologyAhead, plainSymbologyOf } from './plain-symbology.js';
import { parseSpec } from './spec.js';
import type { Symbology } from './types.js';

/**
 * The symbology of a dataset: `fixed:data-1`, `fixed:#1f5fd0`, `class:typeCode`, `breaks:areaM2`, `breaks:areaM2:5:quantile:blues`, `breaks:areaM2:10,20,50`,
 * `bivariate:income:rent`, `bivariate:income:rent:jenks:blues:oranges`.
 * A class of breaks holds its lower limit and not its upper one. Classes come from all rows, filtered or not, so that a colour keeps its meaning.
 * @throws YztError `bad-attribute` for a spec that cannot be read, `unknown-field` for a field the loaded dataset does not have.
 */
export function symbologyOf(spec: string, dataset: Dataset): Symbology {
  const parsed = parseSpec(spec);
  if (parsed.kind === 'bivariate') {
    const [a, b] = parsed.axes.map(({ field }) => columnOf(spec, dataset, field));
    return { spec, ...bivariateSymbology(dataset, parsed, a && b && [a, b]) };
  }
  if (parsed.kind !== 'breaks') return plainSymbologyOf(spec, dataset);
  const head = { spec, kind: parsed.kind, ...headOf(dataset, parsed.field) };
  const column = columnOf(spec, dataset, parsed.field);
  return column ? { ...head, ...breakClasses(dataset, parsed, column) } : { ...head, classes: [], classOf: new Uint8Array(0) };
}

/** Reads the words of a symbology, and places the rows of one of two fields for one field after the other, so that whoever makes it then has little left to do. Says nothing of a spec that cannot be used. */
export function* symbologyAhead(spec: string, dataset: Dataset): Steps<void> {
  try {
    const parsed = parseSpec(spec);
    if (parsed.kind !== 'breaks' && parsed.kind !== 'bivariate') return yield* plainSymbologyAhead(spec, dataset);
    for (const axis of parsed.kind === 'breaks' ? [parsed] : parsed.axes) {
      const column = dataset.column(axis.field);
      if (column) yield* numberSteps(column);
      if (parsed.kind === 'breaks') return;
      if (column) breakClasses(dataset, axis, column);
      yield 0.5;
    }
  } catch (reason) {
    // Whoever makes the symbology says what is wrong.
    if (!(reason instanceof YztError)) throw reason;
  }
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
