/** What the arrays of packed columns must hold, so that nobody who uses them runs beyond their ends. */
import { NO_CODE, type ShapeGeometry, type TextColumn } from '../model/types.js';
import type { HeaderParts } from './packed-parts.js';

/** Codes beyond the dictionary are an error, not a missing value: they mean that codes and words do not belong together. */
export function checkCodes(codes: TextColumn['codes'], size: number, name: string, parts: HeaderParts): void {
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (code >= size && code !== NO_CODE) {
      throw parts.fault(`列「${name}」第 ${row + 1} 行的代码是 ${code}，字典只有 ${size} 个词`, `the column "${name}" has the code ${code} in row ${row + 1}, its dictionary has ${size} words`);
    }
  }
}

/** Small whole numbers with a meaning each. */
export function checkSmall(values: Uint8Array, greatest: number, name: string, parts: HeaderParts): void {
  for (let row = 0; row < values.length; row++) {
    if ((values[row] as number) > greatest) throw parts.fault(`「${name}」第 ${row + 1} 行的值 ${values[row]} 超出 0～${greatest}`, `"${name}" has ${values[row]} in row ${row + 1}, beyond 0 to ${greatest}`);
  }
}

/** No infinite numbers: nobody could count with them. */
export function checkFinite(values: ArrayLike<number>, name: string, parts: HeaderParts): void {
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value - value !== 0 && value === value) throw parts.fault(`列「${name}」第 ${row + 1} 行是无穷大`, `the column "${name}" is infinite in row ${row + 1}`);
  }
}

/** Degrees, or NaN in both where `missing` is allowed. @param before Pairs of the file before these. */
export function checkDegrees(coordinates: Float64Array, missing: boolean, parts: HeaderParts, before = 0): void {
  for (let i = 0; i < coordinates.length; i += 2) {
    const lon = coordinates[i] as number;
    const lat = coordinates[i + 1] as number;
    if (lon >= -360 && lon <= 360 && lat >= -90 && lat <= 90) continue;
    if (missing && lon !== lon && lat !== lat) continue;
    const number = before + i / 2 + 1;
    throw parts.fault(`第 ${number} 个坐标（${lon}, ${lat}）不是经纬度`, `coordinate no. ${number} (${lon}, ${lat}) is no longitude and latitude`);
  }
}

/** Starts begin at 0, never fall, and end with the number of things they point at. */
export function checkStarts(starts: Uint32Array, end: number, name: string, parts: HeaderParts): void {
  let before = 0;
  let good = starts.length > 0 && starts[0] === 0 && starts[starts.length - 1] === end;
  for (let i = 0; good && i < starts.length; i++) {
    const start = starts[i] as number;
    good = start >= before;
    before = start;
  }
  if (!good) throw parts.fault(`「${name}」不是从 0 递增到 ${end}`, `"${name}" does not rise from 0 to ${end}`);
}

/** Rows have the parts their type needs: points of one vertex, lines of two, rings of four that are closed. */
export function checkShapes(geometry: ShapeGeometry, parts: HeaderParts): void {
  const { types, partStart, ringStart } = geometry;
  for (let row = 0; row < types.length; row++) {
    const type = types[row] as number;
    const [from, to] = [partStart[row] as number, partStart[row + 1] as number];
    let good = type === 0 ? from === to : from < to;
    for (let part = from; good && part < to; part++) good = partFits(geometry, type, ringStart[part] as number, ringStart[part + 1] as number);
    if (!good) throw parts.fault(`第 ${row + 1} 行的几何不成形`, `the geometry of row ${row + 1} is malformed`);
  }
}

function partFits({ vertexStart, coordinates }: ShapeGeometry, type: number, from: number, to: number): boolean {
  if (type === 3 ? to <= from : to !== from + 1) return false;
  for (let ring = from; ring < to; ring++) {
    const [first, end] = [vertexStart[ring] as number, vertexStart[ring + 1] as number];
    const size = end - first;
    if (type === 1 ? size !== 1 : size < (type === 2 ? 2 : 4)) return false;
    const last = end - 1;
    const closed = coordinates[2 * first] === coordinates[2 * last] && coordinates[2 * first + 1] === coordinates[2 * last + 1];
    if (type === 3 && !closed) return false;
  }
  return true;
}
