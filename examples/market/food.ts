/**
 * The view of real inspections: what its two tables have between them. The number of a business, which the file has as the id of the feature, and whether
 * its place is in the county become fields; inspections are those of the businesses that pass the filters; hot spots are of violations an inspection.
 */
import type { DerivedColumn, FieldSchema, Geometry, RowSource } from '@yizhangtu/data/model';
import type { YztDataset } from '@yizhangtu/data/dataset';
import { followHotSpots } from './hot-spots.js';

/** San Mateo County by its widest points as in bay-counties.geojson, and 0.03° (about 3 km) more on each side: the outlines are rough. West, south, east, north. */
const COUNTY = [-122.55, 37.077, -122.08, 37.738] as const;

/** A column of texts from what each row has. */
function texts(field: FieldSchema, of: (row: number, rows: RowSource) => string): DerivedColumn {
  return {
    field,
    kind: () => 'text',
    *steps(rows) {
      yield 0;
      const { rowCount } = rows;
      const codes = new Uint32Array(rowCount);
      const places = new Map<string, number>();
      for (let row = 0; row < rowCount; row++) {
        const word = of(row, rows);
        const code = places.get(word) ?? places.size;
        places.set(word, code);
        codes[row] = code;
      }
      return { kind: 'text', name: field.name, dictionary: [...places.keys()], codes };
    },
  };
}

/** lon, lat, … of points; none for other geometry. */
const placesOf = (geometry: Geometry): Float64Array => (geometry.kind === 'point' ? geometry.coordinates : new Float64Array());

/** Where the place of a row is. */
function located(places: Float64Array, row: number): 'inside' | 'outside' | 'none' {
  const [lon, lat] = [places[2 * row] ?? NaN, places[2 * row + 1] ?? NaN];
  if (Number.isNaN(lon) || Number.isNaN(lat)) return 'none';
  const [west, south, east, north] = COUNTY;
  return lon >= west && lon <= east && lat >= south && lat <= north ? 'inside' : 'outside';
}

/** Inspections of the businesses that are left by the filters. */
function followSites(sites: YztDataset, checks: YztDataset): void {
  sites.addEventListener('yzt-filter-change', () => {
    const { dataset } = sites;
    const passing = dataset.passing();
    const values = [...passing.keys()].flatMap((row) => (passing[row] === 1 ? [String(dataset.value(row, 'site'))] : []));
    checks.dataset.setFilter('sites', dataset.filters.size === 0 ? undefined : { kind: 'in', field: 'site_id', values, label: { zh: '筛选出的企业', en: 'Businesses that pass' } });
  });
}

/** Called once, when the view is made. */
export function prepareFood(view: HTMLElement): void {
  view.querySelector('[data-open-list]')?.addEventListener('click', () => void view.closest('yzt-page')?.show('details'));
  const [sites, checks, spots] = ['#food-sites', '#food-checks', '#food-spots'].map((id) => view.querySelector<YztDataset>(id));
  if (!sites || !checks || !spots) return;
  // Ids are known once the file is there; the column stands before those that go by it from the first.
  const number = (): void => sites.dataset.derive(texts({ name: 'site' }, (row) => String(sites.dataset.ids?.[row] ?? '')));
  number();
  sites.addEventListener('yzt-load', number);
  sites.dataset.derive(texts({ name: 'located' }, (row, { geometry }) => located(placesOf(geometry), row)));
  followSites(sites, checks);
  followHotSpots({
    subjects: sites,
    spots,
    layer: view.querySelector('#food-hot'),
    cell: 1500,
    neighbours: 2200,
    // The mean of one or two says little of a place.
    least: 3,
    // Outside the county a place alone would stand for a whole city.
    places: () => {
      const places = placesOf(sites.dataset.geometry);
      return places.map((value, at) => (located(places, at >> 1) === 'inside' ? value : NaN));
    },
    rows: { zh: '企业', en: 'Businesses' },
    value: { field: 'rate', label: { zh: '平均每次检查违规', en: 'Violations an inspection' } },
  });
}
