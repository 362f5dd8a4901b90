/** 示例数据: 50 000 seeded rows with everything that is hard, the same for a dataset in memory and for a table. */
import { Dataset, type DatasetSchema } from '@yizhangtu/data/model';
import { randomSource } from '../../tools/data/random.mjs';

export const COUNT = 50_000;

/** Texts that have ended statements, templates and parsers elsewhere. They are data, and stay data. */
export const HOSTILE: readonly string[] = [
  "'", "''", "\\'", '\\', '\\\\', "' OR 1 = 1 --", "'; DROP TABLE demo.rows; --", '`', '`) FROM system.users --', '{p0:String}', '{', '}', '%', '_', '*', '?',
  '"', '<img src=x onerror=alert(1)>', '\n', '\r\n', '\t', '\b', '\0', '\u2028', '😀', '中文’“”', "a\\'b", 'x\\', '--', '/*', '*/', '#', 'NULL', '\\N', 'nan',
  "') FORMAT JSON SETTINGS readonly = 0", '${x}', '{{x}}', 'İI ß', '\ufeff', ' ',
];

const WORDS = ['甲', '乙', '丙', 'a', 'B', 'ab', '', null, ...HOSTILE];
const NAMES = ['张三', '欧阳锋', '欧阳', '李', '', ' 王小明 ', 'John Smith', '司马相如', '\u3000赵六\u3000'];
const PHONES = ['13812345678', '0532-85911111', '12345', '', '1381234', ' 13812345678', '+8613812345678'];
const CARDS = ['370202199001011234', '37020219900101123X', '123', '', '370202900101123'];
const PLACES = [
  '山东省青岛市市南区香港中路11号', '青岛市崂山区沙子口街道姜哥庄社区', '黄岛区长江路街道', '超市', '', '市北区', '即墨区大道口村', '街道路3号', '平度市李园街道办事处红旗路１２号', '胶州市\n中云街道',
];
const SIZES = ['小', '中', '大'];
const DISTRICTS = ['370202', '370203', '370211', '370212', '370213', '370214', '370215'];

/** One row as the table has it; instants in whole seconds. */
export interface Row {
  readonly id: number;
  readonly t: string | null;
  /** Eighths, so that sums are exact in whatever order they are taken. */
  readonly n: number | null;
  readonly i: number;
  readonly b: number | null;
  readonly d: number | null;
  /** Days since 1970. */
  readonly day: number;
  readonly size: string;
  readonly district: string;
  /** Code of seven places held as a number. */
  readonly code: number;
  readonly hostile: string;
  readonly owner: string;
  readonly phone: string;
  readonly card: string;
  readonly address: string;
  readonly lon: number | null;
  readonly lat: number | null;
}

/** Seconds that lie where calendars are hard: summer time, leap days, ends of years, and then any. */
const EDGES = [0, 86_399, 515_527_199, 515_527_200, 526_928_399, 526_928_400, 583_344_000, 951_753_600, 951_839_999, 1_704_038_399, 1_704_038_400];

export function rows(count = COUNT): Row[] {
  const next = randomSource(20_240_709);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  return Array.from({ length: count }, (_, id): Row => {
    const placed = next() > 0.02;
    return {
      id,
      t: next() < 0.5 ? pick(WORDS.slice(0, 7)) : pick(WORDS),
      n: next() < 0.05 ? null : Math.round((next() ** 3 - 0.2) * 80_000) / 8,
      i: Math.floor(next() * 41) - 20,
      b: next() < 0.1 ? null : next() < 0.4 ? 1 : 0,
      d: next() < 0.05 ? null : next() < 0.05 ? pick(EDGES) : 1_640_966_400 + Math.floor(next() * 94_608_000),
      day: 19_000 + Math.floor(next() * 900),
      size: pick(SIZES),
      district: pick(DISTRICTS),
      code: 1_000_000 + Math.floor(next() * 30),
      hostile: pick(HOSTILE),
      owner: pick(NAMES),
      phone: pick(PHONES),
      card: pick(CARDS),
      address: pick(PLACES),
      lon: placed ? 119.5 + next() * 1.5 : null,
      lat: placed ? 35.6 + next() * 1.5 : null,
    };
  });
}

/** What both sides know of the fields. */
export const SCHEMA: DatasetSchema = {
  id: 'test/rows@1',
  fields: [
    { name: 'id', kind: 'number' },
    { name: 't', label: { zh: '文字', en: 'Text' } },
    { name: 'n', label: { zh: '数值', en: 'Number' }, unit: '㎡' },
    { name: 'i' },
    { name: 'b', kind: 'boolean' },
    { name: 'd' },
    { name: 'day' },
    { name: 'size', values: { 小: { zh: '小型', en: 'Small' }, 大: { zh: '大型', en: 'Large' } } },
    { name: 'district', values: { 370202: { zh: '市南区', en: 'Shinan' }, 370203: { zh: '市北区', en: 'Shibei' } } },
    { name: 'code', kind: 'text' },
    { name: 'hostile' },
    { name: 'owner', mask: 'name' },
    { name: 'phone', mask: 'phone' },
    { name: 'card', mask: 'id-card' },
    { name: 'address', mask: 'address' },
  ],
};

const DAY = 86_400_000;

/** The rows in memory. */
export function inMemory(data: readonly Row[]): Dataset {
  const coordinates = Float64Array.from(data.flatMap(({ lon, lat }) => [lon ?? Number.NaN, lat ?? Number.NaN]));
  const text = (name: 't' | 'size' | 'district' | 'hostile' | 'owner' | 'phone' | 'card' | 'address'): (string | null)[] => data.map((row) => row[name]);
  const dataset = Dataset.fromColumns({
    coordinates,
    columns: {
      id: Float64Array.from(data, (row) => row.id),
      t: text('t'),
      n: Float64Array.from(data, (row) => row.n ?? Number.NaN),
      i: Int32Array.from(data, (row) => row.i),
      b: data.map((row) => (row.b === null ? null : row.b === 1)),
      d: data.map((row) => (row.d === null ? null : new Date(1000 * row.d))),
      // A day is its midnight in China.
      day: data.map((row) => new Date(row.day * DAY - DAY / 3)),
      size: text('size'),
      district: text('district'),
      code: data.map((row) => String(row.code)),
      hostile: text('hostile'),
      owner: text('owner'),
      phone: text('phone'),
      card: text('card'),
      address: text('address'),
    },
  });
  dataset.schema = SCHEMA;
  return dataset;
}

/** The same rows as a table of ClickHouse. */
export const TABLE = `CREATE TABLE demo.rows (
  id UInt64, t Nullable(String), n Nullable(Float64), i Int32, b Nullable(UInt8), d Nullable(DateTime), day Date, size Enum8('小' = 1, '中' = 2, '大' = 3),
  district String, code UInt32, hostile String, owner String, phone String, card String, address String, lon Nullable(Float64), lat Nullable(Float64)
) ENGINE = MergeTree PARTITION BY toYYYYMM(day) ORDER BY id`;

/** Rows as they are sent to the server. */
export function asJson(data: readonly Row[]): string {
  return data.map(({ day, ...row }) => JSON.stringify({ ...row, day: new Date(day * DAY).toISOString().slice(0, 10) })).join('\n');
}

/** The same rows as GeoJSON: those with a place, since a server of maps lists no others. Texts that are missing are written as such. */
export function asGeoJson(data: readonly Row[]): string {
  const features = data.map(({ d, day, lon, lat, b, ...row }) => ({
    type: 'Feature',
    id: row.id,
    properties: { ...row, b: b === null ? null : b === 1, d: d === null ? null : new Date(1000 * d).toISOString().replace('.000Z', 'Z'), day: new Date(day * DAY).toISOString().slice(0, 10) },
    geometry: lon === null || lat === null ? null : { type: 'Point', coordinates: [lon, lat] },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}
