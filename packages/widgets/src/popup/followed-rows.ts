import { rowsAreHere, type DatasetLike } from '@yizhangtu/data/model';
import type { Hit } from '@yizhangtu/map/map';

type Id = string | number;

function idsOf(dataset: DatasetLike): readonly (Id | null)[] | undefined {
  return rowsAreHere(dataset) ? dataset.ids : undefined;
}

function idOf({ dataset, row }: Hit): Id | undefined {
  return idsOf(dataset)?.[row] ?? undefined;
}

/** The row's own place, where it is a point. */
function placeOf(dataset: DatasetLike, row: number): readonly [number, number] | undefined {
  const { geometry } = dataset;
  return geometry.kind === 'point' ? [geometry.coordinates[2 * row] as number, geometry.coordinates[2 * row + 1] as number] : undefined;
}

/** Finds the rows that a popup shows again when their dataset has others in their place: by their ids. */
export class FollowedRows {
  #ids = new Map<object, Id>();
  #versions = new Map<DatasetLike, number>();

  /** What is shown from now on. */
  remember(shown: readonly object[]): void {
    this.#ids = new Map();
    this.#versions = new Map();
    for (const one of shown) {
      if (!('dataset' in one)) continue;
      const hit = one as Hit;
      const id = hit.bin ? undefined : idOf(hit);
      if (id !== undefined) this.#ids.set(hit, id);
      this.#versions.set(hit.dataset, hit.dataset.version);
    }
  }

  /** The same rows where they are now, without those that are gone; undefined where nothing was replaced. */
  follow<T extends object>(shown: readonly T[]): readonly T[] | undefined {
    if ([...this.#versions].every(([dataset, version]) => dataset.version === version)) return undefined;
    const found = shown.flatMap((one): T[] => {
      const id = this.#ids.get(one);
      if (id === undefined) return [one];
      const hit = one as T & Hit;
      const row = idOf(hit) === id ? hit.row : (idsOf(hit.dataset)?.indexOf(id) ?? -1);
      return row < 0 ? [] : [{ ...hit, row, lonLat: placeOf(hit.dataset, row) ?? hit.lonLat }];
    });
    this.remember(found);
    return found;
  }
}
