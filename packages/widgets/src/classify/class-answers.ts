/** What a classifier asks where the rows are elsewhere: numbers of rows by class, and how well the classes fit. Pure. */
import type { Answer, Group, Query } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { limitsOf } from './classify-model.js';

/** Ends that hold every number. */
const ALL = Number.MAX_VALUE;

/** Rows by class of a number: of those the other views leave, or of all with what the fit is found from. @param ignore Filters that do not count. */
export function classesQuery({ field = '', classes }: Symbology, ignore: readonly string[]): Query {
  return {
    groupBy: { field, bin: { kind: 'number', breaks: [-ALL, ...limitsOf(classes), ALL] } },
    measures: [{ kind: 'count', field }, { kind: 'stdev', field }],
    ignore,
  };
}

const inClasses = ({ groups }: Answer): Group[] => groups.filter(({ key }) => key !== null);

/** Rows of each class, the missing ones last; NaN for those that may not be told. */
export function countsIn(answer: Answer, { classes }: Symbology): number[] {
  const counts = inClasses(answer).map(({ count }) => count);
  const rest = answer.total.count - counts.reduce((sum, count) => sum + count, 0);
  return classes.map(({ key }, index) => (key === null ? rest : (counts[index] ?? 0)));
}

/** Goodness of variance fit, as `varianceFit` has it, from the deviations of each class and of all. NaN without two different values, and where numbers are withheld. */
export function fitIn(answer: Answer): number {
  const squares = ([count = 0, deviation = Number.NaN]: readonly number[]): number => (count <= 1 ? 0 : (count - 1) * deviation ** 2);
  const within = inClasses(answer).reduce((sum, { values }) => sum + squares(values), 0);
  const whole = squares(answer.total.values);
  return whole > 0 ? 1 - within / whole : Number.NaN;
}
