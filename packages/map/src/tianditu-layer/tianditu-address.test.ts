import { describe, expect, it } from 'vitest';
import { gridOf, isKind, refusalWords, templateOf, tileAddress } from './tianditu-address.js';

const tile = { z: '12', x: 3417, y: 612 };

describe('addresses', () => {
  it('are those of the public service, with the key trimmed', () => {
    expect(tileAddress({ url: '', token: ' 0123abc\n' }, 'vec', 'c', tile)).toBe(
      'https://t5.tianditu.gov.cn/vec_c/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=vec&STYLE=default&TILEMATRIXSET=c&FORMAT=tiles&TILEMATRIX=12&TILEROW=612&TILECOL=3417&tk=0123abc',
    );
  });

  it('are those of a mirror or a proxy, by its root or a template of its own', () => {
    expect(tileAddress({ url: 'http://10.1.2.3/tdt/', token: '' }, 'img', 'w', tile)).toMatch(/^http:\/\/10\.1\.2\.3\/tdt\/img_w\/wmts\?SERVICE=WMTS&.*TILECOL=3417$/);
    expect(tileAddress({ url: '/tiles/{layer}_{set}/{z}/{x}/{y}', token: 'k&y' }, 'cia', 'w', tile)).toBe('/tiles/cia_w/12/3417/612?tk=k%26y');
    expect(templateOf({ url: '/DataServer?T={layer}_{set}&x={x}&y={y}&l={z}&tk={tk}', token: 'a' })).toBe('/DataServer?T={layer}_{set}&x={x}&y={y}&l={z}&tk={tk}');
  });

  it('spread over the eight hosts, and a tile keeps its own', () => {
    const hosts = Array.from({ length: 16 }, (_, x) => new URL(tileAddress({ url: '', token: 'a' }, 'vec', 'w', { z: '5', x, y: 0 })).host);
    expect([new Set(hosts).size, hosts[0], hosts[8]]).toEqual([8, 't0.tianditu.gov.cn', 't0.tianditu.gov.cn']);
  });
});

describe('grids', () => {
  it('begin with level 1: two columns in degrees, two by two in metres', () => {
    const [c, w] = [gridOf('vec', 'c'), gridOf('vec', 'w')];
    expect([c.crs, c.levels[0]?.id, c.levels[0]?.resolution, c.levels[0]?.origin, c.levels.length]).toEqual(['EPSG:4490', '1', 0.703125, [-180, 90], 18]);
    expect([w.crs, w.levels[0]?.id, w.levels[0]?.resolution]).toEqual(['EPSG:3857', '1', 156543.03392804097 / 2]);
  });

  it('end where the service does', () => {
    expect(['vec', 'img', 'ter', 'cta'].map((kind) => isKind(kind) && gridOf(kind, 'w').levels.length)).toEqual([18, 18, 14, 14]);
  });
});

it('refusals are told as what they mean for the key', () => {
  for (const [code, status, word] of [['quota', 418, '418'], ['quota', 429, '配额'], ['token', 403, '403'], ['forbidden', 403, '白名单']] as const) {
    expect(refusalWords(code, status)?.zh, code).toContain(word);
    expect(refusalWords(code, status)?.zh).toContain('天地图密钥');
  }
  expect(refusalWords('network', undefined)).toBeUndefined();
});
