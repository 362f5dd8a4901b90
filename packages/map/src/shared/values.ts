/** Reads what attributes and properties are given: numbers and places in words. Pure; `undefined` is "not a value". */

/** Longitude and latitude in degrees. */
export type LonLat = readonly [lon: number, lat: number];

/** West, south, east, north in degrees. East may exceed 180 when the box crosses the date line. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

const SEPARATOR = /[\s,,]+/;

function numbersIn(value: unknown): number[] | undefined {
  const parts = typeof value === 'string' ? value.trim().split(SEPARATOR) : value;
  if (!Array.isArray(parts)) return undefined;
  const numbers = parts.map((part) => (part === '' ? NaN : Number(part)));
  return numbers.every((number) => Number.isFinite(number)) ? numbers : undefined;
}

function isLonLat(lon: number, lat: number): boolean {
  return Math.abs(lon) <= 360 && Math.abs(lat) <= 90;
}

/** A place: `120.38 36.07`, `120.38,36.07` or two numbers. Longitude first; a latitude beyond 90 is no place. */
export function lonLatFrom(value: unknown): LonLat | undefined {
  const numbers = numbersIn(value);
  if (numbers?.length !== 2) return undefined;
  const [lon, lat] = numbers as [number, number];
  return isLonLat(lon, lat) ? [lon, lat] : undefined;
}

/** A box: `119 35 121 37` (west south east north), with commas, or four numbers. */
export function boundsFrom(value: unknown): Bounds | undefined {
  const numbers = numbersIn(value);
  if (numbers?.length !== 4) return undefined;
  const [west, south, east, north] = numbers as [number, number, number, number];
  const placed = isLonLat(west, south) && isLonLat(east, north);
  return placed && west <= east && south <= north ? [west, south, east, north] : undefined;
}

/** A number within limits; text is read as a number. */
export function numberFrom(value: unknown, min = -Infinity, max = Infinity): number | undefined {
  if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return undefined;
  const number = Number(value);
  return Number.isFinite(number) && number >= min && number <= max ? number : undefined;
}

/** Rounds away the noise of a projection and back: a billionth of a degree is a tenth of a millimetre. */
export function rounded(value: number, digits = 9): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}
