/** Colours of a chart-like background by the tokens of IHO S-52, for day, dusk and night. Not for navigation. */
import { hexTable, type RgbRow } from './rgb.js';
import { entryIn, type CodeEntry, type CodeScheme } from './scheme.js';

const SOURCE = 'IHO S-52 colour tokens; RGB values as drawn by OpenCPN (S-52 itself gives CIE values)';

const DAY = hexTable([
  ['LANDA', 201, 185, 122],
  ['DEPIT', 131, 178, 149],
  ['DEPVS', 115, 182, 239],
  ['DEPMS', 152, 197, 242],
  ['DEPMD', 186, 213, 225],
  ['DEPDW', 212, 234, 238],
  ['DEPSC', 82, 90, 92],
  ['DEPCN', 125, 137, 140],
  ['CSTLN', 82, 90, 92],
  ['CHMGD', 197, 69, 195],
  ['TRFCD', 197, 69, 195],
  ['SNDG1', 125, 137, 140],
  ['SNDG2', 7, 7, 7],
  ['RESBL', 58, 120, 240],
  ['ARPAT', 63, 165, 111],
  ['DNGHL', 241, 84, 105],
]);

const DUSK: readonly RgbRow[] = [
  ['LANDA', 44, 41, 27],
  ['DEPIT', 21, 37, 31],
  ['DEPVS', 22, 35, 47],
  ['DEPMS', 21, 27, 33],
  ['DEPMD', 12, 14, 15],
  ['DEPDW', 7, 7, 7],
];

const NIGHT: readonly RgbRow[] = [
  ['LANDA', 13, 10, 8],
  ['DEPIT', 8, 11, 9],
  ['DEPVS', 3, 4, 19],
  ['DEPMS', 3, 4, 19],
  ['DEPMD', 7, 7, 7],
  ['DEPDW', 7, 7, 7],
];

const WORDS: readonly (readonly [code: string, zh: string, en: string])[] = [
  ['LANDA', '陆地', 'Land'],
  ['DEPIT', '干出滩', 'Drying area'],
  ['DEPVS', '极浅水域', 'Very shallow water'],
  ['DEPMS', '较浅水域', 'Medium shallow water'],
  ['DEPMD', '较深水域', 'Medium deep water'],
  ['DEPDW', '深水', 'Deep water'],
  ['DEPSC', '安全等深线', 'Safety contour'],
  ['DEPCN', '等深线', 'Depth contour'],
  ['CSTLN', '岸线', 'Coastline'],
  ['CHMGD', '重要标注', 'Chart magenta'],
  ['TRFCD', '分道通航', 'Traffic separation'],
  ['SNDG1', '深于安全水深的水深注记', 'Soundings deeper than the safety depth'],
  ['SNDG2', '浅于安全水深的水深注记', 'Soundings shallower than the safety depth'],
  ['RESBL', '航行资源', 'Resource blue'],
  ['ARPAT', '雷达标绘', 'Radar plotting'],
  ['DNGHL', '危险强调', 'Danger highlight'],
];

/** Chart colour tokens in bright day colours; `withPalette(S52_COLOR, 'dusk' | 'night')` gives depth areas and land for those lights. */
export const S52_COLOR: CodeScheme = {
  scheme: 's52-color',
  version: '4',
  label: { zh: '海图颜色标记（S-52）', en: 'Chart colour tokens (S-52)' },
  source: SOURCE,
  evidence: 'conventional',
  entries: WORDS.map(([code, zh, en]): CodeEntry => {
    const color = DAY[code];
    return { code, label: { zh, en }, ...(color && { color, colorEvidence: 'conventional' as const }) };
  }),
  palettes: [
    { name: 'day', label: { zh: '白昼', en: 'Day' }, source: SOURCE, evidence: 'conventional', colors: DAY },
    { name: 'dusk', label: { zh: '黄昏', en: 'Dusk' }, source: SOURCE, evidence: 'conventional', colors: hexTable(DUSK) },
    { name: 'night', label: { zh: '夜间', en: 'Night' }, source: SOURCE, evidence: 'conventional', colors: hexTable(NIGHT) },
  ],
};

/** The three contours that part the depth areas, in metres below chart datum. */
export interface DepthContours {
  readonly shallow: number;
  readonly safety: number;
  readonly deep: number;
}

/** The depth-area token of a depth in metres, down positive; negative depths dry out. Undefined for NaN. */
export function depthTokenOf(
  depth: number,
  contours: DepthContours = { shallow: 2, safety: 10, deep: 30 },
): CodeEntry | undefined {
  if (Number.isNaN(depth)) return undefined;
  if (depth < 0) return entryIn(S52_COLOR, 'DEPIT');
  if (depth < contours.shallow) return entryIn(S52_COLOR, 'DEPVS');
  if (depth < contours.safety) return entryIn(S52_COLOR, 'DEPMS');
  return entryIn(S52_COLOR, depth < contours.deep ? 'DEPMD' : 'DEPDW');
}
