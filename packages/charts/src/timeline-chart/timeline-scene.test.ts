import { shanghaiInstant } from '@yizhangtu/base/dates';
import { atOnce } from '@yizhangtu/data/steps';
import { describe, expect, it } from 'vitest';
import type { TimelineEvents } from './timeline-events.js';
import { markAtPlace, rowMarkSteps, spanOf } from './timeline-marks-at.js';
import { timelineScene, type TimelineScene } from './timeline-scene.js';

const at = (text: readonly [number, number, number]): number => shanghaiInstant(...text);

function events(starts: readonly number[], ends: readonly number[] = []): TimelineEvents {
  return {
    rows: Uint32Array.from(starts, (_, index) => index),
    starts: Float64Array.from(starts),
    ends: Float64Array.from(starts, (_, index) => ends[index] ?? Number.NaN),
    laneOf: new Uint16Array(starts.length),
    lanes: [{ key: null, rest: false, count: starts.length }],
    missing: 0,
  };
}

const scene = (list: TimelineEvents, height = 0, name = '日常检查'): TimelineScene =>
  timelineScene({ width: 600, height, fontSize: 13, measure: (text) => text.length * 13, locale: 'zh-CN', events: list, names: [], nameOf: () => name });

describe('rowMarkSteps', () => {
  it('knows the mark of each row, of very many with pauses', () => {
    const COUNT = 200_000;
    const list = { ...events(Array.from({ length: COUNT }, (_, i) => at([2020, 1, 1]) + i * 60_000)), rows: Uint32Array.from({ length: COUNT }, (_, i) => 2 * (COUNT - 1 - i)) };
    const { marks } = scene(list);
    const steps = [...rowMarkSteps(marks, list)];
    expect(steps.length).toBeGreaterThan(5);
    const markOf = atOnce(rowMarkSteps(marks, list));
    expect(markOf.length).toBe(2 * COUNT - 1);
    expect(markOf[1]).toBe(-1);
    for (const event of [0, 17, 99_999, COUNT - 1]) expect(marks[markOf[list.rows[event] as number] as number]?.events).toContain(event);
  });
});

describe('timelineScene', () => {
  it('has round stops around all events, and counts each event between two of them once', () => {
    const list = events([at([2016, 3, 8]), at([2018, 4, 18]), at([2018, 9, 3]), at([2024, 8, 2])], [at([2026, 5, 9])]);
    const { stops, counts, at: px, left, right } = scene(list);
    expect(stops[0]).toBeLessThanOrEqual(list.starts[0] as number);
    expect(stops[stops.length - 1]).toBeGreaterThan(at([2026, 5, 9]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(counts).toHaveLength(stops.length - 1);
    expect([px(stops[0] as number), px(stops[stops.length - 1] as number)]).toEqual([left, right]);
  });

  it('gives a moment that is alone a day of its own', () => {
    const { stops, counts } = scene(events([at([2026, 7, 6]) + 11 * 3_600_000]));
    expect(stops.length).toBeGreaterThan(2);
    expect(counts.filter((count) => count > 0)).toEqual([1]);
  });

  it('names an event only where the name touches nothing', () => {
    const far = scene(events([at([2020, 1, 1]), at([2021, 1, 1])]));
    expect(far.marks.map(({ text }) => text)).toEqual(['日常检查', '']);
    const near = scene(events([at([2020, 1, 1]), at([2020, 2, 1]), at([2021, 1, 1]), at([2022, 1, 1])]));
    expect(near.marks.map(({ text }) => text)).toEqual(['', '日常检查', '日常检查', '']);
    expect(scene(events([at([2020, 1, 1])], [at([2022, 1, 1])])).marks[0]).toMatchObject({ inside: true, text: '日常检查' });
  });

  it('grows lanes into the height that is there, and leaves room for the axis', () => {
    const list = events([at([2020, 1, 1]), at([2021, 1, 1])]);
    const [low, high] = [scene(list), scene(list, 400)];
    expect(high.lanes[0]?.bottom).toBeGreaterThan(low.lanes[0]?.bottom ?? 0);
    expect(high.strip.bottom).toBeLessThan(400);
  });

  it('finds the mark at a place: a moment before the length it lies over, none far from all', () => {
    const list = { ...events([at([2020, 1, 1]), at([2021, 1, 1]), at([2022, 1, 1])], [at([2022, 1, 1])]) };
    const { marks } = scene(list);
    const moment = marks.findIndex(({ long }) => !long);
    const [from, y] = [marks[moment]?.from ?? 0, marks[moment]?.y ?? 0];
    expect(markAtPlace(marks, from, y)).toBe(moment);
    expect(markAtPlace(marks, from, y + 200)).toBe(-1);
  });
});

describe('spanOf', () => {
  it('is the stops around two places', () => {
    expect(spanOf([0, 10, 20, 30], 12, 18)).toEqual({ from: 1, to: 2 });
    expect(spanOf([0, 10, 20, 30], 10, 30)).toEqual({ from: 1, to: 3 });
  });
});
