import { get, getTransform } from 'ol/proj.js';
import type { Transform } from '../renderer/projection-door.js';

/** Degrees to map units of a projection; undefined for one that is degrees itself, or unknown. */
export function transformTo(code: string): Transform | undefined {
  const projection = get(code);
  return projection && projection.getUnits() !== 'degrees' ? (getTransform('EPSG:4326', projection) ?? undefined) : undefined;
}

/** Whether OpenLayers knows a projection already. */
export function isKnown(code: string): boolean {
  return get(code) !== null;
}

/**
 * Makes a projection known, from the library's own definitions; nothing is ever looked up on the network.
 * @returns The name OpenLayers knows it by.
 * @throws YztError `unknown-crs` when there is no definition.
 */
export async function loadProjection(code: string): Promise<string> {
  // Apart from the entry, so that a page in Web Mercator does not load it and the others load only this part.
  const { projectionOf } = await import('./own-projections.js');
  return projectionOf(code).getCode();
}
