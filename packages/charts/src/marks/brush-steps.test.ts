import { expect, it } from 'vitest';
import { brushStep, nearestStop } from './brush-steps.js';

it('nearestStop finds the nearer of two, at the ends too', () => {
  expect([-5, 4, 6, 16, 99].map((x) => nearestStop([0, 10, 20], x))).toEqual([0, 0, 1, 2, 2]);
  expect(nearestStop([], 3)).toBe(0);
  expect(nearestStop([7], 3)).toBe(0);
});

it('brushStep goes by arrows, pages and to the ends, never beyond', () => {
  expect(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'].map((key) => brushStep(key, 5, 20))).toEqual([6, 4, 6, 4]);
  expect(['PageUp', 'PageDown', 'Home', 'End'].map((key) => brushStep(key, 5, 40))).toEqual([9, 1, 0, 39]);
  expect(brushStep('ArrowLeft', 0, 20)).toBe(0);
  expect(brushStep('a', 0, 20)).toBe(undefined);
});
