import { YztError } from '@yizhangtu/base/errors';
import { provideCanvasLayer } from '../data-layer/canvas-door.js';
import type * as parts from './ol-parts.js';

/** The parts of a map that need OpenLayers; type only here, so that an entry does not carry them. */
export type OlParts = typeof parts;

let here: OlParts | undefined;

// Asked for at once: every page with a map needs it, only not before its data.
const coming: Promise<OlParts> = import('./ol-parts.js').then((module) => {
  provideCanvasLayer(module.CanvasLayer);
  return (here = module);
});

/** OpenLayers if it is there already. */
export function olNow(): OlParts | undefined {
  return here;
}

/** OpenLayers as soon as it is there. Rejects when its file does not load. */
export function whenOl(): Promise<OlParts> {
  return coming;
}

/** What the OpenLayers map of an element is answered with before there can be one. */
export function stillLoading(): YztError {
  return new YztError('bad-argument', {
    zh: '<yzt-map>：OpenLayers 还在加载，olMap 尚不可用。请先 await map.updateComplete。',
    en: '<yzt-map>: OpenLayers is still loading and there is no olMap yet. Write await map.updateComplete first.',
  });
}
