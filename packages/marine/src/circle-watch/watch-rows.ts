/** What the watch of a wind circle says and saves, as words: pure, so that it is tested without a browser. */
import { formatDate } from '@yizhangtu/base/dates';
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Sheet, SheetColumn, SheetValue } from '@yizhangtu/data/export';
import type { Dataset } from '@yizhangtu/data/model';
import { entryIn } from '@yizhangtu/standards/scheme';
import { compassPoint } from '../calc/approach.js';
import { courseOf, speedOf, statusOf } from '../calc/ais-values.js';
import { numberAt, textAt } from '../calc/cells.js';
import type { CircledVessel } from '../calc/circle-watch.js';
import { vesselGroup } from '../calc/vessel-group.js';
import { NAV_STATUS, VESSEL_LOOK, WIND_CIRCLE, type CircleForce } from '../symbology/index.js';

type Rows = Pick<Dataset, 'rowCount' | 'geometry' | 'column' | 'columns' | 'value'>;

/** One vessel of the list. */
export interface WatchRow {
  /** Row of the dataset of vessels. */
  readonly row: number;
  readonly name: string;
  readonly group: string;
  /** Colour of the group. */
  readonly color: string;
  /** Distance and direction from the centre. */
  readonly place: string;
  /** The strongest circle. */
  readonly circle: string;
}

/** The words of a circle, short: 七级. */
export function circleWords(force: CircleForce, locale: Locale): string {
  const entry = WIND_CIRCLE.entries.find(({ code }) => code === force);
  return entry ? inWords(entry.short ?? entry.label, locale) : force;
}

/** Direction from the centre in words and distance: `东北 132 km`. */
export function placeWords(azimuth: number, meters: number, locale: Locale): string {
  const point = compassPoint(azimuth);
  return [point && inWords(point, locale), `${formatNumber(meters / 1000, { digits: 0 })} km`].filter(Boolean).join(' ');
}

/** The vessels of a list, in words. */
export function watchRows(vessels: Rows, inside: readonly CircledVessel[], locale: Locale): readonly WatchRow[] {
  return inside.map(({ fix: { row }, meters, azimuth, forces: [force = '7'] }) => {
    const look = entryIn(VESSEL_LOOK, vesselGroup(vessels, row));
    return {
      row,
      name: textAt(vessels, row, 'name') || textAt(vessels, row, 'mmsi') || `#${row + 1}`,
      group: look ? inWords(look.label, locale) : '',
      color: look?.color ?? '',
      place: placeWords(azimuth, meters, locale),
      circle: circleWords(force, locale),
    };
  });
}

/** How many vessels of each group are inside, the most first. */
export function groupCounts(vessels: Rows, inside: readonly CircledVessel[], locale: Locale): readonly { readonly label: string; readonly color: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { fix } of inside) {
    const group = vesselGroup(vessels, fix.row);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  const words = (code: string): { label: string; color: string } => {
    const entry = entryIn(VESSEL_LOOK, code);
    return { label: entry ? inWords(entry.label, locale) : code, color: entry?.color ?? '' };
  };
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([code, count]) => ({ ...words(code), count }));
}

/** What a saved list says of the storm. */
export interface WatchedStorm {
  readonly name: string;
  /** Instant of its position, ms. */
  readonly time: number;
}

const rounded = (value: number, digits: number): number | null => (Number.isNaN(value) ? null : Number(value.toFixed(digits)));

const COLUMNS: readonly (readonly [Text, (vessels: Rows, one: CircledVessel, storm: WatchedStorm, locale: Locale) => SheetValue])[] = [
  [{ zh: '台风', en: 'Storm' }, (_, __, storm) => storm.name],
  [{ zh: '台风时次', en: 'Time of storm' }, (_, __, storm) => new Date(storm.time)],
  [{ zh: 'MMSI', en: 'MMSI' }, (vessels, { fix }) => textAt(vessels, fix.row, 'mmsi')],
  [{ zh: '船名', en: 'Name' }, (vessels, { fix }) => textAt(vessels, fix.row, 'name')],
  [{ zh: '呼号', en: 'Call sign' }, (vessels, { fix }) => textAt(vessels, fix.row, 'callSign')],
  [{ zh: '船舶类型', en: 'Ship type' }, (vessels, { fix }, _, locale) => words(entryIn(VESSEL_LOOK, vesselGroup(vessels, fix.row))?.label, locale)],
  [{ zh: '所在最强风圈', en: 'Strongest circle' }, (_, { forces: [force = '7'] }, __, locale) => circleWords(force, locale)],
  [{ zh: '距中心（km）', en: 'From centre (km)' }, (_, { meters }) => rounded(meters / 1000, 1)],
  [{ zh: '方位（°）', en: 'Bearing (°)' }, (_, { azimuth }) => rounded(azimuth, 0)],
  [{ zh: '船位时间', en: 'Time of fix' }, (_, { fix }) => (Number.isNaN(fix.time) ? null : new Date(fix.time))],
  [{ zh: '经度（°）', en: 'Longitude (°)' }, (_, { fix }) => rounded(fix.lon, 5)],
  [{ zh: '纬度（°）', en: 'Latitude (°)' }, (_, { fix }) => rounded(fix.lat, 5)],
  [{ zh: '航速（kn）', en: 'Speed (kn)' }, (vessels, { fix }) => rounded(speedOf(numberAt(vessels, fix.row, 'sogKn')), 1)],
  [{ zh: '航迹向（°）', en: 'Course (°)' }, (vessels, { fix }) => rounded(courseOf(numberAt(vessels, fix.row, 'cogDeg')), 0)],
  [{ zh: '航行状态', en: 'Status' }, (vessels, { fix }, _, locale) => words(entryIn(NAV_STATUS, statusOf(numberAt(vessels, fix.row, 'navStatus')))?.label, locale)],
];

function words(text: Text | undefined, locale: Locale): string | null {
  return text ? inWords(text, locale) : null;
}

/** The list as a table for a file, nearest vessel first. Distances are on the ellipsoid; the bearing is that from the centre to the vessel. */
export function watchSheet(vessels: Rows, inside: readonly CircledVessel[], storm: WatchedStorm, { force, locale, example }: { force: CircleForce; locale: Locale; example: boolean }): Sheet {
  const columns: readonly SheetColumn[] = COLUMNS.map(([label]) => ({ label: inWords(label, locale) }));
  const time = formatDate(storm.time, { style: 'iso' }).slice(0, 16).replace(/[-:]/g, '');
  const seeded = example ? inWords({ zh: '示例数据_', en: 'example_' }, locale) : '';
  return {
    name: `${seeded}${storm.name}_${time}_${inWords({ zh: `${circleWords(force, locale)}风圈内船舶`, en: `vessels within ${circleWords(force, locale)}` }, locale)}`,
    columns,
    rowCount: inside.length,
    cell: (row, column) => COLUMNS[column]?.[1](vessels, inside[row] as CircledVessel, storm, locale) ?? null,
  };
}
