import type { Filter } from '@yizhangtu/data/model';
import type { PlotRect } from '../chart/plot-svg.js';
import { shortNumber } from './scatter-axis.js';
import type { ScatterPlot } from './scatter-plot.js';
import type { ScatterScene } from './scatter-scene.js';

/** The filters that a rectangle of the plot leaves, one for each field. Numbers are as short as the place of a pointer is exact. */
export function rectFilters(scene: ScatterScene, rect: PlotRect, x: string, y: string): readonly [x: Filter, y: Filter] {
  const across = (px: number): number => scene.xAxis.value((px - scene.left) / (scene.right - scene.left));
  const up = (px: number): number => scene.yAxis.value((scene.bottom - px) / (scene.bottom - scene.top));
  const end = (at: (px: number) => number, px: number): number => shortNumber(at(px), Math.abs(at(px + 0.5) - at(px)));
  return [
    { kind: 'range', field: x, min: end(across, rect.left), max: end(across, rect.right) },
    { kind: 'range', field: y, min: end(up, rect.bottom), max: end(up, rect.top) },
  ];
}

/** Where the filters of the two fields lie in the plot; undefined where neither is a range. */
export function filterRect({ xAxis, yAxis, left, right, top, bottom }: ScatterPlot, x: Filter | undefined, y: Filter | undefined): PlotRect | undefined {
  if (x?.kind !== 'range' && y?.kind !== 'range') return undefined;
  const within = (share: number): number => (Number.isNaN(share) ? 0 : Math.max(0, Math.min(1, share)));
  const place = (at: (value: number) => number, value: number | undefined, otherwise: number): number => (value === undefined ? otherwise : within(at(value)));
  const [x0, x1] = x?.kind === 'range' ? [place(xAxis.at, x.min, 0), place(xAxis.at, x.max, 1)] : [0, 1];
  const [y0, y1] = y?.kind === 'range' ? [place(yAxis.at, y.min, 0), place(yAxis.at, y.max, 1)] : [0, 1];
  return { left: left + x0 * (right - left), right: left + x1 * (right - left), top: bottom - y1 * (bottom - top), bottom: bottom - y0 * (bottom - top) };
}

/** Whether a number passes a filter that is a range; true for others. */
export function passes(filter: Filter | undefined, value: number): boolean {
  if (filter?.kind !== 'range') return true;
  const { min = -Infinity, max = Infinity, minExclusive, maxExclusive } = filter;
  return (minExclusive ? value > min : value >= min) && (maxExclusive ? value < max : value <= max);
}

/** The rectangle that holds two points. */
export function rectBetween({ xs, ys }: ScatterScene, a: number, b: number): PlotRect {
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [xs[a], xs[b], ys[a], ys[b]];
  return { left: Math.min(x0, x1) - 1, right: Math.max(x0, x1) + 1, top: Math.min(y0, y1) - 1, bottom: Math.max(y0, y1) + 1 };
}
