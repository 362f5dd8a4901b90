import { CanvasRenderer } from './canvas-renderer.js';
import { PointPicture } from './point-picture.js';
import type { Renderer, RenderKind } from './types.js';

/** Draws the points of a dataset. */
export function newRenderer(_kind: RenderKind): Renderer {
  return new CanvasRenderer('point', new PointPicture());
}
