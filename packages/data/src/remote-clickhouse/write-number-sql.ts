/** Numbers as texts, as SQL: what `formatNumber` writes with at most twelve digits behind the point. */
import { bound } from './let-sql.js';
import { quotedText } from './values.js';

const DIGITS = 12;

/** The digits of a number above zero. The server writes it with the fewest that tell it, as this language does: `0.1`, `1e21`, `1.5e-7`. */
function digitsSql(written: string): string {
  const parts = `splitByChar('|', replaceRegexpOne(${written}, ${quotedText('^(\\d+)(?:\\.(\\d+))?(?:e\\+?(.*))?$')}, ${quotedText('\\1|\\2|\\3')}))`;
  const ofParts = (p: string): string =>
    bound([`toUInt64OrZero(substring(concat(${p}[1], ${p}[2]), 1, 25))`, `(toInt32(length(${p}[2])) - toInt32OrZero(${p}[3]))`], (digits = '', scale = '') => {
      // Half up, by the digits: what is cut off is put to half a unit first.
      const cut = `greatest(0, ${scale} - ${DIGITS})`;
      const ten = (by: string): string => `intExp10(toUInt8(${by}))`;
      const kept = `multiIf(${cut} = 0, ${digits}, ${cut} > 18, toUInt64(0), intDiv(${digits} + 5 * ${ten(`greatest(0, least(18, ${cut}) - 1)`)}, ${ten(`least(18, ${cut})`)}))`;
      const unit = ten(`least(${DIGITS}, greatest(0, ${scale}))`);
      const zeros = `arrayStringConcat(arrayMap(i -> '0', range(toUInt64(greatest(0, -${scale})))))`;
      return bound([kept, unit], (k = '', u = '') => `concat(toString(intDiv(${k}, ${u})), ${zeros}, replaceRegexpOne(concat('.', substring(toString(${u} + ${k} % ${u}), 2)), '\\\\.?0*$', ''))`, '_k');
    }, '_j');
  return `arrayElement(arrayMap(p -> ${ofParts('p')}, [${parts}]), 1)`;
}

/** A number as a text; NULL for NaN. */
export function writtenNumberSql(value: string): string {
  return bound([value], (v = '') => {
    const size = bound([`toString(abs(${v}))`], (written = '') => `multiIf(${written} = 'inf', '∞', match(${written}, '^[0-9]+$'), ${written}, ${digitsSql(written)})`, '_t');
    return bound([size], (text = '') => `if(isNaN(${v}), NULL, concat(if(${v} < 0 AND ${text} != '0', '-', ''), ${text}))`, '_u');
  });
}
