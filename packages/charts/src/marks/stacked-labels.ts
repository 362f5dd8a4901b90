/** Words beside a plot that belong to a height: the end of a line, a threshold. */
export interface SideLabel {
  /** Where it would stand, px: the middle. */
  readonly y: number;
  /** px. */
  readonly height: number;
}

/** Labels that touch: they move as one, to the mean of what they want. */
interface Block {
  start: number;
  height: number;
  /** Sum of the starts that its members wish for the block. */
  wish: number;
  readonly members: number[];
}

/** Joins blocks that touch, from the last one upwards. */
function joinTouching(blocks: Block[], settle: (block: Block) => void): void {
  for (;;) {
    const [before, last] = blocks.slice(-2);
    if (!before || !last || before.start + before.height <= last.start) return;
    // The members of the lower block stand below the height of the upper one.
    before.wish += last.wish - before.height * last.members.length;
    before.members.push(...last.members);
    before.height += last.height;
    blocks.pop();
    settle(before);
  }
}

/**
 * Heights of labels so that none touch, each as near to its own as the others allow, in the order of their own heights.
 * undefined where they do not fit between `top` and `bottom`.
 */
export function labelHeights(labels: readonly SideLabel[], top: number, bottom: number): number[] | undefined {
  const total = labels.reduce((sum, { height }) => sum + height, 0);
  if (total > bottom - top) return undefined;
  const order = labels.map((_, index) => index).sort((a, b) => (labels[a]?.y ?? 0) - (labels[b]?.y ?? 0) || a - b);
  const settle = (block: Block): void => {
    block.start = Math.min(Math.max(block.wish / block.members.length, top), bottom - block.height);
  };
  const blocks: Block[] = [];
  for (const index of order) {
    const { y, height } = labels[index] as SideLabel;
    const block: Block = { start: 0, height, wish: y - height / 2, members: [index] };
    settle(block);
    blocks.push(block);
    joinTouching(blocks, settle);
  }
  const heights = labels.map(() => 0);
  for (const block of blocks) {
    let y = block.start;
    for (const index of block.members) {
      const { height } = labels[index] as SideLabel;
      heights[index] = y + height / 2;
      y += height;
    }
  }
  return heights;
}
