import type { ReactiveControllerHost } from 'lit';
import { LinkController } from '@yizhangtu/base/link';
import { rowBounds, type Bounds, type DatasetLike } from '@yizhangtu/data/model';
import { MAP_LINK, type MapHost } from '@yizhangtu/map/link';
import type { YztMap } from '@yizhangtu/map/map';

/** A flight to a point zooms to this level at least. */
const POINT_ZOOM = 14;
const FLIGHT_MS = 600;

/** Extent of rows in degrees; undefined where none has a place. */
export function boundsOfRows(dataset: DatasetLike, rows: Iterable<number>): Bounds | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const row of rows) {
    const bounds = rowBounds(dataset.geometry, row);
    if (!bounds) continue;
    west = Math.min(west, bounds[0]);
    south = Math.min(south, bounds[1]);
    east = Math.max(east, bounds[2]);
    north = Math.max(north, bounds[3]);
  }
  return west <= east ? [west, south, east, north] : undefined;
}

/** The map that a list or table beside it flies to its rows. */
export class RowFlight {
  readonly #link: LinkController<YztMap, MapHost & ReactiveControllerHost>;

  /** @param onMap Called when the map came, went or is another one. */
  constructor(host: MapHost & ReactiveControllerHost, onMap?: (next: YztMap | undefined, previous: YztMap | undefined) => void) {
    this.#link = new LinkController(host, { ...MAP_LINK, enclosing: false }, (next, previous) => {
      onMap?.(next, previous);
      host.requestUpdate();
    });
  }

  /** The map, or undefined. */
  get mapElement(): YztMap | undefined {
    return this.#link.target;
  }

  /** Flies to rows: to a single place at `zoom` at least, close enough to see it. Nothing happens without a map or without places. */
  flyTo(dataset: DatasetLike, rows: Iterable<number>, zoom = POINT_ZOOM): void {
    const map = this.mapElement;
    const bounds = map && boundsOfRows(dataset, rows);
    if (!map || !bounds) return;
    const [west, south, east, north] = bounds;
    const isPoint = west === east && south === north;
    if (isPoint) void map.flyTo({ center: [west, south], zoom: Math.max(map.zoom, zoom), duration: FLIGHT_MS });
    else map.fit([west, south, east, north], { padding: 48, duration: FLIGHT_MS });
  }
}
