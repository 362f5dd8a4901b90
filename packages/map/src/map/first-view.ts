/** The frame a map begins with, told without OpenLayers. Pure. */
import { viewOf, type View } from '../renderer/view.js';
import type { AskedView } from './asked-view.js';
import { WEB_MERCATOR } from './view-limits.js';

/** Radius of the sphere of Web Mercator, metres; width of its world; metres a pixel at zoom 0. */
const RADIUS = 6378137;
const WORLD = 2 * Math.PI * RADIUS;
const ZOOM_0 = WORLD / 256;
const LAST_ZOOM = 28;

/**
 * The frame of a map of some size, in CSS px; undefined where OpenLayers might show another one: it keeps a view within its limits and its
 * world, turns small angles to none, and knows the other projections.
 */
export function firstView({ center, zoom, rotation, limits }: AskedView, size: readonly [number, number], pixelRatio: number): View | undefined {
  const { projection, maxBounds, minZoom = 0, maxZoom = LAST_ZOOM } = limits;
  if (projection !== WEB_MERCATOR || maxBounds || rotation !== 0 || !(zoom >= minZoom && zoom <= maxZoom)) return undefined;
  const resolution = ZOOM_0 / 2 ** zoom;
  const x = (center[0] * WORLD) / 360;
  const y = RADIUS * Math.log(Math.tan((Math.PI * (center[1] + 90)) / 360));
  const [width, height] = [size[0] * resolution, size[1] * resolution];
  const inside = width > 0 && height > 0 && width < WORLD && Math.abs(x) <= WORLD / 2 && Math.abs(y) + height / 2 < WORLD / 2;
  return inside ? viewOf({ center: [x, y], resolution, zoom, rotation: 0, size, pixelRatio, worldWidth: WORLD, projection, moving: false }) : undefined;
}
