/** The way of the arrow keys over very many points: found by looking through them once a key, because putting a million in order stops the page. */
import { extentOf } from './scatter-points.js';

/** The point a key leads to in the order of some numbers, equal ones by their place; undefined for keys that lead nowhere. Page Up and Page Down go a tenth. */
export function nextPoint(key: string, index: number, values: Float64Array): number | undefined {
  if (values.length === 0) return undefined;
  if (key === 'ArrowRight' || key === 'ArrowUp') return after(values, index);
  if (key === 'ArrowLeft' || key === 'ArrowDown') return before(values, index);
  if (key === 'Home') return values.indexOf(extentOf(values)[0]);
  if (key === 'End') return values.lastIndexOf(extentOf(values)[1]);
  if (key !== 'PageUp' && key !== 'PageDown') return undefined;
  const tenth = Math.max(1, Math.round(values.length / 10));
  const place = placeOf(values, index) + (key === 'PageUp' ? tenth : -tenth);
  return pointAt(values, Math.max(0, Math.min(values.length - 1, place)));
}

/** The point after one; itself where it is the last. */
function after(values: Float64Array, index: number): number {
  const own = values[index] as number;
  let [best, least] = [index, Infinity];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value === own && i > index) return i;
    if (value > own && value < least) [best, least] = [i, value];
  }
  return best;
}

/** The point before one; itself where it is the first. */
function before(values: Float64Array, index: number): number {
  const own = values[index] as number;
  let [best, most] = [index, -Infinity];
  for (let i = values.length - 1; i >= 0; i -= 1) {
    const value = values[i] as number;
    if (value === own && i < index) return i;
    if (value < own && value > most) [best, most] = [i, value];
  }
  return best;
}

/** How many points come before one. */
function placeOf(values: Float64Array, index: number): number {
  const own = values[index] as number;
  let place = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value < own || (value === own && i < index)) place += 1;
  }
  return place;
}

/** Parts of the range of the values in which points are counted, to look for one of them. */
const CELLS = 1 << 12;

/** The point that so many come before: looked for in the part of the values that holds it, again and again until there are few. */
function pointAt(values: Float64Array, place: number): number {
  // The values that are still in question, and the points they are of.
  let [own, points] = [values, upTo(new Uint32Array(values.length))];
  let left = place;
  while (own.length > CELLS) {
    const { cellOf, counts } = countedCells(own);
    let cell = 0;
    while (left >= (counts[cell] as number)) left -= counts[cell++] as number;
    if (counts[cell] === own.length) break;
    // A plain loop: `filter` of a typed array takes five times as long.
    const [held, of] = [new Float64Array(counts[cell] as number), new Uint32Array(counts[cell] as number)];
    let length = 0;
    for (let i = 0; i < own.length; i += 1) {
      if (cellOf(own[i] as number) !== cell) continue;
      held[length] = own[i] as number;
      of[length++] = points[i] as number;
    }
    [own, points] = [held, of];
  }
  return points.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b)[left] as number;
}

function upTo(numbers: Uint32Array): Uint32Array {
  for (let i = 0; i < numbers.length; i += 1) numbers[i] = i;
  return numbers;
}

function countedCells(values: Float64Array): { cellOf(value: number): number; readonly counts: Uint32Array } {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  // In halves, since the whole range may be beyond all numbers.
  const range = high / 2 - low / 2 || 1;
  const cellOf = (value: number): number => Math.min(CELLS - 1, Math.floor(((value / 2 - low / 2) / range) * CELLS));
  const counts = new Uint32Array(CELLS);
  for (let i = 0; i < values.length; i += 1) {
    const cell = cellOf(values[i] as number);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return { cellOf, counts };
}
