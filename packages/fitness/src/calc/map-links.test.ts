import { geodesicDistance } from '@yizhangtu/analysis/geodesic-distance';
import { describe, expect, it } from 'vitest';
import { mapLinks } from './map-links.js';

/** 五四广场: the known offsets are 462 m for GCJ-02 and 1 258 m for BD-09. */
const SQUARE = [120.3826, 36.0618] as const;
const href = (app: string, name = '五四广场', address?: string): string => mapLinks({ name, lonLat: SQUARE, address }).find((link) => link.app === app)?.href ?? '';
const numbers = (text: string): [number, number] => {
  const [, a, b] = /(?:position=|location=|coord:)([\d.]+),([\d.]+)/.exec(text) ?? [];
  return [Number(a), Number(b)];
};

describe('mapLinks', () => {
  it('hands 高德 the place in GCJ-02, longitude first', () => {
    const [lon, lat] = numbers(href('amap'));
    expect(Math.round(geodesicDistance(SQUARE, [lon, lat]))).toBe(463);
    expect(href('amap')).toBe(`https://uri.amap.com/marker?position=${lon.toFixed(6)},${lat.toFixed(6)}&name=%E4%BA%94%E5%9B%9B%E5%B9%BF%E5%9C%BA&src=yizhangtu&coordinate=gaode&callnative=1`);
  });

  it('hands 百度 BD-09 and 腾讯 GCJ-02, latitude first', () => {
    const [bLat, bLon] = numbers(href('baidu'));
    expect(Math.round(geodesicDistance(SQUARE, [bLon, bLat]) / 10)).toBe(126);
    expect(href('baidu')).toContain('coord_type=bd09ll');
    const [tLat, tLon] = numbers(href('tencent'));
    expect([tLon, tLat]).toEqual(numbers(href('amap')));
  });

  it('lets no name change the link', () => {
    const name = 'A&B;addr:x#"><script>';
    for (const app of ['amap', 'baidu', 'tencent']) {
      const url = new URL(href(app, name));
      expect([...url.searchParams.keys()].length, app).toBe({ amap: 5, baidu: 6, tencent: 2 }[app]);
      expect([url.hash, url.href.includes('<')]).toEqual(['', false]);
    }
    expect(new URL(href('tencent', name)).searchParams.get('marker')?.split(';').length).toBe(3);
  });
});
