import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { markOpen, OPEN_NOW } from './open-now.js';

const at = (text: string): number => Date.parse(`2026-07-01T${text}:00+08:00`);
const NONE = new Set<string>();

describe('markOpen', () => {
  it('tells open, closed and unknown apart, and is renewed only when something changed', () => {
    const data = Dataset.fromColumns({ columns: { hoursRule: ['Mo-Su 06:00-21:00', 'Mo-Su 22:00-23:00', null, '24/7'], openState: ['open', 'partial', 'open', 'closed'] } });
    markOpen(data, at('10:00'), NONE);
    const seen = (): unknown[] => [0, 1, 2, 3].map((row) => data.value(row, OPEN_NOW));
    expect(seen()).toEqual([true, false, null, false]);
    const { version } = data;
    markOpen(data, at('20:59'), NONE);
    expect(data.version).toBe(version);
    markOpen(data, at('22:00'), NONE);
    expect(seen()).toEqual([false, true, null, false]);
    data.setFilter(OPEN_NOW, { kind: 'in', field: OPEN_NOW, values: [true] });
    expect([...data.passing()]).toEqual([0, 1, 0, 0]);
  });

  it('claims nothing of data without hours', () => {
    const data = Dataset.fromColumns({ columns: { name: ['a'] } });
    markOpen(data, at('10:00'), NONE);
    expect(data.column(OPEN_NOW)).toBeUndefined();
  });
});
