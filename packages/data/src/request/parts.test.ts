import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './address.js';
import { isMixed } from './blocked.js';
import { imageFormat, saidTrouble, tileTrouble } from './body.js';
import { networkError, statusError, statusOf } from './failures.js';
import { gapAfter, secondsIn } from './gaps.js';
import { decoded } from './text-of.js';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const none = (): string => '';

describe('withoutSecrets', () => {
  it.each([
    ['https://user:pw@gis.example/wms?SERVICE=WMS&LAYERS=a,b&token=x&CQL_FILTER=name%3D1#part', 'https://gis.example/wms?SERVICE=WMS&LAYERS=a,b&token=…&CQL_FILTER=…'],
    ['https://t0.example/DataServer?T=vec_w&x={x}&y={y}&l={z}&tk=0123', 'https://t0.example/DataServer?T=…&x={x}&y={y}&l={z}&tk=…'],
    ['/tiles/{z}/{x}/{y}.png', '/tiles/{z}/{x}/{y}.png'],
    ['data:image/png;base64,AAAA', 'data:…'],
  ])('%s', (url, shown) => {
    expect(withoutSecrets(url)).toBe(shown);
  });

  it('cuts what nobody can read', () => {
    expect(withoutSecrets(`https://x.example/${'a'.repeat(2000)}`).length).toBeLessThan(310);
  });
});

describe('gaps', () => {
  it('grow whatever chance says, and are never shorter than the server wants', () => {
    for (const chance of [0, 0.5, 1]) {
      expect(gapAfter(2, undefined, 0)).toBeGreaterThan(gapAfter(1, undefined, chance));
      expect(gapAfter(3, undefined, 0)).toBeGreaterThan(gapAfter(2, undefined, chance));
      expect(gapAfter(1, 30, chance)).toBeGreaterThanOrEqual(30_000);
    }
  });

  it('read Retry-After as seconds and as a date', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');
    expect(secondsIn('7', now)).toBe(7);
    expect(secondsIn('Thu, 01 Jan 2026 00:00:09 GMT', now)).toBe(9);
    expect(secondsIn('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0);
    for (const bad of [null, '', 'soon']) expect(secondsIn(bad, now)).toBeUndefined();
  });
});

describe('bytes of a tile', () => {
  it('are known by their beginning', () => {
    expect(imageFormat(bytes(...PNG))).toBe('png');
    expect(imageFormat(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe('jpeg');
    expect(imageFormat(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('svg');
    expect(imageFormat(bytes(1, 2, 3))).toBeUndefined();
  });

  it('are good as an image, as a vector tile and as no bytes at all', () => {
    expect(tileTrouble(bytes(...PNG), 'image', '', none)).toBeUndefined();
    expect(tileTrouble(bytes(0x1a, 2, 3), 'tile', '', none)).toBeUndefined();
    expect(tileTrouble(bytes(), 'tile', '', none)).toBeUndefined();
    expect(tileTrouble(bytes(0x50, 0x4b), 'json', '', none)).toBeUndefined();
  });

  it('are bad when cut off, in words, empty or something else', () => {
    expect(tileTrouble(bytes(...PNG.slice(0, 12)), 'image', '', none)).toEqual({ kind: 'truncated' });
    expect(tileTrouble(bytes(0xff, 0xd8, 0xff, 0xe0, 0), 'tile', '', none)).toEqual({ kind: 'truncated' });
    expect(tileTrouble(new TextEncoder().encode('no key'), 'tile', '', () => 'no key')).toEqual({ kind: 'text', text: 'no key' });
    expect(tileTrouble(bytes(), 'image', '', none)).toEqual({ kind: 'empty' });
    expect(tileTrouble(bytes(0x1a, 2, 3), 'image', '', none)).toMatchObject({ kind: 'unknown', bytes: '1a 02 03' });
    expect(tileTrouble(bytes(0, 2, 3), 'tile', 'application/x-protobuf', none)).toMatchObject({ kind: 'unknown' });
  });
});

describe('what an answer says', () => {
  it('is no trouble where it may be data', () => {
    for (const text of ['{"type":"FeatureCollection"}', '<kml/>', 'a,b\n1,2', '', '{"error":"a field called so"}']) expect(saidTrouble(text, 'https://x/')).toBeUndefined();
  });

  it('is a login by its field, its title or its address', () => {
    expect(saidTrouble('<html><input name=p type=password></html>', 'https://x/')).toEqual({ kind: 'login' });
    expect(saidTrouble('<!doctype html><title>用户登录</title>', 'https://x/')).toEqual({ kind: 'login' });
    expect(saidTrouble('<html></html>', 'https://x/cas/login?service=1')).toEqual({ kind: 'login' });
    expect(saidTrouble('<html><title>地图</title></html>', 'https://x/map')).toEqual({ kind: 'page', title: '地图' });
  });
});

describe('decoded', () => {
  it('takes a beginning that ends within a character', () => {
    const text = new TextEncoder().encode('青岛');
    expect(decoded(text.subarray(0, 5), '', true)).toBe('青');
  });
});

describe('isMixed', () => {
  it('is http on a page from https, but for this machine', () => {
    expect(isMixed('https:', new URL('http://gis.example/'))).toBe(true);
    expect(isMixed('https:', new URL('http://localhost:8080/'))).toBe(false);
    expect(isMixed('https:', new URL('http://127.0.0.1/'))).toBe(false);
    expect(isMixed('http:', new URL('http://gis.example/'))).toBe(false);
    expect(isMixed('https:', new URL('https://gis.example/'))).toBe(false);
  });
});

describe('statusOf', () => {
  it('is what the server answered, whatever numbers the address holds', () => {
    const url = new URL('https://tiles.example/12/418/1.png');
    expect(statusOf(statusError(429, { subject: 'yzt-xyz-layer', url }, url))).toBe(429);
    expect(statusOf(statusError(418, { subject: 'yzt-xyz-layer', url }, url))).toBe(418);
    expect(statusOf(networkError({ subject: 'yzt-xyz-layer', url }))).toBeUndefined();
    expect(statusOf(new Error('418'))).toBeUndefined();
  });
});
