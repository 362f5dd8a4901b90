/** Sprites of the slots of a layer, made when first needed and kept until the look changes. */
import { stampOf, type Stamp } from './blit.js';
import { parseColor, type Rgba } from './color.js';
import type { Slot } from './slots.js';
import { spriteOf, spriteReach, type Sprite, type SpriteLook } from './sprite.js';
import { formOf, LIFT, SELECTED_RING } from './symbol-form.js';
import { NO_TURN } from './turns.js';
import type { RenderStyle } from './types.js';

/** How a symbol stands out. */
export type Emphasis = 'none' | 'selected' | 'hover';

const EMPHASES: readonly Emphasis[] = ['none', 'selected', 'hover'];

/** Signs on symbols smaller than this could not be read, CSS px. */
const SMALLEST_SIGNED = 10;
/** So many sprites are kept; a layer that turns and sizes symbols could otherwise fill the memory. */
const MOST_SPRITES = 5000;

interface Entry {
  readonly sprite: Sprite;
  canvas?: HTMLCanvasElement;
  stamp?: Stamp;
  stride?: number;
}

/** Look of a symbol in device px. */
function lookOf(style: RenderStyle, slot: Slot, emphasis: Emphasis, pixelRatio: number, turn: number): SpriteLook {
  const { colors } = style;
  const one = style.classes[slot.classIndex];
  const glyph = turn === NO_TURN || (style.shape !== 'none' && slot.diameter < SMALLEST_SIGNED) ? undefined : one?.glyph;
  const form = formOf(style.shape, { ...slot, selected: emphasis === 'selected' }, turn);
  const base = {
    ...form,
    ...(glyph && { glyph: { drawing: glyph, color: parseColor(one?.ink ?? colors.outline) } }),
    diameter: form.diameter * pixelRatio,
    fill: parseColor(one?.color ?? '#000'),
    outline: parseColor(one?.outline ?? colors.outline),
    // A very small symbol would be nothing but outline.
    outlineWidth: Math.min(1, slot.diameter / 6) * pixelRatio,
  };
  if (emphasis === 'none') return base;
  const ring: Rgba = parseColor(colors.selection);
  if (emphasis === 'hover') return { ...base, ring, ringWidth: 1.5 * pixelRatio };
  const lifted = { ...base, ring, ringWidth: SELECTED_RING * pixelRatio };
  // The shadow is that of a disc; a sign by itself has another form.
  return form.shape === 'none' && glyph ? lifted : { ...lifted, shadow: 4 * pixelRatio };
}

function canvasOf(sprite: Sprite): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = sprite.side;
  const image = new ImageData(sprite.side, sprite.side);
  new Uint32Array(image.data.buffer).set(sprite.pixels);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}

/** Which picture of a slot is meant. */
export interface SpriteChoice {
  readonly emphasis: Emphasis;
  /** Steps clockwise from upright; 0 when absent, `NO_TURN` for a direction that is not known. */
  readonly turn?: number;
}

/** The sprites of one look. */
export class PointSprites {
  readonly #entries = new Map<number, Entry>();
  #style?: RenderStyle;
  #pixelRatio = 0;

  /** Forgets all sprites if the look is another one. */
  use(style: RenderStyle, pixelRatio: number): void {
    if (style === this.#style && pixelRatio === this.#pixelRatio && this.#entries.size <= MOST_SPRITES) return;
    this.#style = style;
    this.#pixelRatio = pixelRatio;
    this.#entries.clear();
  }

  /** The sprite of a slot. */
  sprite(slot: Slot, choice: SpriteChoice): Sprite {
    return this.#entry(slot, choice).sprite;
  }

  /** The sprite as a canvas, for `drawImage`. */
  canvas(slot: Slot, choice: SpriteChoice): HTMLCanvasElement {
    const entry = this.#entry(slot, choice);
    return (entry.canvas ??= canvasOf(entry.sprite));
  }

  /** The sprite as offsets into a pixel buffer. */
  stamp(slot: Slot, choice: SpriteChoice, stride: number): Stamp {
    const entry = this.#entry(slot, choice);
    if (!entry.stamp || entry.stride !== stride) {
      entry.stamp = stampOf(entry.sprite, stride);
      entry.stride = stride;
    }
    return entry.stamp;
  }

  #entry(slot: Slot, { emphasis, turn = 0 }: SpriteChoice): Entry {
    const key = ((slot.classIndex * 256 + slot.diameter) * 256 + turn) * 3 + EMPHASES.indexOf(emphasis);
    let entry = this.#entries.get(key);
    if (!entry) {
      const style = this.#style as RenderStyle;
      entry = { sprite: spriteOf(lookOf(style, slot, emphasis, this.#pixelRatio, turn)) };
      this.#entries.set(key, entry);
    }
    return entry;
  }
}

function largestOf(style: RenderStyle, slots: readonly Slot[]): number {
  return slots.reduce((most, slot) => Math.max(most, slot.diameter), style.size);
}

/** Furthest a symbol that is not selected reaches from its point, device px: as far as its sprite. */
export function plainReachOf(style: RenderStyle, slots: readonly Slot[], pixelRatio: number): number {
  return spriteReach((largestOf(style, slots) / 2) * pixelRatio) + 1;
}

/** Furthest a symbol of these slots reaches from its point, device px. */
export function reachOf(style: RenderStyle, slots: readonly Slot[], pixelRatio: number): number {
  const largest = largestOf(style, slots);
  return Math.ceil(((largest / 2) * LIFT + SELECTED_RING) * 1.25 * pixelRatio + 6 * pixelRatio) + 1;
}
