/** The sheet of a page in a hand stands at one of three heights. */
export type SheetHeight = 'peek' | 'half' | 'full';

/** From the lowest to the highest. */
export const SHEET_HEIGHTS: readonly SheetHeight[] = ['peek', 'half', 'full'];

const PEEK_PX = 136;
const HALF_SHARE = 0.46;
/** What a full sheet leaves of the map, px: the search stays in sight. */
const TOP_PX = 64;

/** A height by its name, `half` for any other word. */
export function sheetHeightOf(word: string): SheetHeight {
  return SHEET_HEIGHTS.find((height) => height === word) ?? 'half';
}

/** Height of the sheet in px on a page of `whole` px. Never more than the page leaves room for. */
export function sheetPx(height: SheetHeight, whole: number): number {
  const most = Math.max(0, whole - TOP_PX);
  if (height === 'full') return most;
  return Math.min(most, height === 'peek' ? PEEK_PX : Math.round(whole * HALF_SHARE));
}

/** What the map leaves free for the sheet, px: under a full sheet it keeps the room of the half one. */
export function sheetRest(height: SheetHeight, whole: number): number {
  return sheetPx(height === 'full' ? 'half' : height, whole);
}

/** The named height next to a height in px. */
export function nearestHeight(px: number, whole: number): SheetHeight {
  const apart = (height: SheetHeight): number => Math.abs(sheetPx(height, whole) - px);
  return SHEET_HEIGHTS.reduce((best, height) => (apart(height) < apart(best) ? height : best));
}

/** The height one step up (1) or down (-1), or as far as it goes. */
export function steppedHeight(height: SheetHeight, by: number): SheetHeight {
  const at = Math.max(0, Math.min(SHEET_HEIGHTS.length - 1, SHEET_HEIGHTS.indexOf(height) + by));
  return SHEET_HEIGHTS[at] ?? height;
}
