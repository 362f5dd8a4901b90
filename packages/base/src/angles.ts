import { pageLocale, type Locale } from './locale.js';
import { formatNumber, NO_VALUE } from './number-format.js';
import { halfWidth } from './text.js';

/** Which of the two an angle is. */
export type Axis = 'lon' | 'lat';

/** How an angle is written: `120.3826°`, `120°22.96′`, `120°22′57″`. */
export type AngleStyle = 'decimal' | 'minutes' | 'seconds';

/** How a coordinate is written. */
export interface AngleOptions {
  /** Default `seconds`. */
  readonly style?: AngleStyle;
  /** Digits after the point of the last part. Default 6 for degrees, 0 else. */
  readonly digits?: number;
  /** `letter` (default) E120°23′, `words` 东经120°23′, `sign` -120°23′. */
  readonly side?: 'letter' | 'words' | 'sign';
}

/** Degrees, minutes and seconds of an angle, after rounding. Minutes and seconds are below 60. */
export interface AngleParts {
  readonly negative: boolean;
  readonly degrees: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** A longitude brought into −180 < lon ≤ 180. */
export function wrapLongitude(lon: number): number {
  if (lon > -180 && lon <= 180) return lon;
  return 180 - ((((180 - lon) % 360) + 360) % 360);
}

/**
 * Splits an angle into ° ′ ″, rounded once at its last part, so that 59.9996″ becomes the next minute and never 60″.
 * @param digits Digits after the point of the last part, 0–9.
 */
export function angleParts(angle: number, style: AngleStyle = 'seconds', digits = 0): AngleParts {
  const scale = 10 ** Math.min(9, Math.max(0, Math.trunc(digits)));
  const perDegree = { decimal: 1, minutes: 60, seconds: 3600 }[style];
  const total = Math.round(Math.abs(angle) * perDegree * scale);
  const negative = angle < 0 && total > 0;
  const whole = Math.floor(total / (perDegree * scale));
  const rest = total - whole * perDegree * scale;
  if (style === 'decimal') return { negative, degrees: total / scale, minutes: 0, seconds: 0 };
  if (style === 'minutes') return { negative, degrees: whole, minutes: rest / scale, seconds: 0 };
  const minutes = Math.floor(rest / (60 * scale));
  return { negative, degrees: whole, minutes, seconds: (rest - minutes * 60 * scale) / scale };
}

function padded(value: number, digits: number): string {
  const text = formatNumber(value, { digits, grouping: 'none' });
  return value < 10 ? `0${text}` : text;
}

function body(angle: number, style: AngleStyle, digits: number): [negative: boolean, text: string] {
  const { negative, degrees, minutes, seconds } = angleParts(angle, style, digits);
  if (style === 'decimal') return [negative, `${formatNumber(degrees, { digits, grouping: 'none' })}°`];
  if (style === 'minutes') return [negative, `${degrees}°${padded(minutes, digits)}′`];
  return [negative, `${degrees}°${padded(minutes, 0)}′${padded(seconds, digits)}″`];
}

const LETTERS = { lon: ['E', 'W'], lat: ['N', 'S'] } as const;
const WORDS = { lon: ['东经', '西经'], lat: ['北纬', '南纬'] } as const;

/** A longitude or latitude as text: `E120°23′`. NaN is `—`. Longitudes are brought into ±180°. */
export function formatAngle(angle: number, axis: Axis, options: AngleOptions = {}, locale: Locale = pageLocale()): string {
  if (!Number.isFinite(angle)) return NO_VALUE;
  const style = options.style ?? 'seconds';
  const [negative, text] = body(axis === 'lon' ? wrapLongitude(angle) : angle, style, options.digits ?? (style === 'decimal' ? 6 : 0));
  const side = negative ? 1 : 0;
  if (options.side === 'sign') return (negative ? '-' : '') + text;
  if (options.side === 'words' && locale !== 'en') return WORDS[axis][side] + text;
  return options.side === 'words' ? `${text} ${LETTERS[axis][side]}` : LETTERS[axis][side] + text;
}

/** A place as text, longitude first as in Chinese bulletins: `E120°23′,N36°04′`, `东经120°23′，北纬36°04′`; in English `E120°23′, N36°04′`. */
export function formatLonLat([lon, lat]: readonly [number, number], options: AngleOptions = {}, locale: Locale = pageLocale()): string {
  const comma = locale === 'en' ? ', ' : options.side === 'words' ? '，' : ',';
  return formatAngle(lon, 'lon', options, locale) + comma + formatAngle(lat, 'lat', options, locale);
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[°º˚度]/g, 'd'],
  [/''|[″”"秒]/g, 's'],
  [/[′’'分]/g, 'm'],
  [/:/g, ' '],
  [/ +/g, ' '],
];
const NUMBER = '(\\d+(?:\\.\\d*)?|\\.\\d+)';
const ANGLE = new RegExp(`^([+-]?) ?${NUMBER}(?:(?: ?d ?| )(?:${NUMBER}(?:(?: ?m ?| )(?:${NUMBER} ?s?)?)?)?)?$`);
const BEFORE = /^(东经|西经|北纬|南纬|[EWNS东西南北]) ?/i;
const AFTER = / ?(东经|西经|北纬|南纬|[EWNS东西南北])$/i;

function axisOf(side: string): Axis | undefined {
  if (side === '') return undefined;
  return /^[EW东西]/.test(side) ? 'lon' : 'lat';
}

/**
 * The angle a person wrote: `120.3826`, `120°22′57.4″E`, `E120°23′`, `东经120度23分`, `-36 3 42`, `120:22:57`, in half- or full-width
 * signs. NaN when the text is no angle, has 60 or more minutes or seconds, or lies outside its axis (±180° or ±90°).
 */
export function parseAngle(text: string, axis?: Axis): number {
  const whole = cleaned(text);
  const before = BEFORE.exec(whole)?.[1] ?? '';
  const after = AFTER.exec(whole)?.[1] ?? '';
  const side = (before || after).toUpperCase();
  const own = axisOf(side) ?? axis;
  if ((before && after) || (axis && own !== axis)) return NaN;
  const bare = SIGNS.reduce((rest, [sign, letter]) => rest.replace(sign, letter), whole.replace(BEFORE, '').replace(AFTER, ''));
  const hit = ANGLE.exec(bare.trim());
  if (!hit) return NaN;
  const size = sexagesimal(hit[2] ?? '', hit[3], hit[4]);
  if (!(size <= (own === 'lat' ? 90 : 180))) return NaN;
  return (hit[1] === '-') === /^[WS西南]/.test(side) ? size : -size;
}

/** Only the last part may have a point, as in 120°22.96′. */
function sexagesimal(degrees: string, minutes?: string, seconds?: string): number {
  const [m, s] = [Number(minutes ?? 0), Number(seconds ?? 0)];
  const pointInside = (minutes !== undefined && degrees.includes('.')) || (seconds !== undefined && minutes?.includes('.'));
  return pointInside || m >= 60 || s >= 60 ? NaN : Number(degrees) + m / 60 + s / 3600;
}

function cleaned(text: string): string {
  return halfWidth(text).replace(/[\u2212\u2013]/g, '-').replace(/ +/g, ' ').trim();
}

/** The two halves of a written pair: at a comma or its like, at a side letter, or in the middle of an even count of words. */
function halves(text: string): readonly string[] {
  const parts = cleaned(text).split(/ ?[,;、/\t\n] ?/).filter((part) => part !== '');
  if (parts.length !== 1) return parts;
  const [all = ''] = parts;
  const lettered = /^((?:东经|西经|北纬|南纬|[EWNS东西南北]).*?\S) ?((?:东经|西经|北纬|南纬|[EWNS东西南北]).*)$/i.exec(all) ?? /^(.*[EWNS]) ?(\S.*[EWNS])$/i.exec(all);
  if (lettered) return lettered.slice(1);
  const words = all.split(' ');
  return words.length % 2 === 0 ? [words.slice(0, words.length / 2).join(' '), words.slice(words.length / 2).join(' ')] : parts;
}

/**
 * The place a person wrote, as [lon, lat]. Side letters decide which is which; without them the order does, and a first number
 * above 90 can only be a longitude. Undefined when the text is not one place.
 */
export function parseLonLat(text: string, order: 'lon-lat' | 'lat-lon' = 'lon-lat'): [number, number] | undefined {
  const [first, second, ...more] = halves(text);
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const latFirst = /^[NS北南]|[NS]$/i.test(first) || /^[EW东西]|[EW]$/i.test(second);
  const lonFirst = /^[EW东西]|[EW]$/i.test(first) || /^[NS北南]|[NS]$/i.test(second);
  const swap = latFirst || (!lonFirst && order === 'lat-lon');
  const read = (flip: boolean): [number, number] | undefined => {
    const lon = parseAngle(flip ? second : first, 'lon');
    const lat = parseAngle(flip ? first : second, 'lat');
    return Number.isNaN(lon) || Number.isNaN(lat) ? undefined : [lon, lat];
  };
  return read(swap) ?? (latFirst || lonFirst ? undefined : read(!swap));
}
