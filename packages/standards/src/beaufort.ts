/** 风力等级: m/s ⇄ 级, with the words of each force. */
import { hex } from './rgb.js';
import { classOfValue, type CodeEntry, type CodeScheme } from './scheme.js';

type Row = readonly [code: string, min: number, max: number | undefined, zh: string, en: string, color?: string];

const ROWS: readonly Row[] = [
  ['0', 0, 0.2, '无风', 'Calm'],
  ['1', 0.3, 1.5, '软风', 'Light air'],
  ['2', 1.6, 3.3, '轻风', 'Light breeze'],
  ['3', 3.4, 5.4, '微风', 'Gentle breeze'],
  ['4', 5.5, 7.9, '和风', 'Moderate breeze'],
  ['5', 8, 10.7, '清风', 'Fresh breeze'],
  ['6', 10.8, 13.8, '强风', 'Strong breeze', hex(151, 232, 173)],
  ['7', 13.9, 17.1, '疾风', 'Near gale', hex(153, 210, 202)],
  ['8', 17.2, 20.7, '大风', 'Gale', hex(155, 188, 232)],
  ['9', 20.8, 24.4, '烈风', 'Strong gale', hex(107, 157, 225)],
  ['10', 24.5, 28.4, '狂风', 'Storm', hex(59, 126, 219)],
  ['11', 28.5, 32.6, '暴风', 'Violent storm', hex(43, 92, 194)],
  ['12', 32.7, 36.9, '飓风', 'Hurricane force', hex(28, 59, 169)],
  ['13', 37, 41.4, '飓风', 'Hurricane force', hex(17, 44, 144)],
  ['14', 41.5, 46.1, '飓风', 'Hurricane force', hex(7, 30, 120)],
  ['15', 46.2, 50.9, '飓风', 'Hurricane force', hex(70, 25, 129)],
  ['16', 51, 56, '飓风', 'Hurricane force', hex(134, 21, 138)],
  ['17', 56.1, 61.2, '飓风', 'Hurricane force', hex(200, 17, 169)],
  ['>17', 61.3, undefined, '飓风', 'Hurricane force', hex(200, 17, 169)],
];

function words([code, , , zh, en]: Row): Pick<CodeEntry, 'label' | 'short'> {
  const force = code === '>17' ? { zh: '17级以上', en: 'above force 17' } : { zh: `${code}级`, en: `force ${code}` };
  return { label: { zh: `${force.zh} ${zh}`, en: `${en}, ${force.en}` }, short: force };
}

/** Forces 0–17 and above, by the mean wind in m/s. Colours from force 6 up are those of a published 2009 draft of meteorological colours. */
export const BEAUFORT: CodeScheme = {
  scheme: 'beaufort',
  version: '2012',
  label: { zh: '风力等级', en: 'Wind force' },
  source: 'GB/T 28591-2012《风力等级》；颜色：气象用色 2009 年草案',
  evidence: 'conventional',
  unit: 'm/s',
  entries: ROWS.map((row): CodeEntry => {
    const [code, min, max, , , color] = row;
    return {
      code,
      ...words(row),
      min,
      ...(max !== undefined && { max }),
      ...(color && { color, colorEvidence: 'conventional' as const }),
    };
  }),
};

/** The force of a wind in m/s, rounded to 0.1 as the scale is printed. Undefined for negative winds and NaN. */
export function beaufortOf(metresPerSecond: number): CodeEntry | undefined {
  return classOfValue(BEAUFORT, Math.round(metresPerSecond * 10) / 10);
}
