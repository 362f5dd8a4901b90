/** Texts read as numbers and dates, as SQL: what `parseNumber`, `parseInstant` and `Number` do. */
import { daysSql, instantSql } from './calendar-sql.js';
import { halfWidthSql } from './half-width-sql.js';
import { bound } from './let-sql.js';
import { trimmedSql } from './trimmed-sql.js';
import { quotedText } from './values.js';

/** Groups of an expression that matches the whole text, as a list. None of them holds a line. */
function groupsSql(text: string, pattern: string, groups: string): string {
  return `splitByChar('|', replaceRegexpOne(${text}, ${quotedText(pattern)}, ${quotedText(groups)}))`;
}

/** What is lost of a product of two decimals when it is rounded: T. J. Dekker, A floating-point technique for extending the available precision, 1971. */
function lostSql(a: string, b: string): string {
  const head = (x: string): string => `(${x} * 134217729 - (${x} * 134217729 - ${x}))`;
  const tail = (x: string): string => `(${x} - ${head(x)})`;
  return `(((${head(a)} * ${head(b)} - ${a} * ${b}) + ${head(a)} * ${tail(b)} + ${tail(a)} * ${head(b)}) + ${tail(a)} * ${tail(b)})`;
}

/** Digits that are read; a whole number of eight bytes holds them. */
const DIGITS = 18;
/** Largest power of ten that is a whole number of eight bytes. */
const TENS = 19;

/**
 * A whole number, in eight bytes, times a power of ten, as the nearest decimal: what is lost of the number itself, of the product or of the quotient is
 * put to it. Beyond its powers the server's own reading has to do, which is off by the last bit now and then.
 */
function scaledSql(whole: string, power: string): string {
  const ten = `toFloat64(intExp10(toUInt8(least(${TENS}, abs(${power})))))`;
  return bound([`toFloat64(${whole})`, `toFloat64(${whole} - toInt64(toFloat64(${whole})))`, ten], (h = '', l, p = '') => {
    const quotient = bound([`(${h} / ${p})`], (q = '') => `(${q} + ((${h} - ${q} * ${p}) - ${lostSql(q, p)} + ${l}) / ${p})`, '_q');
    return `if(${power} < 0, ${quotient}, ${h} * ${p} + (${lostSql(h, p)} + ${l} * ${p}))`;
  }, '_s');
}

/** The number of sign, digits before and behind the point, and exponent. @param more To be added to the exponent. */
function decimalSql(parts: string, more = '0'): string {
  const digits = `replaceRegexpOne(concat(${parts}[2], ${parts}[3]), '^0+', '')`;
  const beyond = (d: string): string => `greatest(0, toInt32(length(${d})) - ${DIGITS})`;
  const power = (d: string): string => `(toInt32OrZero(${parts}[4]) + ${more} - toInt32(length(${parts}[3])) + ${beyond(d)})`;
  const size = bound([digits], (d = '') => bound([`toInt64OrZero(substring(${d}, 1, ${DIGITS}))`, power(d)], (m = '', k = '') => `multiIf(${m} = 0, 0, abs(${k}) <= ${TENS}, ${scaledSql(m, k)}, toFloat64OrZero(concat(toString(${m}), 'e', toString(${k}))))`, '_e'), '_p');
  return `(${size} * if(${parts}[1] IN ('', '+'), 1, -1))`;
}

/** Sign, digits without zeros at their ends, exponent, and what stands behind. */
const PARTS = '^([^\\d.]?)0*(\\d*?)(?:\\.(\\d*?)0*)?(?:[eE]\\+?(-?)0*(\\d{0,5})\\d*)?([^\\d.]*)$';
const PARTED = '\\1|\\2|\\3|\\4\\5|\\6';

/**
 * A text as `Number` reads it, white space around it or not; NULL where it is no number, or NULL. For filters and bins, which ask every row: up to
 * fifteen digits are exact, as a whole number and a power of ten, more and those with an exponent as near as the server reads them.
 */
export function numberInTextSql(text: string): string {
  // Early servers read no plus sign, and nothing behind twenty zeros.
  const plain = `replaceRegexpOne(${trimmedSql(text)}, ${quotedText('^(?:\\+|(-))?0*(?:(\\d+)|(\\d+\\.\\d*?)0*|(\\.?\\d.*))$')}, ${quotedText('\\10\\2\\3\\4')})`;
  return bound([plain], (word = '') => {
    const whole = `toInt64OrNull(replaceOne(${word}, '.', ''))`;
    const places = `if(position(${word}, '.') = 0, 0, length(${word}) - position(${word}, '.'))`;
    const near = `if(isNotNull(${whole}) AND length(${word}) <= 17, ${whole} / toFloat64(intExp10(toUInt8(least(${TENS}, ${places})))), toFloat64OrNull(${word}))`;
    return `if(match(${word}, ${quotedText('^-?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?$')}), ${near}, NULL)`;
  }, '_n');
}

/** Powers of ten of the words behind a number. */
const UNITS: readonly (readonly [unit: string, power: number])[] = [['万亿', 12], ['亿', 8], ['万', 4], ['千', 3], ['百', 2], ['T', 12], ['t', 12], ['B', 9], ['b', 9], ['M', 6], ['m', 6], ['K', 3], ['k', 3], ['%', -2]];
const WRITTEN = '^[+\\x{2212}\\x{2013}-]?(\\d{1,3}([, ]\\d{3})+(\\.\\d*)?|\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)? ?(万亿|[亿万千百TBMKtbmk%])?$';

/** A text as `parseNumber` reads it; NaN for none. */
export function parsedNumberSql(text: string): string {
  const power = `transform(p[5], [${UNITS.map(([unit]) => quotedText(unit)).join(', ')}], [${UNITS.map(([, number]) => `toInt32(${number})`).join(', ')}], toInt32(0))`;
  const read = (word: string): string => `arrayElement(arrayMap(p -> ${decimalSql('p', power)}, [${groupsSql(`replaceRegexpAll(${word}, '[, ]', '')`, PARTS, PARTED)}]), 1)`;
  return bound([trimmedSql(halfWidthSql(`ifNull(${text}, '')`))], (word = '') => `if(match(${word}, ${quotedText(WRITTEN)}), ${read(word)}, nan)`, '_n');
}

const ZONE = '(Z|z|[+-]\\d{2}(?::?\\d{2})?)';
const COMPACT = `(\\d{4})(\\d{2})(\\d{2})(?:[Tt]?(\\d{2})(\\d{2})(\\d{2})?${ZONE}?)?`;
const DATE = '(\\d{4})(?:[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?|月)?|年)?';
const CLOCK = '(\\d{1,2})[:时点](\\d{1,2})分?(?::?(\\d{1,2})(?:[.,](\\d{1,9}))?秒?)?';
const DATED = `${DATE}(?:[Tt ] ?${CLOCK} ?${ZONE}?)?`;
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** The instant of year, month, day, hour, minute, second, milliseconds and zone, as texts in a list; NaN where there is no such day or time. */
function instantOfSql(p: string): string {
  const part = (at: number, otherwise = 0): string => `if(${p}[${at}] = '', ${otherwise}, toInt32OrZero(${p}[${at}]))`;
  const ms = `toInt32OrZero(substring(concat(${p}[7], '00'), 1, 3))`;
  const zone = `toInt32OrZero(substring(${p}[8], 2, 2)) * ${HOUR} + toInt32OrZero(substring(replaceAll(${p}[8], ':', ''), 4, 2)) * ${MINUTE}`;
  return bound([part(1), part(2, 1), part(3, 1), part(4), part(5), part(6)], (year = '', month = '', day = '', hour = '', minute = '', second = '') => {
    const last = `multiIf(${month} IN (4, 6, 9, 11), 30, ${month} != 2, 31, ${year} % 4 = 0 AND (${year} % 100 != 0 OR ${year} % 400 = 0), 29, 28)`;
    const wrong = `${month} < 1 OR ${month} > 12 OR ${day} < 1 OR ${day} > ${last} OR ${hour} > 23 AND (${hour} > 24 OR ${minute} + ${second} + ${ms} > 0) OR ${minute} > 59 OR ${second} > 59`;
    const local = `(${daysSql(year, month, day)} * ${DAY} + toInt64(${hour} * ${HOUR} + ${minute} * ${MINUTE}) + ${second} * 1000 + ${ms})`;
    return `multiIf(${wrong}, nan, ${p}[8] = '', ${instantSql(local)}, ${local} - if(startsWith(${p}[8], '-'), -1, 1) * (${zone}))`;
  }, '_w');
}

/** A text as `parseInstant` reads it by the clocks of Shanghai, ms; NaN for none. */
export function parsedInstantSql(text: string): string {
  const plain = trimmedSql(`replaceAll(${halfWidthSql(`ifNull(${text}, '')`)}, '\u2212', '-')`);
  // What was read as the one has lines in it, and is none of the other.
  const groups = (word: string): string => groupsSql(`replaceRegexpOne(${word}, ${quotedText(`^${COMPACT}$`)}, ${quotedText('\\1|\\2|\\3|\\4|\\5|\\6||\\7')})`, `^${DATED}$`, '\\1|\\2|\\3|\\4|\\5|\\6|\\7|\\8');
  return bound([plain], (word = '') => `arrayElement(arrayMap(p -> if(length(p) = 8 AND position(${word}, '|') = 0, ${instantOfSql('p')}, nan), [${groups(word)}]), 1)`, '_v');
}
