/** All that JavaScript takes for white space. */
const SPACE = '[\\\\s\\\\v\\\\x{A0}\\\\x{1680}\\\\x{2000}-\\\\x{200A}\\\\x{2028}\\\\x{2029}\\\\x{202F}\\\\x{205F}\\\\x{3000}\\\\x{FEFF}]+';

/** Words without white space around them. */
export function trimmedSql(text: string): string {
  return `replaceRegexpAll(${text}, '^${SPACE}|${SPACE}$', '')`;
}
