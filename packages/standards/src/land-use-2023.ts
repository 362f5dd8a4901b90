/** 用地用海分类 2023: code tree of the national guide, with the colours of the mapping specification for city-level territorial plans. */
import { hexTable, type RgbRow } from './rgb.js';
import { LAND_USE_2023_ROWS } from './land-use-2023-codes.js';
import type { CodeEntry, CodeScheme, Evidence } from './scheme.js';

/** The 39 colours of appendix B of the mapping specification. */
const OFFICIAL: readonly RgbRow[] = [
  ['01', 245, 248, 220],
  ['02', 191, 233, 170],
  ['03', 104, 177, 103],
  ['04', 205, 245, 122],
  ['05', 101, 205, 170],
  ['06', 216, 215, 159],
  ['0701', 255, 255, 45],
  ['0703', 255, 211, 128],
  ['0801', 255, 0, 255],
  ['0802', 230, 0, 92],
  ['0803', 255, 127, 0],
  ['0804', 255, 133, 201],
  ['0805', 0, 165, 124],
  ['0806', 255, 127, 126],
  ['0807', 255, 159, 127],
  ['09', 255, 0, 0],
  ['1001', 187, 150, 116],
  ['1002', 158, 108, 84],
  ['1003', 0, 0, 255],
  ['11', 135, 97, 211],
  ['1102', 153, 153, 255],
  ['12', 183, 183, 183],
  ['1202', 173, 173, 173],
  ['1205', 153, 153, 153],
  ['1207', 163, 163, 163],
  ['13', 0, 99, 128],
  ['1401', 0, 255, 0],
  ['1402', 20, 141, 74],
  ['1403', 172, 255, 207],
  ['15', 133, 145, 86],
  ['16', 255, 255, 255],
  ['17', 51, 142, 192],
  ['18', 148, 213, 235],
  ['19', 86, 166, 211],
  ['20', 108, 139, 209],
  ['21', 26, 170, 230],
  ['22', 131, 188, 214],
  ['23', 238, 238, 238],
  ['24', 214, 234, 243],
];

/** Colours seen in one city's project only; the specification leaves these classes to the mapmaker. */
const SEEN_ONCE: readonly RgbRow[] = [
  ['0401', 131, 194, 56],
  ['08', 235, 70, 218],
  ['0902', 192, 0, 0],
  ['0904', 145, 55, 42],
  ['1201', 89, 89, 89],
  ['1208', 217, 217, 217],
  ['1503', 204, 0, 102],
  ['1506', 79, 126, 62],
  ['1705', 154, 188, 226],
];

/** Top classes that the specification colours only by their parts, shown in the colour of their main part. */
const OF_MAIN_PART: readonly RgbRow[] = [
  ['07', 255, 255, 45],
  ['10', 187, 150, 116],
  ['14', 0, 255, 0],
];

/** Sources disagree on which is 机场 and which is 其他. */
const UNSETTLED = new Set(['2004', '2005']);

const official = hexTable(OFFICIAL);
const seenOnce = hexTable(SEEN_ONCE);
const ofMainPart = hexTable(OF_MAIN_PART);

function colorPart(code: string): { color: string; colorEvidence: Evidence } | undefined {
  if (official[code]) return { color: official[code], colorEvidence: 'official' };
  if (seenOnce[code]) return { color: seenOnce[code], colorEvidence: 'conventional' };
  if (ofMainPart[code]) return { color: ofMainPart[code], colorEvidence: 'to-be-checked' };
  return undefined;
}

/** 用地用海分类 2023: 24 top classes, three levels (2, 4 and 6 digits), 39 official colours. */
export const LAND_USE_2023: CodeScheme = {
  scheme: 'land-use',
  version: '2023',
  label: { zh: '国土空间调查、规划、用途管制用地用海分类（2023）', en: 'Land and sea use classification (2023)' },
  source:
    '自然资发〔2023〕234号《国土空间调查、规划、用途管制用地用海分类指南》；颜色：《市级国土空间总体规划制图规范（试行）》附录 B',
  evidence: 'official',
  levels: [2, 4, 6],
  entries: LAND_USE_2023_ROWS.map(([code, zh, en]): CodeEntry => ({
    code,
    label: { zh, en },
    ...(code.length > 2 && { parent: code.slice(0, -2) }),
    ...colorPart(code),
    ...(code === '16' && { outline: '#808080', pattern: 'hatch' as const }),
    ...(UNSETTLED.has(code) && { evidence: 'to-be-checked' as const }),
  })),
};
