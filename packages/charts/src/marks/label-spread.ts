/** A label that wants to stand somewhere along a line. */
export interface WantedPlace {
  /** Where its middle should be, px. */
  readonly at: number;
  /** Room it takes, px. */
  readonly size: number;
}

interface Block {
  /** Members, first to last. */
  first: number;
  last: number;
  size: number;
  /** Sum over the members of where the start of the block would have to be for each. */
  wish: number;
  start: number;
}

/**
 * Middles of labels along a line so that none touches another and the sum of squared shifts is least, in the order given (which must
 * rise). Labels that meet become a block around their common middle (pool adjacent violators). Kept between `low` and `high` as long as
 * all have room there; else they begin at `low`.
 */
export function labelSpread(places: readonly WantedPlace[], low: number, high: number): number[] {
  const blocks: Block[] = [];
  places.forEach(({ at, size }, index) => {
    let block: Block = { first: index, last: index, size, wish: at - size / 2, start: 0 };
    block.start = kept(block, low, high);
    let before = blocks[blocks.length - 1];
    while (before && before.start + before.size > block.start) {
      blocks.pop();
      block = joined(before, block);
      block.start = kept(block, low, high);
      before = blocks[blocks.length - 1];
    }
    blocks.push(block);
  });
  const middles: number[] = [];
  for (const block of blocks) {
    let start = block.start;
    for (let index = block.first; index <= block.last; index += 1) {
      const size = places[index]?.size ?? 0;
      middles.push(start + size / 2);
      start += size;
    }
  }
  return middles;
}

function joined(before: Block, after: Block): Block {
  const count = after.last - after.first + 1;
  return {
    first: before.first,
    last: after.last,
    size: before.size + after.size,
    // Members of the later block stand behind all of the earlier one.
    wish: before.wish + after.wish - count * before.size,
    start: 0,
  };
}

function kept(block: Block, low: number, high: number): number {
  const best = block.wish / (block.last - block.first + 1);
  return Math.max(low, Math.min(best, high - block.size));
}
