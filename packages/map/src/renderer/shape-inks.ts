/** The colours of lines and polygons as inks, and the order they are laid in. */
import { parseColor } from './color.js';
import { inkOf, layItem, type Ink, type Tiling } from './compose.js';
import type { Raster } from './raster.js';
import type { Slots } from './slots.js';
import type { RenderStyle } from './types.js';

/** Inks of one class. */
export interface ClassInks {
  readonly lower: Ink;
  readonly upper: Ink;
}

/** What the painters know about a class and this file does not. */
export interface InkSource {
  readonly border: (classIndex: number) => string;
  /** Repeated fill of a hatched class, its place as in the picture. */
  readonly tiling: (classIndex: number) => Tiling | undefined;
}

/** Fill and border of polygons: fills are made clear together, borders lie on them. */
export function polygonInks(style: RenderStyle, { border, tiling }: InkSource): ClassInks[] {
  const full = Math.round(255 * style.fillOpacity);
  return style.classes.map((one, index) => ({
    lower: inkOf(parseColor(one.color), full, one.hatch ? tiling(index) : undefined),
    upper: inkOf(parseColor(border(index)), 255),
  }));
}

/** Casing and line. */
export function lineInks(style: RenderStyle): ClassInks[] {
  return style.classes.map((one) => ({
    lower: inkOf(parseColor(one.outline ?? style.colors.halo), 255),
    upper: inkOf(parseColor(one.color), 255),
  }));
}

/** Lays the rings of a selection: a seam in the colour of the ground, then the ring. */
export function composeRings(pixels: Int32Array, rings: Raster, { colors }: RenderStyle): void {
  const inks = { lower: inkOf(parseColor(colors.surface), 255), upper: inkOf(parseColor(colors.selection), 255) };
  for (const part of ['lower', 'upper'] as const)
    for (let item = 0; item < rings.rows.length; item++) layItem(pixels, rings.width, rings[part], item, inks[part]);
}

/** Items of a raster by place of their class, bottom first, in row order within a class. Rows that are not drawn are left out. */
export function itemsByClass(rows: Uint32Array, slots: Slots): { items: Uint32Array; start: Uint32Array } {
  const plain = slots.list.length / 2;
  const start = new Uint32Array(plain + 1);
  const placeOf = (row: number) => ((slots.of[row] as number) - 1) % plain;
  for (const row of rows) if (slots.of[row]) start[placeOf(row) + 1] = (start[placeOf(row) + 1] as number) + 1;
  for (let place = 0; place < plain; place++) start[place + 1] = (start[place + 1] as number) + (start[place] as number);
  const next = start.slice();
  const items = new Uint32Array(start[plain] as number);
  for (let item = 0; item < rows.length; item++) {
    const row = rows[item] as number;
    if (!slots.of[row]) continue;
    const place = placeOf(row);
    const at = next[place] as number;
    next[place] = at + 1;
    items[at] = item;
  }
  return { items, start };
}

/** Lays all rows of a raster on a picture. @param fills True: all fills lie below all borders; false: class by class. */
export function compose(pixels: Int32Array, raster: Raster, slots: Slots, inks: readonly ClassInks[], fills: boolean): void {
  const { items, start } = itemsByClass(raster.rows, slots);
  const layPart = (part: 'lower' | 'upper', place: number) => {
    const ink = inks[slots.list[place]?.classIndex ?? -1]?.[part];
    if (!ink) return;
    const fragments = raster[part];
    for (let i = start[place] as number; i < (start[place + 1] as number); i++) layItem(pixels, raster.width, fragments, items[i] as number, ink);
  };
  const places = start.length - 1;
  for (let place = 0; place < places; place++) {
    layPart('lower', place);
    if (!fills) layPart('upper', place);
  }
  if (fills) for (let place = 0; place < places; place++) layPart('upper', place);
}

/** The same inks for a picture whose top left is elsewhere: hatches stay with the map. */
export function movedInks(inks: readonly ClassInks[], x: number, y: number): readonly ClassInks[] {
  if (!inks.some(({ lower }) => lower.tiling)) return inks;
  return inks.map((one) => {
    const { tiling } = one.lower;
    return tiling ? { ...one, lower: { ...one.lower, tiling: { ...tiling, x: tiling.x - x, y: tiling.y - y } } } : one;
  });
}
