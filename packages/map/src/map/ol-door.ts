import { YztError } from '@yizhangtu/base/errors';
import { registerCrsTransforms } from '@yizhangtu/data/crs';
import { provideCanvasLayer } from '../data-layer/canvas-door.js';
import { provideProjections } from '../renderer/projection-door.js';
import type * as parts from './ol-parts.js';

/** The parts of a map that need OpenLayers; type only here, so that an entry does not carry them. */
export type OlParts = typeof parts;

let here: OlParts | undefined;
let coming: Promise<OlParts> | undefined;
const waiting = new Set<(parts: Promise<OlParts>) => void>();

/** OpenLayers if it is there already. */
export function olNow(): OlParts | undefined {
  return here;
}

/** OpenLayers as soon as it is there; asked for by the first call. Rejects when its file does not load. */
export function whenOl(): Promise<OlParts> {
  if (coming) return coming;
  coming = import('./ol-parts.js').then((module) => {
    provideCanvasLayer(module.CanvasLayer);
    provideProjections(module.transformTo);
    return (here = module);
  });
  for (const listener of waiting) listener(coming);
  waiting.clear();
  return coming;
}

/** Calls `listener` as soon as somebody has asked for OpenLayers, without asking for it. */
export function onOlAsked(listener: (parts: Promise<OlParts>) => void): void {
  if (coming) listener(coming);
  else waiting.add(listener);
}

// Datasets of a page with a map may be in any system the map knows. The definitions come when a source names one.
registerCrsTransforms(async (crs) => (await import('./own-projections.js')).degreesFrom(crs));

// A page that makes its maps later has OpenLayers by then. The maps it begins with ask for it themselves: their data is to come first.
if (typeof document === 'object' && !document.querySelector('yzt-map')) void whenOl();

/** What the OpenLayers map of an element is answered with before there can be one. */
export function stillLoading(): YztError {
  return new YztError('bad-argument', {
    zh: '<yzt-map>：OpenLayers 还在加载，olMap 尚不可用。请先 await map.updateComplete。',
    en: '<yzt-map>: OpenLayers is still loading and there is no olMap yet. Write await map.updateComplete first.',
  });
}
