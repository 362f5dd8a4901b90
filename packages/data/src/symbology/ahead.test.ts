import { Dataset } from '../model/dataset.js';
import { PackedText, packWords, type PackedWords } from '../model/packed-text.js';
import { expect, test } from 'vitest';
import { aheadOf, symbologyOf, symbologySteps } from './index.js';

const WORDS = Array.from({ length: 40_000 }, (_, index) => (index === 7 ? '' : `${(index * 7919) % 40_009}`));
const codes = Uint32Array.from({ length: 50_000 }, (_, row) => (row * 31) % 40_000);

/** A dataset with a field whose words are still packed. */
function packed(): Dataset {
  const column = new PackedText('a', codes, packWords(WORDS) as PackedWords);
  return new Dataset({ rowCount: codes.length, columns: [column, { kind: 'number', name: 'b', values: Float64Array.from(codes) }], geometry: { kind: 'none' }, report: Dataset.fromColumns({ columns: { a: [1] } }).report });
}

const plain = (): Dataset => Dataset.fromColumns({ columns: { a: { dictionary: WORDS, codes }, b: Float64Array.from(codes) } });

const symbologyAhead = (spec: string, dataset: Dataset) => aheadOf(symbologySteps(spec, dataset));

/** Runs steps to their end. */
function run<T>(steps: Generator<number, T, void>): { readonly pauses: number; readonly result: T } {
  for (let pauses = 0; ; pauses++) {
    const step = steps.next();
    if (step.done) return { pauses, result: step.value };
  }
}

test.each(['class:a', 'breaks:a:5:quantile:blues', 'breaks:a:100,2000:reds', 'bivariate:a:b:quantile'])('%s of words that are made in steps is that of the same words', (spec) => {
  const { pauses, result: made } = run(symbologyAhead(spec, packed()));
  expect(pauses).toBeGreaterThan(2);
  const known = symbologyOf(spec, plain());
  expect(made?.spec).toBe(spec);
  expect(made?.classes.map(({ label, color, key }) => [label, color, key])).toEqual(known.classes.map(({ label, color, key }) => [label, color, key]));
  expect(made?.classOf).toEqual(known.classOf);
});

test('masked words are masked in steps, too', () => {
  const dataset = plain();
  dataset.schema = { id: 't', fields: [{ name: 'a', mask: 'name' }] };
  const { pauses, result: made } = run(symbologyAhead('class:a', dataset));
  expect(pauses).toBeGreaterThan(2);
  expect(made?.classes.some(({ label }) => label.zh.includes('*'))).toBe(true);
});

test('rows of very many numbers are placed in parts, with the limits of the same at once', () => {
  const numbers = () => Dataset.fromColumns({ columns: { n: Float64Array.from({ length: 200_000 }, (_, row) => (row % 1000 === 0 ? Number.NaN : (row * 7919) % 200_003)) } });
  const { pauses, result: made } = run(symbologyAhead('breaks:n:5:quantile', numbers()));
  const { classes, classOf } = symbologyOf('breaks:n:5:quantile', numbers());
  expect(pauses).toBeGreaterThan(5);
  expect([made?.classes.map(({ label }) => label), made?.classOf]).toEqual([classes.map(({ label }) => label), classOf]);
});

test('what cannot be used is not made, and nothing is said', () => {
  const dataset = Dataset.fromColumns({ columns: { a: ['x', 'y'], n: [1, 2] } });
  for (const spec of ['class:gone', 'breaks:gone:5', 'bivariate:n:gone', 'nonsense', '']) expect(run(symbologyAhead(spec, dataset))).toEqual({ pauses: 0, result: undefined });
});
