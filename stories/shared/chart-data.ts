/** Seeded series for the stories of charts. All of it is 示例数据. */
import { Dataset } from '@yizhangtu/data/model';
import { t } from './words.js';

/** Numbers from 0 to 1, the same for the same seed. (mulberry32) */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** An instant in China. */
export function at(text: string): number {
  return Date.parse(`${text}+08:00`);
}

/** Complaints to the market regulator: when, about what, where. More by day than by night, more in summer. */
export function complaints(count: number): Dataset {
  const random = seeded(7);
  const kinds = t('食品安全,价格违法,广告宣传,预付卡消费,其他', 'Food safety,Pricing,Advertising,Prepaid cards,Other').split(',');
  const first = at('2024-07-01T00:00:00');
  const dates: number[] = [];
  while (dates.length < count) {
    const day = Math.floor(random() * 730);
    const hour = 9 + (random() + random() + random() - 1.5) * 9;
    const season = 0.7 + 0.3 * Math.sin(((day - 30) / 365) * 2 * Math.PI);
    if (random() < season) dates.push(first + day * DAY + Math.round(((hour + 24) % 24) * HOUR));
  }
  const weighted = [0, 0, 0, 0, 1, 1, 2, 2, 3, 4];
  return Dataset.fromColumns(
    {
      columns: {
        date: dates.map((instant) => new Date(instant)),
        kind: dates.map(() => kinds[weighted[Math.floor(random() * weighted.length)] ?? 0] as string),
      },
    },
    {
      provenance: { source: t('市场监管局（示例）', 'Market regulator (example)'), example: true },
      schema: {
        id: 'story/complaint@1',
        fields: [
          { name: 'date', label: { zh: '受理时间', en: 'Received' } },
          { name: 'kind', label: { zh: '类别', en: 'Kind' } },
        ],
      },
    },
  );
}

const STATIONS: readonly (readonly [zh: string, en: string])[] = [
  ['青岛（大港）', 'Qingdao (Dagang)'],
  ['小麦岛', 'Xiaomaidao'],
  ['石臼所', 'Shijiusuo'],
];

/** Water levels of one typhoon tide: hourly, observed up to the second morning, forecast with a band after it. cm above the staff's zero. */
export function tides(stations = 1): Dataset {
  const random = seeded(11);
  const columns = { time: [] as Date[], station: [] as string[], level: [] as number[], low: [] as number[], high: [] as number[] };
  const first = at('2026-09-14T00:00:00');
  const now = at(FORECAST_FROM);
  for (let station = 0; station < stations; station += 1) {
    for (let hour = 0; hour <= 72; hour += 1) {
      const time = first + hour * HOUR;
      const surge = 85 * Math.exp(-(((hour - 38) / 11) ** 2));
      const tide = 240 + 150 * Math.sin((2 * Math.PI * (hour - 3 - station)) / 12.42) + 18 * Math.sin((2 * Math.PI * hour) / 25.8);
      const level = tide + surge * (1 - station * 0.22) - station * 26 + (random() - 0.5) * 6;
      const ahead = Math.max(0, (time - now) / HOUR);
      columns.time.push(new Date(time));
      columns.station.push(t(...(STATIONS[station] ?? ['', ''])));
      columns.level.push(station === 1 && hour > 20 && hour < 26 ? Number.NaN : Math.round(level));
      columns.low.push(Math.round(level - 4 - ahead * 1.4));
      columns.high.push(Math.round(level + 4 + ahead * 1.4));
    }
  }
  return Dataset.fromColumns(
    { columns: { ...columns, level: Float64Array.from(columns.level), low: Float64Array.from(columns.low), high: Float64Array.from(columns.high) } },
    {
      provenance: { source: t('北海预报减灾中心（示例）', 'Marine forecast centre (example)'), example: true },
      schema: {
        id: 'story/tide@1',
        fields: [
          { name: 'time', label: { zh: '时间', en: 'Time' } },
          { name: 'station', label: { zh: '站点', en: 'Station' } },
          { name: 'level', label: { zh: '潮位', en: 'Water level' }, unit: 'cm', digits: 0 },
        ],
      },
    },
  );
}

/** Where the forecast of `tides` begins. */
export const FORECAST_FROM = '2026-09-15T08:00:00';

/** A year of a sensor, every ten minutes: 52,560 readings, with two breaks. */
export function sensor(): Dataset {
  const random = seeded(3);
  const first = at('2025-07-01T00:00:00');
  const count = 365 * 144;
  let drift = 0;
  const value = Float64Array.from({ length: count }, (_, index) => {
    drift += (random() - 0.5) * 0.08 - drift * 0.0008;
    if ((index > 12_000 && index < 13_400) || (index > 40_000 && index < 40_200)) return Number.NaN;
    const season = 14 - 11 * Math.cos(((index / count) * 365 * 2 * Math.PI) / 365 + 3.4);
    return season + 1.6 * Math.sin((index / 144) * 2 * Math.PI) + drift * 4 + (random() < 0.0004 ? 9 : 0);
  });
  return Dataset.fromColumns(
    { columns: { time: Array.from({ length: count }, (_, index) => new Date(first + index * 600_000)), value } },
    {
      provenance: { source: t('浮标（示例）', 'Buoy (example)'), example: true },
      schema: { id: 'story/sensor@1', fields: [{ name: 'value', label: { zh: '海温', en: 'Sea temperature' }, unit: '℃', digits: 1 }] },
    },
  );
}

/** What a station weighed each day, t: three years of waste collected, with days the scale was broken. */
export function weighings(): Dataset {
  const random = seeded(19);
  const first = at('2023-01-01T08:00:00');
  const days = Array.from({ length: 3 * 365 + 1 - 20 }, (_, day) => day).filter((day) => (day < 402 || day > 409) && random() > 0.01);
  const tonnes = Float64Array.from(days, (day) => {
    const weekday = new Date(first + day * DAY).getUTCDay();
    const feast = day % 365 > 18 && day % 365 < 26 ? 1.5 : 1;
    return Math.round((26 + 6 * Math.sin(((day - 100) / 365) * 2 * Math.PI) + (weekday === 1 ? 7 : 0) + random() * 5) * feast * 10) / 10;
  });
  return Dataset.fromColumns(
    { columns: { date: days.map((day) => new Date(first + day * DAY)), tonnes } },
    {
      provenance: { source: t('环卫称重（示例）', 'Weighbridge (example)'), example: true },
      schema: { id: 'story/weighing@1', fields: [{ name: 'tonnes', label: { zh: '清运量', en: 'Collected' }, unit: t('吨', 't'), digits: 1 }] },
    },
  );
}

/** Sports venues with floor area, visits a day and seats: more visits on more area, each by its kind, and some that stand out. */
export function facilities(count: number): Dataset {
  const random = seeded(23);
  const kinds = t('体育馆,游泳馆,健身中心', 'Arena,Swimming pool,Fitness centre').split(',');
  const normal = (): number => (random() + random() + random() + random() - 2) * 1.7;
  const kind = Array.from({ length: count }, () => Math.floor(random() * 3));
  const area = Float64Array.from(kind, (one) => Math.round(10 ** (3.1 - one * 0.35 + 0.5 * normal())));
  const visits = Float64Array.from(kind, (one, row) => Math.max(1, Math.round(0.9 * (area[row] as number) ** 0.72 * 10 ** (0.22 * normal() + one * 0.12))));
  return Dataset.fromColumns(
    {
      columns: {
        name: kind.map((one, row) => `${t('示例', 'Sample ')}${kinds[one]} ${row + 1}`),
        kind: kind.map((one) => kinds[one] as string),
        area,
        visits,
        seats: Float64Array.from(area, (value) => Math.round((value / 4) * (0.4 + random()))),
      },
    },
    {
      provenance: { source: t('体育局（示例）', 'Sports bureau (example)'), example: true },
      schema: {
        id: 'story/facility@1',
        fields: [
          { name: 'name', label: { zh: '名称', en: 'Name' } },
          { name: 'kind', label: { zh: '类别', en: 'Kind' } },
          { name: 'area', label: { zh: '建筑面积', en: 'Floor area' }, unit: '㎡', digits: 0 },
          { name: 'visits', label: { zh: '日均人次', en: 'Visits a day' }, digits: 0 },
          { name: 'seats', label: { zh: '座位', en: 'Seats' }, digits: 0 },
        ],
      },
    },
  );
}

type LifeEvent = readonly [name: string, start: string, end: string | null, kind: string];

/** What happened to a business from its registration on. Invented. */
export function lifeCycle(): Dataset {
  const [registered, licence, check, order, report, listed] = t('登记,许可,检查,处罚,年报,异常', 'Registration,Licence,Check,Penalty,Annual report,Irregularity').split(',') as [string, string, string, string, string, string];
  const events: readonly LifeEvent[] = [
    [t('设立登记', 'Registered'), '2016-03-08', null, registered],
    [t('食品经营许可', 'Food licence'), '2016-05-20', '2021-05-19', licence],
    [t('食品经营许可（延续）', 'Food licence (renewed)'), '2021-05-10', '2026-05-09', licence],
    ...['2017-04-11', '2018-04-18', '2021-08-02', '2024-08-02'].map((date): LifeEvent => [t('日常检查', 'Routine check'), date, null, check]),
    [t('双随机抽查', 'Random check'), '2018-09-03', null, check],
    [t('复查合格', 'Passed again'), '2018-10-09', null, check],
    [t('责令改正', 'Ordered to correct'), '2018-09-05', '2018-10-08', order],
    [t('行政处罚', 'Fined'), '2022-03-15', null, order],
    ...['2017-06-15', '2018-06-12', '2019-06-20', '2022-06-12', '2023-06-20'].map((date): LifeEvent => [t('年度报告', 'Annual report'), date, null, report]),
    [t('年度报告（补报）', 'Annual report (late)'), '2020-11-10', null, report],
    [t('列入经营异常名录', 'On the list of irregularities'), '2020-07-08', '2020-11-16', listed],
    [t('信用修复', 'Credit restored'), '2022-12-20', null, listed],
  ];
  const instant = (text: string | null): Date | null => (text === null ? null : new Date(at(`${text}T00:00:00`)));
  const labels = { name: { zh: '事项', en: 'Event' }, start: { zh: '开始', en: 'Start' }, end: { zh: '结束', en: 'End' }, kind: { zh: '类别', en: 'Kind' } };
  return Dataset.fromColumns(
    { columns: { name: events.map(([name]) => name), start: events.map(([, start]) => instant(start)), end: events.map(([, , end]) => instant(end)), kind: events.map(([, , , kind]) => kind) } },
    {
      provenance: { source: t('市场监管局（示例）', 'Market regulator (example)'), example: true },
      schema: { id: 'story/life@1', fields: Object.entries(labels).map(([name, label]) => ({ name, label, ...(name === 'start' || name === 'end' ? { kind: 'date' as const } : {}) })) },
    },
  );
}
