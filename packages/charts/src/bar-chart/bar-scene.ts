import { setStyle } from '@yizhangtu/base/set-style';
import type { Locale } from '@yizhangtu/base/locale';
import { svg, type SVGTemplateResult } from 'lit';
import type { ChartRow } from '../chart/group-rows.js';
import type { MarkArea } from '../chart/mark-group.js';
import type { Series } from '../chart/series.js';
import type { AxisTick } from '../marks/axis.js';
import type { BinPlaces } from '../marks/bin-ticks.js';
import type { MeasureText } from '../marks/text-fit.js';
import { barExtent, type BarLayout, type BarSegment } from './bar-segments.js';
import { valueScale, type ValueScale } from '../marks/value-scale.js';

/** A line that bars are compared with, and what it is. */
export interface BarTarget {
  readonly value: number;
  /** What it is, and how much. */
  readonly name: string;
  readonly figure: string;
}

/** All a drawing of bars needs to know. */
export interface BarScene {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly rowHeight: number;
  readonly measure: MeasureText;
  readonly locale: Locale;
  readonly label: string;
  readonly rows: readonly ChartRow[];
  readonly bars: readonly (readonly BarSegment[])[];
  /** Number of the bar that is drawn shorter than its value, with a break. */
  readonly broken: number | undefined;
  readonly series: readonly Series[];
  readonly layout: BarLayout;
  /** Values are whole numbers of things. */
  readonly whole: boolean;
  readonly target: BarTarget | undefined;
  /** A value as text, in full and shortened. */
  figure(value: number): string;
  short(value: number): string;
  /** Ticks of bins; undefined where groups have names. */
  readonly binTicks: ((places: BinPlaces) => readonly AxisTick[]) | undefined;
  /** The element of a group around what is drawn of it. */
  mark(row: ChartRow, index: number, area: MarkArea, marks: SVGTemplateResult): SVGTemplateResult;
}

/** Size of axis texts for a type size of marks. */
export function smallSize(fontSize: number): number {
  return (fontSize * 12) / 13;
}

/** The scale of all bars and of the target. `exact`: bars carry their values, so the axis may end where the longest does. */
export function sceneScale(scene: BarScene, { count, exact }: { readonly count: number; readonly exact: boolean }): ValueScale {
  if (scene.layout === 'share') return valueScale([0, 1], { count });
  const include = scene.target && { include: scene.target.value };
  return valueScale(barExtent(scene.bars), { whole: scene.whole, count, exact, ...include });
}

/** A value that is written at an end of a bar. */
export interface BarEnd {
  readonly value: number;
  /** The piece it is of; undefined for the whole bar. */
  readonly segment?: BarSegment;
}

/**
 * The values written at the ends of the bar of a group: all of it, piece by piece where pieces stand beside each other, and both sums where
 * pieces go both ways, since their difference is not where either end is. None for shares.
 */
export function barEnds({ layout, bars }: BarScene, { value, parts }: ChartRow, index: number): readonly BarEnd[] {
  if (!parts) return [{ value }];
  if (layout === 'share') return [];
  const segments = bars[index] ?? [];
  if (layout === 'grouped') return segments.map((segment) => ({ value: segment.to, segment }));
  const sum = (sign: number): number => parts.reduce((all, part) => (part * sign > 0 ? all + part : all), 0);
  const [up, down] = [sum(1), sum(-1)];
  return up > 0 && down < 0 ? [{ value: up }, { value: down }] : [{ value }];
}

/** One piece of a bar. */
export function segmentPath({ series }: BarScene, segment: BarSegment, d: string): SVGTemplateResult {
  const own = series[segment.series];
  const classes = own ? `mark segment ${own.faded ? 'out' : ''}` : 'mark';
  return svg`<path class=${classes} d=${d} ${setStyle({ '--yzt-chart-color': own?.color })}></path>`;
}
