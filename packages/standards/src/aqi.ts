/** 环境空气质量指数 AQI: six grades with the colours of HJ 633. */
import { hex } from './rgb.js';
import { classOfValue, type CodeEntry, type CodeScheme } from './scheme.js';

const SOURCE = 'HJ 633-2012《环境空气质量指数（AQI）技术规定（试行）》';

/** AQI grades, code 1 (优) to 6 (严重污染). `min` and `max` are index values. */
export const AQI: CodeScheme = {
  scheme: 'aqi',
  version: '2012',
  label: { zh: '空气质量指数级别', en: 'Air quality index grades' },
  source: SOURCE,
  evidence: 'official',
  effectiveFrom: '2016-01-01',
  unit: 'AQI',
  entries: [
    {
      code: '1',
      label: { zh: '优', en: 'Excellent' },
      short: { zh: '一级', en: 'Grade 1' },
      min: 0,
      max: 50,
      color: hex(0, 228, 0),
      colorEvidence: 'official',
    },
    {
      code: '2',
      label: { zh: '良', en: 'Good' },
      short: { zh: '二级', en: 'Grade 2' },
      min: 51,
      max: 100,
      color: hex(255, 255, 0),
      colorEvidence: 'official',
    },
    {
      code: '3',
      label: { zh: '轻度污染', en: 'Lightly polluted' },
      short: { zh: '三级', en: 'Grade 3' },
      min: 101,
      max: 150,
      color: hex(255, 126, 0),
      colorEvidence: 'official',
    },
    {
      code: '4',
      label: { zh: '中度污染', en: 'Moderately polluted' },
      short: { zh: '四级', en: 'Grade 4' },
      min: 151,
      max: 200,
      color: hex(255, 0, 0),
      colorEvidence: 'official',
    },
    {
      code: '5',
      label: { zh: '重度污染', en: 'Heavily polluted' },
      short: { zh: '五级', en: 'Grade 5' },
      min: 201,
      max: 300,
      color: hex(153, 0, 76),
      colorEvidence: 'official',
    },
    {
      code: '6',
      label: { zh: '严重污染', en: 'Severely polluted' },
      short: { zh: '六级', en: 'Grade 6' },
      min: 301,
      color: hex(126, 0, 35),
      colorEvidence: 'official',
    },
  ],
};

/** The grade of an index value. An index is a whole number; fractions are rounded up as the standard does. Undefined below 0 and for NaN. */
export function aqiGradeOf(index: number): CodeEntry | undefined {
  return classOfValue(AQI, Math.ceil(index));
}
