/** Words of attributes. Pure. */
import type { Filter } from '../model/query-types.js';

/** Words parted by spaces or commas. */
export function wordList(text: string | undefined): string[] {
  return (text ?? '').split(/[\s,，、]+/).filter(Boolean);
}

/** Two words, such as the names of two columns; undefined for another number of them. */
export function twoWords(text: string | undefined): readonly [string, string] | undefined {
  const [first, second, more] = wordList(text);
  return first !== undefined && second !== undefined && more === undefined ? [first, second] : undefined;
}

/** A place, `120 36`; undefined for what is none. */
export function placeFrom(text: string | undefined): readonly [lon: number, lat: number] | undefined {
  const words = twoWords(text);
  const [lon, lat] = (words ?? []).map(Number);
  return lon !== undefined && lat !== undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : undefined;
}

/** The scope a page writes: some values of one field. */
export function scopeFrom(field: string | undefined, values: string | undefined): Filter | undefined {
  return field ? { kind: 'in', field, values: wordList(values) } : undefined;
}
