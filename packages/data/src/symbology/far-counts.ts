/** Numbers of rows by class, where the rows are elsewhere: groups with the edges and the categories of the classes. */
import type { GroupKey, Measure, Part } from '../model/query-types.js';
import type { RemoteDataset } from '../remote/remote-dataset.js';
import { axisLimits, limitsIn } from './class-of-rows.js';
import type { Symbology } from './types.js';

/** Ends that hold every number. */
const ALL = Number.MAX_VALUE;
const COUNT: readonly Measure[] = [{ kind: 'count' }];

/** Bins of a number by limits: from below all of them to above. */
function binsBetween(field: string, limits: readonly number[]): GroupKey {
  return { field, bin: { kind: 'number', breaks: [-ALL, ...limits, ALL] } };
}

/** See `far-door.ts`. */
export async function askedCounts(model: Symbology, dataset: RemoteDataset, ignore: readonly string[], signal?: AbortSignal): Promise<readonly number[]> {
  const { kind, field = '', classes, axes } = model;
  if (kind === 'class') return countsOfKeys(model, dataset, ignore, signal);
  if (kind === 'breaks') {
    const { groups, total } = await dataset.query({ groupBy: binsBetween(field, limitsIn(classes)), measures: COUNT, ignore }, signal);
    return withRest(model, total, groups.filter(({ key }) => key !== null));
  }
  if (axes) {
    const [groupBy, splitBy] = axes.map((axis, at) => binsBetween(axis.field, axisLimits(classes, at as 0 | 1, axes[0].count)));
    const { groups, splits = [], total } = await dataset.query({ groupBy: groupBy as GroupKey, splitBy: splitBy as GroupKey, measures: COUNT, ignore }, signal);
    const wide = groups.filter(({ key }) => key !== null);
    const high = splits.flatMap((key, at) => (key === null ? [] : [at]));
    return withRest(model, total, high.flatMap((at) => wide.map(({ parts }) => parts?.[at] ?? { count: 0 })));
  }
  const { total } = await dataset.query({ measures: COUNT, ignore }, signal);
  return classes.map((_, index) => (index === 0 ? total.count : 0));
}

/** Rows of classes in order; those in none of them are the ones that lack a number. */
function withRest({ classes }: Symbology, total: Pick<Part, 'count'>, parts: readonly Pick<Part, 'count'>[]): number[] {
  const rest = parts.reduce((left, { count }) => left - count, total.count);
  return classes.map(({ key }, index) => (key === null ? rest : (parts[index]?.count ?? 0)));
}

/** Categories by their names: of more than have a class the others are what is left of all rows. */
async function countsOfKeys({ field = '', classes }: Symbology, dataset: RemoteDataset, ignore: readonly string[], signal?: AbortSignal): Promise<readonly number[]> {
  const values = classes.flatMap(({ key }) => (key === undefined ? [] : [key]));
  const others = values.length < classes.length;
  const [named, all] = await Promise.all([
    dataset.query({ groupBy: field, measures: COUNT, ignore, also: [{ kind: 'in', field, values }], limit: values.length + 1 }, signal),
    others ? dataset.query({ measures: COUNT, ignore }, signal) : undefined,
  ]);
  const counts = new Map(named.groups.map(({ key, count }) => [key, count]));
  const rest = [...counts.values()].reduce((left, count) => left - count, all?.total.count ?? 0);
  return classes.map(({ key }) => (key === undefined ? rest : (counts.get(key) ?? 0)));
}
