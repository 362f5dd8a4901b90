/** Units of Chinese government work as data. Formatting is in `@yizhangtu/base/format`. */
import type { Evidence, Text } from './scheme.js';

/** What a unit measures. Factors lead to ㎡, m, m/s and 元. */
export type Quantity = 'area' | 'length' | 'speed' | 'money';

/** A unit and its size. */
export interface Unit {
  readonly code: string;
  readonly label: Text;
  /** As written behind a number. */
  readonly symbol: Text;
  readonly quantity: Quantity;
  /** Value of one unit in the base unit of its quantity. */
  readonly factor: number;
  readonly source: string;
  readonly evidence: Evidence;
}

/** One 亩 in ㎡: 15 亩 make a hectare. */
export const SQUARE_METRES_PER_MU = 10_000 / 15;

/** One nautical mile in metres. */
export const METRES_PER_NAUTICAL_MILE = 1852;

const LAW = '《中华人民共和国法定计量单位》';
const MU = '1 公顷 = 15 亩（国土面积统计通用）';

/** Units with their factors. */
export const UNITS: readonly Unit[] = [
  {
    code: 'm2',
    label: { zh: '平方米', en: 'square metre' },
    symbol: { zh: '㎡', en: 'm²' },
    quantity: 'area',
    factor: 1,
    source: LAW,
    evidence: 'official',
  },
  {
    code: 'mu',
    label: { zh: '亩', en: 'mu' },
    symbol: { zh: '亩', en: 'mu' },
    quantity: 'area',
    factor: SQUARE_METRES_PER_MU,
    source: MU,
    evidence: 'conventional',
  },
  {
    code: 'wan-mu',
    label: { zh: '万亩', en: '10,000 mu' },
    symbol: { zh: '万亩', en: '10⁴ mu' },
    quantity: 'area',
    factor: SQUARE_METRES_PER_MU * 10_000,
    source: MU,
    evidence: 'conventional',
  },
  {
    code: 'ha',
    label: { zh: '公顷', en: 'hectare' },
    symbol: { zh: '公顷', en: 'ha' },
    quantity: 'area',
    factor: 10_000,
    source: LAW,
    evidence: 'official',
  },
  {
    code: 'km2',
    label: { zh: '平方公里', en: 'square kilometre' },
    symbol: { zh: '平方公里', en: 'km²' },
    quantity: 'area',
    factor: 1_000_000,
    source: LAW,
    evidence: 'official',
  },
  {
    code: 'm',
    label: { zh: '米', en: 'metre' },
    symbol: { zh: '米', en: 'm' },
    quantity: 'length',
    factor: 1,
    source: LAW,
    evidence: 'official',
  },
  {
    code: 'cm',
    label: { zh: '厘米', en: 'centimetre' },
    symbol: { zh: '厘米', en: 'cm' },
    quantity: 'length',
    factor: 0.01,
    source: LAW,
    evidence: 'official',
  },
  {
    code: 'km',
    label: { zh: '公里', en: 'kilometre' },
    symbol: { zh: '公里', en: 'km' },
    quantity: 'length',
    factor: 1000,
    source: LAW,
    evidence: 'official',
  },
  {
    code: 'nmi',
    label: { zh: '海里', en: 'nautical mile' },
    symbol: { zh: '海里', en: 'nmi' },
    quantity: 'length',
    factor: METRES_PER_NAUTICAL_MILE,
    source: LAW,
    evidence: 'official',
  },
  {
    code: 'm/s',
    label: { zh: '米每秒', en: 'metre per second' },
    symbol: { zh: '米/秒', en: 'm/s' },
    quantity: 'speed',
    factor: 1,
    source: LAW,
    evidence: 'official',
  },
  {
    code: 'km/h',
    label: { zh: '公里每小时', en: 'kilometre per hour' },
    symbol: { zh: '公里/小时', en: 'km/h' },
    quantity: 'speed',
    factor: 1 / 3.6,
    source: LAW,
    evidence: 'official',
  },
  {
    code: 'kn',
    label: { zh: '节', en: 'knot' },
    symbol: { zh: '节', en: 'kn' },
    quantity: 'speed',
    factor: METRES_PER_NAUTICAL_MILE / 3600,
    source: LAW,
    evidence: 'official',
  },
  {
    code: 'yuan',
    label: { zh: '元', en: 'yuan' },
    symbol: { zh: '元', en: 'CNY' },
    quantity: 'money',
    factor: 1,
    source: LAW,
    evidence: 'conventional',
  },
  {
    code: 'wan-yuan',
    label: { zh: '万元', en: '10,000 yuan' },
    symbol: { zh: '万元', en: '10⁴ CNY' },
    quantity: 'money',
    factor: 10_000,
    source: '统计报表通用',
    evidence: 'conventional',
  },
  {
    code: 'yi-yuan',
    label: { zh: '亿元', en: '100 million yuan' },
    symbol: { zh: '亿元', en: '10⁸ CNY' },
    quantity: 'money',
    factor: 100_000_000,
    source: '统计报表通用',
    evidence: 'conventional',
  },
];

/** A value in another unit. Undefined for unknown units and for units of different quantities. */
export function convert(value: number, from: string, to: string): number | undefined {
  const source = UNITS.find((unit) => unit.code === from);
  const target = UNITS.find((unit) => unit.code === to);
  if (!source || !target || source.quantity !== target.quantity) return undefined;
  return (value * source.factor) / target.factor;
}
