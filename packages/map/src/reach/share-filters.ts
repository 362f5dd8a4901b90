/** What tells the classes of rows apart that are counted in cells. Pure. */
import type { Filter } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { MAX_SHARES } from '../renderer/cluster-shares.js';

/** More conditions make a longer question than a ring is worth. */
const MOST = 64;

/** The condition of each class, where the clusters of the symbology have rings; none where they have one colour. */
export function shareFilters(symbology: Symbology | undefined): readonly Filter[] {
  const classes = symbology?.classes ?? [];
  const colors = new Set(classes.map(({ color }) => color)).size;
  if (colors < 2 || colors > MAX_SHARES || classes.length > MOST) return [];
  const filters = classes.flatMap(({ filter }) => filter ?? []);
  return filters.length === classes.length ? filters : [];
}
