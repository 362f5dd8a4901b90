import { CanvasRenderer } from './canvas-renderer.js';
import { PointPicture } from './point-picture.js';
import type { Renderer } from './types.js';

/** Draws the points of a dataset. A chunk of its own. */
export function newRenderer(): Renderer {
  return new CanvasRenderer('point', new PointPicture());
}
