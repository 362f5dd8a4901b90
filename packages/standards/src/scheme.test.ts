import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL_SCHEMES } from './all.js';
import { DIVISION_QINGDAO_VILLAGES } from './division-qingdao-villages.js';
import { LAND_USE_2023 } from './land-use-2023.js';
import {
  childrenOf,
  classOfValue,
  colorOf,
  extendScheme,
  labelOf,
  registeredSchemes,
  registerScheme,
  resolve,
  resolveIn,
  schemeOf,
  schemeProblems,
  withPalette,
  type CodeEntry,
  type CodeScheme,
} from './scheme.js';

const SCHEMES = [...ALL_SCHEMES, DIVISION_QINGDAO_VILLAGES];

describe.each(SCHEMES.map((scheme) => [`${scheme.scheme}@${scheme.version}`, scheme] as const))('%s', (_name, scheme) => {
  it('has no double code, no missing class above, no odd colour', () => {
    expect(schemeProblems(scheme)).toEqual([]);
  });

  it('says source and evidence, and both languages of every entry', () => {
    expect(scheme.source.length).toBeGreaterThan(5);
    for (const { code, label } of scheme.entries) {
      expect(label.zh, code).toMatch(/\S/);
      expect(label.en, code).toMatch(/^[^\u4e00-\u9fff]+$/);
      const answer = resolveIn(scheme, code);
      expect(answer).toMatchObject({ scheme: scheme.scheme, version: scheme.version, code, how: 'exact' });
      expect(['official', 'conventional', 'to-be-checked']).toContain(answer?.evidence);
    }
  });

  it('says how sure each colour is', () => {
    for (const { code, color, colorEvidence } of scheme.entries)
      expect(color === undefined, code).toBe(colorEvidence === undefined);
    for (const palette of scheme.palettes ?? []) {
      const codes = new Set(scheme.entries.map((entry) => entry.code));
      for (const [code, color] of Object.entries(palette.colors)) {
        expect(codes.has(code), code).toBe(true);
        expect(color).toMatch(/^#[\da-f]{6}$/);
      }
    }
  });
});

describe('resolve', () => {
  it('answers exactly, by the class above, or not at all, and says which', () => {
    expect(resolve({ scheme: 'land-use', code: '0702' })).toMatchObject({ how: 'exact', label: { zh: '城镇社区服务设施用地' } });
    expect(resolve({ scheme: 'land-use', code: '070199' })).toMatchObject({
      how: 'parent',
      code: '070199',
      entry: { code: '0701' },
    });
    expect(resolve({ scheme: 'land-use', code: '0799' })).toMatchObject({ how: 'parent', entry: { code: '07' } });
    expect(resolve({ scheme: 'land-use', code: '99' })).toBeUndefined();
    expect(resolve({ scheme: 'land-use', code: '' })).toBeUndefined();
  });

  it('does not fall back inside flat schemes', () => {
    expect(resolve({ scheme: 'beaufort', code: '18' })).toBeUndefined();
    expect(resolve({ scheme: 'sports-venue-type', code: '821' })).toBeUndefined();
  });

  it('is undefined for unknown schemes and versions, and for names every object has', () => {
    expect(resolve({ scheme: 'no-such', code: '1' })).toBeUndefined();
    expect(resolve({ scheme: 'land-use', version: '1999', code: '01' })).toBeUndefined();
    expect(resolve({ scheme: 'constructor', code: '__proto__' })).toBeUndefined();
    expect(resolve({ scheme: 'aqi', code: 'constructor' })).toBeUndefined();
    expect(childrenOf({ scheme: 'no-such' })).toEqual([]);
  });

  it('takes the colour of the nearest class above that has one, and names it', () => {
    expect(resolve({ scheme: 'land-use', code: '080501' })).toMatchObject({
      color: '#00a57c',
      colorFrom: '0805',
      colorEvidence: 'official',
    });
    expect(colorOf({ scheme: 'land-use', code: '0304' })).toBe('#68b167');
    expect(colorOf({ scheme: 'industry', code: 'A' })).toBeUndefined();
  });

  it('takes numbers as codes', () => {
    expect(labelOf({ scheme: 'sports-venue-type', code: 82 })?.zh).toBe('全民健身路径');
  });

  it('lists the classes below, and the top level without a code', () => {
    expect(childrenOf({ scheme: 'land-use', code: '14' }).map((entry) => entry.code)).toEqual(['1401', '1402', '1403']);
    expect(childrenOf({ scheme: 'land-use' })).toHaveLength(24);
    expect(childrenOf({ scheme: 'division', code: 370200 })).toHaveLength(10);
  });
});

describe('registry', () => {
  const first: CodeEntry = { code: 'a', label: { zh: '甲', en: 'A' } };
  const base: CodeScheme = {
    scheme: 'test-zones',
    version: '1',
    label: { zh: '片区', en: 'Zones' },
    source: 'example',
    evidence: 'conventional',
    effectiveFrom: '2020-01-01',
    entries: [first],
  };

  it('answers without a version by the one in force last, whatever the order of registration', () => {
    registerScheme({ ...base, version: '2', effectiveFrom: '2024-01-01' });
    registerScheme(base);
    expect(schemeOf('test-zones')?.version).toBe('2');
    expect(schemeOf('test-zones', '1')).toBe(base);
  });

  it('replaces the same version', () => {
    const changed = extendScheme(base, [
      { code: 'a', label: { zh: '甲改', en: 'A changed' } },
      { code: 'b', label: { zh: '乙', en: 'B' }, parent: 'a', source: '统计局' },
    ]);
    registerScheme(changed);
    expect(registeredSchemes().filter((scheme) => scheme.scheme === 'test-zones')).toHaveLength(2);
    expect(labelOf({ scheme: 'test-zones', version: '1', code: 'a' })?.zh).toBe('甲改');
    expect(resolve({ scheme: 'test-zones', version: '1', code: 'b' })?.source).toBe('统计局');
  });

  it('lets a department add zones without a national code', () => {
    const zones = [
      { code: 'QD-SCO', label: { zh: '上合示范区', en: 'SCO Demonstration Area' }, parent: '370281', source: '示例' },
    ];
    const own = extendScheme(schemeOf('division', '2023') as CodeScheme, zones, '2023+zones');
    registerScheme(own);
    expect(resolve({ scheme: 'division', version: '2023+zones', code: 'QD-SCO' })).toMatchObject({
      how: 'exact',
      source: '示例',
    });
    expect(
      childrenOf({ scheme: 'division', version: '2023+zones', code: '370281' }).some((entry) => entry.code === 'QD-SCO'),
    ).toBe(true);
  });

  it.each([
    ['double code', [first, first], /代码 a 重复.*given twice/],
    ['missing class above', [{ ...first, parent: 'z' }], /上级 z 不存在/],
    ['class above itself', [{ ...first, parent: 'a' }], /上级 a 不存在/],
    ['odd colour', [{ ...first, color: 'red' }], /red 不是 #rrggbb/],
  ])('refuses a scheme with a %s', (_what, entries, message) => {
    expect(() => registerScheme({ ...base, scheme: 'broken', entries })).toThrow(message);
    expect(schemeOf('broken')).toBeUndefined();
  });
});

describe('palettes', () => {
  const typhoon = schemeOf('typhoon-class') as CodeScheme;

  it('paints the same codes in another set', () => {
    expect(resolveIn(withPalette(typhoon, 'nmc') as CodeScheme, 'TY')?.color).toBe('#fe9c45');
    expect(resolveIn(typhoon, 'TY')?.color).toBe('#fdac04');
    expect(withPalette(typhoon, 'no-such')).toBeUndefined();
  });

  it('leaves codes that the set does not colour without one', () => {
    const night = withPalette(schemeOf('s52-color') as CodeScheme, 'night') as CodeScheme;
    expect(resolveIn(night, 'DEPVS')?.color).toBe('#030413');
    expect(resolveIn(night, 'CHMGD')?.color).toBeUndefined();
  });
});

describe('package', () => {
  it('registers nothing when a single scheme is imported, and reads no other package', () => {
    const source = readFileSync(new URL('./land-use-2023.ts', import.meta.url), 'utf8');
    expect(source).not.toContain('registerScheme');
    expect(source.match(/from '([^']+)'/g)?.sort()).toEqual([
      "from './land-use-2023-codes.js'",
      "from './rgb.js'",
      "from './scheme.js'",
    ]);
    expect(LAND_USE_2023.scheme).toBe('land-use');
  });

  it('finds the class of a value by its lower bounds', () => {
    const aqi = schemeOf('aqi') as CodeScheme;
    expect(classOfValue(aqi, 300)?.code).toBe('5');
    expect(classOfValue(aqi, Number.NaN)).toBeUndefined();
    expect(classOfValue(schemeOf('industry') as CodeScheme, 1)).toBeUndefined();
  });
});
