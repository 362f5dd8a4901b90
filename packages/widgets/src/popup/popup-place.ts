/** Pure logic: where the popup goes. All lengths in CSS pixels, all places in one coordinate system. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Frame extends Size {
  readonly left: number;
  readonly top: number;
}

/** Where the card goes and where its tip points. */
export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly side: 'above' | 'below';
  /** Distance of the tip from the left edge of the card. */
  readonly tip: number;
  /** The place is outside of the frame: the card points at nothing. */
  readonly outside: boolean;
  /** The card was pushed onto the place, for lack of room: a tip would point elsewhere. */
  readonly clamped: boolean;
}

/** Smallest distance of the tip from a corner of the card. */
const CORNER = 14;

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/**
 * Puts a card beside a place and keeps it inside a frame: above, or below where there is more room; pushed sideways as far as needed.
 * @param distance Gap between the place and the card.
 * @param margin Gap between the card and the frame.
 */
export function placePopup(anchor: readonly [number, number], card: Size, frame: Frame, distance = 14, margin = 8): Placement {
  const [x, y] = anchor;
  const right = frame.left + frame.width;
  const bottom = frame.top + frame.height;
  const roomAbove = y - distance - frame.top - margin;
  const roomBelow = bottom - margin - y - distance;
  const above = roomAbove >= card.height || roomAbove >= roomBelow;
  const left = clamp(x - card.width / 2, frame.left + margin, Math.max(frame.left + margin, right - margin - card.width));
  const wantedTop = above ? y - distance - card.height : y + distance;
  const top = clamp(wantedTop, frame.top + margin, Math.max(frame.top + margin, bottom - margin - card.height));
  return {
    left: Math.round(left),
    top: Math.round(top),
    side: above ? 'above' : 'below',
    tip: Math.round(clamp(x - left, CORNER, Math.max(CORNER, card.width - CORNER))),
    clamped: top !== wantedTop,
    outside: x < frame.left || x > right || y < frame.top || y > bottom,
  };
}

/** The most height a card beside a place can have. */
export function roomBeside(y: number, frame: Frame, distance = 14, margin = 8): number {
  return Math.max(y - frame.top, frame.top + frame.height - y) - distance - margin;
}

/** The part of two frames that both cover. */
export function overlap(a: Frame, b: Frame): Frame {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  return {
    left,
    top,
    width: Math.max(0, Math.min(a.left + a.width, b.left + b.width) - left),
    height: Math.max(0, Math.min(a.top + a.height, b.top + b.height) - top),
  };
}
