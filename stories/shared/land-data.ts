/** Seeded parcels for the stories of charts of land use: classes and areas are made up. All of it is 示例数据. */
import { Dataset } from '@yizhangtu/data/model';
import { LAND_USE_2023 } from '@yizhangtu/standards/land-use-2023';
import { DIVISION_QINGDAO } from '@yizhangtu/standards/division-qingdao';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { t } from './words.js';

registerScheme(LAND_USE_2023);
registerScheme(DIVISION_QINGDAO);

/** Class, hectares in the base year, and where a part of it went until now. */
type Row = readonly [code: string, hectares: number, ...went: (readonly [code: string, share: number])[]];

const ROWS: readonly Row[] = [
  ['0101', 2_100, ['070102', 0.01], ['1207', 0.01]],
  ['0102', 31_400, ['100101', 0.03], ['070102', 0.025], ['0301', 0.02], ['0201', 0.015], ['1207', 0.01]],
  ['0103', 18_900, ['0301', 0.05], ['0201', 0.03], ['070102', 0.02]],
  ['0201', 7_800, ['0102', 0.03], ['1401', 0.01]],
  ['0202', 1_350],
  ['0301', 12_600, ['1401', 0.015]],
  ['0303', 2_900, ['0301', 0.1]],
  ['0304', 1_800, ['0102', 0.02]],
  ['0403', 1_500, ['0301', 0.12], ['1401', 0.04]],
  ['0505', 2_650],
  ['0506', 640],
  ['060101', 820],
  ['060201', 510, ['0102', 0.15]],
  ['070102', 8_900],
  ['070103', 1_260],
  ['070301', 9_400, ['070102', 0.08], ['0102', 0.04]],
  ['0801', 410],
  ['0802', 380],
  ['0803', 160],
  ['0804', 1_240],
  ['0805', 210],
  ['0806', 260],
  ['0807', 90],
  ['0901', 1_150],
  ['0902', 430],
  ['0903', 120],
  ['100101', 6_300, ['070102', 0.03], ['0901', 0.025]],
  ['100102', 2_450, ['0901', 0.04]],
  ['1002', 330, ['0301', 0.2]],
  ['1003', 1_900, ['100101', 0.1]],
  ['110101', 920],
  ['1201', 360],
  ['1202', 1_480],
  ['1203', 640],
  ['1204', 780],
  ['1207', 3_150],
  ['1302', 130],
  ['1303', 190],
  ['1309', 80],
  ['1401', 1_720],
  ['1402', 640],
  ['1403', 70],
  ['1501', 240],
  ['1506', 130],
  ['16', 310, ['070102', 0.1], ['0804', 0.05]],
  ['1701', 2_300],
  ['1703', 3_400],
  ['1704', 1_950, ['0102', 0.05]],
  ['1705', 880],
  ['2305', 60],
  ['2306', 540, ['0301', 0.15]],
];
/** Share of the land of each district. */
const DISTRICTS = [
  ['370211', 0.3],
  ['370215', 0.2],
  ['370281', 0.18],
  ['370283', 0.17],
  ['370214', 0.08],
  ['370212', 0.05],
  ['370213', 0.02],
] as const;

const known = new Set(LAND_USE_2023.entries.map(({ code }) => code));
/** The class itself, or the one above that the list has. */
const inList = (code: string): string => (known.has(code) ? code : inList(code.slice(0, -2)));

/** Parcels of a made-up district of a city, before and now: one a class, district and change. */
export function landParcels(): Dataset {
  const rows: { before: string; now: string; district: string; areaM2: number }[] = [];
  for (const [code, hectares, ...went] of ROWS) {
    const moved = went.reduce((sum, [, share]) => sum + share, 0);
    DISTRICTS.forEach(([district, part], place) => {
      for (const [to, share] of [[code, 1 - moved] as const, ...went]) {
        // Districts differ, always in the same way.
        const uneven = 0.7 + ((place * 37 + code.length * 11 + Number(code) * 7) % 60) / 100;
        rows.push({ before: inList(code), now: inList(to), district, areaM2: Math.round(hectares * 1e4 * part * share * uneven) });
      }
    });
  }
  return Dataset.fromColumns(
    {
      columns: {
        before: rows.map(({ before }) => before),
        now: rows.map(({ now }) => now),
        district: rows.map(({ district }) => district),
        areaM2: Float64Array.from(rows, ({ areaM2 }) => areaM2),
      },
    },
    {
      provenance: { source: t('国土变更调查（示例）', 'Land survey (example)'), updated: '2025-12-31', example: true },
      schema: {
        id: 'story/parcel@1',
        label: { zh: '图斑', en: 'Parcels' },
        fields: [
          { name: 'before', label: { zh: '2020 年地类', en: 'Class in 2020' }, codes: { scheme: 'land-use', version: '2023' } },
          { name: 'now', label: { zh: '用地用海', en: 'Land use' }, codes: { scheme: 'land-use', version: '2023' } },
          { name: 'district', label: { zh: '区市', en: 'District' }, codes: { scheme: 'division' } },
          { name: 'areaM2', label: { zh: '面积', en: 'Area' }, unit: '㎡', digits: 0 },
        ],
      },
    },
  );
}
