/** The place and its circle on the map: two plain layers that the finder puts there, and takes away. */
import type { Text } from '@yizhangtu/base/locale';
import { Dataset, plainShapes, tableFromColumns } from '@yizhangtu/data/model';
import type { YztMap } from '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';
import '@yizhangtu/map/polygon-layer';
import { circleRing } from './finder-filters.js';

const CIRCLE: Text = { zh: '查找范围', en: 'Area of the search' };
const PLACE: Text = { zh: '所在位置', en: 'Position' };
const QUIET = { noLegend: true, noHover: true, noSelect: true };

/** Marks on one map. */
export class PlaceMarks {
  readonly #circles = new Dataset();
  readonly #places = new Dataset();
  #layers: readonly Element[] = [];
  #map?: YztMap | undefined;
  #drawn = '';

  /** Draws the marks on a map, or on none, unless they are there. @param meters Radius of the circle; 0 for no circle. */
  draw(map: YztMap | undefined, lonLat: readonly [number, number] | undefined, meters: number, say: (text: Text) => string): void {
    const key = [lonLat?.join(' '), meters, say(CIRCLE)].join();
    if (key === this.#drawn && map === this.#map) return;
    if (this.#layers.length === 0) this.#layers = this.#made();
    const [circle, place] = this.#layers;
    circle?.setAttribute('label', say(CIRCLE));
    place?.setAttribute('label', say(PLACE));
    if (this.#map !== map) {
      this.clear();
      map?.append(...this.#layers);
      this.#map = map;
    }
    this.#drawn = key;
    const rings = lonLat && meters > 0 ? [circleRing(lonLat, meters)] : [];
    this.#circles.setTable(tableFromColumns({ geometry: plainShapes('polygon', rings), columns: { name: rings.map(() => '') } }));
    this.#places.setTable(tableFromColumns({ coordinates: Float64Array.from(lonLat ?? []), columns: { name: lonLat ? [''] : [] } }));
  }

  /** Takes the marks away. */
  clear(): void {
    for (const layer of this.#layers) layer.remove();
    this.#map = undefined;
    this.#drawn = '';
  }

  #made(): readonly Element[] {
    const circle = document.createElement('yzt-polygon-layer');
    const place = document.createElement('yzt-point-layer');
    Object.assign(circle, { dataset: this.#circles, symbology: 'fixed:data-1', fillOpacity: 0.08, ...QUIET });
    Object.assign(place, { dataset: this.#places, symbology: 'fixed:data-4', shape: 'none', glyph: 'target', size: 26, ...QUIET });
    return [circle, place];
  }
}
