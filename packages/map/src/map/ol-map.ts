import { defaults } from 'ol/interaction/defaults.js';
import DragRotate from 'ol/interaction/DragRotate.js';
import PinchRotate from 'ol/interaction/PinchRotate.js';
import OlMap from 'ol/Map.js';
import type View from 'ol/View.js';
import { motionIsReduced, ZOOM_DURATION } from '../shared/motion.js';

/**
 * The OpenLayers map of an element, without OpenLayers' controls and keyboard: the element has its own, that pass a strict CSP
 * and speak its language. The interactions come with `ol/Map` in any case, so they cost no bytes.
 */
export function makeOlMap(view: View): OlMap {
  const duration = motionIsReduced() ? 0 : ZOOM_DURATION;
  const interactions = defaults({ shiftDragZoom: false, keyboard: false, zoomDuration: duration });
  return new OlMap({ view, controls: [], interactions, moveTolerance: 3 });
}

/** Lets people turn the map, or not. */
export function setRotatable(olMap: OlMap, rotatable: boolean): void {
  olMap.getInteractions().forEach((interaction) => {
    if (interaction instanceof DragRotate || interaction instanceof PinchRotate) interaction.setActive(rotatable);
  });
}

/** Frees an OpenLayers map whose view lives on. The view would keep the map alive by its listeners. */
export function disposeOlMap(olMap: OlMap): void {
  olMap.unset('view');
  olMap.dispose();
}
