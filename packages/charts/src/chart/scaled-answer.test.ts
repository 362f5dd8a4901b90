import type { Answer } from '@yizhangtu/data/model';
import { expect, it } from 'vitest';
import { AnswerScale, largestValue, scaledAnswer } from './scaled-answer.js';

const answer: Answer = {
  groups: [{ key: 'a', count: 2, values: [20_000, 10], parts: [{ count: 2, values: [20_000] }] }, { key: 'b', count: 1, values: [-50_000, 5] }],
  rest: { key: null, count: 1, values: [10_000, 1] },
  total: { key: null, count: 4, values: [Number.NaN, 16] },
};

it('multiplies every number of an answer, and no count or key', () => {
  const scaled = scaledAnswer(answer, 1e-4);
  expect(scaled.groups[0]).toEqual({ key: 'a', count: 2, values: [2, 0.001], parts: [{ count: 2, values: [2] }] });
  expect([scaled.rest?.values[0], scaled.total.values[0], scaled.total.count]).toEqual([1, Number.NaN, 4]);
});

it('keeps an answer for as long as it is the same', () => {
  const scale = new AnswerScale();
  expect(scale.of(answer, 1)).toBe(answer);
  expect(scale.of(answer, 2)).toBe(scale.of(answer, 2));
  expect(scale.of(answer, 3).groups[0]?.values[0]).toBe(60_000);
});

it('knows the largest size among the groups', () => {
  expect([largestValue(answer), largestValue({ ...answer, groups: [] })]).toEqual([50_000, 0]);
});
