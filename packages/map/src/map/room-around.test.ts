import { expect, it } from 'vitest';
import { roomAround } from './room-around.js';

it('room that was asked for comes to what lies over the map', () => {
  expect(roomAround()).toEqual([0, 0, 0, 0]);
  expect(roomAround(10, [1, 2, 3, 4])).toEqual([11, 12, 13, 14]);
  expect(roomAround([5, 6, 7, 8], [1, 0, 0, 2])).toEqual([6, 6, 7, 10]);
});
