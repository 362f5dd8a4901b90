import { expect, it } from 'vitest';
import { orderRows, orderSheet } from './orders.js';

const DATA: Record<string, unknown>[] = [{ id: 'SB1', class: 'lift', due: new Date('2026-05-31T00:00:00+08:00') }, { id: 'SB2', class: '缆车', due: '2026-06-01' }];
const input = {
  data: { value: (row: number, field: string): unknown => DATA[row]?.[field] },
  found: [{ subject: { uscc: 'A', name: '甲', stratum: '', area: '370202', holder: 'H7' }, rows: [0, 1], days: 30 }],
  inspectors: [{ id: 'J1', name: '示例一' }, { id: 'J2', name: '示例二' }, { id: 'J3', name: '示例三' }],
  areaWords: (code: string) => `区${code}`,
  fields: { id: 'id', kind: 'class', due: 'due' },
  locale: 'zh-CN' as const,
};
const assigned = new Map([['A', { uscc: 'A', inspectors: ['J1', 'J2'], skipped: [{ inspector: 'J3', kind: 'holder' as const, reason: '亲属' }] }]]);
const sheetOf = (rows: ReturnType<typeof orderRows>): unknown[] => {
  const sheet = orderSheet('名单', rows, 'zh-CN');
  return sheet.columns.map((_, column) => sheet.cell(0, column));
};

it('a row says what is overdue and since when, before anybody is assigned', () => {
  expect(orderRows(input)).toEqual([{ number: 1, uscc: 'A', name: '甲', area: '区370202', devices: ['电梯 SB1 2026年5月31日', '缆车 SB2 2026年6月1日'], days: 30, skipped: [] }]);
  expect(sheetOf(orderRows(input))[6]).toBe('');
});

it('the file has who goes and who kept away, and no person in charge', () => {
  const cells = sheetOf(orderRows({ ...input, assigned }));
  expect(cells.slice(6)).toEqual(['示例一、示例二', '示例三（亲属）']);
  expect(cells.join(' ')).not.toContain('H7');
  expect(sheetOf(orderRows({ ...input, assigned: new Map([['A', { uscc: 'A', inspectors: [], skipped: [] }]]) }))[6]).toBe('无人可派');
});
