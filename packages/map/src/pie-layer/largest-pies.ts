/** Which of very many pies in view are drawn: nobody tells more apart. Pure. */
import type { Seen } from '../renderer/collect.js';
import type { SeenPart } from '../renderer/seen-parts.js';

/** Pies in view that are drawn at most: of 48 px they cover a window of 1440 × 900 more than once. */
export const MOST_PIES = 1000;

/** A pie that may be among the largest. */
interface Candidate {
  readonly slot: number;
  /** Place of its slot among those that are drawn first of all. */
  readonly rank: number;
  readonly row: number;
  readonly total: number;
  readonly position: number;
  /** Place among all that are in view. */
  readonly order: number;
}

const before = (p: Candidate, q: Candidate): number => p.rank - q.rank || q.total - p.total || p.row - q.row;

/**
 * The pies to draw of those in view, which come part by part: selected ones first, then by their total, then by row. Slots are in drawing order, the
 * largest first, the selected in their second half. Never more than twice as many as are drawn are put in order at once.
 */
export class LargestPies {
  readonly #totals: ArrayLike<number>;
  readonly #most: number;
  readonly #slotCount: number;
  #best: Candidate[] = [];
  /** The last that would be drawn so far. */
  #last: Candidate | undefined;
  #count = 0;

  /** @param totals By row. @param most At least 1. */
  constructor(slotCount: number, totals: ArrayLike<number>, most = MOST_PIES) {
    this.#slotCount = slotCount;
    this.#totals = totals;
    this.#most = most;
  }

  /** Pies in view so far. */
  get count(): number {
    return this.#count;
  }

  add({ count, slots, rows, positions }: SeenPart): void {
    const totals = this.#totals;
    const plain = this.#slotCount / 2;
    for (let i = 0; i < count; i++) {
      const slot = slots[i] as number;
      const rank = slot > plain ? slot - plain : slot + plain;
      const row = rows[i] as number;
      const total = totals[row] as number;
      const last = this.#last;
      if (last && (rank > last.rank || (rank === last.rank && (total < last.total || (total === last.total && row > last.row))))) continue;
      this.#best.push({ slot, rank, row, total, position: positions[i] as number, order: this.#count + i });
      if (this.#best.length === 2 * this.#most) this.#cut();
    }
    this.#count += count;
  }

  /** The pies to draw, by slot, within one in the order they came. */
  done(): Seen {
    this.#cut();
    const chosen = this.#best.sort((p, q) => p.slot - q.slot || p.order - q.order);
    const start = new Uint32Array(this.#slotCount + 2);
    for (const { slot } of chosen) start[slot + 1] = (start[slot + 1] as number) + 1;
    for (let slot = 0; slot <= this.#slotCount; slot++) start[slot + 1] = (start[slot + 1] as number) + (start[slot] as number);
    return {
      count: chosen.length,
      thinned: chosen.length < this.#count,
      positions: Int32Array.from(chosen, ({ position }) => position),
      rows: Uint32Array.from(chosen, ({ row }) => row),
      start,
    };
  }

  #cut(): void {
    this.#best = this.#best.sort(before).slice(0, this.#most);
    if (this.#best.length === this.#most) this.#last = this.#best[this.#most - 1];
  }
}
