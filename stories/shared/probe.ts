/** How play functions look into a story: elements have shadow roots, and data comes later. */
import type { YztDataset } from '@yizhangtu/data/dataset';
import type { Dataset } from '@yizhangtu/data/model';
import type { YztMap } from '@yizhangtu/map/map';
import { configure, expect, waitFor, within } from 'storybook/test';

// A failed query would print what it looked through, which it cannot do for a shadow root.
configure({
  asyncUtilTimeout: 5000,
  getElementError: (message, container) => new Error(`${message ?? ''}\n${(container.textContent ?? '').slice(0, 400)}`),
});

/** Canvas of a story, in which elements are found. */
export type Canvas = HTMLElement;

/** The first element of a tag. Fails the story when there is none. */
export function find<T extends keyof HTMLElementTagNameMap>(canvas: Canvas, tag: T): HTMLElementTagNameMap[T] {
  const element = canvas.querySelector(tag);
  if (!element) throw new Error(`<${tag}> is not in the story`);
  return element;
}

/** Queries by role and text in the shadow root of an element. */
export function inside(element: Element): ReturnType<typeof within> {
  const root = element.shadowRoot;
  if (!root) throw new Error(`<${element.localName}> has no shadow root`);
  return within(root as unknown as HTMLElement);
}

/** The words of an element's shadow root, single-spaced. */
export function words(element: Element): string {
  return (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The data of a story's `<yzt-dataset>` once it is there. */
export async function loaded(canvas: Canvas): Promise<Dataset> {
  const element: YztDataset = find(canvas, 'yzt-dataset');
  await waitFor(() => expect(element.dataset.rowCount).toBeGreaterThan(0), { timeout: 10_000 });
  return element.dataset;
}

/** The map of a story once it has drawn a frame. */
export async function drawn(canvas: Canvas): Promise<YztMap> {
  const map = find(canvas, 'yzt-map');
  await waitFor(() => expect(map.isReady).toBe(true), { timeout: 10_000 });
  return map;
}

/** Rows that pass all filters of a dataset. */
export function rowsLeft(dataset: Dataset): number {
  return dataset.passing().reduce((sum, passes) => sum + passes, 0);
}
