/** Numbers of rows that are elsewhere, as class limits need them: asked for in few questions, and never guessed. */
import { YztError } from '@yizhangtu/base/errors';
import type { DatasetLike } from '../model/dataset-like.js';
import type { Answer, Measure, Part, Query } from '../model/query-types.js';
import type { Counted } from './counted.js';
import type { Asking, Facts, Numbers } from './number-facts.js';

/** Different values that are listed one by one: as many as engines list. */
export const MOST_VALUES = 10_000;

/** Asks about all rows, filtered or not. */
export function askAll(dataset: DatasetLike, query: Query): Promise<Answer> {
  return Promise.resolve(dataset.query({ ...query, ignore: [...dataset.filters.keys()] }));
}

/** The end of work over numbers that may be elsewhere. */
export async function answered<T>(work: Asking<T>): Promise<T> {
  let step = work.next();
  while (!step.done) step = work.next(await step.value);
  return step.value;
}

/** The numbers of a field of numbers or dates. */
export function farNumbers(dataset: DatasetLike, field: string): Numbers {
  const facts: Measure[] = (['count', 'min', 'max', 'mean', 'stdev'] as const).map((kind) => ({ kind, field }));
  let all: Facts | undefined;
  return {
    async above(limit) {
      if (limit === -Infinity || !all) {
        const { total } = await askAll(dataset, { measures: facts });
        all = factsIn(told(total, dataset, field), -Infinity);
        return all;
      }
      const { groups } = await between(dataset, field, facts, [Math.min(all.min, limit), following(limit), beyond(all.max)]);
      const [under, over] = groups as readonly Part[] as [Part, Part];
      return factsIn(over, under.count > 0 ? (under.values[2] as number) : -Infinity);
    },
    async at(places, { count, min, max }) {
      const quantiles = betweenPlaces(places).map((place): Measure => ({ kind: 'quantile', field, p: place / (count - 1) }));
      const { total } = await askAll(dataset, { measures: quantiles });
      const near = told(total, dataset, field).values;
      const edges = [...new Set([min, ...near.flatMap((value) => [value, following(value)]), beyond(max)])].sort((a, b) => a - b);
      const { groups } = await between(dataset, field, facts.slice(0, 3), edges);
      return new Map(places.map((place) => [place, atPlace(groups, place, dataset, field)]));
    },
  };
}

/** Places that others are asked for by: what lies half way between two neighbours has both beside it. */
function betweenPlaces(places: readonly number[]): number[] {
  const asked: number[] = [];
  const rising = [...places].sort((a, b) => a - b);
  for (let at = 0; at < rising.length; at++) {
    const place = rising[at] as number;
    const two = rising[at + 1] === place + 1;
    asked.push(two ? place + 0.5 : place);
    if (two) at++;
  }
  return asked;
}

/** The values of a field and how often each occurs; `complete` is false where there are more than can be listed, and then these are the smallest. */
export async function farCounted(dataset: DatasetLike, field: string): Promise<Counted & { readonly complete: boolean; readonly missing: number }> {
  const { groups, rest } = await askAll(dataset, { groupBy: field, measures: [{ kind: 'count' }], order: 'key', limit: MOST_VALUES });
  const times = new Map<number, number>();
  let missing = 0;
  for (const group of groups) {
    const { count } = told(group, dataset, field);
    const value = typeof group.key === 'string' && group.key.trim() !== '' ? Number(group.key) : typeof group.key === 'number' ? group.key : Number.NaN;
    if (value - value === 0) times.set(value + 0, (times.get(value + 0) ?? 0) + count);
    else missing += count;
  }
  const values = Float64Array.from(times.keys()).sort();
  return { values, counts: values.map((value) => times.get(value) as number), complete: rest === undefined, missing };
}

async function between(dataset: DatasetLike, field: string, measures: readonly Measure[], breaks: readonly number[]): Promise<Answer> {
  const answer = await askAll(dataset, { groupBy: { field, bin: { kind: 'number', breaks } }, measures });
  const groups = answer.groups.filter(({ key }) => key !== null);
  for (const group of groups) told(group, dataset, field);
  return { ...answer, groups };
}

function factsIn({ values }: Part, below: number): Facts {
  const [count = 0, min = 0, max = 0, mean = 0, deviation = 0] = values;
  return count > 0 ? { count, min, max, mean, deviation: count > 1 ? deviation : 0, below } : { count: 0, min: Infinity, max: -Infinity, mean: Number.NaN, deviation: Number.NaN, below };
}

/** The number at a place, where bins tell it: one of a single number, or the first or last of one. */
function atPlace(bins: readonly Part[], place: number, dataset: DatasetLike, field: string): number {
  let before = 0;
  for (const { values } of bins) {
    const [count = 0, min = 0, max = 0] = values;
    const within = place - before;
    if (within < count && (min === max || within === 0)) return min;
    if (within === count - 1) return max;
    if (within < count) break;
    before += count;
  }
  throw new YztError('not-answerable', {
    zh: `「${dataset.label(field, 'zh-CN')}」分级时数据有变动，没有求出分界值。请重新载入，或直接写出分界值。`,
    en: `The data changed while limits of "${dataset.label(field, 'en')}" were found. Load them again, or write the limits.`,
  });
}

/** A part whose numbers are told. @throws YztError `not-answerable` where they are withheld. */
function told<P extends Part>(part: P, dataset: DatasetLike, field: string): P {
  if (!part.suppressed) return part;
  throw new YztError('not-answerable', {
    zh: `「${dataset.label(field, 'zh-CN')}」的小数不公开（suppressBelow），不能这样分级。请改用 equal、pretty 或直接写出分界值。`,
    en: `Small numbers of "${dataset.label(field, 'en')}" are withheld (suppressBelow), so such classes cannot be found. Use equal, pretty, or write the limits.`,
  });
}

/** A number above all, so that the last bin has no edge that counts. */
function beyond(max: number): number {
  return max + Math.abs(max) + 1;
}

/** The next number that can be told from this one. */
export function following(value: number): number {
  let step = Math.max(Number.MIN_VALUE, Math.abs(value) * 2 ** -53);
  while (value + step === value) step *= 2;
  return value + step;
}
