import { expect, it } from 'vitest';
import { assignInspectors } from './assign.js';
import { daysOverdue, overdueSubjects } from './overdue.js';

const TODAY = Date.parse('2026-06-30T00:00:00+08:00');
const FIELDS = { code: 'uscc', name: 'name', area: 'district', holder: 'holder', due: 'due' };
const DATA: Record<string, unknown>[] = [
  { uscc: 'B', name: '乙', district: '370203', holder: 'H1', due: new Date('2026-06-29T00:00:00+08:00') },
  { uscc: 'A', name: '甲', district: '370202', holder: 'H2', due: new Date('2026-06-30T00:00:00+08:00') },
  { uscc: 'A', name: '甲', district: '370202', holder: 'H2', due: new Date('2025-06-30T00:00:00+08:00') },
  { uscc: 'B', name: '乙', district: '370203', holder: 'H1', due: new Date('2026-05-31T00:00:00+08:00') },
  { uscc: 'C', name: '丙', due: null },
  { uscc: 'D', name: '丁', due: new Date('2020-01-01T00:00:00+08:00') },
];
const rows = { rowCount: DATA.length, value: (row: number, field: string): unknown => DATA[row]?.[field] ?? null };

it('days overdue are calendar days in China: none on the day itself, one on the next', () => {
  expect(['2026-06-30', '2026-06-29', '2026-07-02'].map((day) => daysOverdue(new Date(`${day}T00:00:00+08:00`), TODAY))).toEqual([0, 1, -2]);
  expect(daysOverdue(new Date('2026-06-29T15:59:59Z'), TODAY)).toBe(1);
  expect([daysOverdue('', TODAY), daysOverdue(undefined, TODAY), daysOverdue('soon', TODAY)]).toEqual([NaN, NaN, NaN]);
});

it('subjects with overdue devices come longest overdue first, of the rows that take part', () => {
  const found = overdueSubjects(rows, [1, 1, 1, 1, 1, 0], FIELDS, TODAY);
  expect(found.map(({ subject, rows: late, days }) => [subject.uscc, late, days])).toEqual([['A', [2], 365], ['B', [3, 0], 30]]);
  expect(found[0]?.subject).toEqual({ uscc: 'A', name: '甲', stratum: '', area: '370202', holder: 'H2' });
});

it('inspectors are assigned evenly, with a lead, and those who must keep away do', () => {
  const subjects = Array.from({ length: 12 }, (_, at) => ({ uscc: `S${at}`, name: '', stratum: '', area: at % 2 ? '370202' : '370203' }));
  const inspectors = Array.from({ length: 6 }, (_, at) => ({ id: `J${at}`, name: '', ...(at < 3 && { lead: true }), ...(at === 0 && { avoids: [{ kind: 'area' as const, value: '370202', reason: '原籍' }] }) }));
  const orders = assignInspectors({ planId: 'P', subjects, inspectors });
  expect(orders.every(({ inspectors: pair }) => pair.length === 2 && 'J0J1J2'.includes(pair[0] ?? '-'))).toBe(true);
  expect(orders.filter(({ inspectors: pair }, at) => at % 2 === 1 && pair.includes('J0'))).toEqual([]);
  expect(orders.some(({ skipped }) => skipped.some(({ inspector, reason }) => inspector === 'J0' && reason === '原籍'))).toBe(true);
  expect(assignInspectors({ planId: 'P', subjects, inspectors })).toEqual(orders);
  expect(assignInspectors({ planId: 'P', subjects, inspectors: inspectors.slice(3) }).every(({ inspectors: pair }) => pair.length === 0)).toBe(true);
});
