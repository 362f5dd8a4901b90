import type { Bounds, LonLat } from '../shared/values.js';

/** The projection of web maps, where none is asked for. */
export const WEB_MERCATOR = 'EPSG:3857';

/** The middle of China, where a map starts that is told nothing. */
export const DEFAULT_CENTER: LonLat = [104, 35.5];
export const DEFAULT_ZOOM = 3;

/** What a View of OpenLayers cannot change after it is made. */
export interface ViewLimits {
  readonly projection: string;
  readonly maxBounds?: Bounds | undefined;
  readonly minZoom?: number | undefined;
  readonly maxZoom?: number | undefined;
}
