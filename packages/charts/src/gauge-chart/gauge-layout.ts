import { arc } from 'd3-shape';
import type { MeasureText } from '../marks/text-fit.js';
import type { GaugeScale } from './gauge-scale.js';

/** What a gauge is laid out for. */
export interface GaugeBox {
  /** px. */
  readonly width: number;
  /** Height that is there anyway, px; the ring grows into it. 0: as high as it needs. */
  readonly height: number;
  readonly fontSize: number;
  readonly number: string;
  readonly unit: string;
  /** Texts under the ends of the scale. */
  readonly ends: readonly [min: string, max: string];
}

/** A band of the scale as it is drawn: an outline, and the number of its threshold. */
export interface GaugeBandPath {
  readonly index: number;
  readonly path: string;
}

/** Where a gauge stands, px: half a ring, the figure in its middle. */
export interface GaugeLayout {
  readonly height: number;
  /** Centre of the ring. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly inner: number;
  /** The whole ring, and as much of it as the value. Around the centre, as everything that is a path. */
  readonly track: string;
  readonly value: string;
  readonly bands: readonly GaugeBandPath[];
  /** The mark at the target; undefined without one. */
  readonly target: string | undefined;
  /** Type sizes. */
  readonly numberSize: number;
  readonly unitSize: number;
  /** Baseline of the figure and middle of the texts under the ends, below the centre. */
  readonly figureY: number;
  readonly endsY: number;
  /** Middle of the ring under its ends, from the centre. */
  readonly endsX: number;
}

/** Smaller than this a ring says nothing, and larger it shouts, px. */
const LEAST_RADIUS = 48;
const LARGEST_RADIUS = 180;
/** A gauge of a page that sets no height, px. */
const USUAL_RADIUS = 104;
/** The number beside the radius, at most. */
const NUMBER = 0.4;

/** Half a ring from the left over the top to the right. */
export function gaugeLayout(box: GaugeBox, scale: GaugeScale, value: number, target: number | undefined, measure: MeasureText): GaugeLayout {
  const { width, height, fontSize } = box;
  const line = fontSize * 1.5;
  // Texts under the ends may be wider than the ring is thick; the mark of the target and bands stand outside.
  const edge = Math.max(8, ...box.ends.map((text) => measure(text) / 2 - LEAST_RADIUS * 0.1));
  const high = height > 0 ? height - line - 10 : USUAL_RADIUS;
  const radius = Math.max(LEAST_RADIUS, Math.min(width / 2 - edge, high, LARGEST_RADIUS));
  const outer = scale.bands.length > 0 ? radius - 8 : radius;
  const inner = outer - Math.max(8, radius * 0.17);
  const angle = (share: number): number => (share - 0.5) * Math.PI;
  const ring = (from: number, to: number, [innerRadius, outerRadius]: readonly [number, number]): string =>
    arc()({ innerRadius, outerRadius, startAngle: angle(from), endAngle: angle(to) }) ?? '';
  const [y, endsY] = [10 + radius, line * 0.75];
  const unitSize = Math.max(fontSize * 0.92, Math.min(fontSize * 1.25, radius * 0.13));
  return {
    height: Math.max(height, y + line + 2),
    x: width / 2,
    y: height > 0 ? Math.max(y, (height - line + radius + 8) / 2) : y,
    radius,
    inner,
    track: ring(0, 1, [inner, outer]),
    value: ring(0, scale.at(value), [inner, outer]),
    bands: scale.bands.map(({ from, to, index }) => ({ index, path: ring(scale.at(from), scale.at(to), [radius - 5, radius]) })),
    target: target === undefined || target < scale.min || target > scale.max ? undefined : tick(angle(scale.at(target)), inner - 3, radius + 4),
    numberSize: numberSize(box, { radius, inner, unitSize }, measure),
    unitSize,
    figureY: -radius * 0.06,
    endsY,
    endsX: (inner + outer) / 2,
  };
}

/** The figure is as large as the ring leaves room for. */
function numberSize(box: GaugeBox, { radius, inner, unitSize }: { radius: number; inner: number; unitSize: number }, measure: MeasureText): number {
  const [number, unit] = [measure(box.number) / box.fontSize, (measure(box.unit) / box.fontSize) * unitSize];
  // Bold figures are wider than they measure.
  const room = (inner * 1.8 - (unit > 0 ? unit + 3 : 0)) / Math.max(0.5, number * 1.08);
  return Math.max(box.fontSize * 0.9, Math.min(radius * NUMBER, room));
}

function tick(angle: number, from: number, to: number): string {
  const [dx, dy] = [Math.sin(angle), -Math.cos(angle)];
  const at = (r: number): string => `${(dx * r).toFixed(2)},${(dy * r).toFixed(2)}`;
  return `M${at(from)}L${at(to)}`;
}
