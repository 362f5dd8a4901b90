/**
 * 脱敏 in SQL, so that what is masked never leaves the server. The same rules as `model/masks.ts`, which has the reasons; a test runs both
 * over the same values.
 */
import { DOUBLE_NAMES, type Mask } from '../model/masks.js';
import { trimmedSql } from './trimmed-sql.js';
import { numberText, quotedText } from './values.js';

/** Both branches of a condition are worked out, so a count below zero must do no harm. */
function stars(count: string): string {
  return `arrayStringConcat(arrayMap(i -> '*', range(toUInt64(greatest(toInt64(${count}), toInt64(0))))), '')`;
}

/** Letters at the beginning, as an expression finds them: functions that count take letters of four bytes apart in early servers. None where there are fewer, or where bytes are no letters. */
function beginning(text: string, letters: string): string {
  return `extract(${text}, ${quotedText(`(?s)^(${letters})`)})`;
}

/** Some letters at each end, stars between; all stars where little would be hidden. */
function ends(text: string, head: number, tail: number): string {
  const length = `lengthUTF8(${text})`;
  const last = `extract(${text}, ${quotedText(`(?s)(.{${tail}})$`)})`;
  const shown = `concat(${beginning(text, `.{${head}}`)}, ${stars(`${length} - ${head + tail}`)}, ${last})`;
  return `if(${length} < ${head + tail + 4}, ${stars(`greatest(toUInt64(${length}), toUInt64(3))`)}, ${shown})`;
}

function name(text: string): string {
  const length = `lengthUTF8(${text})`;
  const family = `if(${length} > 2, ${beginning(text, `${[...DOUBLE_NAMES].join('|')}|.`)}, ${beginning(text, '.')})`;
  return `if(${length} <= 1, '*', concat(${family}, ${stars(`${length} - lengthUTF8(${family})`)}))`;
}

/** Letters that no text has, for 街道 while 街 is looked for: the server's expressions cannot look ahead. */
const STREET_OFFICE = '\uE000\uE001';
const EXACT = quotedText('(?s)([路巷弄号0-9０-９街]|大道).*$');
const PLACES = quotedText(`(?s)^(.*(?:[省市区县旗州盟镇乡]|${STREET_OFFICE}))`);

function address(text: string): string {
  const [office, kept] = [quotedText('街道'), quotedText(STREET_OFFICE)];
  const places = `extract(replaceRegexpOne(replaceAll(${text}, ${office}, ${kept}), ${EXACT}, ''), ${PLACES})`;
  const lead = `replaceAll(${places}, ${kept}, ${office})`;
  return `if(lengthUTF8(${lead}) < lengthUTF8(${text}), concat(${lead}, '***'), '***')`;
}

/** Digits of degrees that a coarse number keeps unless the schema says otherwise: about a kilometre. */
const COARSE_DIGITS = 2;

/** A number to so many digits, as `shown-table.ts` has it. */
export function coarseSql(value: string, digits: number = COARSE_DIGITS): string {
  const scale = numberText(10 ** Math.max(0, Math.round(digits)));
  return `(floor(${value} * ${scale} + 0.5) / ${scale})`;
}

/** A text as it may be shown. */
export function maskedSql(plain: string, mask: Exclude<Mask, 'coarse'>): string {
  const text = trimmedSql(plain);
  const shown = mask === 'hidden' ? "'***'" : mask === 'name' ? name(text) : mask === 'phone' ? ends(text, 3, 4) : mask === 'id-card' ? ends(text, 3, 2) : address(text);
  // Nothing at all is shown as nothing; blanks are something.
  return `multiIf(isNull(${plain}), NULL, ${plain} = '', '', ${text} = '', '***', ${shown})`;
}
