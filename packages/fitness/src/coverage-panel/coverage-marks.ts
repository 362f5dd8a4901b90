/** Blind spots and proposed sites on the map: plain layers that the panel puts there, and takes away. */
import type { Text } from '@yizhangtu/base/locale';
import { geodesicCircle } from '@yizhangtu/analysis/geodesic-circle';
import { Dataset, plainShapes, tableFromColumns, type DatasetSchema } from '@yizhangtu/data/model';
import type { YztMap } from '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';
import '@yizhangtu/map/polygon-layer';
import type { CoverageAnswer } from './coverage-work.js';

type LonLat = readonly [lon: number, lat: number];

const SCHEMA: DatasetSchema = { id: 'fitness/blind-spot@1', fields: [{ name: 'people', label: { zh: '空白区人口', en: 'Residents out of reach' }, kind: 'number', unit: '人', digits: 0 }] };
const WORDS = {
  spots: { zh: '空白区', en: 'Blind spots' },
  reach: { zh: '候选点服务范围', en: 'Reach of proposed sites' },
  sites: { zh: '候选点', en: 'Proposed sites' },
};
/** Half a cell where residents are no grid, in degrees. */
const HALF = 0.005;

function cellRing([lon, lat]: LonLat, [wide, tall]: LonLat): LonLat[] {
  const [x, y] = [wide / 2, tall / 2];
  return [[lon - x, lat - y], [lon + x, lat - y], [lon + x, lat + y], [lon - x, lat + y], [lon - x, lat - y]];
}

/** Marks on one map. */
export class CoverageMarks {
  readonly #spots = new Dataset(undefined, { schema: SCHEMA });
  readonly #reach = new Dataset();
  readonly #sites = new Dataset();
  #layers: readonly Element[] = [];
  #map?: YztMap | undefined;

  /** Draws an answer on a map, or on none. @param places Of the residents. @param spots Whether blind spots are drawn. */
  draw(map: YztMap | undefined, answer: CoverageAnswer | undefined, places: Float64Array, spots: boolean, say: (text: Text) => string): void {
    if (this.#layers.length === 0) this.#layers = this.#made();
    (['spots', 'reach', 'sites'] as const).forEach((name, at) => this.#layers[at]?.setAttribute('label', say(WORDS[name])));
    if (this.#map !== map) {
      this.clear();
      map?.append(...this.#layers);
      this.#map = map;
    }
    const rows = answer && spots ? [...answer.covered.keys()].filter((i) => !answer.covered[i] && (answer.people[i] ?? 0) > 0) : [];
    const size = answer?.cell ?? [2 * HALF, 2 * HALF];
    this.#spots.setTable(tableFromColumns({ geometry: plainShapes('polygon', rows.map((i) => cellRing([places[2 * i] ?? NaN, places[2 * i + 1] ?? NaN], size))), columns: { people: Float64Array.from(rows, (i) => answer?.people[i] ?? NaN) } }));
    this.#drawSites(answer);
  }

  #drawSites(answer: CoverageAnswer | undefined): void {
    const sites = answer?.sites ?? [];
    const rings = sites.map(({ lonLat }) => (geodesicCircle(lonLat, answer?.meters ?? 1).coordinates[0] ?? []).map(([lon = NaN, lat = NaN]) => [lon, lat] as const));
    this.#reach.setTable(tableFromColumns({ geometry: plainShapes('polygon', rings), columns: { number: sites.map((_, at) => String(at + 1)) } }));
    this.#sites.setTable(tableFromColumns({ coordinates: Float64Array.from(sites.flatMap(({ lonLat }) => [...lonLat])), columns: { number: sites.map((_, at) => String(at + 1)) } }));
  }

  /** Takes the marks away. */
  clear(): void {
    for (const layer of this.#layers) layer.remove();
    this.#map = undefined;
  }

  #made(): readonly Element[] {
    const quiet = { noHover: true, noSelect: true };
    const spots = document.createElement('yzt-polygon-layer');
    Object.assign(spots, { dataset: this.#spots, symbology: 'breaks:people:200,500,1000,2000:oranges', fillOpacity: 0.7, noBorder: true, allowTotals: true, ...quiet });
    const reach = document.createElement('yzt-polygon-layer');
    Object.assign(reach, { dataset: this.#reach, symbology: 'fixed:data-5', fillOpacity: 0.12, noLegend: true, ...quiet });
    const sites = document.createElement('yzt-point-layer');
    Object.assign(sites, { dataset: this.#sites, symbology: 'fixed:data-5', size: 14, labelField: 'number', ...quiet });
    return [spots, reach, sites];
  }
}
