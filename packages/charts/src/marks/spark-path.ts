import { curveMonotoneX, line } from 'd3-shape';
import { courseNow } from './extremes.js';
import { thinnedPlaces } from './thinned.js';

/** The shapes of a sparkline as SVG path data. */
export interface SparkPath {
  readonly line: string;
  readonly area: string;
  /** Last known value. */
  readonly last: { readonly x: number; readonly y: number } | undefined;
}

/**
 * A line through values that are evenly spaced in time. Missing values (NaN) are gaps.
 * @param inset Room for the line's width and the last point, px.
 */
export function sparkPath(values: readonly number[], width: number, height: number, inset = 4): SparkPath {
  // Before the first layout there is nothing to see.
  if (width < 1) return { line: '', area: '', last: undefined };
  const course = courseNow(values);
  const [low, high] = [values[course.low] ?? 0, values[course.high] ?? 0];
  const room = Math.max(0, height - inset * 2);
  const x = (index: number): number =>
    inset + (values.length < 2 ? 0.5 : index / (values.length - 1)) * Math.max(0, width - inset * 2);
  const y = (value: number): number => (high === low ? height / 2 : inset + room * (1 - (value - low) / (high - low)));
  const known = (index: number): boolean => Number.isFinite(values[index]);
  // Of very many values those that show.
  const points = thinnedPlaces(values.length, width, x, (index) => (known(index) ? y(values[index] as number) : Number.NaN)) ?? Array.from(values, (_, index) => index);
  const drawLine = line<number>()
    .defined(known)
    .x(x)
    .y((index) => y(values[index] as number))
    .curve(curveMonotoneX)
    .digits(2);
  const value = values[course.last];
  const last = value === undefined ? undefined : { x: x(course.last), y: y(value) };
  const drawn = drawLine(points) ?? '';
  return { line: drawn, area: areaUnder(drawn, height), last };
}

/** What lies between the pieces of a line and the floor; a value that stands alone has none. */
function areaUnder(path: string, floor: number): string {
  const pieces = path.split('M').filter((piece) => piece !== '' && !piece.endsWith('Z'));
  return pieces.map((piece) => `M${piece}L${/([^,LC]+),[^,]*$/.exec(piece)?.[1]},${floor}L${piece.slice(0, piece.indexOf(','))},${floor}Z`).join('');
}
