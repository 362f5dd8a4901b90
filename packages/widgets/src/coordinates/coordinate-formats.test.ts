import { describe, expect, it } from 'vitest';
import { formatList, formatOf, nextFormat } from './coordinate-formats.js';

describe('formatOf', () => {
  it('knows degrees, minutes, seconds and every CGCS2000 zone', () => {
    expect(formatOf('dms')).toBe('dms');
    expect(formatOf(' Degrees ')).toBe('degrees');
    expect(formatOf('4549')).toBe('EPSG:4549');
    expect(formatOf('epsg:4528')).toBe('EPSG:4528');
  });
  it('is undefined for what is no format', () => {
    for (const word of ['', 'utm', '3857', '4326', 'EPSG:999999']) expect(formatOf(word)).toBeUndefined();
  });
});

describe('formatList', () => {
  it('keeps the order and leaves out what it does not know', () => {
    expect(formatList('4549 dms, dms|utm')).toEqual(['EPSG:4549', 'dms']);
    expect(formatList(undefined)).toEqual([]);
  });
});

describe('nextFormat', () => {
  it('goes round', () => {
    expect(nextFormat(['dms', 'degrees'], 'dms')).toBe('degrees');
    expect(nextFormat(['dms', 'degrees'], 'degrees')).toBe('dms');
    expect(nextFormat(['dms'], 'minutes')).toBe('dms');
  });
});
