import { describe, expect, it } from 'vitest';
import { AIS_SHIP_GROUP, aisGroupOf } from './ais.js';
import { aqiGradeOf } from './aqi.js';
import { BEAUFORT, beaufortOf } from './beaufort.js';
import { crosswalkOf } from './crosswalk.js';
import { DIVISION_QINGDAO } from './division-qingdao.js';
import { DIVISION_QINGDAO_VILLAGES } from './division-qingdao-villages.js';
import { INDUSTRY_2017 } from './industry.js';
import { LAND_SURVEY_2019 } from './land-survey-2019.js';
import { LAND_USE_2023 } from './land-use-2023.js';
import { depthTokenOf } from './s52.js';
import { entryIn, resolveIn } from './scheme.js';
import { SPORTS_VENUE_TYPE } from './sports-venue.js';
import { waterClassOf } from './surface-water.js';
import { SURVEY_TO_LAND_USE } from './survey-crosswalk.js';
import { TYPHOON_CLASS, typhoonClassOf } from './typhoon.js';
import { WARNING_LEVEL } from './warning.js';

describe('land use and survey', () => {
  it('has the 39 official colours of the specification', () => {
    const official = LAND_USE_2023.entries.filter((entry) => entry.colorEvidence === 'official');
    expect(official).toHaveLength(39);
    expect(entryIn(LAND_USE_2023, '0802')?.color).toBe('#e6005c');
    expect(entryIn(LAND_USE_2023, '24')?.color).toBe('#d6eaf3');
  });

  it('colours every class, by itself or by a class above', () => {
    for (const { code } of LAND_USE_2023.entries) expect(resolveIn(LAND_USE_2023, code)?.color, code).toBeDefined();
  });

  it('makes the white class 留白 visible', () => {
    expect(entryIn(LAND_USE_2023, '16')).toMatchObject({ color: '#ffffff', pattern: 'hatch', outline: '#808080' });
  });

  it.each([
    ['0702', '农村宅基地', '城镇社区服务设施用地'],
    ['1001', '铁路用地', '工业用地'],
    ['1002', '轨道交通用地', '采矿用地'],
    ['0304', '森林沼泽', '其他林地'],
    ['1101', '河流水面', '物流仓储用地'],
    ['1201', '空闲地', '铁路用地'],
    ['0601', '工业用地', '农村道路'],
  ])('code %s is %s in 三调 and %s in 国空', (code, survey, landUse) => {
    expect(resolveIn(LAND_SURVEY_2019, code)?.label.zh).toBe(survey);
    expect(resolveIn(LAND_USE_2023, code)?.label.zh).toBe(landUse);
  });

  it('reads a survey code with suffix K as the class before it', () => {
    expect(resolveIn(LAND_SURVEY_2019, '0201K')).toMatchObject({ how: 'parent', entry: { code: '0201' }, color: '#d6a7c9' });
    expect(resolveIn(LAND_SURVEY_2019, '08H2A')).toMatchObject({ how: 'exact' });
  });
});

describe('crosswalk 三调 → 国空', () => {
  it('has every surveyed class below the top level, once', () => {
    const parents = new Set(['00', '01', '02', '03', '04', '05', '06', '07', '08', '10', '11', '12', '20']);
    const leaves = LAND_SURVEY_2019.entries.map((entry) => entry.code).filter((code) => !parents.has(code));
    const rows = SURVEY_TO_LAND_USE.rows.map((row) => row.from);
    expect([...rows].sort()).toEqual([...leaves].sort());
  });

  it('leads only to codes that exist, and is manual wherever there is a choice or none', () => {
    for (const { from, to, manual } of SURVEY_TO_LAND_USE.rows) {
      for (const code of to) expect(entryIn(LAND_USE_2023, code), `${from} → ${code}`).toBeDefined();
      if (to.length !== 1) expect(manual, from).toBe(true);
    }
  });

  it('translates classes that share a number with another one', () => {
    expect(crosswalkOf(SURVEY_TO_LAND_USE, '0702')).toMatchObject({ to: ['0703'], manual: false, evidence: 'conventional' });
    expect(crosswalkOf(SURVEY_TO_LAND_USE, '0303')?.to).toEqual(['0507']);
    expect(crosswalkOf(SURVEY_TO_LAND_USE, '08H2')?.manual).toBe(true);
    expect(crosswalkOf(SURVEY_TO_LAND_USE, '0702K')).toBeUndefined();
  });
});

describe('places, trades and venues', () => {
  it('counts 10 districts, 141 streets and 2,120 villages', () => {
    const count = (length: number): number =>
      DIVISION_QINGDAO_VILLAGES.entries.filter((entry) => entry.code.length === length).length;
    expect(DIVISION_QINGDAO.entries).toHaveLength(1 + 10 + 141);
    expect([count(6), count(9), count(12)]).toEqual([1 + 10, 141, 2120]);
    expect(entryIn(DIVISION_QINGDAO, '370202001')?.label).toEqual({ zh: '香港中路街道', en: 'Xianggangzhonglu Subdistrict' });
    expect(entryIn(DIVISION_QINGDAO_VILLAGES, '370202001001')?.label).toEqual({ zh: '云霄路社区', en: 'Yunxiaolu Community' });
  });

  it('knows a village by its street where the village table is not loaded', () => {
    expect(resolveIn(DIVISION_QINGDAO, '370202001001')).toMatchObject({ how: 'parent', label: { zh: '香港中路街道' } });
    expect(resolveIn(DIVISION_QINGDAO, '370202999')).toMatchObject({ how: 'parent', label: { zh: '市南区' } });
  });

  it('has 84 types of sports ground, each in a group', () => {
    const types = SPORTS_VENUE_TYPE.entries.filter((entry) => entry.parent !== undefined);
    expect(types.map((entry) => entry.code)).toEqual(Array.from({ length: 84 }, (_, at) => String(at + 1)));
    expect(SPORTS_VENUE_TYPE.entries.filter((entry) => entry.parent === undefined)).toHaveLength(8);
    const name = (code: string): string | undefined => entryIn(SPORTS_VENUE_TYPE, code)?.label.zh;
    expect([name('6'), name('10'), name('36'), name('40'), name('80'), name('84')]).toEqual([
      '游泳馆',
      '综合房（馆）',
      '门球房（馆）',
      '篮球场',
      '登山步道',
      '其他类体育场地',
    ]);
  });

  it('has the sections A to T', () => {
    expect(INDUSTRY_2017.entries.map((entry) => entry.code).join('')).toBe('ABCDEFGHIJKLMNOPQRST');
  });
});

describe('measured classes', () => {
  it.each([
    [0, '0'],
    [0.24, '0'],
    [0.3, '1'],
    [10.7, '5'],
    [10.75, '6'],
    [17.1, '7'],
    [17.2, '8'],
    [32.6, '11'],
    [32.7, '12'],
    [61.2, '17'],
    [61.3, '>17'],
  ])('%s m/s is force %s', (wind, force) => {
    expect(beaufortOf(wind)?.code).toBe(force);
  });

  it('has the words of each force, those above the table too', () => {
    expect([beaufortOf(12.3)?.short, beaufortOf(62)?.short]).toEqual([{ zh: '6级', en: 'force 6' }, { zh: '17级以上', en: 'above force 17' }]);
    const order = BEAUFORT.entries.map((entry) => entry.code);
    const forces = Array.from({ length: 9000 }, (_, at) => order.indexOf(beaufortOf(at / 100)?.code ?? ''));
    expect(forces.every((force, at) => at === 0 || force >= (forces[at - 1] ?? 0))).toBe(true);
  });

  it('leaves no gap between forces and none for what is no wind', () => {
    BEAUFORT.entries.slice(1).forEach((entry, at) => expect(entry.min).toBeCloseTo((BEAUFORT.entries[at]?.max ?? 0) + 0.1, 6));
    expect(beaufortOf(-1)).toBeUndefined();
    expect(beaufortOf(Number.NaN)).toBeUndefined();
  });

  it('cuts typhoon classes where wind forces are cut', () => {
    const forces = new Map(TYPHOON_CLASS.entries.map((entry) => [entry.code, beaufortOf(entry.min ?? 0)?.code]));
    expect(Object.fromEntries(forces)).toEqual({ TD: '6', TS: '8', STS: '10', TY: '12', STY: '14', SuperTY: '16' });
    for (const entry of TYPHOON_CLASS.entries) expect(beaufortOf(entry.min ?? 0)?.min).toBe(entry.min);
    expect(typhoonClassOf(10.7)).toBeUndefined();
    expect(typhoonClassOf(50.9)?.code).toBe('STY');
    expect(typhoonClassOf(75)?.code).toBe('SuperTY');
    expect(TYPHOON_CLASS.palettes).toHaveLength(3);
  });

  it('grades an AQI at its bounds', () => {
    expect([0, 50, 50.2, 100, 101, 150, 200, 300, 301].map((index) => aqiGradeOf(index)?.code).join('')).toBe('112233456');
    expect(aqiGradeOf(-1)).toBeUndefined();
  });

  it('judges water by its worst item', () => {
    expect(waterClassOf({ DO: 8, COD: 10, 'NH3-N': 0.1 })?.code).toBe('I');
    expect(waterClassOf({ DO: 8, COD: 10, 'NH3-N': 1.2 })?.code).toBe('IV');
    expect(waterClassOf({ DO: 1 })?.code).toBe('V-');
    expect(waterClassOf({ COD: 20, TP: Number.NaN })?.code).toBe('III');
    expect(waterClassOf({})).toBeUndefined();
  });

  it('shades depths by the contours given', () => {
    expect([-1, 0, 2, 10, 30].map((depth) => depthTokenOf(depth)?.code)).toEqual(['DEPIT', 'DEPVS', 'DEPMS', 'DEPMD', 'DEPDW']);
    expect(depthTokenOf(12, { shallow: 5, safety: 20, deep: 50 })?.code).toBe('DEPMS');
    expect(depthTokenOf(Number.NaN)).toBeUndefined();
  });

  it('orders warnings from blue to red', () => {
    expect(WARNING_LEVEL.entries.map((entry) => entry.short?.zh)).toEqual(['蓝色', '黄色', '橙色', '红色']);
  });
});

describe('ships', () => {
  it.each([
    [30, 'fishing'],
    [31, 'tug'],
    [52, 'tug'],
    [35, 'military'],
    [60, 'passenger'],
    [79, 'cargo'],
    [80, 'tanker'],
    [0, 'unknown'],
    [-5, 'unknown'],
    [255, 'unknown'],
    [Number.NaN, 'unknown'],
  ])('type %s is %s', (type, group) => {
    expect(aisGroupOf(type).code).toBe(group);
  });

  it('reaches every group and no other', () => {
    const reached = new Set(Array.from({ length: 100 }, (_, type) => aisGroupOf(type).code));
    expect([...reached].sort()).toEqual(AIS_SHIP_GROUP.entries.map((entry) => entry.code).sort());
  });
});
