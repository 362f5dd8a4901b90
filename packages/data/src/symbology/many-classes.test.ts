import { expect, test } from 'vitest';
import { Dataset } from '../model/dataset.js';
import { symbologyOf } from './symbology.js';

test('of very many words the most frequent have a colour, and all others are one class', () => {
  const words = Array.from({ length: 40_000 }, (_, i) => (i % 1000 === 0 ? null : `词${(i * 7919) % 30_011}`));
  const { classes, classOf } = symbologyOf('class:word', Dataset.fromColumns({ columns: { word: words } }));
  const counts = new Map<string, number>();
  for (const word of words) if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
  const frequent = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word);
  expect(classes.map(({ key }) => key)).toEqual([...frequent.slice(0, 8), undefined, null]);
  const { filter } = classes[8] ?? {};
  expect(filter?.kind === 'in' && new Set(filter.values)).toEqual(new Set(frequent.slice(8)));
  expect([...classOf]).toEqual(words.map((word) => (word === null ? 9 : frequent.indexOf(word) < 8 ? frequent.indexOf(word) : 8)));
});
