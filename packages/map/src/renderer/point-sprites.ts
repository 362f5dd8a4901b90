/** Sprites of the slots of a layer, made when first needed and kept until the look changes. */
import { stampOf, type Stamp } from './blit.js';
import { parseColor, type Rgba } from './color.js';
import type { Slot } from './slots.js';
import { spriteOf, type Sprite, type SpriteLook } from './sprite.js';
import type { RenderStyle } from './types.js';

/** How a symbol stands out. */
export type Emphasis = 'none' | 'selected' | 'hover';

/** A selected symbol is this much larger. */
const LIFT = 1.25;

interface Entry {
  readonly sprite: Sprite;
  canvas?: HTMLCanvasElement;
  stamp?: Stamp;
  stride?: number;
}

/** Look of a symbol in device px. */
function lookOf(style: RenderStyle, slot: Slot, emphasis: Emphasis, pixelRatio: number): SpriteLook {
  const { colors, shape } = style;
  const one = style.classes[slot.classIndex];
  const base = {
    shape,
    diameter: slot.diameter * pixelRatio,
    fill: parseColor(one?.color ?? '#000'),
    outline: parseColor(one?.outline ?? colors.outline),
    // A very small symbol would be nothing but outline.
    outlineWidth: Math.min(1, slot.diameter / 6) * pixelRatio,
  };
  if (emphasis === 'none') return base;
  const ring: Rgba = parseColor(colors.selection);
  if (emphasis === 'hover') return { ...base, ring, ringWidth: 1.5 * pixelRatio };
  return { ...base, diameter: base.diameter * LIFT, ring, ringWidth: 2.5 * pixelRatio, shadow: 4 * pixelRatio };
}

function canvasOf(sprite: Sprite): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = sprite.side;
  const image = new ImageData(sprite.side, sprite.side);
  new Uint32Array(image.data.buffer).set(sprite.pixels);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}

/** The sprites of one look. */
export class PointSprites {
  readonly #entries = new Map<string, Entry>();
  #style?: RenderStyle;
  #pixelRatio = 0;

  /** Forgets all sprites if the look is another one. */
  use(style: RenderStyle, pixelRatio: number): void {
    if (style === this.#style && pixelRatio === this.#pixelRatio) return;
    this.#style = style;
    this.#pixelRatio = pixelRatio;
    this.#entries.clear();
  }

  /** The sprite of a slot. */
  sprite(slot: Slot, emphasis: Emphasis): Sprite {
    return this.#entry(slot, emphasis).sprite;
  }

  /** The sprite as a canvas, for `drawImage`. */
  canvas(slot: Slot, emphasis: Emphasis): HTMLCanvasElement {
    const entry = this.#entry(slot, emphasis);
    return (entry.canvas ??= canvasOf(entry.sprite));
  }

  /** The sprite as offsets into a pixel buffer. */
  stamp(slot: Slot, emphasis: Emphasis, stride: number): Stamp {
    const entry = this.#entry(slot, emphasis);
    if (!entry.stamp || entry.stride !== stride) {
      entry.stamp = stampOf(entry.sprite, stride);
      entry.stride = stride;
    }
    return entry.stamp;
  }

  #entry(slot: Slot, emphasis: Emphasis): Entry {
    const key = `${slot.classIndex} ${slot.diameter} ${emphasis}`;
    let entry = this.#entries.get(key);
    if (!entry) {
      const style = this.#style as RenderStyle;
      entry = { sprite: spriteOf(lookOf(style, slot, emphasis, this.#pixelRatio)) };
      this.#entries.set(key, entry);
    }
    return entry;
  }
}

/** Furthest a symbol of these slots reaches from its point, device px. */
export function reachOf(style: RenderStyle, slots: readonly Slot[], pixelRatio: number): number {
  const largest = slots.reduce((most, slot) => Math.max(most, slot.diameter), style.size);
  return Math.ceil(((largest / 2) * LIFT + 2.5) * 1.25 * pixelRatio + 6 * pixelRatio) + 1;
}
