import { expect, it } from 'vitest';
import { usccFault } from '../calc/index.js';
import { codeWords, entityEvents } from './entity-events.js';

const DAY = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const ROWS = [
  { uscc: 'a', date: new Date(DAY('2020-01-01')), kind: 'founded', dept: '登记科', summary: '设立登记', result: null, due: null },
  { uscc: 'b', date: new Date(DAY('2021-01-01')), kind: 'founded', dept: null, summary: null, result: null, due: null },
  { uscc: 'a', date: new Date(DAY('2024-03-01')), kind: 'device', dept: '特设科', summary: '叉车 1 台', result: null, due: new Date(DAY('2026-01-01')) },
  { uscc: 'a', date: null, kind: '其他', dept: null, summary: null, result: null, due: '2027-01-01' },
];
const data = { rowCount: ROWS.length, value: (row: number, field: string): unknown => (ROWS[row] as Record<string, unknown>)[field] };

it('the events of a subject are in order of time, and what was due is overdue', () => {
  const events = entityEvents(data, 'a', DAY('2026-06-30'));
  expect(events.map(({ kind, overdue }) => [kind, overdue])).toEqual([['device', true], ['founded', false], ['其他', false]]);
  expect([events[0]?.word.zh, events[0]?.due, events[1]?.dept, events[1]?.due, events[2]?.word.en, events[2]?.due]).toEqual(['特种设备', DAY('2026-01-01'), '登记科', undefined, '其他', Date.parse('2027-01-01T00:00:00+08:00')]);
  expect(entityEvents(data, 'c', 0)).toEqual([]);
});

it('cells are told in the words of their fields, and kinds that are none of this library too', () => {
  const words = (row: number, field: string): string => (field === 'kind' ? `[${String(data.value(row, field))}]` : String(data.value(row, field)));
  expect(entityEvents({ ...data, words }, 'a', 0).map(({ word, summary, result }) => [word.zh, summary, result])).toEqual([['特种设备', '叉车 1 台', ''], ['设立', '设立登记', ''], ['[其他]', '', '']]);
});

it('says what is wrong with a code', () => {
  expect(['9135', '9135O100M000100Y43', '91350100M000100Y44'].map((code) => codeWords(usccFault(code) as NonNullable<ReturnType<typeof usccFault>>).zh)).toEqual(['应为 18 位，现为 4 位', '第 5 位「O」不是代码字符', '校验位应为 3']);
});
