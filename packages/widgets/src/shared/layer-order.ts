/**
 * The order of layers as people change it. Draw order is the order of the document, so a layer is moved by moving its element; only among
 * elements of one parent, because a page – or the shadow root of a pack – decides what stands inside what.
 */

/** What is asked of an element that is moved. */
type Placed = Pick<ChildNode, 'parentNode' | 'before' | 'after'>;

/** A layer as it is sorted: a group that is listed as one layer hides what is in it. */
interface Grouped {
  readonly groupElement?: (Grouped & { readonly isOneLayer?: boolean }) | undefined;
}

/** What stands for a layer in lists: the outermost group around it that is one layer, else itself. */
export function listedAs<L extends Grouped>(layer: L): L {
  let outermost = layer;
  // A group that is listed as a layer is one: an element with all that a list shows of layers.
  for (let group = layer.groupElement; group; group = group.groupElement) if (group.isOneLayer) outermost = group as unknown as L;
  return outermost;
}

/** Layers and groups as a list has them: without the parts of those that are one layer. @param all Of a map, bottom first. */
export function listedLayers<L extends Grouped>(all: readonly L[]): L[] {
  return all.filter((layer) => listedAs(layer) === layer);
}

/** What is asked of an element that is to change its place. */
interface Movable extends Pick<Placed, 'parentNode'> {
  readonly isGround?: boolean;
}

/** Whether one may be put beside the other: within one parent, and base maps stay under all others. */
export function canMove(layer: Movable, beside: Movable): boolean {
  return layer !== beside && layer.parentNode !== null && layer.parentNode === beside.parentNode && (layer.isGround ?? false) === (beside.isGround ?? false);
}

/** Puts a layer right above or below another one on the map. */
export function moveLayer(layer: Node, beside: Pick<Placed, 'before' | 'after'>, place: 'above' | 'below'): void {
  if (place === 'above') beside.after(layer);
  else beside.before(layer);
}

/** A remembered order after layers came and went: who is new stands above what it came above. */
export function remembered<L>(first: readonly L[], now: readonly L[]): L[] {
  const there = new Set(now);
  const kept = first.filter((one) => there.has(one));
  const known = new Set(kept);
  now.forEach((one, index) => {
    if (known.has(one)) return;
    kept.splice(index === 0 ? 0 : kept.indexOf(now[index - 1] as L) + 1, 0, one);
    known.add(one);
  });
  return kept;
}

/** Layers in a wanted order; those that are not named keep their places. @param wanted Keys, bottom first. */
export function arranged<L>(layers: readonly L[], keyOf: (layer: L) => string, wanted: readonly string[]): L[] {
  const rank = new Map(wanted.map((key, index) => [key, index]));
  const named = layers.filter((layer) => rank.has(keyOf(layer)));
  const sorted = [...named].sort((a, b) => (rank.get(keyOf(a)) as number) - (rank.get(keyOf(b)) as number));
  let next = 0;
  return layers.map((layer) => (rank.has(keyOf(layer)) ? (sorted[next++] as L) : layer));
}

/** Moves elements so that they stand in a wanted order, each among those of its parent. */
export function arrange<L extends ChildNode>(layers: readonly L[], keyOf: (layer: L) => string, wanted: readonly string[]): void {
  for (const parent of new Set(layers.map(({ parentNode }) => parentNode))) {
    const here = layers.filter(({ parentNode }) => parentNode === parent);
    const order = arranged(here, keyOf, wanted);
    // In the order they stand in already nothing is touched: a moved element is a moved layer for all who watch the page.
    if (parent && order.some((layer, index) => layer !== here[index])) order.forEach((layer, index) => index > 0 && order[index - 1]?.after(layer));
  }
}
