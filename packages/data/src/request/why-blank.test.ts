import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blockedError, corsError, lateError, networkError, statusError, troubleError } from './failures.js';
import { unknownCrs } from '../readers/unknown-crs.js';

const guide = readFileSync(new URL('../../../../docs/guide/why-blank.md', import.meta.url), 'utf8');
const url = 'https://t.qd.example/{z}/{x}/{y}.png';
const service = new URL('https://t.qd.example/1/2/3.png');
const request = { url, subject: 'yzt-xyz-layer', expects: 'image' as const };

describe('the guide to blank maps', () => {
  beforeEach(() => void vi.stubGlobal('location', { origin: 'https://map.qd.example' }));
  afterEach(() => void vi.unstubAllGlobals());

  it.each([
    ['404', () => statusError(404, request, service)],
    ['403', () => statusError(403, { ...request, url: `${url}?tk=0123` }, new URL(`${service.href}?tk=0123`))],
    ['418', () => statusError(418, request, service)],
    ['429', () => statusError(429, request, service)],
    ['401', () => statusError(401, request, service)],
    ['a login page', () => troubleError({ kind: 'login' }, request)],
    ['CORS', () => corsError(request, service, [])],
    ['mixed content', () => blockedError(request, service, { kind: 'mixed' })],
    ['a policy', () => blockedError(request, service, { kind: 'policy', directive: 'connect-src' })],
    ['no connection', () => networkError(request)],
    ['a hanging server', () => lateError(request, 30)],
    ['an exception', () => troubleError({ kind: 'exception', text: 'LayerNotDefined: no layer roads' }, request)],
    ['a token that ArcGIS does not take', () => troubleError({ kind: 'exception', code: 499, text: '499: Token Required' }, request)],
    ['a web page', () => troubleError({ kind: 'page', title: '维护中' }, request)],
    ['half an image', () => troubleError({ kind: 'truncated' }, request)],
    ['metres', () => unknownCrs('/parcels.geojson', undefined, 40_500_000)],
  ])('quotes what is said of %s', (_what, error) => {
    expect(guide).toContain(`> \`${error().text.zh}\``);
  });

  it('quotes hints as the code has them', () => {
    const source = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
    expect(source('base/src/link.ts')).toContain('：找不到 ${what}。请检查 id，或把元素放进去。');
    expect(source('data/src/loader/loader.ts')).toContain('：数据源没有任何记录。');
    expect(source('map/src/shared/bad-value.ts')).toContain('" 无法使用，沿用原值。请写成 ');
    for (const [file, words] of [['vector-tiles/tile-drawing', '瓦片里没有这个图层，有的是：'], ['pmtiles-layer/archive', '不是 PMTiles 文件（开头不是 PMTiles）。请检查地址，看看返回的是不是网页或别的文件']] as const) {
      expect(source(`map/src/${file}.ts`)).toContain(words);
      expect(guide).toContain(words);
    }
    for (const words of ['：找不到 <yzt-map id="m">。请检查 id，或把元素放进去。', '：数据源没有任何记录。', '" 无法使用，沿用原值。请写成 ']) expect(guide).toContain(words);
  });
});
