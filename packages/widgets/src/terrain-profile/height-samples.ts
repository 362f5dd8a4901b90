/** Heights along a line as rows: for the chart, for the map, and for a file. */
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import type { PlacesAlong } from '@yizhangtu/analysis/places-along';
import type { Sheet } from '@yizhangtu/data/export';
import { tableFromColumns, type DatasetSchema, type Table } from '@yizhangtu/data/model';

/** Fields of the rows. */
export const [METERS, HEIGHT] = ['meters', 'ele'] as const;

/** What they mean. */
export const SAMPLE_SCHEMA: DatasetSchema = {
  id: 'widgets/height-sample@1',
  label: { zh: '剖面测点', en: 'Points of the profile' },
  fields: [
    { name: METERS, label: { zh: '距起点', en: 'From the start' }, kind: 'number', unit: 'm', digits: 0 },
    { name: HEIGHT, label: { zh: '高程', en: 'Height' }, kind: 'number', unit: 'm', digits: 1 },
  ],
};

/** Heights in metres at places, NaN where there is none. */
export interface HeightSamples extends PlacesAlong {
  readonly heights: Float64Array;
}

/** One row a place. */
export function sampleTable({ coordinates, meters, heights }: Pick<HeightSamples, 'coordinates' | 'meters' | 'heights'>): Table {
  return tableFromColumns({ coordinates, columns: { [METERS]: meters, [HEIGHT]: heights } });
}

/** How many places have no height. */
export function gapsOf({ heights }: Pick<HeightSamples, 'heights'>): number {
  return heights.reduce((count, height) => count + (Number.isNaN(height) ? 1 : 0), 0);
}

const HEADS: readonly Text[] = [
  { zh: '距起点（m）', en: 'From the start (m)' },
  { zh: '经度（°）', en: 'Longitude (°)' },
  { zh: '纬度（°）', en: 'Latitude (°)' },
  { zh: '高程（m）', en: 'Height (m)' },
  { zh: '到下一点的坡度（%）', en: 'Slope to the next point (%)' },
];

const rounded = (value: number | undefined, digits: number): number | null => (value === undefined || !Number.isFinite(value) ? null : Number(value.toFixed(digits)));

/** The places as a sheet of plain numbers; a height that is not known is empty. */
export function profileSheet({ coordinates, meters, heights }: HeightSamples, name: string, locale: Locale): Sheet {
  const cells: readonly ((row: number) => number | null)[] = [
    (row) => rounded(meters[row], 2),
    (row) => rounded(coordinates[2 * row], 7),
    (row) => rounded(coordinates[2 * row + 1], 7),
    (row) => rounded(heights[row], 2),
    (row) => rounded((100 * ((heights[row + 1] ?? NaN) - (heights[row] ?? NaN))) / ((meters[row + 1] ?? NaN) - (meters[row] ?? NaN)), 2),
  ];
  return { name, columns: HEADS.map((head) => ({ label: inWords(head, locale) })), rowCount: meters.length, cell: (row, column) => cells[column]?.(row) ?? null };
}
