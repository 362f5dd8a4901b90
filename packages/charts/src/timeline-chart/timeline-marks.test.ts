import { describe, expect, it } from 'vitest';
import type { TimelineEvents } from './timeline-events.js';
import { marksOf, nextTimelineMark } from './timeline-marks.js';

/** Events by their ends in px: one number is a moment. */
function events(list: readonly (readonly [lane: number, from: number, to?: number])[]): TimelineEvents {
  const lanes = Math.max(...list.map(([lane]) => lane)) + 1;
  return {
    rows: Uint32Array.from(list, (_, index) => index),
    starts: Float64Array.from(list, ([, from]) => from),
    ends: Float64Array.from(list, ([, , to]) => to ?? Number.NaN),
    laneOf: Uint16Array.from(list, ([lane]) => lane),
    lanes: Array.from({ length: lanes }, (_, key) => ({ key, rest: false, count: 1 })),
    missing: 0,
  };
}

const ROOM = { at: (instant: number): number => instant, apart: 10, mostRows: 2 };
const short = (list: TimelineEvents) => marksOf(list, ROOM).marks.map(({ lane, row, from, to, events: held }) => [lane, row, from, to, held.join()]);

describe('marksOf', () => {
  it('makes one mark of moments that would touch, counted from the first of them', () => {
    expect(short(events([[0, 0], [0, 9], [0, 10], [0, 12], [0, 40]]))).toEqual([[0, 0, 0, 9, '0,1'], [0, 0, 10, 12, '2,3'], [0, 0, 40, 40, '4']]);
  });

  it('keeps lanes apart', () => {
    expect(short(events([[0, 0], [1, 1], [0, 2]]))).toEqual([[0, 0, 0, 2, '0,2'], [1, 0, 1, 1, '1']]);
  });

  it('puts lengths that overlap below each other, under the moments of their lane', () => {
    const { marks, rowsOf } = marksOf(events([[0, 0, 50], [0, 20, 60], [0, 30], [0, 55, 80]]), ROOM);
    expect(marks.map(({ row, long }) => [row, long])).toEqual([[1, true], [2, true], [0, false], [1, true]]);
    expect(rowsOf).toEqual([3]);
  });

  it('loses no event where there are more lengths than rows', () => {
    const many = events(Array.from({ length: 40 }, (_, n) => [0, n, n + 100] as const));
    const { marks, rowsOf } = marksOf(many, ROOM);
    expect(rowsOf).toEqual([2]);
    expect(marks.flatMap(({ events: held }) => held).sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n));
    expect(Math.max(...marks.map(({ to }) => to))).toBe(139);
  });

  it('shows a length too short to be seen as a moment', () => {
    expect(marksOf(events([[0, 5, 7]]), ROOM).marks[0]).toMatchObject({ long: false, from: 5 });
  });
});

describe('nextTimelineMark', () => {
  const { marks } = marksOf(events([[0, 0], [2, 20], [0, 40], [2, 70], [0, 90]]), ROOM);

  it('goes along a lane, and to the nearest in the next lane that has events', () => {
    expect(nextTimelineMark('ArrowRight', 0, marks)).toBe(2);
    expect(nextTimelineMark('ArrowLeft', 0, marks)).toBe(0);
    expect(nextTimelineMark('ArrowDown', 2, marks)).toBe(1);
    expect(nextTimelineMark('ArrowDown', 4, marks)).toBe(3);
    expect(nextTimelineMark('ArrowUp', 3, marks)).toBe(4);
    expect(nextTimelineMark('ArrowDown', 3, marks)).toBe(3);
  });

  it('goes to both ends of time, and nowhere by other keys', () => {
    expect(nextTimelineMark('End', 0, marks)).toBe(4);
    expect(nextTimelineMark('Home', 4, marks)).toBe(0);
    expect(nextTimelineMark('a', 0, marks)).toBeUndefined();
  });
});
