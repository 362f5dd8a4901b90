// @ts-check
// 示例数据: a table of city events, made by the server itself from row numbers and hashes, so that any number of rows is the same everywhere.
// Its layout is the one docs/guide/scale.md explains.
import { planeSql } from '@yizhangtu/data/remote-clickhouse';

/** Middle of the plane that cells are laid on: Qingdao, in whole degrees, as the map takes it. */
export const PLANE_CENTER = /** @type {const} */ ([120, 36]);

const KINDS = ['噪声扰民', '违章停车', '占道经营', '井盖缺失', '积水内涝', '绿化养护', '消防通道', '路灯故障', '垃圾清运', '其他'];
const DISTRICTS = ['370202', '370203', '370211', '370212', '370213', '370214', '370215', '370281', '370283', '370285'];
const STATES = ['待处理', '处理中', '已办结'];

const enumOf = (/** @type {readonly string[]} */ words) => `Enum8(${words.map((word, index) => `'${word}' = ${index + 1}`).join(', ')})`;

/** Short codes as enumerations: a byte a row, and words in every answer. Eighths of minutes and metres are exact in four bytes. */
const COLUMNS = `id UInt64, at DateTime, kind ${enumOf(KINDS)}, district ${enumOf(DISTRICTS)}, state ${enumOf(STATES)},
  minutes Float32, lon Float64, lat Float64, px Float32, py Float32, cell UInt32`;

/** A table: ordered by cell and time, so that a window of the map and a span of time read few rows. @param {string} table @param {string} engine */
export function createSql(table, engine = 'MergeTree') {
  return `CREATE TABLE ${table} (${COLUMNS}) ENGINE = ${engine} PARTITION BY toYYYYMM(at) ORDER BY (cell, at)`;
}

/** A number from 0 to 1 by row and column. */
const hash = (/** @type {number} */ column) => `(cityHash64(number, ${column}) % 1000003) / 1000003.`;

/** Fills it with rows. @param {string} table @param {number} count @param {number} from Number of the first row. */
export function insertSql(table, count, from = 0) {
  const lon = `120.0 + 0.9 * (${hash(6)} + ${hash(7)}) / 2`;
  const lat = `35.9 + 0.7 * (${hash(8)} + ${hash(9)}) / 2`;
  const { x, y } = planeSql(PLANE_CENTER, 'lon', 'lat');
  return `INSERT INTO ${table} SELECT number AS id, toDateTime(1704038400 + intHash32(number) % 31536000) AS at,
    CAST(toInt8(1 + floor(10 * pow(${hash(1)}, 1.6))) AS ${enumOf(KINDS)}) AS kind, CAST(toInt8(1 + cityHash64(number, 2) % 10) AS ${enumOf(DISTRICTS)}) AS district,
    CAST(toInt8(1 + cityHash64(number, 3) % 3) AS ${enumOf(STATES)}) AS state, (cityHash64(number, 4) % 80000) / 8. AS minutes,
    ${lon} AS lon, ${lat} AS lat, ${x} AS px, ${y} AS py, toUInt32(floor((lon - 119) * 100) * 1000 + floor((lat - 35) * 100)) AS cell
    FROM numbers(${from}, ${count})`;
}

/** Attributes of `<yzt-remote-dataset>` for such a table. @param {string} table */
export function attributes(table) {
  return `engine="clickhouse" table="${table}" id-field="id" plane-fields="px py" plane-center="${PLANE_CENTER.join(' ')}" example`;
}
