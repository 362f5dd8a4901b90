/** Data for elements that read rows one by one, invented: few rows and more than may come to a page. 示例数据. */
import { Dataset, plainShapes, type Filter } from '@yizhangtu/data/model';

const HOUR = 3_600_000;
const START = Date.UTC(2019, 7, 11);
const NOTE = { provenance: { source: '示例', example: true, updated: '2026-06-30' } };
const of = <T>(count: number, make: (row: number) => T): T[] => Array.from({ length: count }, (_, row) => make(row));
const spread = (count: number): Float64Array => Float64Array.from(of(count, (row) => [120 + (row % 200) / 400, 36 + Math.floor(row / 200) / 400]).flat());

/** A way of points with heights, in tracks of 500. */
export const track = (count: number): Dataset =>
  Dataset.fromColumns({ coordinates: Float64Array.from(of(count, (row) => [120 + row / 1e4, 36]).flat()), columns: { ele: of(count, (row) => 100 + 50 * Math.sin(row / 40)), way: of(count, (row) => Math.floor(row / 500)) } }, NOTE);

/** Devices of subjects, a third of them overdue. */
export const devices = (count: number): Dataset =>
  Dataset.fromColumns(
    {
      coordinates: spread(count),
      columns: {
        id: of(count, (row) => `SB${row}`),
        uscc: of(count, (row) => `U${Math.floor(row / 3)}`),
        name: of(count, (row) => `示例企业 ${Math.floor(row / 3)}`),
        class: of(count, (row) => ['lift', 'crane', 'boiler'][row % 3] as string),
        district: of(count, (row) => String(370200 + (Math.floor(row / 3) % 40))),
        holder: of(count, (row) => `H${row % 9}`),
        risk: of(count, (row) => 'ABCD'.charAt(row % 4)),
        due: of(count, (row) => new Date(Date.UTC(2026, 5, 30) + ((row * 7) % 90) * 24 * HOUR - 30 * 24 * HOUR)),
      },
    },
    NOTE,
  );

/** Inspectors. */
export const staff = (): Dataset => Dataset.fromColumns({ columns: { id: of(9, (row) => `J${row}`), name: of(9, (row) => `检查员 ${row}`), lead: of(9, (row) => (row % 3 === 0 ? '是' : '否')), avoids: of(9, (row) => (row === 4 ? 'holder:H7:亲属' : null)) } }, NOTE);

/** Events of the subjects of `devices`. */
export const events = (count: number): Dataset =>
  Dataset.fromColumns(
    { columns: { uscc: of(count, (row) => `U${row % 9000}`), date: of(count, (row) => new Date(Date.UTC(2020, row % 12, 1))), kind: of(count, (row) => (row % 2 ? 'founded' : 'device')), dept: of(count, () => '登记科'), summary: of(count, (row) => `事项 ${row}`), due: of(count, (row) => (row % 2 ? null : new Date(Date.UTC(2026, 0, 1)))) } },
    NOTE,
  );

/** Storms of five positions each, with circles. */
export const storms = (count: number): Dataset =>
  Dataset.fromColumns(
    {
      coordinates: Float64Array.from(of(count, (row) => [122 + Math.floor(row / 5) / 10, 33 + (row % 5)]).flat()),
      columns: {
        storm: of(count, (row) => `s${Math.floor(row / 5)}`),
        name: of(count, (row) => `台风${Math.floor(row / 5)}`),
        time: of(count, (row) => new Date(START + (row % 5) * 6 * HOUR)),
        windMs: of(count, (row) => 20 + (row % 5) * 4),
        ...Object.fromEntries(['Ne', 'Se', 'Sw', 'Nw'].map((side) => [`r7${side}Km`, of(count, () => 300)])),
      },
    },
    NOTE,
  );

/** Vessels with a fix an hour. */
export const vessels = (count: number): Dataset =>
  Dataset.fromColumns(
    {
      coordinates: Float64Array.from(of(count, (row) => [121 + (row % 50) / 20, 33 + (row % 70) / 20]).flat()),
      columns: { mmsi: of(count, (row) => 412000000 + Math.floor(row / 4)), type: of(count, (row) => [30, 70, 80][Math.floor(row / 4) % 3] as number), name: of(count, (row) => `示例船${Math.floor(row / 4)}`), time: of(count, (row) => new Date(START + (row % 4) * HOUR)), sogKn: of(count, (row) => row % 12) },
    },
    NOTE,
  );

/** Square parcels with codes of 用地用海. */
export const parcels = (count: number): Dataset => {
  const side = 0.001;
  const rings = of(count, (row): [number, number][] => {
    const [west, south] = [120 + (row % 150) / 500, 36 + Math.floor(row / 150) / 500];
    return [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]];
  });
  return Dataset.fromColumns({ geometry: plainShapes('polygon', rings), columns: { YDYHFLDM: of(count, (row) => ['0101', '0103', '0301', '0701'][row % 4] as string), town: of(count, (row) => `镇${row % 40}`) } }, NOTE);
};

/** Sports venues. */
export const places = (count: number): Dataset =>
  Dataset.fromColumns(
    {
      coordinates: spread(count),
      columns: { name: of(count, (row) => `示例场馆${row}`), typeCode: of(count, (row) => ['50', '16', '40', '6'][row % 4] as string), openState: of(count, (row) => (row % 9 ? 'open' : 'closed')), fee: of(count, (row) => (row % 2 ? 'free' : 'paid')), hoursRule: of(count, (row) => (row % 3 ? 'Mo-Su 06:00-21:00' : 'Mo-Su 19:00-22:00')), district: of(count, (row) => `区${row % 30}`) },
    },
    NOTE,
  );

/** Residents in cells. */
export const residents = (count: number): Dataset => Dataset.fromColumns({ coordinates: Float64Array.from(of(count, (row) => [120 + (row % 60) / 80, 36 + Math.floor(row / 60) / 80]).flat()), columns: { people: of(count, (row) => 50 + (row % 7) * 20), district: of(count, (row) => `区${row % 5}`) } }, NOTE);

/** One station. */
export const station = (): Dataset => Dataset.fromColumns({ columns: { station: ['x'], name: ['示例站'], nameEn: ['Example'], meanLevelCm: [250], constituent: ['S2'], amplitudeCm: [100], phaseDeg: [0], warnBlueCm: [340] } }, NOTE);

/** One element on data of both kinds. */
export interface RowsCase {
  readonly tag: string;
  readonly rows: () => Dataset;
  /** Further datasets, by property. */
  readonly more?: Readonly<Record<string, () => Dataset>>;
  readonly properties?: Readonly<Record<string, unknown>>;
  /** Set one after the other, on the dataset of a name, or on that of `dataset`. */
  readonly filters?: readonly (readonly [key: string, filter: Filter | undefined, of?: string])[];
}

const among = (field: string, ...values: (string | number)[]): Filter => ({ kind: 'in', field, values });

export const ROWS_CASES: readonly RowsCase[] = [
  { tag: 'yzt-profile-chart', rows: () => track(900), filters: [['way', among('way', 1)]] },
  { tag: 'yzt-profile-chart', rows: () => track(25_000), filters: [['way', among('way', 3, 4)], ['way', among('way', 7)]] },
  { tag: 'yzt-overdue-devices', rows: () => devices(300), more: { staff }, filters: [['class', among('class', 'lift')]] },
  { tag: 'yzt-overdue-devices', rows: () => devices(24_000), more: { staff }, filters: [['district', among('district', '370203')], ['class', among('class', 'lift', 'crane')]] },
  { tag: 'yzt-entity-profile', rows: () => devices(300), more: { events: () => events(100) }, properties: { code: 'U7', noCodeCheck: true, today: '2026-06-30' }, filters: [['class', among('class', 'lift')]] },
  { tag: 'yzt-entity-profile', rows: () => devices(27_000), more: { events: () => events(27_000) }, properties: { code: 'U8123', noCodeCheck: true, today: '2026-06-30' }, filters: [['class', among('class', 'lift')]] },
  { tag: 'yzt-random-draw', rows: () => devices(300), more: { staff }, filters: [['class', among('class', 'lift')]] },
  { tag: 'yzt-random-draw', rows: () => devices(24_000), more: { staff }, properties: { followFilters: true }, filters: [['district', among('district', '370203')], ['class', among('class', 'lift')]] },
  { tag: 'yzt-typhoon-panel', rows: () => storms(60), filters: [['storm', among('storm', 's3')], ['time', { kind: 'range', field: 'time', max: START + 12 * HOUR }]] },
  { tag: 'yzt-circle-watch', rows: () => storms(60), more: { vessels: () => vessels(400) }, filters: [['storm', among('storm', 's3')], ['time', { kind: 'range', field: 'time', max: START }], ['type', among('type', 30), 'vessels']] },
  { tag: 'yzt-circle-watch', rows: () => storms(25_000), more: { vessels: () => vessels(24_000) }, filters: [['storm', among('storm', 's3')], ['time', { kind: 'range', field: 'time', max: START }], ['fast', { kind: 'range', field: 'sogKn', min: 9 }, 'vessels']] },
  { tag: 'yzt-land-use-table', rows: () => parcels(300), filters: [['town', among('town', '镇3', '镇4')], ['YDYHFLDM', among('YDYHFLDM', '0101')]] },
  { tag: 'yzt-land-use-table', rows: () => parcels(21_000), filters: [['town', among('town', '镇3', '镇4')], ['YDYHFLDM', among('YDYHFLDM', '0101')]] },
  { tag: 'yzt-coverage-panel', rows: () => places(300), more: { population: () => residents(300) }, filters: [['fee', among('fee', 'free')], ['name', among('name', 'none')]] },
  { tag: 'yzt-coverage-panel', rows: () => places(24_000), more: { population: () => residents(300) }, filters: [['district', among('district', '区3')], ['fee', among('fee', 'free')], ['name', among('name', 'none')]] },
  { tag: 'yzt-venue-finder', rows: () => places(300), properties: { place: '120.05 36', at: '2026-07-01T18:00' }, filters: [['typeCode', among('typeCode', '50')], ['openNow', { kind: 'in', field: 'openNow', values: [true] }]] },
  { tag: 'yzt-tide-chart', rows: station, properties: { from: '2024-05-01', days: 2 } },
];
