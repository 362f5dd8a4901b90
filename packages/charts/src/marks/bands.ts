/** Where bars stand along the category axis. */
export interface Bands {
  /** Distance from one bar's place to the next, px. */
  readonly step: number;
  /** Thickness of a bar, px. */
  readonly size: number;
  /** Start of the bar with this number, px. */
  start(index: number): number;
  /** Centre of the bar with this number, px. */
  centre(index: number): number;
}

/**
 * Places `count` bars along `length` px.
 * @param gap Share of the step that stays empty, 0–1.
 * @param thickest Bars never get thicker, px; few bars stay together in the middle of their places.
 */
export function bands(count: number, length: number, gap = 0.36, thickest = 48): Bands {
  const step = Math.max(0, length) / Math.max(1, count);
  const size = Math.min(thickest, Math.max(1, step * (1 - gap)));
  const centre = (index: number): number => step * index + step / 2;
  return { step, size, centre, start: (index) => centre(index) - size / 2 };
}
