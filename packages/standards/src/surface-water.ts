/** 地表水环境质量类别 Ⅰ–劣Ⅴ, their limits, and the single-factor rule. */
import type { CodeEntry, CodeScheme } from './scheme.js';

/** Classes of GB 3838. The assessment method names the hues (blue, green, yellow, orange, red) and no values, so the colours are conventional. */
export const SURFACE_WATER: CodeScheme = {
  scheme: 'surface-water-class',
  version: '2002',
  label: { zh: '地表水水质类别', en: 'Surface water quality classes' },
  source: 'GB 3838-2002《地表水环境质量标准》；评价用语：环办〔2011〕22号《地表水环境质量评价办法（试行）》',
  evidence: 'official',
  effectiveFrom: '2002-06-01',
  entries: [
    {
      code: 'I',
      label: { zh: 'Ⅰ类（优）', en: 'Class I (excellent)' },
      short: { zh: 'Ⅰ类', en: 'I' },
      color: '#cfffff',
      colorEvidence: 'conventional',
    },
    {
      code: 'II',
      label: { zh: 'Ⅱ类（优）', en: 'Class II (excellent)' },
      short: { zh: 'Ⅱ类', en: 'II' },
      color: '#8fffff',
      colorEvidence: 'conventional',
    },
    {
      code: 'III',
      label: { zh: 'Ⅲ类（良好）', en: 'Class III (good)' },
      short: { zh: 'Ⅲ类', en: 'III' },
      color: '#7fff7f',
      colorEvidence: 'conventional',
    },
    {
      code: 'IV',
      label: { zh: 'Ⅳ类（轻度污染）', en: 'Class IV (lightly polluted)' },
      short: { zh: 'Ⅳ类', en: 'IV' },
      color: '#ffff6f',
      colorEvidence: 'conventional',
    },
    {
      code: 'V',
      label: { zh: 'Ⅴ类（中度污染）', en: 'Class V (moderately polluted)' },
      short: { zh: 'Ⅴ类', en: 'V' },
      color: '#ffc000',
      colorEvidence: 'conventional',
    },
    {
      code: 'V-',
      label: { zh: '劣Ⅴ类（重度污染）', en: 'Worse than class V (heavily polluted)' },
      short: { zh: '劣Ⅴ类', en: '>V' },
      color: '#ff0000',
      colorEvidence: 'conventional',
    },
  ],
};

/** Items with a limit in this data: 溶解氧, 高锰酸盐指数, 化学需氧量, 氨氮, 总磷(河流). */
export type WaterItem = 'DO' | 'CODMn' | 'COD' | 'NH3-N' | 'TP';

/** Limits of one item for classes Ⅰ–Ⅴ in mg/L. */
export interface WaterLimit {
  readonly item: WaterItem;
  readonly label: { readonly zh: string; readonly en: string };
  /** True when more is better (溶解氧). */
  readonly atLeast: boolean;
  readonly limits: readonly [number, number, number, number, number];
}

/** Limits of GB 3838-2002 table 1 in mg/L, classes Ⅰ to Ⅴ. Total phosphorus is the value for rivers. */
export const WATER_LIMITS: readonly WaterLimit[] = [
  { item: 'DO', label: { zh: '溶解氧', en: 'Dissolved oxygen' }, atLeast: true, limits: [7.5, 6, 5, 3, 2] },
  { item: 'CODMn', label: { zh: '高锰酸盐指数', en: 'Permanganate index' }, atLeast: false, limits: [2, 4, 6, 10, 15] },
  { item: 'COD', label: { zh: '化学需氧量', en: 'Chemical oxygen demand' }, atLeast: false, limits: [15, 15, 20, 30, 40] },
  { item: 'NH3-N', label: { zh: '氨氮', en: 'Ammonia nitrogen' }, atLeast: false, limits: [0.15, 0.5, 1, 1.5, 2] },
  { item: 'TP', label: { zh: '总磷', en: 'Total phosphorus' }, atLeast: false, limits: [0.02, 0.1, 0.2, 0.3, 0.4] },
];

/** The class of a sample by the single-factor rule: its worst item decides. Concentrations in mg/L; items without a number do not count. Undefined when nothing counts. */
export function waterClassOf(sample: Readonly<Partial<Record<WaterItem, number>>>): CodeEntry | undefined {
  let worst = -1;
  for (const { item, atLeast, limits } of WATER_LIMITS) {
    const value = sample[item];
    if (value === undefined || Number.isNaN(value)) continue;
    const met = limits.findIndex((limit) => (atLeast ? value >= limit : value <= limit));
    worst = Math.max(worst, met < 0 ? limits.length : met);
  }
  return SURFACE_WATER.entries[worst];
}
