import { formatPercent } from '@yizhangtu/base/number-format';
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { ChartRow } from '../chart/group-rows.js';
import { lyingAxis, lyingAxisHeight, lyingGrid } from '../marks/axis.js';
import { barPath } from '../marks/bar-path.js';
import { briefNames } from '../marks/brief-names.js';
import { shortened } from '../marks/text-fit.js';
import { valueScale } from '../marks/value-scale.js';
import { breakMark, BREAK_PLACE } from './broken-rest.js';
import { barEnds, segmentPath, smallSize, type BarScene } from './bar-scene.js';
import { barExtent, type BarSegment } from './bar-segments.js';

/** Labels take at most this share of the width. */
const LABEL_SHARE = 0.4;
const GAP = 10;

/** Where everything of one drawing stands, px. */
interface Layout {
  readonly left: number;
  /** Names of the groups, to be cut at `left`. */
  readonly names: readonly string[];
  readonly top: number;
  /** Height of a group with its gap. */
  readonly step: number;
  /** Thickness of one piece. */
  readonly thick: number;
  x(value: number): number;
}

/** Bars that lie beside their names, each with its value at its end; shares have an axis instead. */
export function lyingBars(scene: BarScene): TemplateResult {
  const { width, rows, fontSize, measure, rowHeight } = scene;
  const grouped = scene.layout === 'grouped' && scene.series.length > 1;
  const step = grouped ? scene.series.length * fontSize * 1.25 + fontSize * 0.9 : rowHeight;
  const thick = grouped ? fontSize * 1.25 - 2 : Math.max(1, rowHeight * 0.6);
  const names = briefNames(rows, width * LABEL_SHARE, measure);
  const left = Math.min(width * LABEL_SHARE, Math.max(...names.map(measure))) + GAP;
  const top = scene.target ? fontSize * 1.6 : 0;
  const layout: Layout = { left, names, top, step, thick, x: scaleOf(scene, left) };
  const height = top + step * rows.length;
  const foot = scene.layout === 'share' ? shareAxis(scene, layout, height) : undefined;
  const zero = layout.x(0);
  const all = height + (foot?.height ?? 0);
  return html`<svg width=${width} height=${all} viewBox="0 0 ${width} ${all}" role="group" aria-label=${scene.label}>
    ${foot?.marks ?? nothing} ${rows.map((row, index) => bar(scene, layout, row, index))}
    <line class="baseline" x1=${zero} x2=${zero} y1=${top} y2=${height}></line>
    ${targetLine(scene, layout, height)}
  </svg>`;
}

/** All texts at the ends of bars. */
function texts(scene: BarScene): { readonly value: number; readonly text: string }[] {
  return scene.rows.flatMap((row, index) => barEnds(scene, row, index).map(({ value }) => ({ value, text: scene.figure(value) })));
}

/** px of a value. A bar may end at the largest value: it carries it, so no round number is needed. */
function scaleOf(scene: BarScene, left: number): (value: number) => number {
  const { width, measure, target } = scene;
  const rounded = valueScale(barExtent(scene.bars), target ? { include: target.value } : {});
  const [low, high] = scene.layout === 'share' ? [0, 1] : barExtent(scene.bars);
  const max = Math.max(high, target?.value ?? 0);
  const min = Math.min(low, target?.value ?? 0);
  const [from, to] = max === min ? [rounded.min, rounded.max] : [min, max];
  const room = (negative: boolean): number =>
    Math.max(0, ...texts(scene).flatMap(({ value, text }) => (value < 0 === negative ? [measure(text) + 8] : [])));
  const start = left + (from < 0 ? room(true) : 0);
  const end = Math.max(start + 1, width - (scene.layout === 'share' ? 1 : room(false)));
  return (value) => start + (((Number.isFinite(value) ? value : 0) - from) / (to - from)) * (end - start);
}

function bar(scene: BarScene, layout: Layout, row: ChartRow, index: number): SVGTemplateResult {
  const { left, names, top, step, thick, x } = layout;
  const middle = top + (index + 0.5) * step;
  const segments = scene.bars[index] ?? [];
  const startOf = ({ lane, lanes }: BarSegment): number => middle + (lane - lanes / 2) * (lanes > 1 ? scene.fontSize * 1.25 : thick);
  const pieces = segments.map((segment) => {
    const from = x(segment.from);
    const shape = { orientation: 'horizontal', base: from, length: x(segment.to) - from, start: startOf(segment), size: thick } as const;
    return segmentPath(scene, segment, barPath({ ...shape, radius: segment.outer ? 3 : 0 }));
  });
  const label = svg`<text x=${left - GAP} y=${middle} text-anchor="end">${shortened(names[index] ?? '', left - GAP, scene.measure)}</text>`;
  const broken = index === scene.broken ? breakMark({ x: x(0) + (x(segments[segments.length - 1]?.to ?? 0) - x(0)) * BREAK_PLACE, y: middle, size: thick, turn: 90 }) : nothing;
  const area = { x: 0, y: middle - step / 2, width: scene.width, height: step };
  return scene.mark(row, index, area, svg`${label}${pieces}${broken}${values(scene, layout, row, { index, segments, middle, startOf })}`);
}

function values(
  scene: BarScene,
  { x, thick }: Layout,
  row: ChartRow,
  at: { readonly index: number; readonly segments: readonly BarSegment[]; readonly middle: number; startOf(segment: BarSegment): number },
): SVGTemplateResult[] {
  return barEnds(scene, row, at.index).map(({ value, segment }) => {
    const before = value < 0;
    const ends = (segment ? [segment] : at.segments).map(({ to }) => x(to));
    const end = before ? Math.min(x(0), ...ends) : Math.max(x(0), ...ends);
    const y = segment ? at.startOf(segment) + thick / 2 : at.middle;
    return svg`<text class="value" x=${end + (before ? -6 : 6)} y=${y} text-anchor=${before ? 'end' : 'start'}>${scene.figure(value)}</text>`;
  });
}

function shareAxis(scene: BarScene, { x, top }: Layout, height: number): { height: number; marks: SVGTemplateResult } {
  const small = smallSize(scene.fontSize);
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((tick) => ({ at: x(tick), text: formatPercent(tick, { digits: 0 }) }));
  return {
    height: lyingAxisHeight(ticks, small),
    marks: svg`${lyingGrid(ticks, top, height)}${lyingAxis(ticks, { y: height, fontSize: small, width: scene.width }, scene.measure)}`,
  };
}

function targetLine({ target, width, fontSize, measure }: BarScene, { x, top }: Layout, height: number): SVGTemplateResult | typeof nothing {
  if (!target) return nothing;
  const at = x(target.value);
  const words = `${target.name} ${target.figure}`;
  const half = measure(words) / 2;
  const middle = Math.min(Math.max(at, half), width - half);
  return svg`<g aria-hidden="true">
    <text class="muted halo" x=${middle} y=${fontSize * 0.7} text-anchor="middle">${words}</text>
    <line class="target" x1=${at} x2=${at} y1=${top} y2=${height}></line>
  </g>`;
}
