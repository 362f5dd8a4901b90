/** The shapes of a set at the zooms they are seen at, shared by all layers that draw them. */
import { rankFrom, type RankRequest, type VertexRanks } from '@yizhangtu/data/simplify';
import type { ShapeSet } from './geometry.js';
import { allVertices, rankedVertices, type Vertices } from './vertices.js';

/** How far a picture at rest may be off at most, device px: nobody sees it. */
const EXACT = 0.25;
/** The same for a picture that lasts one frame. */
const COARSE = 1;
/** Fewer vertices are drawn as they are: ranking them would cost more than it saves. */
export const RANK_FROM = 50_000;
/** Vertices are picked out anew every so many ranks; between, those below the rank that is asked for are passed over. */
const TIER = 4;
/** Picked vertices are kept for this many zooms. */
const KEPT = 3;

/** Which vertices are drawn at which zoom. Until a worker has ranked them it is all of them. */
export class ShapeLevels {
  readonly #shapes: ShapeSet;
  readonly #all: Vertices;
  #ranks?: VertexRanks;
  #kept: { readonly tier: number; readonly vertices: Vertices }[] = [];
  readonly #told = new Set<() => void>();
  #stop: AbortController | undefined;

  constructor(shapes: ShapeSet) {
    this.#shapes = shapes;
    this.#all = allVertices(shapes);
  }

  /** Whether there are so many vertices that a frame has no time for all of them. */
  get isLarge(): boolean {
    return this.#all.xy.length / 2 >= RANK_FROM;
  }

  /** Whether it is known what a zoom needs. */
  get isRanked(): boolean {
    return this.#ranks !== undefined;
  }

  /** Vertices for a picture at rest. @param scale Device px a map unit. */
  exact(scale: number): Vertices {
    return this.#at(EXACT / scale);
  }

  /** Vertices for a picture that lasts one frame. */
  coarse(scale: number): Vertices {
    return this.#at(COARSE / scale);
  }

  /** Takes ranks from elsewhere than a worker. */
  rank(ranks: VertexRanks): void {
    this.#ranks = ranks;
    this.#kept = [];
  }

  /**
   * Counts a layer that draws the shapes, and has them ranked if they are many.
   * @param ranked Called when they are, unless they have been before.
   * @returns Ends the use. When the last one has ended, what is on its way is given up, and what a frame can make again goes.
   */
  hold(ranked: () => void): () => void {
    this.#told.add(ranked);
    if (!this.#ranks && !this.#stop && this.isLarge) this.#begin();
    return () => {
      this.#told.delete(ranked);
      if (this.#told.size > 0) return;
      this.#kept = [];
      this.#stop?.abort();
      this.#stop = undefined;
    };
  }

  #begin(): void {
    const { signal } = (this.#stop = new AbortController());
    // The worker gets a copy of the places, which the frame that is being drawn has no time for.
    setTimeout(() => !signal.aborted && void this.#ask(signal));
  }

  async #ask(signal: AbortSignal): Promise<void> {
    try {
      const { ranksOf } = await import('./ranking.js');
      if (signal.aborted) return;
      this.rank(await ranksOf(rankRequest(this.#shapes), signal));
    } catch {
      // Given up, no memory for it, or its code does not load: all vertices are drawn.
      return;
    }
    for (const tell of this.#told) tell();
  }

  /** Picks the vertices that pictures at a scale need, before somebody waits for them. Gives way now and then. */
  *prepare(scale: number): Generator<number, void> {
    for (const off of [COARSE / scale, EXACT / scale]) yield* this.#pick(rankFrom(off));
  }

  /** @param off Map units the picture may be off. */
  #at(off: number): Vertices {
    if (!this.#ranks) return this.#all;
    const least = rankFrom(off);
    const picking = this.#pick(least);
    for (;;) {
      const step = picking.next();
      if (step.done) return { ...step.value, least };
    }
  }

  *#pick(least: number): Generator<number, Vertices> {
    const tier = least - (least % TIER);
    let entry = this.#kept.find((one) => one.tier === tier);
    entry ??= { tier, vertices: this.#ranks ? yield* rankedVertices(this.#shapes, this.#ranks, tier) : this.#all };
    this.#kept = [entry, ...this.#kept.filter((one) => one !== entry)].slice(0, KEPT);
    return entry.vertices;
  }
}

/** What is ranked of a set. */
export function rankRequest({ xy, source }: ShapeSet): RankRequest {
  return { xy, starts: source.vertexStart, closed: closedRings(source) };
}

function closedRings(source: ShapeSet['source']): Uint8Array {
  const { types, partStart, ringStart, vertexStart } = source;
  const closed = new Uint8Array(vertexStart.length - 1);
  for (let row = 0; row < types.length; row++)
    if (types[row] === 3) closed.fill(1, ringStart[partStart[row] as number], ringStart[partStart[row + 1] as number]);
  return closed;
}

const stored = new WeakMap<ShapeSet, ShapeLevels>();

/** The levels of a set. */
export function levelsOf(shapes: ShapeSet): ShapeLevels {
  let levels = stored.get(shapes);
  if (!levels) stored.set(shapes, (levels = new ShapeLevels(shapes)));
  return levels;
}
