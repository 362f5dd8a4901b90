/** Which layout a page has, and what stands in it. */

/** Layouts of a page: at a desk, on a wall (大屏), in a hand. */
export type PageLayout = 'desk' | 'screen' | 'mobile';

export const PAGE_LAYOUTS: readonly PageLayout[] = ['desk', 'screen', 'mobile'];

/** Up to this width, in px, a page is held in a hand. */
export const MOBILE_PX = 700;
/** Up to this width, in px, both panels of a desk stand on one side. */
export const NARROW_PX = 1100;
/** From this width on, in px, charts and details stand side by side. */
export const WIDE_PX = 2400;

/** What a page knows of its surroundings. */
export interface PageSurroundings {
  /** The layout the page asks for: one of the three, anything else is by width and theme. */
  readonly wanted: string;
  /** Width of the page in px. */
  readonly width: number;
  /** Theme around the page, as `data-yzt-theme` has it. */
  readonly theme: string | undefined;
}

/** The layout of a page. By itself: a hand by width, a wall by theme, else a desk. */
export function layoutOf({ wanted, width, theme }: PageSurroundings): PageLayout {
  const named = PAGE_LAYOUTS.find((layout) => layout === wanted);
  if (named) return named;
  if (width <= MOBILE_PX) return 'mobile';
  return theme === 'screen' ? 'screen' : 'desk';
}

/** A box in px, as elements tell theirs. */
type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom' | 'width' | 'height'>;

/** How many px along the edges of a map – top, right, bottom, left – lie under boxes of the page; boxes without a size cover nothing. */
export function coveredEdges(map: Box, boxes: Readonly<Record<'top' | 'right' | 'bottom' | 'left', readonly Box[]>>): [number, number, number, number] {
  const most = (side: keyof typeof boxes, px: (box: Box) => number): number =>
    Math.max(0, ...boxes[side].filter(({ width, height }) => width > 0 && height > 0).map(px));
  return [most('top', (box) => box.bottom - map.top), most('right', (box) => map.right - box.left), most('bottom', (box) => map.bottom - box.top), most('left', (box) => box.right - map.left)];
}

/** Whether a part of a page is shown in a layout. `words` are layouts parted by spaces; none means all. */
export function isShownIn(words: string | null, layout: PageLayout): boolean {
  const named = (words ?? '').split(/\s+/).filter((word) => word !== '');
  return named.length === 0 || named.includes(layout);
}

/** How the width of a desk changes it. */
export function deskWidth(width: number): 'narrow' | 'wide' | undefined {
  if (width <= NARROW_PX) return 'narrow';
  return width >= WIDE_PX ? 'wide' : undefined;
}
