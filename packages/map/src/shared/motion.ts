/** Whether the reader asked for no motion. */
export function motionIsReduced(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Duration of a zoom step in ms, where the reader has not asked for less motion. */
export const ZOOM_DURATION = 200;
