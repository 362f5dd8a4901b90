import type { View } from '../renderer/view.js';

/** Puts what was drawn for a view where it belongs in another of the same projection. */
export function moveTo(context: CanvasRenderingContext2D, from: View, to: View): void {
  const { a, b } = from;
  const size = a * a + b * b;
  // Both views are turned and scaled maps: what is left between them is one as well.
  const p = (to.a * a + to.b * b) / size;
  const q = (to.b * a - to.a * b) / size;
  if (from.projection === to.projection) context.transform(p, q, -q, p, to.e - p * from.e + q * from.f, to.f - q * from.e - p * from.f);
}
