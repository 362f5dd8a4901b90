import { CanvasRenderer, TYPE } from './canvas-renderer.js';
import { ShapePicture } from './shape-picture.js';
import type { Renderer, RenderKind } from './types.js';

/** Draws the lines or the polygons of a dataset. */
export function newRenderer(kind: RenderKind): Renderer {
  return new CanvasRenderer(kind, new ShapePicture(TYPE[kind] as 2 | 3));
}
