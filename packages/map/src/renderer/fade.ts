import type { View } from './view.js';

/** Makes everything drawn so far as clear as a fill: shapes are drawn opaque and made clear together, so that where they overlap colours do not add up. */
export function fade(context: CanvasRenderingContext2D, view: View, opacity: number): void {
  if (opacity >= 1) return;
  context.save();
  // Not 'destination-in' with the opacity itself: browsers make a layer of the whole canvas for it, which takes five times as long.
  context.globalCompositeOperation = 'destination-out';
  context.fillStyle = `rgba(0,0,0,${1 - opacity})`;
  context.fillRect(0, 0, view.width, view.height);
  context.restore();
}
