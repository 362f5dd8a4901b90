import { describe, expect, it } from 'vitest';
import { Scratch, seeingPoints, seenPoints, type CollectInput, type Seen } from './collect.js';
import { extentOf, gridOf } from './grid-index.js';
import { firstSeen, seenParts } from './seen-parts.js';
import { viewOf } from './view.js';

const COUNT = 400_000;
const view = (moving: boolean) => viewOf({ center: [0, 0], resolution: 1, rotation: 0, size: [400, 300], pixelRatio: 1, worldWidth: 0, projection: 'x', moving });

/** Points evenly over the view, sorted into cells. */
function many() {
  const xy = new Float64Array(2 * COUNT);
  for (let i = 0; i < COUNT; i++) {
    xy[2 * i] = ((i * 0.7548776662466927) % 1) * 398 - 199;
    xy[2 * i + 1] = ((i * 0.5698402909980532) % 1) * 298 - 149;
  }
  const extent = extentOf(xy);
  return gridOf(xy, extent);
}

/** Rows and places of a slot, no more than so many. */
function ofSlot({ rows, positions, start }: Seen, slot: number, most = Infinity): unknown {
  const [from, to] = [start[slot] as number, Math.min(start[slot + 1] as number, (start[slot] as number) + most)];
  return { rows: [...(rows ?? []).slice(from, to)], positions: [...positions.slice(from, to)] };
}

describe('some of very many points', () => {
  const points = many();
  const slotOf = Uint16Array.from({ length: COUNT }, (_, row) => (row % 3 === 0 ? 0 : row % 1000 === 1 ? 4 : 1 + (row % 3)));
  const input: CollectInput = { view: view(false), slotOf, slotCount: 4, reach: 4, stride: 408, margin: 4, withRows: true };

  it('are in their parts, one after the other, all that are seen', () => {
    const all: number[] = [];
    for (const { count, rows } of seenParts(points, input)) all.push(...rows.subarray(0, count));
    expect(all.filter((row) => slotOf[row] === 2)).toEqual((ofSlot(seenPoints(points, input), 2) as { rows: number[] }).rows);
    expect(all).toHaveLength(seenPoints(points, input).count);
  });

  it('are the first of each slot', () => {
    const seen = seenPoints(points, input);
    // The fourth has fewer, so that all the others are looked for as well.
    const first = firstSeen(points, input, 4, 300);
    for (const slot of [1, 2, 3, 4]) expect(ofSlot(first, slot)).toEqual(ofSlot(seen, slot, 300));
  });

  it('are no more than those of the slot that is wanted first, where it has enough', () => {
    const first = firstSeen(points, input, 3, 300);
    expect(ofSlot(first, 3)).toEqual(ofSlot(seenPoints(points, input), 3, 300));
    expect(first.count).toBeLessThan(1000);
  });
});

describe('seenPoints of very many points', () => {
  const points = many();
  const slotOf = new Uint16Array(COUNT).fill(1);
  const SELECTED = [17, 123_456, 399_999];
  for (const row of SELECTED) slotOf[row] = 2;
  const input = (moving: boolean, slots = slotOf): CollectInput => ({ view: view(moving), slotOf: slots, slotCount: 2, reach: 4, stride: 408, margin: 4, spacing: moving ? 2 : 0, withRows: true });

  it('has all of them at rest', () => {
    expect(seenPoints(points, input(false)).count).toBe(COUNT);
  });

  it('finds the same in steps, whatever other pictures are drawn in the pauses', () => {
    const slots = Uint16Array.from({ length: COUNT }, (_, row) => row % 3);
    const whole = seenPoints(points, input(false, slots));
    const known = { count: whole.count, positions: whole.positions.slice(0, whole.count), rows: whole.rows?.slice(0, whole.count), start: [...whole.start] };
    const steps = seeingPoints(points, input(false, slots), new Scratch());
    let pauses = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      pauses++;
      seenPoints(points, input(true));
    }
    expect(pauses).toBeGreaterThan(5);
    const { count, positions, rows, start } = step.value;
    expect({ count, positions: positions.slice(0, count), rows: rows?.slice(0, count), start: [...start] }).toEqual(known);
  });

  it('has fewer while the view moves, with a point near every pixel and all selected rows', () => {
    const seen = seenPoints(points, input(true));
    expect(seen.count).toBeLessThan(COUNT / 4);
    const near = new Uint8Array(100 * 75);
    for (let i = 0; i < seen.count; i++) {
      const at = seen.positions[i] as number;
      near[Math.floor((Math.floor(at / 408) - 4) / 4) * 100 + Math.floor(((at % 408) - 4) / 4)] = 1;
    }
    // Boxes of 4 × 4 px without any: none but along the edge of the data.
    expect(near.filter((one) => one === 0).length).toBeLessThan(75);
    const rows = new Set(seen.rows?.subarray(0, seen.count));
    for (const row of SELECTED) expect(rows.has(row)).toBe(true);
  });

  it('leaves out as many where it is known that no row is selected, and stops looking', () => {
    const plain = new Uint16Array(COUNT).fill(1);
    expect(seenPoints(points, { ...input(true, plain), lifted: false }).count).toBe(seenPoints(points, input(true, plain)).count);
  });

  it('looks up rows only where they are asked for', () => {
    const { count, rows } = seenPoints(points, { ...input(false), withRows: false });
    expect([count, rows]).toEqual([COUNT, undefined]);
    expect(seenPoints(points, input(false)).rows?.subarray(0, COUNT).filter((row) => row === 0).length).toBe(1);
  });

  it('keeps what a filter leaves of a crowd', () => {
    const filtered = new Uint16Array(COUNT);
    for (let row = 0; row < COUNT; row += 40) filtered[row] = 1;
    expect(seenPoints(points, input(true, filtered)).count).toBe(COUNT / 40);
  });
});
