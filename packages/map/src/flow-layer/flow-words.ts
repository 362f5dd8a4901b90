/** Speed and direction of wind and currents in words. Pure. */
import type { Locale, Text } from '@yizhangtu/base/locale';
import { convert, formatQuantity, quantityOf, unitOf } from '@yizhangtu/base/units';
import { beaufortOf } from '@yizhangtu/standards/beaufort';
import type { IdentifiedRow } from '../layer/identified.js';

/** What moves: wind is named by where it comes from, a current by where it goes. */
export type FlowKind = 'wind' | 'current';

const POINTS: readonly Text[] = [
  ['北', 'N'], ['北东北', 'NNE'], ['东北', 'NE'], ['东东北', 'ENE'], ['东', 'E'], ['东东南', 'ESE'], ['东南', 'SE'], ['南东南', 'SSE'],
  ['南', 'S'], ['南西南', 'SSW'], ['西南', 'SW'], ['西西南', 'WSW'], ['西', 'W'], ['西西北', 'WNW'], ['西北', 'NW'], ['北西北', 'NNW'],
].map(([zh = '', en = '']) => ({ zh, en }));
/** Wind below this has no direction, m/s (GB/T 28591-2012: force 0 is up to 0.2). */
const CALM = 0.25;

/** Metres a second of a unit of speed. A unit that is none, or none at all, is taken as m/s. */
export function metresOf(unit: string | undefined): number {
  const id = unitOf(unit ?? '');
  return id && quantityOf(id) === 'speed' ? convert(1, id, 'meter-per-second') : 1;
}

/** Where a movement is named after, degrees clockwise from true north. */
export function bearingOf(u: number, v: number, kind: FlowKind): number {
  const towards = (Math.atan2(u, v) * 180) / Math.PI;
  return (towards + (kind === 'wind' ? 180 : 0) + 360) % 360;
}

/** One of sixteen points of the compass. */
export function compassPoint(bearing: number): Text {
  return POINTS[Math.round(bearing / 22.5) % 16] as Text;
}

/** Speed and direction of a movement. */
export function flowRows(u: number, v: number, unit: string | undefined, kind: FlowKind, locale: Locale): IdentifiedRow[] {
  const words = (zh: string, en: string): string => (locale === 'en' ? en : zh);
  const [speed, metres] = [Math.hypot(u, v), metresOf(unit)];
  const force = kind === 'wind' ? beaufortOf(speed * metres) : undefined;
  const shown = formatQuantity(speed, unit ?? 'm/s', { maxDigits: speed < 10 ? 2 : 1, ...(force && { remark: force.short ?? force.label }) }, locale).text;
  const rows = [{ label: kind === 'wind' ? words('风速', 'Wind speed') : words('流速', 'Speed'), value: shown }];
  const bearing = bearingOf(u, v, kind);
  const still = kind === 'wind' ? speed * metres < CALM : speed === 0;
  const point = compassPoint(bearing);
  const direction = still ? words('静', 'Calm') : `${words(point.zh, point.en)} ${Math.round(bearing) % 360}°`;
  return [...rows, { label: kind === 'wind' ? words('风向（来向）', 'Wind from') : words('流向（去向）', 'Towards'), value: direction }];
}
