/** The way of the arrow keys over very many points: found by looking through them once a key, because putting a million in order stops the page. */
import { quantileSteps } from '@yizhangtu/data/model';
import { atOnce } from '@yizhangtu/data/steps';
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

/** The point that so many come before. */
function pointAt(values: Float64Array, place: number): number {
  // A little above the number at the place and below the next, since parts of 1 are not exact.
  const near = atOnce(quantileSteps(values.slice(), (place + 0.25) / (values.length - 1)));
  let [own, less] = [-Infinity, 0];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value <= near && value > own) own = value;
  }
  for (let i = 0; i < values.length; i += 1) if ((values[i] as number) < own) less += 1;
  let at = -1;
  for (let left = place - less; left >= 0; left -= 1) at = values.indexOf(own, at + 1);
  return at;
}
