/** What a frame of points is drawn from, and how two of them are told apart. Pure. */
import type { CollectInput, Seen } from './collect.js';
import type { PointSet } from './geometry.js';
import type { BufferLayout } from './pixel-buffer.js';
import type { Slot, Slots } from './slots.js';
import { turnInView } from './turns.js';
import type { DrawTarget, RenderStyle } from './types.js';

/** How far apart symbols of a moving view may lie ÷ size of the smallest. */
const SPACING = 0.7;

/** What a frame of points needs. */
export interface PointFrame extends DrawTarget {
  readonly points: PointSet;
  readonly slots: Slots;
  readonly style: RenderStyle;
  /** Points to draw; all when absent. */
  readonly only?: Uint32Array;
  /** The rows of what is seen are asked for. */
  readonly withRows?: boolean;
  /** Row → turn of its symbol; upright when absent. */
  readonly turns?: Uint8Array | undefined;
}

/** A part of what is seen, as [from, to). */
export type Stretch = readonly [from: number, to: number];

/** All that is seen of a slot. */
export function stretchOf({ start }: Pick<Seen, 'start'>, slot: number): Stretch {
  return [start[slot] as number, start[slot + 1] as number];
}

/** Parts of a stretch of a slot that look alike: all of it, or point by point where each has its own turn. */
export function eachAlike(frame: PointFrame, seen: Seen, slot: number, [from, to]: Stretch, visit: (from: number, to: number, turn: number, look: Slot) => void, fromTop = false): void {
  const look = frame.slots.list[slot - 1];
  if (from === to || !look) return;
  const { turns, view } = frame;
  if (!turns) {
    visit(from, to, 0, look);
    return;
  }
  for (let i = 0; i < to - from; i++) {
    const at = fromTop ? to - 1 - i : from + i;
    visit(at, at + 1, turnInView(turns[seen.rows?.[at] ?? 0] as number, view.rotation), look);
  }
}

/** Whether two frames show the same symbols. */
export function sameContent(a: PointFrame, b: PointFrame): boolean {
  return a.points === b.points && a.slots === b.slots && a.style === b.style && a.turns === b.turns && b.only === undefined && a.view.pixelRatio === b.view.pixelRatio;
}

/** What is to be collected for a frame. */
export function collectInput(frame: PointFrame, reach: number, { stride, margin }: BufferLayout): CollectInput {
  const { view, style, slots, withRows = false, turns } = frame;
  // So near to each other they still cover the ground.
  const smallest = slots.list.reduce((least, slot) => Math.min(least, slot.diameter), style.size);
  const spacing = view.moving ? smallest * SPACING * view.pixelRatio : 0;
  return { view, slotOf: slots.of, slotCount: slots.list.length, lifted: slots.lifted, reach, stride, margin, spacing, withRows: withRows || turns !== undefined };
}
