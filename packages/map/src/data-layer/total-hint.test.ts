import { describe, expect, it } from 'vitest';
import { isTotal } from './total-hint.js';

const field = (name: string, zh = '', unit = '') => ({ name, label: { zh, en: '' }, ...(unit && { unit }) });

describe('isTotal', () => {
  it.each([
    field('population', '常住人口（2020 年）', '人'),
    field('a1', '企业数', '家'),
    field('a2', '耕地面积', '万亩'),
    field('a3', '', '户'),
    field('totalCases'),
    field('GDP', '地区生产总值', '亿元'),
    field('venueCount'),
  ])('$name ($label.zh) is one', (one) => expect(isTotal(one)).toBe(true));

  it.each([
    field('areaPerCapita', '人均场地面积', '㎡'),
    field('a1', '城镇化率', '%'),
    field('a2', '人口密度', '人/平方公里'),
    field('a3', '60 岁及以上人口占比', '%'),
    field('a4', '平均房价', '元'),
    field('a5', '空气质量指数'),
    field('a6', '每千人床位数', '张'),
    field('meanIncome'),
    field('unemploymentRate'),
    field('value', '数值'),
    field('temperature', '气温', '℃'),
    field('slope', '坡度', '°'),
  ])('$name ($label.zh) is none', (one) => expect(isTotal(one)).toBe(false));
});
