/** Pure logic of a swipe: where the divider is, and which part of the map lies on a side of it. */

/** The side of the divider on which a layer shows: left or above, right or below. */
export type SwipeSide = 'before' | 'after';

/** Corners of a rectangle in CSS px, in turn. */
export type Corners = readonly (readonly [x: number, y: number])[];

/** A place of the divider in percent, within 0 and 100; the middle for what is no number. */
export function dividerAt(value: number): number {
  return Number.isFinite(value) ? Math.min(100, Math.max(0, value)) : 50;
}

/**
 * The part of a map on a side of the divider.
 * @param size Width and height of the map, in CSS px.
 * @param value Place of the divider in percent, from the left or from above.
 * @param vertical Whether the divider lies, and moves up and down.
 */
export function sideOf([width, height]: readonly [number, number], value: number, side: SwipeSide, vertical: boolean): Corners {
  const at = ((vertical ? height : width) * dividerAt(value)) / 100;
  const [left, right] = vertical ? [0, width] : side === 'before' ? [0, at] : [at, width];
  const [top, bottom] = !vertical ? [0, height] : side === 'before' ? [0, at] : [at, height];
  return [[left, top], [right, top], [right, bottom], [left, bottom]];
}

/** Where a key moves the divider, in percent; undefined for keys that do not. Arrows by 1, pages by 10. */
export function movedByKey(key: string, value: number): number | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, PageUp: -10, PageDown: 10, Home: -100, End: 100 };
  const step = steps[key];
  return step === undefined ? undefined : dividerAt(value + step);
}
