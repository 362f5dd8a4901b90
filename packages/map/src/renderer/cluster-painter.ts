/** Draws clusters: a disc by count, a ring with the share of each class, and a number that can always be read. */
import { sharesOf, type Shares } from './cluster-shares.js';
import type { ShownClusters } from './cluster-types.js';
import { cssColor, mixColors, parseColor, readableOn, type Rgba } from './color.js';
import { ringParts, ringPieces } from './ring.js';
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

/** Width of the ring, CSS px: colours can be told apart from four on. */
const RING = 5;
/** A piece smaller than this could not be seen, CSS px along the ring. */
const SMALLEST_PIECE = 2;
const TURN = 2 * Math.PI;
/** Sizes of numbers, CSS px. */
const SMALLEST_TEXT = 11;
const LARGEST_TEXT = 14;
/** Texts kept at most. */
const MOST_TEXTS = 5000;

/** Diameter of a cluster in CSS px: it grows with the number of digits, so that the number fits and neighbours stay apart. */
export function clusterDiameter(count: number, textScale = 1): number {
  return Math.min(56, 26 + 5.5 * Math.log10(Math.max(1, count))) * Math.min(1.5, textScale);
}

/**
 * Clusters on the canvas, the smallest last, so that it lies on top.
 * @param centersOf Where they stand in this frame; where they belong when absent.
 */
export function drawnClusters(
  shown: readonly ShownClusters[],
  view: View,
  style: RenderStyle,
  centersOf: (one: ShownClusters) => Float64Array = ({ clusters }) => clusters.centers,
): DrawnCluster[] {
  const out: DrawnCluster[] = [];
  for (const one of shown) {
    const { clusters, shift } = one;
    const centers = centersOf(one);
    for (let index = 0; index < clusters.count; index++) {
      const [x, y] = devicePoint(view, (centers[2 * index] as number) + shift, centers[2 * index + 1] as number);
      const radius = (clusterDiameter(clusters.sizes[index] as number, style.textScale) / 2) * view.pixelRatio;
      const far = radius + 8 * view.pixelRatio;
      if (x > -far && y > -far && x < view.width + far && y < view.height + far) out.push({ x, y, radius, index, shown: one });
    }
  }
  return out.sort((p, q) => q.radius - p.radius);
}

/** Everything about the look of clusters that does not change between them. */
interface Look {
  readonly shares: Shares;
  readonly fill: string;
  /** The outline has another colour than the ground. */
  readonly isOutlined: boolean;
  readonly text: string;
  readonly rim: string;
}

function lookOf(style: RenderStyle): Look {
  const shares = sharesOf(style.classes);
  const surface = parseColor(style.colors.surface);
  const outline = cssColor(parseColor(style.colors.outline));
  const look = (ground: Rgba) => ({ shares, fill: cssColor(ground), isOutlined: cssColor(ground) !== outline });
  if (shares.colors.length > 0) return { ...look(surface), text: style.colors.label, rim: style.colors.outline };
  const ground = parseColor(style.classes[0]?.color ?? style.colors.label);
  return { ...look(ground), text: readableOn(ground), rim: cssColor(mixColors(ground, surface, 0.35)) };
}

/** Draws the discs of one layer. */
export class ClusterPainter {
  #style?: RenderStyle;
  #look?: Look;
  #warm?: string;
  /** Count → its text: formatting takes as long as drawing. */
  readonly #texts = new Map<number, string>();

  /** Draws one cluster. */
  draw(target: DrawTarget, drawn: DrawnCluster, style: RenderStyle): void {
    const look = this.#use(style);
    const { context, view } = target;
    const { x, y, radius, index, shown } = drawn;
    const { pixelRatio } = view;
    const { colors } = style;
    if (shown.clusters.selected[index]) disc(context, x, y, radius + 4 * pixelRatio, colors.selection);
    disc(context, x, y, radius + 1.5 * pixelRatio, colors.outline);
    if (look.shares.colors.length > 0) {
      // A ground of the same colour is there already: discs and rings are most of the time of a picture.
      if (look.isOutlined) disc(context, x, y, radius, look.fill);
      ring(target, drawn, look.shares);
    } else {
      disc(context, x, y, radius, look.rim);
      disc(context, x, y, radius - (RING - 2) * pixelRatio, look.fill);
    }
    number(target, drawn, style, look.text, this.#textOf(shown.clusters.sizes[index] as number, style));
  }

  /** Has the browser find the fonts of the numbers, which takes it long the first time, while there is nothing to draw yet. */
  warm({ context, view }: DrawTarget, style: RenderStyle): void {
    if (this.#warm === style.fontFamily) return;
    this.#warm = style.fontFamily;
    for (let size = SMALLEST_TEXT; size <= LARGEST_TEXT; size++) {
      context.font = fontOf(size, style, view.pixelRatio);
      context.measureText(style.countText(12_345));
    }
  }

  #use(style: RenderStyle): Look {
    if (style !== this.#style || !this.#look) {
      this.#look = lookOf(style);
      this.#texts.clear();
    }
    this.#style = style;
    return this.#look;
  }

  #textOf(count: number, style: RenderStyle): string {
    let text = this.#texts.get(count);
    if (text === undefined) {
      if (this.#texts.size > MOST_TEXTS) this.#texts.clear();
      this.#texts.set(count, (text = style.countText(count)));
    }
    return text;
  }
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number, color: string): void {
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
  context.fill();
}

function ring({ context, view }: DrawTarget, { x, y, radius, index, shown }: DrawnCluster, { colors }: Shares): void {
  const { shares, input } = shown.clusters;
  const width = RING * view.pixelRatio;
  const smallest = (SMALLEST_PIECE * view.pixelRatio) / (TURN * (radius - width / 2));
  const ends = ringParts(shares.subarray(index * input.classCount, (index + 1) * input.classCount), smallest);
  ringPieces(context, { x, y, radius, width, gap: view.pixelRatio }, ends, colors);
}

/** Font of a number, CSS px. Whole pixels: the browser takes some milliseconds for each further size of a font. */
function fontOf(size: number, style: RenderStyle, pixelRatio: number): string {
  return `600 ${Math.round(size * Math.min(1.5, style.textScale) * pixelRatio)}px ${style.fontFamily}`;
}

function number({ context, view }: DrawTarget, { x, y, radius }: DrawnCluster, style: RenderStyle, color: string, text: string): void {
  const { pixelRatio } = view;
  // A digit is some 0.56 of the size wide, and the number leaves a pixel of room to the ring on each side.
  const room = (2 * (radius / pixelRatio - RING - 1)) / (0.56 * Math.max(2, text.length) * Math.min(1.5, style.textScale));
  context.font = fontOf(Math.max(SMALLEST_TEXT, Math.min(LARGEST_TEXT, room)), style, pixelRatio);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = color;
  context.fillText(text, x, y + 0.5 * pixelRatio, 2 * (radius - (RING - 1) * pixelRatio));
}
