import { expect, it } from 'vitest';
import { sortedRows } from './sorted-rows.js';
import { atOnce } from '../steps/drive.js';
import { quantileInOrder, quantileOf } from './quantile.js';

it.each([0, 0.5, 1])('a quantile of zeros of either sign is 0, in whatever order they come (p = %s)', (p) => {
  for (const values of [[0, -0], [-0, 0], [-0, -0], [0, -0, 0], [-0, 0, -0]]) {
    const all = Float64Array.from(values);
    const order = atOnce(sortedRows({ kind: 'number', name: 'n', values: all }));
    expect(quantileOf(all.slice(), p), `selected of ${values.map((value) => (Object.is(value, -0) ? '-0' : '0')).join(' ')}`).toBe(0);
    expect(quantileInOrder(order, all, new Uint8Array(all.length).fill(1), all.length, p)).toBe(0);
  }
});
