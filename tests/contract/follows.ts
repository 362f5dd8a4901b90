import type { YztMap } from '@yizhangtu/map/map';

/** What the map shows for a property of a map element: read from OpenLayers, never from the element itself. */
export interface Probe {
  readonly value: unknown;
  read(element: HTMLElement, map: YztMap): unknown;
  readonly expected: unknown;
}

type WithLayer = HTMLElement & { olLayer: { getOpacity(): number; getVisible(): boolean; getMinZoom(): number; getMaxZoom(): number } };
const olLayer = (element: HTMLElement) => (element as WithLayer).olLayer;
const view = (map: YztMap) => map.olMap.getView();
const round = (value: number | undefined, digits = 6) => Number((value ?? NaN).toFixed(digits));

/** Probes that hold for every layer. */
export const LAYER_PROBES: Readonly<Record<string, Probe>> = {
  opacity: { value: 0.5, read: (element) => olLayer(element).getOpacity(), expected: 0.5 },
  invisible: { value: true, read: (element) => olLayer(element).getVisible(), expected: false },
  minZoom: { value: 9, read: (element) => round(olLayer(element).getMinZoom()), expected: 9 },
  maxZoom: { value: 13, read: (element) => olLayer(element).getMaxZoom(), expected: 13 },
};

/** Probes of the map itself. */
export const MAP_PROBES: Readonly<Record<string, Probe>> = {
  zoom: { value: 9, read: (_, map) => round(view(map).getZoom()), expected: 9 },
  rotation: { value: 90, read: (_, map) => round(Math.abs(view(map).getRotation()), 4), expected: 1.5708 },
  minZoom: { value: 10, read: (_, map) => round(view(map).getMinZoom()), expected: 10 },
  maxZoom: { value: 12, read: (_, map) => round(view(map).getMaxZoom()), expected: 12 },
  projection: { value: 'EPSG:4490', read: (_, map) => view(map).getProjection().getCode(), expected: 'EPSG:4490' },
  center: { value: [0, 0], read: (_, map) => view(map).getCenter()?.map((value) => round(value, 3)).join(), expected: '0,0' },
};
