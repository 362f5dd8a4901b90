/** 热带气旋等级 by GB/T 19201, with the three colour sets in use. */
import { classOfValue, type CodeEntry, type CodeScheme } from './scheme.js';

/**
 * Six classes by the highest mean wind near the centre, in m/s. No standard gives colours: the classes carry the commonest set;
 * `withPalette(TYPHOON_CLASS, 'nmc' | 'warm')` gives the others.
 */
export const TYPHOON_CLASS: CodeScheme = {
  scheme: 'typhoon-class',
  version: '2006',
  label: { zh: '热带气旋等级', en: 'Tropical cyclone classes' },
  source: 'GB/T 19201-2006《热带气旋等级》；颜色：国内台风路径网站的通行用色',
  evidence: 'official',
  unit: 'm/s',
  entries: [
    {
      code: 'TD',
      label: { zh: '热带低压', en: 'Tropical depression' },
      min: 10.8,
      max: 17.1,
      color: '#02ff02',
      colorEvidence: 'conventional',
    },
    {
      code: 'TS',
      label: { zh: '热带风暴', en: 'Tropical storm' },
      min: 17.2,
      max: 24.4,
      color: '#0263fd',
      colorEvidence: 'conventional',
    },
    {
      code: 'STS',
      label: { zh: '强热带风暴', en: 'Severe tropical storm' },
      min: 24.5,
      max: 32.6,
      color: '#fdf904',
      colorEvidence: 'conventional',
    },
    { code: 'TY', label: { zh: '台风', en: 'Typhoon' }, min: 32.7, max: 41.4, color: '#fdac04', colorEvidence: 'conventional' },
    {
      code: 'STY',
      label: { zh: '强台风', en: 'Severe typhoon' },
      min: 41.5,
      max: 50.9,
      color: '#ef6ff7',
      colorEvidence: 'conventional',
    },
    { code: 'SuperTY', label: { zh: '超强台风', en: 'Super typhoon' }, min: 51, color: '#fd0202', colorEvidence: 'conventional' },
  ],
  palettes: [
    {
      name: 'common',
      label: { zh: '绿蓝黄橙粉红（最常见）', en: 'Green, blue, yellow, orange, pink, red (commonest)' },
      source: '三个公开台风路径网站的一致用色',
      evidence: 'conventional',
      colors: { TD: '#02ff02', TS: '#0263fd', STS: '#fdf904', TY: '#fdac04', STY: '#ef6ff7', SuperTY: '#fd0202' },
    },
    {
      name: 'nmc',
      label: { zh: '黄蓝绿橙紫红（近似中央气象台）', en: 'Yellow, blue, green, orange, magenta, red (close to NMC)' },
      source: '公开地图程序中近似中央气象台台风网的用色',
      evidence: 'conventional',
      colors: { TD: '#eed139', TS: '#0000ff', STS: '#0f8000', TY: '#fe9c45', STY: '#fe00fe', SuperTY: '#fe0000' },
    },
    {
      name: 'warm',
      label: { zh: '蓝黄橙红粉紫', en: 'Blue, yellow, orange, red, pink, purple' },
      source: '公开台风路径网站的用色',
      evidence: 'conventional',
      colors: { TD: '#076deb', TS: '#fef301', STS: '#fc8f2b', TY: '#fe0405', STY: '#fe3ba3', SuperTY: '#ad00d8' },
    },
  ],
};

/** The class of a wind in m/s, rounded to 0.1 as bulletins print it. Undefined below 10.8 m/s and for NaN. */
export function typhoonClassOf(metresPerSecond: number): CodeEntry | undefined {
  return classOfValue(TYPHOON_CLASS, Math.round(metresPerSecond * 10) / 10);
}

/** The same as an expression of a field in m/s. */
export function typhoonClassExpression(field: string): string {
  const limits = TYPHOON_CLASS.entries.flatMap(({ code, min }) => (min === undefined ? [] : [{ code, min }])).sort((a, b) => a.min - b.min);
  return limits.reduce((below, { code, min }) => `if(floor([${field}] * 10 + 0.5) / 10 >= ${min}, '${code}', ${below})`, 'null');
}
