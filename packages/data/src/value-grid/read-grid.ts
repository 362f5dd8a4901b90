/** Grids as a page or a file has them, looked through: nothing a file says about itself is believed. */
import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import type { GridData, GridExtent, GridNumbers, ValueGrid } from './types.js';
import { fromVelocityJson } from './velocity-json.js';

/** Most cells: 64 MB a column. */
const MOST_CELLS = 16_777_216;
const NAMES = ['values', 'u', 'v'] as const;
const DEGREES = /(?::|\/|^)(?:4326|4490|CRS84)$/i;

/** Whether coordinates of a system are longitude and latitude in degrees. */
export function isDegrees(crs: string): boolean {
  return DEGREES.test(crs.trim());
}

/** Who a sentence is about: the tag, and the address where there is one. */
export interface GridSubject {
  readonly tag: string;
  readonly url?: string;
}

/**
 * A grid of what a page or a file has: `GridData`, or the two records of grib2json.
 * @param subject Whose sentence an error begins with.
 * @throws YztError `bad-grid` naming the member, what is wrong with it and what to write.
 */
export function readGrid(from: unknown, subject: GridSubject): ValueGrid {
  const data = fromVelocityJson(from) ?? from;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw bad(subject, { zh: '不是格网数据（应是带 extent、width、height、values 的对象）', en: 'is no grid (an object with extent, width, height and values)' });
  }
  const given = data as Readonly<Partial<Record<keyof GridData, unknown>>>;
  const [width, height] = [sideOf(given.width, 'width', subject), sideOf(given.height, 'height', subject)];
  if (width * height > MOST_CELLS) throw bad(subject, { zh: `有 ${width} × ${height} 个格，超过 ${MOST_CELLS} 个。请先抽稀或分块`, en: `has ${width} × ${height} cells, more than ${MOST_CELLS}. Thin it out, or cut it` });
  const crs = typeof given.crs === 'string' || typeof given.crs === 'number' ? String(given.crs).trim() : 'EPSG:4326';
  const extent = extentOf(given, crs, [width, height], subject);
  const columns = columnsOf(given, width, height, subject);
  return {
    crs,
    extent,
    width,
    height,
    columns,
    ...(typeof given.unit === 'string' && given.unit.trim() !== '' && { unit: given.unit.trim() }),
    ...(typeof given.time === 'string' && given.time !== '' && { time: given.time }),
    ...(typeof given.source === 'string' && given.source !== '' && { source: given.source }),
    ...labelOf(given.label),
  };
}

function labelOf(label: unknown): { label?: Text } {
  if (typeof label === 'string' && label !== '') return { label: { zh: label, en: label } };
  if (typeof label !== 'object' || label === null) return {};
  const { zh, en } = label as Partial<Record<keyof Text, unknown>>;
  const words = [zh, en].map((word) => (typeof word === 'string' ? word : '')) as [string, string];
  return words[0] || words[1] ? { label: { zh: words[0] || words[1], en: words[1] || words[0] } } : {};
}

function sideOf(value: unknown, name: string, subject: GridSubject): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_CELLS) return value;
  throw bad(subject, { zh: `的 ${name}「${shown(value)}」不是格数。请写正整数`, en: `has a ${name} of "${shown(value)}", which is no number of cells. Write a whole number above 0` });
}

function extentOf({ extent, nodes }: Readonly<Partial<Record<keyof GridData, unknown>>>, crs: string, [width, height]: readonly [number, number], subject: GridSubject): GridExtent {
  const numbers = Array.isArray(extent) ? extent.map((part) => (typeof part === 'number' ? part : NaN)) : [];
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite) || !(west < east && south < north)) {
    throw bad(subject, { zh: `的 extent「${shown(extent)}」不是范围。请写 [西, 南, 东, 北]，例如 [119, 35, 121, 37]`, en: `has an extent of "${shown(extent)}". Write [west, south, east, north], such as [119, 35, 121, 37]` });
  }
  const grown = nodes === true ? aroundNodes([west, south, east, north], width, height, subject) : ([west, south, east, north] as const);
  const limit = 90 + (nodes === true ? (north - south) / Math.max(1, height - 1) : 0) + 1e-9;
  if (isDegrees(crs) && (Math.max(-grown[1], grown[3]) > limit || Math.max(-grown[0], grown[2]) > 540)) {
    throw bad(subject, { zh: `的 extent「${shown(extent)}」不是经纬度，而 crs 是 ${crs}。请写坐标系，例如 "crs": "EPSG:4549"`, en: `has an extent of "${shown(extent)}", which is not in degrees, and crs is ${crs}. Name the coordinate system, such as "crs": "EPSG:4549"` });
  }
  return grown;
}

function aroundNodes([west, south, east, north]: GridExtent, width: number, height: number, subject: GridSubject): GridExtent {
  if (width < 2 || height < 2) throw bad(subject, { zh: '写了 nodes，但只有一行或一列，不知道格距。请去掉 nodes，写格子的外围范围', en: 'has nodes, but a single row or column, so its step is unknown. Leave nodes out and write the extent around the cells' });
  const [x, y] = [(east - west) / (width - 1) / 2, (north - south) / (height - 1) / 2];
  return [west - x, south - y, east + x, north + y];
}

function columnsOf(given: Readonly<Partial<Record<keyof GridData, unknown>>>, width: number, height: number, subject: GridSubject): Map<string, Float32Array> {
  const names = NAMES.filter((name) => given[name] !== undefined && given[name] !== null);
  if (names.length === 0) throw bad(subject, { zh: '没有数值。请给出 values，或 u 与 v', en: 'has no numbers. Give values, or u and v' });
  if (names.includes('u') !== names.includes('v')) throw bad(subject, { zh: '只有 u、v 之一。流场需要两者：u 向东，v 向北', en: 'has only one of u and v. Movement needs both: u to the east, v to the north' });
  const noData = typeof given.noData === 'number' ? Math.fround(given.noData) : NaN;
  return new Map(names.map((name) => [name, columnOf(given[name], { name, width, height, noData, southFirst: given.southFirst === true }, subject)]));
}

interface ColumnForm {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly noData: number;
  readonly southFirst: boolean;
}

function columnOf(numbers: unknown, { name, width, height, noData, southFirst }: ColumnForm, subject: GridSubject): Float32Array {
  const isList = Array.isArray(numbers) || (ArrayBuffer.isView(numbers) && !(numbers instanceof DataView));
  const count = isList ? (numbers as unknown as GridNumbers).length : 0;
  if (!isList || count !== width * height) {
    throw bad(subject, { zh: `的 ${name} 有 ${count} 个数，应为 ${width} × ${height} = ${width * height} 个（逐行排列）`, en: `has ${count} numbers in ${name}; ${width} × ${height} = ${width * height} are due, row by row` });
  }
  const from = numbers as unknown as GridNumbers;
  const out = new Float32Array(count);
  for (let row = 0; row < height; row++) {
    const start = (southFirst ? height - 1 - row : row) * width;
    for (let column = 0; column < width; column++) {
      const value = from[start + column];
      const number = typeof value === 'number' ? Math.fround(value) : NaN;
      // Infinity is no measurement.
      out[row * width + column] = number === noData || number - number !== 0 ? NaN : number;
    }
  }
  return out;
}

function shown(value: unknown): string {
  return String(Array.isArray(value) ? value.join(', ') : value).slice(0, 60);
}

function bad({ tag, url }: GridSubject, what: Text): YztError {
  const at = url === undefined ? '' : ` ${url}`;
  return new YztError('bad-grid', { zh: `<${tag}>：格网${at}${what.zh}。`, en: `<${tag}>: the grid${at} ${what.en}.` });
}
