import { expect, test } from 'vitest';
import { treeKey, type KeyPlace } from './tree-keys.js';

const plain = { altKey: false, ctrlKey: false, metaKey: false };
const press = (key: string, place: Partial<KeyPlace> = {}, alt = false) => treeKey({ ...plain, key, altKey: alt }, { index: 2, total: 5, parent: 1, open: undefined, ...place });

test('arrows go through the lines and stop at the ends', () => {
  expect([press('ArrowDown'), press('ArrowUp'), press('Home'), press('End')]).toEqual([{ go: 3 }, { go: 1 }, { go: 0 }, { go: 4 }]);
  expect([press('ArrowDown', { index: 4 }), press('ArrowUp', { index: 0 })]).toEqual([{ go: 4 }, { go: 0 }]);
});

test('right opens a group and goes into it, left closes it or goes to the group around', () => {
  expect([press('ArrowRight', { open: false }), press('ArrowRight', { open: true }), press('ArrowRight')]).toEqual(['open', { go: 3 }, undefined]);
  expect([press('ArrowLeft', { open: true }), press('ArrowLeft', { open: false }), press('ArrowLeft', { parent: -1 })]).toEqual(['close', { go: 1 }, undefined]);
});

test('space ticks, Enter opens the details, Alt with an arrow moves; other keys are not taken', () => {
  expect([press(' '), press('Enter'), press('ArrowUp', {}, true), press('ArrowDown', {}, true)]).toEqual(['tick', 'details', 'up', 'down']);
  expect([press('a'), press('ArrowLeft', {}, true), treeKey({ ...plain, key: 'Home', ctrlKey: true }, { index: 0, total: 1, parent: -1, open: undefined })]).toEqual([undefined, undefined, undefined]);
});
