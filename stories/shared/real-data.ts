/**
 * Public data of the team's own collection, where it lies beside the repository (`../shared/data`, not part of it): read from there, joined by
 * key. Elsewhere the same stories show seeded rows of the same shape, said to be 示例数据.
 */
import type { DatasetSchema, Provenance } from '@yizhangtu/data/model';
import { t } from './words.js';

const FILES = import.meta.glob<string>(['../../../shared/data/market/smc_food_*', '../../../shared/data/typhoon/ibtracs_within_300km_of_qingdao_*.csv'], { query: '?url', import: 'default', eager: true });

/** Address of a file of the collection; undefined where it is not there. */
function addressOf(name: string): string | undefined {
  return Object.entries(FILES).find(([path]) => path.endsWith(`/${name}`))?.[1];
}

/** Rows of a story as records, and whose they are. */
export interface StoryData {
  readonly data: readonly object[];
  readonly provenance: Provenance;
}

/** Rows of a plain CSV file: the files of the collection have no quotes. */
function recordsOf(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])));
}

async function textOf(url: string): Promise<string> {
  return (await fetch(url)).text();
}

function example(): Provenance {
  return { source: t('随机生成', 'Seeded'), example: true };
}

/** The next number from 0 to 1, the same on each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** An inspection, with what is known of the business it was at. */
interface Inspection {
  readonly date: string;
  readonly name: string;
  readonly city: string;
  readonly result: string;
  readonly reason: string;
  readonly violations: number;
  readonly lon: number | null;
  readonly lat: number | null;
}

interface Site {
  readonly id: string;
  readonly properties: { readonly name: string; readonly city: string | null };
  readonly geometry: { readonly coordinates: readonly [number, number] } | null;
}

/** The county; 281 addresses were geocoded to places outside of it, as far away as Montana. */
const COUNTY = { west: -122.53, south: 37.1, east: -122.07, north: 37.72 };
/** Cities with fewer rated inspections say little by themselves. */
const FEWEST = 250;

function placed({ geometry }: Site): readonly [number, number] | readonly [null, null] {
  const [lon, lat] = geometry?.coordinates ?? [Number.NaN, Number.NaN];
  return lon >= COUNTY.west && lon <= COUNTY.east && lat >= COUNTY.south && lat <= COUNTY.north ? [lon, lat] : [null, null];
}

/** «SAN MATEO» and «San Mateo» are one city. */
function cityName(city: string | null): string {
  return (city ?? '').trim().toLowerCase().replace(/(^|\s)\w/g, (letter) => letter.toUpperCase());
}

async function realInspections(sitesUrl: string, inspectionsUrl: string): Promise<Inspection[]> {
  const [sites, inspections] = await Promise.all([textOf(sitesUrl), textOf(inspectionsUrl)]);
  const byId = new Map((JSON.parse(sites) as { features: Site[] }).features.map((site) => [site.id, site]));
  return recordsOf(inspections).flatMap(({ site_id = '', date = '', result_code = '', reason_code = '', violations = '' }): Inspection[] => {
    const site = byId.get(site_id);
    if (!site) return [];
    const [lon, lat] = placed(site);
    return [{ date, name: site.properties.name, city: cityName(site.properties.city), result: result_code, reason: reason_code, violations: Number(violations), lon, lat }];
  });
}

function seededInspections(): Inspection[] {
  const next = seeded(20);
  const cities = ['San Mateo', 'Redwood City', 'Daly City', 'Burlingame', 'Millbrae', 'Pacifica'];
  return Array.from({ length: 6000 }, (_, i): Inspection => {
    const city = Math.floor(next() * cities.length);
    const reason = ['2', '2', '2', '2', '3', '4', '5'][Math.floor(next() * 7)] as string;
    const fails = next() < (reason === '2' ? 0.05 : 0.15);
    const day = new Date(Date.UTC(2013, 0, 1 + Math.floor(next() * 1800))).toISOString().slice(0, 10);
    return { date: day, name: `示例餐饮店 ${1 + (i % 900)}`, city: cities[city] as string, result: fails ? (next() < 0.2 ? '3' : '2') : '1', reason, violations: Math.floor(next() * 8), lon: -122.45 + 0.05 * city + 0.02 * next(), lat: 37.68 - 0.04 * city + 0.02 * next() };
  });
}

/** Inspections of food businesses, joined with the businesses by their number. */
export async function foodInspections(): Promise<StoryData> {
  const [sites, inspections] = [addressOf('smc_food_sites.geojson'), addressOf('smc_food_inspections.csv')];
  const rows = sites !== undefined && inspections !== undefined ? await realInspections(sites, inspections) : undefined;
  const all = rows ?? seededInspections();
  const rated = new Map<string, number>();
  for (const { city, result } of all) if (result !== '0') rated.set(city, (rated.get(city) ?? 0) + 1);
  const data = all.map(({ city, ...one }) => ({
    ...one,
    city: (rated.get(city) ?? 0) >= FEWEST ? city : 'other',
    // A share of a hundred, so that its mean is the rate; missing where nothing was rated.
    failed: one.result === '0' ? null : one.result === '1' ? 0 : 100,
  }));
  return { data, provenance: rows ? { source: 'Open San Mateo County', licence: t('开放数据', 'Open data'), updated: '2017-12-15' } : example() };
}

/** What the fields of the inspections are. */
export const INSPECTION_SCHEMA: DatasetSchema = {
  id: 'story/inspection@1',
  titleField: 'name',
  fields: [
    { name: 'date', label: { zh: '日期', en: 'Date' }, kind: 'date' },
    { name: 'name', label: { zh: '店名', en: 'Business' } },
    { name: 'city', label: { zh: '城市', en: 'City' }, values: { Sfia: { zh: '旧金山机场', en: 'San Francisco airport' }, other: { zh: '检查较少的城市', en: 'Cities with few inspections' } } },
    {
      name: 'reason',
      label: { zh: '检查原因', en: 'Why inspected' },
      values: { 0: { zh: '其他', en: 'Other' }, 1: { zh: '首次', en: 'First' }, 2: { zh: '例行', en: 'Routine' }, 3: { zh: '复查', en: 'Follow-up' }, 4: { zh: '投诉', en: 'Complaint' }, 5: { zh: '调查', en: 'Investigation' } },
    },
    { name: 'result', label: { zh: '结果', en: 'Result' }, values: { 0: { zh: '未评定', en: 'Not rated' }, 1: { zh: '合格', en: 'Passed' }, 2: { zh: '有条件合格', en: 'Conditional' }, 3: { zh: '关停', en: 'Closed' } } },
    { name: 'violations', label: { zh: '违规项', en: 'Violations' }, digits: 0 },
    { name: 'failed', label: { zh: '不合格率', en: 'Failure rate' }, unit: '%', digits: 1, internal: true },
  ],
};

/** One position of a storm, with what is known of the whole storm. */
interface Position {
  readonly storm: string;
  readonly time: string;
  readonly lon: number;
  readonly lat: number;
  readonly windKt: number;
  readonly pressure: number;
}

const QINGDAO = [120.38, 36.07] as const;
const RADIUS_KM = 6371.0088;

/** Great-circle distance to Qingdao, km. */
function distanceKm(lon: number, lat: number): number {
  const rad = Math.PI / 180;
  const [dLat, dLon] = [(lat - QINGDAO[1]) * rad, (lon - QINGDAO[0]) * rad];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(lat * rad) * Math.cos(QINGDAO[1] * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * RADIUS_KM * Math.asin(Math.sqrt(h));
}

/** Grades by ten-minute wind, knots, as the WMO centre in Tokyo has them; weak systems and those before 1977 have none. */
function gradeOf(windKt: number): string {
  if (Number.isNaN(windKt)) return 'none';
  return windKt >= 64 ? 'TY' : windKt >= 48 ? 'STS' : windKt >= 34 ? 'TS' : 'TD';
}

async function realPositions(url: string): Promise<Position[]> {
  const number = (cell: string | undefined): number => (cell === undefined || cell === '' ? Number.NaN : Number(cell));
  return recordsOf(await textOf(url)).map(({ SID = '', ISO_TIME = '', LAT, LON, WMO_WIND, WMO_PRES }) => ({ storm: SID, time: ISO_TIME.replace(/Z?$/, 'Z'), lon: number(LON), lat: number(LAT), windKt: number(WMO_WIND), pressure: number(WMO_PRES) }));
}

function seededPositions(): Position[] {
  const next = seeded(8);
  return Array.from({ length: 30 }, (_, storm) => {
    // All come past Qingdao, as the real ones do.
    const [begin, past, slope] = [Date.UTC(1980 + storm, 6 + Math.floor(next() * 3), 1 + Math.floor(next() * 20)), 2 * next() - 1, 0.3 + 0.5 * next()];
    return Array.from({ length: 40 }, (_, step): Position => ({ storm: `示例 ${storm + 1}`, time: new Date(begin + step * 21_600_000).toISOString(), lon: QINGDAO[0] + past + slope * (36 - step), lat: QINGDAO[1] - 0.65 * (36 - step), windKt: 25 + 55 * Math.sin((step / 40) * Math.PI) * next(), pressure: Number.NaN }));
  }).flat();
}

/** Positions of the storms that came near Qingdao; the distance of the nearest one is joined to all of a storm. */
export async function nearStorms(): Promise<StoryData> {
  const url = addressOf('ibtracs_within_300km_of_qingdao_1949_2025.csv');
  const all = url === undefined ? seededPositions() : await realPositions(url);
  const away = all.map(({ lon, lat }) => distanceKm(lon, lat));
  const nearest = new Map<string, number>();
  all.forEach(({ storm }, row) => nearest.set(storm, Math.min(nearest.get(storm) ?? Infinity, away[row] as number)));
  const data = all.map(({ lon, storm, windKt, pressure, ...one }, row) => ({
    ...one,
    lon: lon > 180 ? lon - 360 : lon,
    storm: url === undefined ? storm : `${one.time.slice(0, 4)} · ${storm.slice(4, 7)}`,
    grade: gradeOf(windKt),
    windKt: Number.isNaN(windKt) ? null : windKt,
    pressure: Number.isNaN(pressure) ? null : pressure,
    near: (away[row] as number) <= 300,
    distanceKm: Math.round(away[row] as number),
    nearestKm: Math.round(nearest.get(storm) as number),
  }));
  return { data, provenance: url === undefined ? example() : { source: 'NOAA NCEI IBTrACS v04r01', licence: 'CC BY 4.0', updated: '2025-07-31' } };
}

/** What the fields of the storm positions are. */
export const STORM_SCHEMA: DatasetSchema = {
  id: 'story/storm@1',
  titleField: 'storm',
  fields: [
    { name: 'storm', label: { zh: '台风（年 · 年内第几天生成）', en: 'Storm (year · day of the year it began)' } },
    { name: 'time', label: { zh: '时间', en: 'Time' }, kind: 'date' },
    {
      name: 'grade',
      label: { zh: '强度', en: 'Grade' },
      values: { TD: { zh: '热带低压', en: 'Tropical depression' }, TS: { zh: '热带风暴', en: 'Tropical storm' }, STS: { zh: '强热带风暴', en: 'Severe tropical storm' }, TY: { zh: '台风', en: 'Typhoon' }, none: { zh: '无风速记录', en: 'No wind recorded' } },
    },
    { name: 'near', label: { zh: '青岛 300 公里内', en: 'Within 300 km of Qingdao' }, kind: 'boolean' },
    { name: 'windKt', label: { zh: '最大风速', en: 'Strongest wind' }, unit: 'kt', digits: 0 },
    { name: 'pressure', label: { zh: '中心气压', en: 'Central pressure' }, unit: 'hPa', digits: 0, plain: true },
    { name: 'distanceKm', label: { zh: '距青岛', en: 'From Qingdao' }, unit: 'km', digits: 0 },
    { name: 'nearestKm', label: { zh: '最近时距青岛', en: 'Nearest to Qingdao' }, unit: 'km', digits: 0 },
  ],
};
