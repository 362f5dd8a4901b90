import type { GroupKey } from '@yizhangtu/data/model';
import { tickStep } from 'd3-array';
import type { ScatterAxis } from './scatter-axis.js';

/** Cells along one axis. */
export interface CellEdges {
  /** Rising; one more than there are cells. */
  readonly edges: readonly number[];
  /** The same as a question to a dataset. */
  readonly by: GroupKey;
}

/** What an axis is divided by. */
export interface EdgeNeed {
  readonly field: string;
  readonly axis: ScatterAxis;
  /** Least and largest number on it. */
  readonly ends: readonly [min: number, max: number];
  readonly log: boolean;
  /** Only whole numbers occur: no cell is narrower than one. */
  readonly whole: boolean;
  /** About so many cells over the whole axis. */
  readonly count: number;
}

/** Digits of an edge at most, as in the bins of a dataset: of more, those of a number in memory are no longer exact. */
const DIGITS = 14;

/** Through text, because 3 × 0.1 is not 0.3. */
function times(step: number, index: number): number {
  return Number((step * index).toPrecision(DIGITS));
}

/** The narrowest round width whose multiples differ in so many digits. Numbers nearer to each other share a cell. */
function narrowest(min: number, max: number): number {
  const largest = Math.max(Math.abs(min), Math.abs(max), 1e-290);
  return Number(`1e${Math.floor(Math.log10(largest)) - DIGITS + 1}`);
}

/** Cells of a round width, or of one that grows by a factor. They cover all numbers between the ends. */
export function cellEdges(need: EdgeNeed): CellEdges {
  return need.log ? growing(need) : even(need);
}

function even({ field, axis, ends: [min, max], whole, count }: EdgeNeed): CellEdges {
  const step = Math.max(whole ? 1 : 0, narrowest(min, max), tickStep(axis.value(0), axis.value(1), count));
  let from = Math.floor(min / step);
  let to = Math.floor(max / step) + 1;
  // Beside an edge a quotient may be off by one, so the edges themselves decide.
  if (times(step, from) > min) from -= 1;
  // A cell does not hold its upper edge, so that the largest number needs one beyond it.
  if (times(step, to) <= max) to += 1;
  const edges = Array.from({ length: to - from + 1 }, (_, index) => times(step, from + index));
  // Counted from zero, as here: from another origin, −0.6 + 3 × 0.2 is not 0, and rows at 0 would be counted in the cell below it.
  return { edges, by: { field, bin: { kind: 'number', width: step, domain: [edges[0] as number, edges[edges.length - 1] as number] } } };
}

function growing({ field, axis, ends: [min, max], whole, count }: EdgeNeed): CellEdges {
  const edges: number[] = [];
  for (let index = 0; index <= count; index += 1) {
    const value = axis.value(index / count);
    const edge = whole ? Math.round(value) : Number(value.toPrecision(3));
    if (edge > 0 && !(edge <= (edges[edges.length - 1] ?? 0))) edges.push(edge);
  }
  while (edges.length > 2 && (edges[1] as number) <= min) edges.shift();
  while (edges.length > 2 && (edges[edges.length - 2] as number) > max) edges.pop();
  if ((edges[0] ?? Infinity) > min) edges.unshift(min);
  if (edges.length < 2 || (edges[edges.length - 1] as number) <= max) edges.push(whole && max < Number.MAX_SAFE_INTEGER ? Math.floor(max) + 1 : Number((max * 1.01).toPrecision(3)));
  return { edges, by: { field, bin: { kind: 'number', breaks: edges } } };
}

/** Number of the cell that holds a value; −1 for none. */
export function cellOf({ edges }: CellEdges, value: number): number {
  const last = edges.length - 1;
  if (!(value >= (edges[0] as number)) || value > (edges[last] as number)) return -1;
  let [low, high] = [0, last - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((edges[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
