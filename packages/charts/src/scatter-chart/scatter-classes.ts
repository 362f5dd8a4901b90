import type { Symbology } from '@yizhangtu/data/symbology';

/** Points of one colour. */
export interface PointClass {
  /** As a symbology has it; undefined for the colour of the chart. */
  readonly color: string | undefined;
  /** Numbers of the points. */
  readonly points: Uint32Array;
}

/** Where points are drawn by density. One object, so that nothing is drawn anew for another. */
export const NO_CLASSES: readonly PointClass[] = [];

/** Points by the classes of the map; those of no class come first, in the colour of the chart. */
export function pointClasses(rows: Uint32Array, model: Symbology | undefined): readonly PointClass[] {
  const all = new Uint32Array(rows.length);
  for (let index = 0; index < all.length; index += 1) all[index] = index;
  if (!model || model.classes.length === 0 || model.classOf.length === 0) return [{ color: undefined, points: all }];
  const classOf = (index: number): number => model.classOf[rows[index] as number] ?? 255;
  const of = (number: number): Uint32Array => all.filter((index) => classOf(index) === number);
  const none = of(255);
  return [...(none.length > 0 ? [{ color: undefined, points: none }] : []), ...model.classes.map(({ color }, number) => ({ color, points: of(number) }))];
}
