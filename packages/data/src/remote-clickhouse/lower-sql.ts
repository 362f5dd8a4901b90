/** A text in small letters. The server knows no letter that becomes two. */
export function lowerSql(text: string): string {
  return `lowerUTF8(replaceAll(${text}, 'İ', 'i\u0307'))`;
}
