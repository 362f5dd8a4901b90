/** Draws clusters: a disc by count, a ring with the share of each class, and a number that can always be read. */
import { cssColor, mixColors, parseColor, readableOn } from './color.js';
import type { ShownClusters } from './cluster-frame.js';
import type { DrawTarget, RenderStyle } from './types.js';
import { devicePoint, type View } from './view.js';

/** A disc that was drawn, device px. */
export interface DrawnCluster {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly index: number;
  readonly shown: ShownClusters;
}

const RING = 4;
const TURN = 2 * Math.PI;

/** Diameter of a cluster in CSS px: it grows with the number of digits, so that the number fits and neighbours stay apart. */
export function clusterDiameter(count: number, textScale = 1): number {
  return Math.min(56, 24 + 6 * Math.log10(Math.max(1, count))) * Math.min(1.5, textScale);
}

/** Clusters on the canvas, the smallest last, so that it lies on top. */
export function drawnClusters(shown: readonly ShownClusters[], view: View, style: RenderStyle): DrawnCluster[] {
  const out: DrawnCluster[] = [];
  for (const one of shown) {
    const { clusters, shift } = one;
    for (let index = 0; index < clusters.count; index++) {
      const [x, y] = devicePoint(view, (clusters.centers[2 * index] as number) + shift, clusters.centers[2 * index + 1] as number);
      const radius = (clusterDiameter(clusters.sizes[index] as number, style.textScale) / 2) * view.pixelRatio;
      const far = radius + 8 * view.pixelRatio;
      if (x > -far && y > -far && x < view.width + far && y < view.height + far) out.push({ x, y, radius, index, shown: one });
    }
  }
  return out.sort((p, q) => q.radius - p.radius);
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number, color: string): void {
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
  context.fill();
}

function ring(target: DrawTarget, { x, y, radius, index, shown }: DrawnCluster, style: RenderStyle): void {
  const { context, view } = target;
  const { shares, sizes, input } = shown.clusters;
  const total = sizes[index] as number;
  const width = RING * view.pixelRatio;
  let from = -TURN / 4;
  context.lineWidth = width;
  context.lineCap = 'butt';
  for (let k = 0; k < input.classCount; k++) {
    const share = (shares[index * input.classCount + k] as number) / total;
    if (share === 0) continue;
    context.strokeStyle = style.classes[k]?.color ?? style.colors.label;
    context.beginPath();
    context.arc(x, y, radius - width / 2, from, from + share * TURN);
    context.stroke();
    from += share * TURN;
  }
}

/** Draws one cluster. */
export function drawCluster(target: DrawTarget, drawn: DrawnCluster, style: RenderStyle): void {
  const { context, view } = target;
  const { x, y, radius, index, shown } = drawn;
  const { clusters } = shown;
  const { pixelRatio } = view;
  const withRing = clusters.input.classCount > 0;
  const plain = parseColor(style.classes[0]?.color ?? style.colors.label);
  const ground = withRing ? parseColor(style.colors.surface) : plain;
  if (clusters.selected[index]) disc(context, x, y, radius + 4 * pixelRatio, style.colors.selection);
  disc(context, x, y, radius + 1.5 * pixelRatio, style.colors.outline);
  disc(context, x, y, radius, cssColor(withRing ? ground : mixColors(ground, parseColor(style.colors.surface), 0.35)));
  if (withRing) ring(target, drawn, style);
  else disc(context, x, y, radius - (RING - 1) * pixelRatio, cssColor(ground));
  const size = Math.max(11, Math.min(14, (radius / pixelRatio) * 0.72)) * Math.min(1.5, style.textScale) * pixelRatio;
  context.font = `600 ${size}px ${style.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = withRing ? style.colors.label : readableOn(ground);
  context.fillText(style.countText(clusters.sizes[index] as number), x, y + 0.5 * pixelRatio, 2 * (radius - RING * pixelRatio));
}
