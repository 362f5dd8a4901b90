import { YztError } from '@yizhangtu/base/errors';
import { describe, expect, it } from 'vitest';
import { coordinateParts, coordinateText } from './coordinate-text.js';

const square = [120.3826, 36.0618] as const;
const plain = (text: string) => text.replace(/\u2009/g, ' ');

describe('coordinateText', () => {
  it.each([
    ['degrees', 'E120.382600° N36.061800°'],
    ['dms', 'E120°22′57.4″ N36°03′42.5″'],
    ['minutes', 'E120°23′ N36°04′'],
    ['EPSG:4549', 'X 3 992 467.72 北 Y 534 469.77 东'],
    ['EPSG:4528', 'X 3 992 467.72 北 Y 40 534 469.77 东'],
  ] as const)('reads %s out as %s', (format, text) => {
    expect(plain(coordinateText(square, format, 'zh-CN'))).toBe(text);
  });

  it('labels north and east in English', () => {
    expect(plain(coordinateText(square, 'EPSG:4549', 'en'))).toBe('X 3 992 467.72 N Y 534 469.77 E');
  });

  it('never shows the easting without saying that it is one', () => {
    const [x, y] = coordinateParts(square, 'EPSG:4549', 'zh-CN');
    expect(x).toMatchObject({ axis: 'X', direction: '北' });
    expect(y).toMatchObject({ axis: 'Y', direction: '东' });
  });

  it('shows a place off the plane as missing', () => {
    expect(coordinateText([-60, 10], 'EPSG:4549', 'zh-CN')).toBe('X — 北 Y — 东');
    expect(coordinateText([NaN, NaN], 'dms', 'zh-CN')).toBe('— —');
  });

  it('refuses a system that is no zone', () => {
    expect(() => coordinateText(square, 'EPSG:3857', 'zh-CN')).toThrow(YztError);
  });
});
