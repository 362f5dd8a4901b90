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

/** The value a group is labelled with at the end of its bar: all of it. undefined for groups labelled piece by piece or not at all. */
export function endValue({ layout }: BarScene, { value, parts }: ChartRow): number | undefined {
  if (!parts) return value;
  return layout === 'stacked' ? value : undefined;
}

/** One piece of a bar. */
export function segmentPath({ series }: BarScene, segment: BarSegment, d: string): SVGTemplateResult {
  const own = series[segment.series];
  const classes = own ? `mark segment ${own.faded ? 'out' : ''}` : 'mark';
  return svg`<path class=${classes} d=${d} ${setStyle({ '--yzt-chart-color': own?.color })}></path>`;
}
