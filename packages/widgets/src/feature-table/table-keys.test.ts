import { describe, expect, it } from 'vitest';
import { movedCell, rowChoice } from './table-keys.js';

const size = { rows: 100, columns: 5, page: 10 };

describe('movedCell', () => {
  it('moves by cells, pages and ends, and stops at the edges', () => {
    const from = { row: 50, column: 2 };
    expect(movedCell('ArrowDown', false, from, size)).toEqual({ row: 51, column: 2 });
    expect(movedCell('ArrowLeft', false, { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 });
    expect(movedCell('PageDown', false, { row: 95, column: 0 }, size)).toEqual({ row: 99, column: 0 });
    expect(movedCell('End', false, from, size)).toEqual({ row: 50, column: 4 });
    expect(movedCell('End', true, from, size)).toEqual({ row: 99, column: 4 });
    expect(movedCell('Home', true, from, size)).toEqual({ row: 0, column: 0 });
  });
  it('reaches the head above the first row', () => {
    expect(movedCell('ArrowUp', false, { row: 0, column: 1 }, size)).toEqual({ row: -1, column: 1 });
    expect(movedCell('PageUp', false, { row: 3, column: 1 }, size)).toEqual({ row: 0, column: 1 });
    expect(movedCell('ArrowDown', false, { row: -1, column: 1 }, { ...size, rows: 0 })).toEqual({ row: -1, column: 1 });
  });
  it('knows no other keys', () => expect(movedCell('a', false, { row: 0, column: 0 }, size)).toBeUndefined());
});

describe('rowChoice', () => {
  const none = { ctrl: false, shift: false };
  it('chooses one row, adds one with Ctrl, and everything between with Shift', () => {
    expect(rowChoice(5, -1, none)).toEqual({ from: 5, to: 5, mode: 'replace', anchor: 5 });
    expect(rowChoice(7, 5, { ...none, ctrl: true })).toEqual({ from: 7, to: 7, mode: 'toggle', anchor: 7 });
    expect(rowChoice(2, 5, { ...none, shift: true })).toEqual({ from: 2, to: 5, mode: 'replace', anchor: 5 });
    expect(rowChoice(9, 5, { ctrl: true, shift: true })).toEqual({ from: 5, to: 9, mode: 'add', anchor: 5 });
  });
  it('begins a range where nothing was chosen yet', () => {
    expect(rowChoice(4, -1, { ...none, shift: true })).toMatchObject({ from: 4, to: 4, anchor: 4 });
  });
});
