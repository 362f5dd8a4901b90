import { Dataset } from '../model/dataset.js';
import { PackedText, packWords, type PackedWords } from '../model/packed-text.js';
import { expect, test } from 'vitest';
import { symbologyAhead, symbologyOf, symbologyWaits } from './index.js';

const WORDS = Array.from({ length: 40_000 }, (_, index) => (index === 7 ? '' : `${(index * 7919) % 40_009}`));
const codes = Uint32Array.from({ length: 50_000 }, (_, row) => (row * 31) % 40_000);

/** A dataset with a field whose words are still packed. */
function packed(): Dataset {
  const column = new PackedText('a', codes, packWords(WORDS) as PackedWords);
  return new Dataset({ rowCount: codes.length, columns: [column, { kind: 'number', name: 'b', values: Float64Array.from(codes) }], geometry: { kind: 'none' }, report: Dataset.fromColumns({ columns: { a: [1] } }).report });
}

const plain = (): Dataset => Dataset.fromColumns({ columns: { a: { dictionary: WORDS, codes }, b: Float64Array.from(codes) } });

test.each(['class:a', 'breaks:a:5:quantile:blues', 'breaks:a:100,2000:reds', 'bivariate:a:b:quantile'])('%s of words that are made in steps is that of the same words', (spec) => {
  const dataset = packed();
  expect(symbologyWaits(spec, dataset)).toBe(true);
  expect([...symbologyAhead(spec, dataset)].length).toBeGreaterThan(2);
  expect(symbologyWaits(spec, dataset)).toBe(false);
  const [made, known] = [symbologyOf(spec, dataset), symbologyOf(spec, plain())];
  expect(made.classes.map(({ label, color, key }) => [label, color, key])).toEqual(known.classes.map(({ label, color, key }) => [label, color, key]));
  expect(made.classOf).toEqual(known.classOf);
});

test('masked words wait as well, and are masked whoever asks', () => {
  const dataset = plain();
  dataset.schema = { id: 't', fields: [{ name: 'a', mask: 'name' }] };
  expect(symbologyWaits('class:a', dataset)).toBe(true);
  const labels = symbologyOf('class:a', dataset).classes.map(({ label }) => label.zh);
  expect(symbologyWaits('class:a', dataset)).toBe(false);
  expect(labels.some((label) => label.includes('*'))).toBe(true);
});

test('nothing waits for fields that are there, are not words, or do not exist', () => {
  const dataset = Dataset.fromColumns({ columns: { a: ['x', 'y'], n: [1, 2] } });
  for (const spec of ['class:a', 'breaks:n:5', 'bivariate:n:n', 'class:gone', 'fixed:data-1', '']) expect(symbologyWaits(spec, dataset)).toBe(false);
  expect(symbologyWaits('class:a', undefined)).toBe(false);
  expect([...symbologyAhead('class:gone', dataset), ...symbologyAhead('breaks:n:', dataset), ...symbologyAhead('nonsense', dataset)]).toEqual([]);
});
