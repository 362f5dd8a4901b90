/** Pure logic of a long list: which rows are in sight, and where they go. */

/** Browsers cut boxes off at about 17 to 33 million px; above this height scrolling is scaled. */
export const MAX_HEIGHT = 8_000_000;

export interface ListBox {
  /** How far the list is scrolled, px. */
  readonly scrollTop: number;
  /** Height of what can be seen, px. */
  readonly viewport: number;
  /** Height of a row, px. */
  readonly rowHeight: number;
  readonly total: number;
}

export interface ListWindow {
  /** First row to draw. */
  readonly first: number;
  /** Row after the last one to draw. */
  readonly end: number;
  /** Where the first drawn row begins, px from the top of the whole list. */
  readonly offset: number;
  /** Height of the whole list, px. */
  readonly height: number;
}

/** Rows drawn beyond each edge, so that a scroll never shows a gap. */
const SPARE = 6;

/** The rows in sight and a few beyond. */
export function listWindow({ scrollTop, viewport, rowHeight, total }: ListBox): ListWindow {
  const full = total * rowHeight;
  const height = Math.min(full, MAX_HEIGHT);
  const room = Math.max(1, height - viewport);
  const at = Math.min(Math.max(0, scrollTop), room);
  // Scaled lists: the scroll bar says which part of all rows is in sight, a row's own height stays true.
  const top = full <= MAX_HEIGHT ? at / rowHeight : (at / room) * (total - viewport / rowHeight);
  const first = Math.max(0, Math.floor(top) - SPARE);
  const end = Math.min(total, Math.ceil(top + viewport / rowHeight) + SPARE);
  return { first, end, offset: Math.round(at - (top - first) * rowHeight), height };
}

/** How far to scroll so that a row is in sight; the present place where it already is. */
export function scrollFor(index: number, { scrollTop, viewport, rowHeight, total }: ListBox): number {
  const full = total * rowHeight;
  if (full <= MAX_HEIGHT) {
    const top = index * rowHeight;
    if (top < scrollTop) return top;
    return top + rowHeight > scrollTop + viewport ? top + rowHeight - viewport : scrollTop;
  }
  const room = MAX_HEIGHT - viewport;
  const last = total - viewport / rowHeight;
  const top = (scrollTop / room) * last;
  const wanted = index < top ? index : index + 1 > top + viewport / rowHeight ? index + 1 - viewport / rowHeight : top;
  return (Math.min(Math.max(0, wanted), last) / last) * room;
}

/**
 * How far the scroll bar moves for a turn of the wheel: as far as the rows. Long lists are scaled, so that without this a turn that
 * moves three rows of a short list would move dozens of a million.
 * @param delta Turn of the wheel, px of rows.
 */
export function wheelStep(delta: number, { viewport, rowHeight, total }: ListBox): number {
  const full = total * rowHeight;
  return full <= MAX_HEIGHT ? delta : (delta * (MAX_HEIGHT - viewport)) / (full - viewport);
}
