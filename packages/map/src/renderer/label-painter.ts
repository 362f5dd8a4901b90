/** Draws the labels of a layer. Texts and their widths are kept, because the same ones come back each frame. */
import { placeLabels, shortLabel, type LabelWish, type PlacedLabel } from './labels.js';
import type { DrawTarget, RenderColumns, RenderStyle } from './types.js';

/** Looking at more places than this a frame is felt. */
export const MOST_WISHES = 4000;
const MOST_LABELS = 400;
const FONT_PX = 12;
/** What a label may hold that has lines, Han characters counted double; one that has one line holds less. */
const MOST_IN_LINES = 64;

/** A row that may get a label, device px. */
export type LabelSpot = Omit<LabelWish, 'text'>;

/** Draws labels. */
export class LabelPainter {
  readonly #texts = new Map<number, string>();
  readonly #widths = new Map<string, number>();
  #label?: RenderColumns['label'];
  #font = '';

  /** Draws labels for as many spots as have room, in their order, when all layers of the frame are drawn. */
  draw(target: DrawTarget, style: RenderStyle, label: NonNullable<RenderColumns['label']>, spots: Iterable<LabelSpot>): void {
    const size = FONT_PX * style.textScale * target.view.pixelRatio;
    this.#use(label, `${size}px ${style.fontFamily}`);
    // Read now: what spots are made from may be another layer's by then.
    const wishes = [...this.#wishes(spots, style.lines && MOST_IN_LINES)];
    if (wishes.length === 0) return;
    const write = () => this.#place(target, style, wishes, size);
    if (target.later) target.later(write);
    else write();
  }

  clear(): void {
    this.#texts.clear();
    this.#widths.clear();
    this.#label = undefined;
  }

  #place(target: DrawTarget, style: RenderStyle, wishes: readonly LabelWish[], size: number): void {
    const { context, view } = target;
    context.font = this.#font;
    const measure = (text: string): number => this.#width(context, text);
    const room = {
      measure,
      lines: style.lines && ((text: string) => style.lines?.(text, measure, size)),
      height: size * 1.35,
      width: view.width,
      depth: view.height,
      limit: MOST_LABELS,
    };
    this.#write(target, style, placeLabels(wishes, room, target.taken));
  }

  #use(label: NonNullable<RenderColumns['label']>, font: string): void {
    if (label !== this.#label) this.#texts.clear();
    if (font !== this.#font || this.#widths.size > 20_000) this.#widths.clear();
    if (this.#texts.size > 20_000) this.#texts.clear();
    this.#label = label;
    this.#font = font;
  }

  *#wishes(spots: Iterable<LabelSpot>, most: number | undefined): Iterable<LabelWish> {
    let looked = 0;
    for (const spot of spots) {
      if (looked++ >= MOST_WISHES) return;
      const text = this.#text(spot.row, most);
      if (text !== '') yield { ...spot, text };
    }
  }

  #text(row: number, most: number | undefined): string {
    let text = this.#texts.get(row);
    if (text === undefined) {
      text = shortLabel(this.#label?.(row) ?? '', most);
      this.#texts.set(row, text);
    }
    return text;
  }

  #width(context: CanvasRenderingContext2D, text: string): number {
    let width = this.#widths.get(text);
    if (width === undefined) {
      width = context.measureText(text).width;
      this.#widths.set(text, width);
    }
    return width;
  }

  #write({ context, view }: DrawTarget, style: RenderStyle, placed: readonly PlacedLabel[]): void {
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 3 * view.pixelRatio;
    context.strokeStyle = style.colors.halo;
    context.fillStyle = style.colors.label;
    for (const { text, left, middle } of placed) context.strokeText(text, left, middle);
    for (const { text, left, middle } of placed) context.fillText(text, left, middle);
  }
}
