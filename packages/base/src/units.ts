import { inWords, pageLocale, type Locale, type Text } from './locale.js';
import { formatCompact, formatNumber, NO_VALUE, roundTo, type CompactOptions, type FormattedNumber } from './number-format.js';

/** What is measured. Units of one quantity convert into each other. */
export type Quantity = 'area' | 'length' | 'speed' | 'mass' | 'money' | 'people' | 'volume' | 'duration' | 'temperature' | 'pressure' | 'angle' | 'share';

interface UnitEntry {
  readonly quantity: Quantity;
  /** How many of the quantity's base unit (㎡, m, m/s, t, 元, 人, m³, s …). */
  readonly factor: number;
  /** As written behind a number. */
  readonly symbol: Text;
  /** Other spellings that data uses. */
  readonly also: readonly string[];
  /** At most so many digits after the point where nobody says. */
  readonly digits: number;
}

function unit(quantity: Quantity, factor: number, zh: string, en: string, digits: number, ...also: string[]): UnitEntry {
  return { quantity, factor, symbol: { zh, en }, also, digits };
}

/** 1 亩 = 1/15 公顷 = 666.666… ㎡ (国务院 1984 法定计量单位, GB 3100). */
const MU = 10000 / 15;

/**
 * The units that are known, by id. Names and symbols: 《中华人民共和国法定计量单位》 (国务院 1984). Factors are exact by definition: 1 海里 = 1 852 m,
 * 1 节 = 1 海里/h. 亩, 万亩 and 万公顷 are usual in statistics of land, 万吨, 万元 and 亿元 in those of the economy.
 */
const UNITS = {
  'square-meter': unit('area', 1, '㎡', 'm²', 2, 'm2', '平方米', 'm^2', 'sqm'),
  mu: unit('area', MU, '亩', 'mu', 2),
  hectare: unit('area', 1e4, '公顷', 'ha', 2, 'hm2', 'hm²', 'hm^2'),
  'square-kilometer': unit('area', 1e6, '平方公里', 'km²', 2, 'km2', '平方千米', 'km^2', '㎢'),
  'ten-thousand-mu': unit('area', MU * 1e4, '万亩', '×10K mu', 2),
  'ten-thousand-hectare': unit('area', 1e8, '万公顷', '×10K ha', 2),
  millimeter: unit('length', 1e-3, '毫米', 'mm', 1, '㎜'),
  centimeter: unit('length', 1e-2, '厘米', 'cm', 0, '㎝'),
  meter: unit('length', 1, '米', 'm', 1),
  kilometer: unit('length', 1000, '公里', 'km', 2, '千米', '㎞'),
  'nautical-mile': unit('length', 1852, '海里', 'nmi', 2, 'nm'),
  'meter-per-second': unit('speed', 1, 'm/s', 'm/s', 1, '米/秒', 'mps'),
  'kilometer-per-hour': unit('speed', 1 / 3.6, 'km/h', 'km/h', 1, '公里/小时', '千米/小时', '公里/时', 'kmh'),
  knot: unit('speed', 1852 / 3600, '节', 'kn', 1, 'kt', 'kts'),
  kilogram: unit('mass', 1e-3, '千克', 'kg', 2, '公斤'),
  ton: unit('mass', 1, '吨', 't', 2),
  'ten-thousand-ton': unit('mass', 1e4, '万吨', '×10K t', 2),
  yuan: unit('money', 1, '元', 'CNY', 2, '¥', '¥', 'RMB'),
  'ten-thousand-yuan': unit('money', 1e4, '万元', '×10K CNY', 2),
  'hundred-million-yuan': unit('money', 1e8, '亿元', '×100M CNY', 2),
  person: unit('people', 1, '人', 'people', 0),
  'ten-thousand-person': unit('people', 1e4, '万人', '×10K people', 2),
  'cubic-meter': unit('volume', 1, 'm³', 'm³', 2, 'm3', '立方米', '㎥'),
  'ten-thousand-cubic-meter': unit('volume', 1e4, '万m³', '×10K m³', 2, '万立方米'),
  second: unit('duration', 1, '秒', 's', 0),
  minute: unit('duration', 60, '分钟', 'min', 0),
  hour: unit('duration', 3600, '小时', 'h', 1),
  day: unit('duration', 86400, '天', 'd', 1),
  celsius: unit('temperature', 1, '℃', '°C', 1),
  hectopascal: unit('pressure', 1, 'hPa', 'hPa', 1, '百帕', 'mb', 'mbar'),
  degree: unit('angle', 1, '°', '°', 1, '度'),
  percent: unit('share', 1, '%', '%', 1, '%'),
  permille: unit('share', 0.1, '‰', '‰', 1),
} satisfies Record<string, UnitEntry>;

/** Id of a known unit. */
export type UnitId = keyof typeof UNITS;

/** All unit ids. */
export const UNIT_IDS = Object.keys(UNITS) as readonly UnitId[];

/**
 * Which unit to show. `keep` (default) the given one; `auto` by size in the quantity's everyday units; `mu` 亩 and 万亩 (farm land),
 * `sea` 海里 and 公顷 or km² (at sea); or one unit always.
 */
export type UnitChoice = UnitId | 'keep' | 'auto' | 'mu' | 'sea';

/** How a quantity is written. */
export interface QuantityOptions extends Omit<CompactOptions, 'from'> {
  readonly to?: UnitChoice;
  /** Shortens the number with 万, 亿 or K, M where the unit has no larger sister. */
  readonly compact?: boolean;
  /** Words about the value, behind it in brackets: the force of a wind, `12.3 m/s（6级）`. Left out where there is no value. */
  readonly remark?: Text | undefined;
}

/** A quantity in its two parts, and the unit it was shown in. */
export interface FormattedQuantity extends FormattedNumber {
  /** Undefined for a unit that is only words (`处`, `家`). */
  readonly unitId?: UnitId;
}

/** Rising thresholds in the base unit: a size of at least this is shown in that unit. */
type Ladder = readonly (readonly [from: number, id: UnitId])[];

const AUTO: Readonly<Partial<Record<Quantity, Ladder>>> = {
  area: [[0, 'square-meter'], [1e4, 'hectare'], [1e6, 'square-kilometer']],
  length: [[0, 'meter'], [1000, 'kilometer']],
  mass: [[0, 'kilogram'], [1, 'ton'], [1e4, 'ten-thousand-ton']],
  money: [[0, 'yuan'], [1e4, 'ten-thousand-yuan'], [1e8, 'hundred-million-yuan']],
  people: [[0, 'person'], [1e4, 'ten-thousand-person']],
  volume: [[0, 'cubic-meter'], [1e4, 'ten-thousand-cubic-meter']],
  duration: [[0, 'second'], [60, 'minute'], [3600, 'hour'], [86400, 'day']],
};
const FARM: Ladder = [[0, 'square-meter'], [MU, 'mu'], [MU * 1e4, 'ten-thousand-mu']];
const SEA: Readonly<Partial<Record<Quantity, Ladder>>> = {
  area: [[0, 'hectare'], [1e6, 'square-kilometer']],
  length: [[0, 'meter'], [1852, 'nautical-mile']],
  speed: [[0, 'knot']],
};

const byName = new Map<string, UnitId>();
for (const id of UNIT_IDS) {
  const { symbol, also }: UnitEntry = UNITS[id];
  for (const name of [id, symbol.zh, symbol.en, ...also]) byName.set(name, id);
}

/** The unit a text names: an id, a symbol or another spelling (`㎡`, `m2`, `平方米`). Undefined for words such as `处`. */
export function unitOf(name: string): UnitId | undefined {
  return byName.get(name) ?? byName.get(name.trim());
}

/** What a unit measures. */
export function quantityOf(id: UnitId): Quantity {
  return UNITS[id].quantity;
}

/** A unit as written behind a number. */
export function unitSymbol(id: UnitId, locale: Locale = pageLocale()): string {
  return locale === 'en' ? UNITS[id].symbol.en : UNITS[id].symbol.zh;
}

/** A unit as data write it, in the words of a locale: 人 is `people` in English, ㎡ is m². What is no known unit (处) stays as it is. */
export function writtenUnit(unit: string, locale: Locale = pageLocale()): string {
  const id = locale === 'en' ? unitOf(unit) : undefined;
  return id === undefined ? unit : unitSymbol(id, locale);
}

/**
 * A value in another unit of the same quantity.
 * @throws RangeError when the units measure different things.
 */
export function convert(value: number, from: UnitId, to: UnitId): number {
  if (from === to) return value;
  const [a, b]: [UnitEntry, UnitEntry] = [UNITS[from], UNITS[to]];
  if (a.quantity !== b.quantity) throw new RangeError(`${from} (${a.quantity}) → ${to} (${b.quantity})`);
  return (value * a.factor) / b.factor;
}

function chosen(value: number, from: UnitId, choice: UnitChoice): UnitId {
  const { quantity, factor }: UnitEntry = UNITS[from];
  if (choice === 'keep') return from;
  if (choice !== 'auto' && choice !== 'mu' && choice !== 'sea') return choice;
  const everyday = AUTO[quantity];
  const ladder = choice === 'sea' ? (SEA[quantity] ?? everyday) : choice === 'mu' && quantity === 'area' ? FARM : everyday;
  const size = Math.abs(value) * factor;
  if (!ladder || Number.isNaN(size)) return from;
  // Half a unit of the last shown digit may round up to the threshold; the step down shows 10,000 ㎡ then, which is also true.
  return ladder.reduce((id, [least, next]) => (size >= least ? next : id), ladder[0]?.[1] ?? from);
}

/** Signs that stand at the number without a gap. */
const TIGHT = /^[%‰°℃]/;

function joined(number: FormattedNumber, symbol: string, locale: Locale): FormattedNumber {
  if (number.number === NO_VALUE) return { text: NO_VALUE, number: NO_VALUE, unit: '' };
  // 1.23万 + 亩 reads 1.23 万亩; in English the step stays with the number: 1.23M t.
  const digits = locale === 'en' ? number.text : number.number;
  const unitText = locale === 'en' ? symbol : number.unit + symbol;
  const gap = unitText === '' || TIGHT.test(unitText) ? '' : ' ';
  return { text: digits + gap + unitText, number: digits, unit: unitText };
}

/**
 * A quantity for people, whole and in parts: `formatQuantity(10000, '㎡', { to: 'mu' })` is 15 亩. English has no 万: 12.4 万元 are 124,000 CNY there, and
 * where a unit is chosen by size K, M and B shorten the number.
 * @param value In `unit`. Missing and NaN are `—` without a unit.
 * @param unit A unit id, a symbol (`㎡`, `km`), or any word (`处`), which is kept as it is.
 */
export function formatQuantity(
  value: number | null | undefined,
  unit: string,
  options: QuantityOptions = {},
  locale: Locale = pageLocale(),
): FormattedQuantity {
  const from = unitOf(unit);
  const known = value ?? NaN;
  const counted = from && chosen(known, from, options.to ?? 'keep');
  const to = locale === 'en' ? (counted?.replace(/^(ten-thousand|hundred-million)-/, '') as UnitId | undefined) : counted;
  const plain = to !== counted;
  const compact = options.compact || (plain && (options.to ?? 'keep') !== 'keep');
  const size = from && to ? convert(known, from, to) : known;
  const shown = plain ? roundTo(size, 2) : size;
  const { digits, ...rest } = options;
  // Digits of 万 are none of single ones.
  const written = { ...rest, maxDigits: options.maxDigits ?? (to ? UNITS[to].digits : undefined), ...((compact || !plain) && { digits }) };
  const number = compact
    ? formatCompact(shown, written, locale)
    : { text: formatNumber(shown, written), number: formatNumber(shown, written), unit: '' };
  // A symbol stays as the data has it, unless a choice of units or another language was asked for.
  const asWritten = !to || ((options.to ?? 'keep') === 'keep' && unit !== to && locale !== 'en');
  const parts = joined(number, asWritten ? unit.trim() : unitSymbol(to, locale), locale);
  const unitId = to && { unitId: to };
  if (!options.remark || parts.number === NO_VALUE) return { ...parts, ...unitId };
  const [open, close] = locale === 'en' ? [' (', ')'] : ['（', '）'];
  return { ...parts, text: parts.text + open + inWords(options.remark, locale) + close, ...unitId };
}
