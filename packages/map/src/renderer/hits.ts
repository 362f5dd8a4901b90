/** What lies at a place: exact tests on the typed arrays, after a test of boxes or cells. Pure. In map units, but for symbols of points. */
import { BLOCK, type PointSet, type ShapeSet } from './geometry.js';
import { eachRun } from './grid-index.js';
import type { Slots } from './slots.js';
import { distance, formOf, FURTHEST, LIFT, SELECTED_RING, SOFT } from './symbol-form.js';
import { turnInView } from './turns.js';
import type { PointShape } from './types.js';
import { mapPoint, type Extent, type View } from './view.js';

/** A row that was hit and how high it lies. */
export interface RowHit {
  readonly row: number;
  /** Higher is nearer to the eye. */
  readonly level: number;
  readonly order: number;
}

/** Rows of hits, top first, each once. */
export function topFirst(hits: RowHit[]): number[] {
  hits.sort((p, q) => q.level - p.level || q.order - p.order);
  return [...new Set(hits.map((hit) => hit.row))];
}

/** Where to look for lines and polygons. */
export interface Probe {
  readonly x: number;
  readonly y: number;
  /** Slack around what is drawn, map units. */
  readonly tolerance: number;
}

/** A device pixel, and what decides which symbols have painted it. */
export interface PixelProbe {
  readonly view: View;
  /** By how much the data is moved into the world that is looked at, map units. */
  readonly shift: number;
  /** Device px. */
  readonly x: number;
  readonly y: number;
  /** Slack around the symbol, CSS px. */
  readonly tolerance: number;
  readonly shape: PointShape;
  /** Row → turn of its symbol; upright when absent. */
  readonly turns?: Uint8Array | undefined;
}

/** How near a place must be for its symbol to be looked at, by slot, device px. */
function reachOf({ list }: Slots, tolerance: number, pixelRatio: number): Float64Array {
  const slack = tolerance + SELECTED_RING;
  return Float64Array.from([0, ...list.map(({ diameter }) => ((diameter / 2) * LIFT * FURTHEST + slack) * pixelRatio + SOFT)]);
}

/**
 * Points whose symbol has painted a device pixel: symbols stand on whole ones. A sign by itself is hit within its disc.
 * @param only Points that are drawn; all when absent.
 */
export function pointHits(points: PointSet, slots: Slots, probe: PixelProbe, only?: Uint32Array): RowHit[] {
  const { view, shift, tolerance, shape, turns } = probe;
  const { a, b, e, f, pixelRatio } = view;
  const [column, line] = [Math.floor(probe.x), Math.floor(probe.y)];
  const reach = reachOf(slots, tolerance, pixelRatio);
  const hits: RowHit[] = [];
  const { unit = 1, x0 = 0, y0 = 0 } = points;
  const test = (i: number) => {
    const row = points.rows ? (points.rows[i] as number) : i;
    const level = slots.of[row] as number;
    const slot = slots.list[level - 1];
    if (!slot) return;
    const mapX = (points.xy[2 * i] as number) * unit + x0 + shift;
    const mapY = (points.xy[2 * i + 1] as number) * unit + y0;
    const x = column - Math.floor(a * mapX + b * mapY + e);
    const y = line - Math.floor(b * mapX - a * mapY + f);
    if (!(x * x + y * y <= (reach[level] as number) ** 2)) return;
    const form = formOf(shape, slot, turns ? turnInView(turns[row] as number, view.rotation) : 0);
    const [cos, sin] = [Math.cos(form.angle), Math.sin(form.angle)];
    const away = distance(form.shape, cos * x + sin * y, cos * y - sin * x, (form.diameter / 2) * pixelRatio);
    const slack = tolerance + (slot.selected ? SELECTED_RING : 0);
    if (away < slack * pixelRatio + SOFT) hits.push({ row, level, order: i });
  };
  const run = (from: number, to: number) => {
    for (let i = from; i < to; i++) test(i);
  };
  // A place and the pixel it is drawn at are up to a pixel apart, on both sides.
  const most = (reach.reduce((p, q) => Math.max(p, q), 0) + 2) / view.scale;
  const [mapX, mapY] = mapPoint(view, probe.x, probe.y);
  if (only) only.forEach(test);
  else if (points.grid) eachRun(points.grid, [mapX - shift - most, mapY - most, mapX - shift + most, mapY + most], run);
  else run(0, points.xy.length / 2);
  return hits;
}

/** Rows of a type whose box, grown, holds a place. */
function rowsAt({ boxes, source: { types } }: ShapeSet, { of }: Slots, type: number, x: number, y: number, slack: number): number[] {
  const rows: number[] = [];
  // Among thousands of rows a plain loop over one array is what a browser runs fast from the first time on.
  for (let row = 0, at = 0; row < of.length; row++, at += 4) {
    if (x < (boxes[at] as number) - slack || x > (boxes[at + 2] as number) + slack) continue;
    if (y < (boxes[at + 1] as number) - slack || y > (boxes[at + 3] as number) + slack) continue;
    if (of[row] !== 0 && types[row] === type) rows.push(row);
  }
  return rows;
}

/** Rings of a row, as [from, to) of their vertices. */
function* ringsOf({ source }: ShapeSet, row: number): Iterable<[number, number]> {
  const end = source.ringStart[source.partStart[row + 1] as number] as number;
  for (let ring = source.ringStart[source.partStart[row] as number] as number; ring < end; ring++)
    yield [source.vertexStart[ring] as number, source.vertexStart[ring + 1] as number];
}

/** Square of the distance from a place to a segment. */
export function segmentDistance2(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length2 = dx * dx + dy * dy;
  const part = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2));
  const px = ax + part * dx - x;
  const py = ay + part * dy - y;
  return px * px + py * py;
}

/**
 * Runs of edges that may lie in a box, as [from, to) of the vertices they begin at. Blocks of vertices elsewhere are passed over, so that
 * one shape of a million vertices costs little more than the block under the pointer.
 */
function* edgesNear(shapes: ShapeSet, row: number, [minX, minY, maxX, maxY]: Extent): Iterable<[number, number]> {
  const { blocks } = shapes;
  for (const [first, end] of ringsOf(shapes, row))
    for (let from = first; from + 1 < end; ) {
      const block = Math.floor(from / BLOCK);
      const to = Math.min(end - 1, (block + 1) * BLOCK);
      const at = 4 * block;
      const away = (blocks[at] as number) > maxX || (blocks[at + 2] as number) < minX || (blocks[at + 1] as number) > maxY || (blocks[at + 3] as number) < minY;
      if (!away) yield [from, to];
      from = to;
    }
}

/** Whether a line passes within a distance. */
export function isNearLine(shapes: ShapeSet, row: number, x: number, y: number, distance: number): boolean {
  const { xy } = shapes;
  for (const [from, to] of edgesNear(shapes, row, [x - distance, y - distance, x + distance, y + distance]))
    for (let v = from; v < to; v++) {
      const at = 2 * v;
      const d2 = segmentDistance2(x, y, xy[at] as number, xy[at + 1] as number, xy[at + 2] as number, xy[at + 3] as number);
      if (d2 <= distance * distance) return true;
    }
  return false;
}

/** Whether a place is inside a polygon and in no hole of it (even-odd). */
export function isInPolygon(shapes: ShapeSet, row: number, x: number, y: number): boolean {
  const { xy } = shapes;
  let inside = false;
  for (const [from, to] of edgesNear(shapes, row, [x, y, Infinity, y]))
    for (let v = from; v < to; v++) {
      const ay = xy[2 * v + 1] as number;
      const by = xy[2 * v + 3] as number;
      if (ay > y === by > y) continue;
      const ax = xy[2 * v] as number;
      if (x < ax + ((y - ay) / (by - ay)) * ((xy[2 * v + 2] as number) - ax)) inside = !inside;
    }
  return inside;
}

/** How high the rows of a slot lie, selection aside: lines and polygons keep their place when selected. */
function levelOf(slots: Slots, row: number): number {
  return ((slots.of[row] as number) - 1) % (slots.list.length / 2);
}

/** Lines at a place. @param width Of the line, map units. */
export function lineHits(shapes: ShapeSet, slots: Slots, { x, y, tolerance }: Probe, width: number): RowHit[] {
  const reach = width / 2 + tolerance;
  const hits: RowHit[] = [];
  for (const row of rowsAt(shapes, slots, 2, x, y, reach))
    if (isNearLine(shapes, row, x, y, reach)) hits.push({ row, level: levelOf(slots, row), order: row });
  return hits;
}

/** Polygons at a place. One too small to be aimed at is also hit beside its border. */
export function polygonHits(shapes: ShapeSet, slots: Slots, { x, y, tolerance }: Probe): RowHit[] {
  const hits: RowHit[] = [];
  for (const row of rowsAt(shapes, slots, 3, x, y, tolerance)) {
    const small = (shapes.boxes[4 * row + 2] as number) - (shapes.boxes[4 * row] as number) < 2 * tolerance;
    if (isInPolygon(shapes, row, x, y) || (small && isNearLine(shapes, row, x, y, tolerance)))
      hits.push({ row, level: levelOf(slots, row), order: row });
  }
  return hits;
}
