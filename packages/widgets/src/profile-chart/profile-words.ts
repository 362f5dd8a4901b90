/** A profile in words. */
import type { Locale, Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { WayProfile } from './way-profile.js';

/** Slopes of less than so many per cent are told as level. */
const LEVEL = 0.05;

/** A slope with its direction: `上坡 3.2%`. @param slope Metres of height a metre of way. */
export function slopeWords(slope: number): Text {
  const percent = Math.abs(slope * 100);
  if (percent < LEVEL) return { zh: '平路', en: 'level' };
  const text = `${formatNumber(percent, { digits: 1 })}%`;
  return slope > 0 ? { zh: `上坡 ${text}`, en: `${text} uphill` } : { zh: `下坡 ${text}`, en: `${text} downhill` };
}

/** A length along the way: `12.35 km`, `830 m`. */
export function lengthWords(meters: number, unitMeters: number): string {
  return unitMeters === 1 ? `${formatNumber(meters, { digits: 0 })} m` : `${formatNumber(meters / unitMeters, { digits: 2 })} km`;
}

/** One number of the summary. */
export interface ProfileFigure {
  readonly label: Text;
  readonly value: string;
}

const meters = (value: number): string => `${formatNumber(value, { digits: 0 })} m`;

/** Length, climb, descent, highest and lowest place. */
export function profileFigures({ length, climb, descent, highest, lowest, unitMeters }: WayProfile): readonly ProfileFigure[] {
  return [
    { label: { zh: '全长', en: 'Length' }, value: lengthWords(length, unitMeters) },
    { label: { zh: '累计爬升', en: 'Climb' }, value: meters(climb) },
    { label: { zh: '累计下降', en: 'Descent' }, value: meters(descent) },
    { label: { zh: '最高', en: 'Highest' }, value: meters(highest) },
    { label: { zh: '最低', en: 'Lowest' }, value: meters(lowest) },
  ];
}

/** How the numbers came about. @param smooth Metres heights are averaged over. @param least Rises below this do not count, metres. */
export function methodWords(smooth: number, least: number): Text {
  const [over, from] = [formatNumber(smooth), formatNumber(least)];
  return {
    zh: `${smooth > 0 ? `高程沿线 ${over} m 平均；` : ''}累计只计 ${from} m 及以上的起伏；距离为椭球面上的长度`,
    en: `${smooth > 0 ? `Heights averaged over ${over} m of the way; ` : ''}climb and descent count rises and falls of ${from} m or more; lengths on the ellipsoid`,
  };
}

/** A place in words: `3.25 km，高程 45.2 m，上坡 1.2%`. */
export function placeWords({ places, unitMeters }: WayProfile, place: number, locale: Locale): string {
  const here = places[place];
  if (!here) return '';
  const [at, height, slope] = [lengthWords(here.meters, unitMeters), formatNumber(here.height, { digits: 1 }), slopeWords(here.slope)];
  return locale === 'en' ? `${at}, height ${height} m, ${slope.en}` : `${at}，高程 ${height} m，${slope.zh}`;
}
