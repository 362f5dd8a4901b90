import { expect, it } from 'vitest';
import { usccFault } from '@yizhangtu/market/calc';
import { devicesCsv, eventsCsv, inspectorsCsv, poolCsv } from './draw-pool.mjs';

const rows = (csv: string): string[][] => csv.trim().split('\n').slice(1).map((line) => line.split(','));
const pool: string = poolCsv(500);

it('invented subjects have right credit codes, each once, and names that say what they are', () => {
  const subjects = rows(pool);
  expect([subjects.length, new Set(subjects.map(([uscc]) => uscc)).size, poolCsv(500) === pool]).toEqual([500, 500, true]);
  expect(subjects.filter(([uscc = '', name = '']) => usccFault(uscc) !== undefined || !name.startsWith('示例'))).toEqual([]);
});

it('a third of the inspectors may lead, and what they avoid is in the pool', () => {
  const inspectors = rows(inspectorsCsv(60, pool));
  expect(inspectors.filter(([, , lead]) => lead === 'true')).toHaveLength(20);
  const values = inspectors.flatMap(([, , , avoids = '']) => avoids.split('; ').filter(Boolean)).map((one) => one.split(':')[1] ?? '');
  expect(values.length).toBeGreaterThan(20);
  expect(values.filter((value) => !pool.includes(value))).toEqual([]);
});

it('events begin with the founding of their subject, and none is after the day of the data', () => {
  const events = rows(eventsCsv(pool));
  expect(events.filter(([, , kind]) => kind === 'founded')).toHaveLength(500);
  expect(events.filter(([, date = '']) => date > '2026-06-30')).toEqual([]);
  const founded = new Map(events.filter(([, , kind]) => kind === 'founded').map(([uscc, date = '']) => [uscc, date]));
  expect(events.filter(([uscc, date = '']) => date < (founded.get(uscc) ?? ''))).toEqual([]);
});

it('devices belong to subjects of the pool, and each is an event of its subject with the same day', () => {
  const devices = rows(devicesCsv(poolCsv(2000)));
  const events = new Set(rows(eventsCsv(poolCsv(2000))).filter(([, , kind]) => kind === 'device').map(([uscc, , , , summary = '', , due]) => `${uscc} ${summary.split(' ')[1]} ${due}`));
  const late = devices.filter(([, , , , , , due = '']) => due < '2026-06-30').length;
  expect([devices.length === events.size, late > devices.length / 10, late < devices.length / 4]).toEqual([true, true, true]);
  expect(devices.filter(([id, uscc, , , , , due]) => !events.has(`${uscc} ${id} ${due}`))).toEqual([]);
});
