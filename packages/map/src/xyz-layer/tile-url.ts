/** Whether a template names a tile: column, row (from the top or the bottom) and level. */
export function isTileTemplate(url: string): boolean {
  return url.includes('{x}') && (url.includes('{y}') || url.includes('{-y}')) && url.includes('{z}');
}

/** A template fit to be shown: values of the query that are not part of a tile's name may be tokens. */
export function withoutTokens(url: string): string {
  return url.replace(/([?&][^=&#]+=)([^&#]*)/g, (whole, name: string, value: string) => (/\{[^}]+\}/.test(value) ? whole : `${name}…`));
}
