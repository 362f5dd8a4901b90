import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { eventsOf, timeOrder, type EventFields } from './timeline-events.js';

const DAY = 86_400_000;
const day = (n: number | null): Date | null => (n === null ? null : new Date(n * DAY));

/** Events on days, with ends and kinds. */
function dataset(days: readonly (number | null)[], kinds: readonly (string | null)[], ends: readonly (number | null)[] = days.map(() => null)): Dataset {
  return Dataset.fromColumns({ columns: { at: days.map(day), until: [...ends.map(day), new Date(0)].slice(0, days.length), kind: kinds } });
}

const made = (data: Dataset, fields: Partial<EventFields> = {}, passes = new Uint8Array(data.rowCount).fill(1)) =>
  eventsOf(data, { time: 'at', lane: 'kind', end: 'until', limit: 12, ...fields }, timeOrder(data, 'at'), passes);

describe('eventsOf', () => {
  it('puts events in the order of time, equal ones as rows stand, and counts those without a time', () => {
    const events = made(dataset([3, null, 1, 3, 2], ['a', 'a', 'a', 'a', 'a']));
    expect([...events.rows]).toEqual([2, 4, 0, 3]);
    expect([...events.starts]).toEqual([1, 2, 3, 3].map((n) => n * DAY));
    expect(events.missing).toBe(1);
  });

  it('keeps an end only where it is later', () => {
    const events = made(dataset([1, 2, 3], ['a', 'a', 'a'], [5, 2, 1]));
    expect([...events.ends]).toEqual([5 * DAY, Number.NaN, Number.NaN]);
  });

  it('has lanes in the order of their first events, the smallest together as the rest', () => {
    const data = dataset([1, 2, 3, 4, 5, 6, 7], ['c', 'b', 'b', null, 'a', 'a', 'd']);
    expect(made(data).lanes.map(({ key, count, rest }) => [key, count, rest])).toEqual([['c', 1, false], ['b', 2, false], [null, 1, false], ['a', 2, false], ['d', 1, false]]);
    const few = made(data, { limit: 3 });
    expect(few.lanes.map(({ key, count, rest }) => [key, count, rest])).toEqual([['b', 2, false], ['a', 2, false], [null, 3, true]]);
    expect([...few.laneOf]).toEqual([2, 0, 0, 2, 1, 1, 2]);
    expect(few.lanes.reduce((sum, { count }) => sum + count, 0)).toBe(few.rows.length);
  });

  it('leaves out rows that do not pass, and is one lane without a field', () => {
    const events = made(dataset([1, 2, 3], ['a', 'b', 'a']), { lane: undefined }, Uint8Array.of(1, 0, 1));
    expect([...events.rows]).toEqual([0, 2]);
    expect(events.lanes).toEqual([{ key: null, rest: false, count: 2 }]);
  });
});
