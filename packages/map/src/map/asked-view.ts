import type { LonLat } from './map-types.js';
import { DEFAULT_CENTER, DEFAULT_ZOOM, WEB_MERCATOR, type ViewLimits } from './view-limits.js';

/** What was asked of a view while OpenLayers was still loading. */
export class AskedView {
  center: LonLat = DEFAULT_CENTER;
  zoom = DEFAULT_ZOOM;
  limits: ViewLimits = { projection: WEB_MERCATOR };
  #rotation = 0;

  /** Degrees clockwise, from 0 up to 360. */
  get rotation(): number {
    return this.#rotation;
  }
  set rotation(value: number) {
    this.#rotation = ((value % 360) + 360) % 360;
  }

  /** Takes over other limits. */
  limit(limits: ViewLimits): void {
    this.limits = limits;
  }
}
