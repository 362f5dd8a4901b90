const HAN = '\u2e80-\u2fdf\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff';
const HAN_THEN_LATIN = new RegExp(`([${HAN}])([A-Za-z0-9])`, 'g');
const LATIN_THEN_HAN = new RegExp(`([A-Za-z0-9%°′″])([${HAN}])`, 'g');

/** Thin space, the gap between Han characters and Latin letters or digits. */
export const THIN_SPACE = '\u2009';

/** The text with a thin gap between Han characters and Latin letters or digits: `第3类` → `第 3 类`. */
export function withGaps(text: string): string {
  return text.replace(HAN_THEN_LATIN, `$1${THIN_SPACE}$2`).replace(LATIN_THEN_HAN, `$1${THIN_SPACE}$2`);
}

/** The text with full-width letters, digits and signs (`12.3`) as ASCII and every kind of space as a plain one. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ');
}
