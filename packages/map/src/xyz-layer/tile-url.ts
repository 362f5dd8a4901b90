/** Whether a template names a tile: column, row (from the top or the bottom) and level. */
export function isTileTemplate(url: string): boolean {
  return url.includes('{x}') && (url.includes('{y}') || url.includes('{-y}')) && url.includes('{z}');
}
