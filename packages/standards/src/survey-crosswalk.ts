/** 三调 → 国空: which land-use class a surveyed land class becomes, and where a person must split it. */
import type { Crosswalk, CrosswalkRow } from './crosswalk.js';

/** Agreed by published crosswalks. */
const AGREED: readonly (readonly [from: string, to: string])[] = [
  ['0303', '0507'],
  ['0404', '0403'],
  ['0702', '0703'],
  ['1101', '1701'],
  ['1105', '0505'],
];

/** Classes of the same name in both schemes. */
const SAME_NAME: readonly (readonly [from: string, to: string])[] = [
  ['0101', '0101'],
  ['0102', '0102'],
  ['0103', '0103'],
  ['0201', '0201'],
  ['0202', '0202'],
  ['0203', '0203'],
  ['0301', '0301'],
  ['0302', '0302'],
  ['0304', '0501'],
  ['0305', '0303'],
  ['0306', '0502'],
  ['0307', '0304'],
  ['0401', '0401'],
  ['0402', '0503'],
  ['0403', '0402'],
  ['0601', '1001'],
  ['0602', '1002'],
  ['0603', '1003'],
  ['0701', '0701'],
  ['0810A', '1403'],
  ['1001', '1201'],
  ['1002', '1206'],
  ['1003', '1202'],
  ['1004', '1207'],
  ['1005', '1208'],
  ['1006', '0601'],
  ['1007', '1203'],
  ['1008', '1204'],
  ['1009', '1205'],
  ['1104', '1704'],
  ['1102', '1702'],
  ['1103', '1703'],
  ['1106', '0506'],
  ['1107', '1705'],
  ['1107A', '1705'],
  ['1108', '0504'],
  ['1109', '1311'],
  ['1110', '1706'],
  ['1201', '2301'],
  ['1202', '0602'],
  ['1203', '2303'],
  ['1204', '2304'],
  ['1205', '2305'],
  ['1206', '2306'],
  ['1207', '2307'],
  ['08H2A', '080401'],
];

/** Classes that the newer scheme divides by what is really there. */
const TO_SPLIT: readonly (readonly [from: string, to: readonly string[]])[] = [
  ['0204', ['0205', '0204']],
  ['05H1', ['0901', '0902', '0903', '0904']],
  ['0508', ['1101', '1102']],
  ['08H1', ['0801', '0803']],
  ['08H2', ['0802', '0803', '0804', '0805', '0806', '0807']],
  ['0809', ['13', '1301', '1302', '1303', '1304', '1305', '1306', '1307', '1308', '1309', '1310', '1312']],
  ['0810', ['1401', '1402']],
  ['09', ['15', '1501', '1502', '1503', '1504', '1505', '1506', '1507']],
  ['1104A', ['1704', '060203']],
  ['201', []],
  ['202', []],
  ['203', []],
  ['204', ['1003', '1002']],
];

function certain(rows: readonly (readonly [string, string])[], evidence: CrosswalkRow['evidence']): readonly CrosswalkRow[] {
  return rows.map(([from, to]) => ({ from, to: [to], manual: false, evidence }));
}

/**
 * Every surveyed class below the top level, to 用地用海 2023. `manual` rows need a person, or another layer, to decide for each parcel.
 * Codes 201–204 mark settlements as a whole and have no counterpart of their own.
 */
export const SURVEY_TO_LAND_USE: Crosswalk = {
  from: { scheme: 'land-survey', version: '2019' },
  to: { scheme: 'land-use', version: '2023' },
  source: '公开的三调与用地用海分类对应表（一致部分）；其余按同名类别对应，使用前请与当地细则核对',
  rows: [
    ...certain(AGREED, 'conventional'),
    ...certain(SAME_NAME, 'to-be-checked'),
    ...TO_SPLIT.map(([from, to]): CrosswalkRow => ({ from, to, manual: true, evidence: 'to-be-checked' })),
  ],
};
