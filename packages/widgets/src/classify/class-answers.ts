/** What a classifier asks where the rows are elsewhere: how well the classes fit. Pure. */
import type { Answer, Query } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { limitsOf } from './classify-model.js';

/** Ends that hold every number. */
const ALL = Number.MAX_VALUE;

/** What the fit is found from: numbers and deviations by class. @param ignore Filters that do not count. */
export function fitQuery({ field = '', classes }: Symbology, ignore: readonly string[]): Query {
  return {
    groupBy: { field, bin: { kind: 'number', breaks: [-ALL, ...limitsOf(classes), ALL] } },
    measures: [{ kind: 'count', field }, { kind: 'stdev', field }],
    ignore,
  };
}

/** Goodness of variance fit, as `varianceFit` has it, from the deviations of each class and of all. NaN without two different values, and where numbers are withheld. */
export function fitIn(answer: Answer): number {
  const squares = ([count = 0, deviation = Number.NaN]: readonly number[]): number => (count <= 1 ? 0 : (count - 1) * deviation ** 2);
  const within = answer.groups.filter(({ key }) => key !== null).reduce((sum, { values }) => sum + squares(values), 0);
  const whole = squares(answer.total.values);
  return whole > 0 ? 1 - within / whole : Number.NaN;
}
