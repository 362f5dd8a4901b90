/** Where labels go: greedily, first come first served, never over each other. Pure. */

import { TakenBoxes, type Box } from './taken-boxes.js';

/** A label that wants a place. Device px. */
export interface LabelWish {
  readonly row: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Radius of the symbol to stand beside; 0 for a label in the middle of its place. */
  readonly radius: number;
  /** How far a label in the middle may be moved up or down and still be inside; 0 when absent. */
  readonly slack?: number;
}

/** A label, or a line of one, that got a place: left and middle of the text. */
export interface PlacedLabel {
  readonly row: number;
  readonly text: string;
  readonly left: number;
  readonly middle: number;
  readonly width: number;
}

/** Left and middle of the text in each place it may stand, best first, and how its lines are aligned there. */
function placesFor({ x, y, radius, slack = 0 }: LabelWish, width: number, height: number, line: number): [left: number, middle: number, align: number][] {
  if (radius === 0) {
    const moves = [0, -1.2, 1.2, -2.4, 2.4].map((lines) => lines * line);
    return moves.filter((move) => Math.abs(move) <= slack).map((move) => [x - width / 2, y + move, 0.5]);
  }
  const beside = radius + line * 0.25;
  const above = radius + line * 0.05 + height / 2;
  return [
    [x + beside, y, 0],
    [x - beside - width, y, 1],
    [x - width / 2, y - above, 0.5],
    [x - width / 2, y + above, 0.5],
    // Beside a line of points, which takes the middle above and below.
    [x - radius / 2, y - above, 0],
    [x - radius / 2, y + above, 0],
    [x + radius / 2 - width, y - above, 1],
    [x + radius / 2 - width, y + above, 1],
  ];
}

/** How labels are placed. */
export interface LabelRoom {
  /** Width of a text, device px. */
  readonly measure: (text: string) => number;
  /** Lines of a text; one when absent. */
  readonly lines?: ((text: string) => readonly string[] | undefined) | undefined;
  /** Height of a line, device px. */
  readonly height: number;
  /** Size of the canvas, device px. */
  readonly width: number;
  readonly depth: number;
  /** Labels at most. */
  readonly limit: number;
}

/** Whether a box is on the canvas and nothing stands there. */
function isFree(box: Box, { width, depth }: LabelRoom, taken: TakenBoxes): boolean {
  return box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= depth && taken.isFree(box);
}

const boxAt = (left: number, middle: number, width: number, half: number): Box => [left - 2, middle - half, left + width + 2, middle + half];

/** Whether there might be room for a label: where none is for one without any letter, there is none for more. To measure text takes much longer. */
function mayFit(wish: LabelWish, room: LabelRoom, taken: TakenBoxes): boolean {
  const { height } = room;
  return placesFor(wish, 0, height, height).some(([left, middle]) => isFree(boxAt(left, middle, 0, height / 2), room, taken));
}

/** Places labels in the order of the wishes. A label that would leave the canvas or touch another one gets no place. */
export function placeLabels(wishes: Iterable<LabelWish>, room: LabelRoom, taken = new TakenBoxes()): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    if (placed.length >= room.limit) break;
    if (!mayFit(wish, room, taken)) continue;
    const lines = room.lines?.(wish.text) ?? [wish.text];
    const widths = lines.map(room.measure);
    const width = Math.max(...widths);
    const half = (room.height * lines.length) / 2;
    const place = placesFor(wish, width, 2 * half, room.height).find(([left, middle]) => isFree(boxAt(left, middle, width, half), room, taken));
    if (!place) continue;
    const [left, middle, align] = place;
    taken.block(boxAt(left, middle, width, half));
    widths.forEach((own, at) =>
      placed.push({ row: wish.row, text: lines[at] as string, left: left + align * (width - own), middle: middle - half + (at + 0.5) * room.height, width: own }),
    );
  }
  return placed;
}

/** A label cut to a length the eye takes in at once; Han characters count double. */
export function shortLabel(text: string, most = 32): string {
  let length = 0;
  let cut = 0;
  for (const character of text) {
    length += character.charCodeAt(0) > 0x2e80 ? 2 : 1;
    if (length > most) return `${text.slice(0, cut)}…`;
    cut += character.length;
  }
  return text;
}
