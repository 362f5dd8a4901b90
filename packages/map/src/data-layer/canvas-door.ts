import { YztError } from '@yizhangtu/base/errors';
import { TakenBoxes } from '../renderer/taken-boxes.js';
import type { DrawTarget } from '../renderer/types.js';
import type { CanvasLayer } from './canvas-layer.js';

let Made: typeof CanvasLayer | undefined;

/**
 * Hands the class of the OpenLayers layer to the data layers. The map does it: a layer is only drawn on a map, so its own module need
 * not carry OpenLayers, and a page that loads layers first and the map after them has its data on the way while OpenLayers loads.
 */
export function provideCanvasLayer(canvasLayer: typeof CanvasLayer): void {
  Made = canvasLayer;
}

/** A new layer that `paint` draws. @throws YztError `bad-argument` before the code of the map is loaded. */
export function newCanvasLayer(paint: (target: DrawTarget) => void): CanvasLayer {
  if (!Made) {
    throw new YztError('bad-argument', {
      zh: 'olLayer 在 <yzt-map> 的代码加载之后才能使用。请先 import \'@yizhangtu/map/map\'。',
      en: "olLayer is there once the code of <yzt-map> is loaded. Import '@yizhangtu/map/map' first.",
    });
  }
  return new Made(paint);
}

/** What stands on a frame: nothing yet. Made here, in the start of a page, for the drawing code and the map both: they come in different files, and a third one for this alone would be one more to wait for. */
export function nothingTaken(): TakenBoxes {
  return new TakenBoxes();
}
