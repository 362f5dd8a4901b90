/** What is said of a storm, as words: pure, so that it is tested without a browser. */
import { formatLonLat } from '@yizhangtu/base/angles';
import { formatDate } from '@yizhangtu/base/dates';
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { geodesicAzimuth, geodesicDistance } from '@yizhangtu/analysis/geodesic-distance';
import type { Dataset } from '@yizhangtu/data/model';
import { beaufortOf } from '@yizhangtu/standards/beaufort';
import { compassPoint, keptCourse, lastOf, nearestApproach, radiiAt, typhoonTracks, type TyphoonTrack } from '../calc/index.js';
import { CIRCLE_FORCES, WIND_CIRCLE } from '../symbology/index.js';

type Rows = Pick<Dataset, 'rowCount' | 'geometry' | 'column' | 'value'>;

/** A place that distances are told to. */
export interface Watched {
  readonly lonLat: readonly [lon: number, lat: number];
  readonly name: string;
}

/** One fact: a name and a value. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Radii of one wind circle in words, clockwise from the north-east; `—` where there is no such wind. */
export interface CircleRow {
  readonly label: string;
  readonly radii: readonly string[];
}

function textAt(rows: Rows, row: number, field: string): string {
  const value = rows.value(row, field);
  return value === null ? '' : String(value);
}

function numberAt(rows: Rows, row: number, field: string): number {
  const value = rows.value(row, field);
  return typeof value === 'number' ? value : Number.NaN;
}

/** What a storm is called: its name with number and year; where it has no name, month and id. */
export function stormName(rows: Rows, { storm, positions: [first] }: TyphoonTrack, locale: Locale): string {
  const { row = 0, time = NaN } = first ?? {};
  const [zh, en, number] = ['name', 'nameEn', 'number'].map((field) => textAt(rows, row, field));
  const name = locale === 'en' ? en || zh : zh || en;
  if (!name) return `${formatDate(time, { style: 'month' }, locale)} · ${number || storm}`;
  const behind = [number, formatDate(time, { style: 'year' }, locale)].filter(Boolean);
  return locale === 'en' ? `${name} (${behind.join(', ')})` : `${name}（${behind.join('，')}）`;
}

/** What the choice of a storm is called, in both languages: «台风：利奇马（1909，2019年）». Its id, where the rows do not have it. */
export function chosenWords(rows: Rows, storm: string | number | boolean | null): Text {
  const track = typhoonTracks(rows).find((one) => one.storm === String(storm));
  const name = (locale: Locale): string => (track ? stormName(rows, track, locale) : String(storm));
  return { zh: `台风：${name('zh-CN')}`, en: `Storm: ${name('en')}` };
}

function windWords(wind: number, locale: Locale): string {
  const force = beaufortOf(wind)?.short;
  return `${formatNumber(wind, { digits: 0 })} m/s${force ? inWords({ zh: `（${force.zh}）`, en: ` (${force.en})` }, locale) : ''}`;
}

function moveWords(speed: number, direction: number, locale: Locale): string {
  const point = compassPoint(direction);
  const words = [point && inWords(point, locale), Number.isFinite(speed) && `${formatNumber(speed, { digits: 0 })} km/h`];
  return words.filter(Boolean).join(inWords({ zh: '，', en: ', ' }, locale));
}

/** The facts of a storm at its last position, in the order of bulletins; what is not known is left out. */
export function stormFacts(rows: Rows, track: TyphoonTrack, locale: Locale): readonly Fact[] {
  const { row, time, lon, lat, windMs, moveKmh, moveDeg } = lastOf(track);
  const pressure = numberAt(rows, row, 'pressureHpa');
  const facts: readonly (readonly [Text, string])[] = [
    [{ zh: '时间', en: 'Time' }, formatDate(time, { zone: true }, locale)],
    [{ zh: '中心位置', en: 'Centre' }, formatLonLat([lon, lat], { style: 'decimal', digits: 1, side: 'words' }, locale)],
    [{ zh: '最大风速', en: 'Highest wind' }, Number.isNaN(windMs) ? '' : windWords(windMs, locale)],
    [{ zh: '中心气压', en: 'Pressure' }, Number.isNaN(pressure) ? '' : `${Math.round(pressure)} hPa`],
    [{ zh: '移向移速', en: 'Moving' }, moveWords(moveKmh, moveDeg, locale)],
  ];
  return facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label: inWords(label, locale), value }));
}

/** Wind circles that have a radius in any quadrant. */
export function circleRows(rows: Rows, track: TyphoonTrack, locale: Locale): readonly CircleRow[] {
  const { row } = lastOf(track);
  return CIRCLE_FORCES.flatMap((force) => {
    const radii = radiiAt(rows, row, force);
    const label = WIND_CIRCLE.entries.find(({ code }) => code === force)?.short;
    if (!label || !radii.some((radius) => radius > 0)) return [];
    return [{ label: inWords(label, locale), radii: radii.map((radius) => formatNumber(radius > 0 ? radius : Number.NaN, { digits: 0 })) }];
  });
}

const HOUR = 3_600_000;

const km = (meters: number): string => `${formatNumber(meters / 1000, { digits: 0 })} km`;

/**
 * How near a storm is to a place: now, at its nearest by all positions that are known, and if it kept its course.
 * @param track Up to now. @param whole With all positions.
 */
export function distanceFacts(track: TyphoonTrack, whole: TyphoonTrack, { lonLat, name }: Watched, locale: Locale): readonly Fact[] {
  const now = lastOf(track);
  const here = [now.lon, now.lat] as const;
  const nearest = nearestApproach(whole, lonLat);
  const next = keptCourse(now, lonLat);
  const side = compassPoint(geodesicAzimuth(lonLat, here));
  const say = (text: Text): string => inWords(text, locale);
  // To the hour: between positions that are hours apart nobody knows the minute.
  const at = (time: number): string => formatDate(Math.round(time / HOUR) * HOUR, { style: 'short' }, locale);
  return [
    { label: say({ zh: `距${name}`, en: `From ${name}` }), value: say({ zh: `${km(geodesicDistance(here, lonLat))}，在其${side?.zh ?? ''}方向`, en: `${km(geodesicDistance(here, lonLat))}, to the ${side?.en ?? ''}` }) },
    { label: say({ zh: '路径最近', en: 'Nearest' }), value: say({ zh: `${km(nearest.meters)}，${at(nearest.time)}`, en: `${km(nearest.meters)}, ${at(nearest.time)}` }) },
    ...(next
      ? [{ label: say({ zh: '若移向移速不变', en: 'If it keeps its course' }), value: say({ zh: `${at(next.time)}最近，约 ${km(next.meters)}`, en: `nearest ${at(next.time)}, about ${km(next.meters)}` }) }]
      : []),
  ];
}
