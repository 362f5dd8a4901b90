/** What tests of surface layers share: a map over 青岛 with rows whose places are known. */
import { html, render } from 'lit';
import { Dataset, type DatasetLike } from '@yizhangtu/data/model';
import type { YztMap } from '../map/map.js';
import { frame, readyMap, settled } from '../shared/map.fixture.js';
import { whenSurfaceEngine } from './engine-door.js';
import type { LayerElement } from '../layer/layer.js';

/** 60 rows in one place, 20 in a second, 5 in a third and one alone. */
export const SPOTS = [
  [120.38, 36.07, 60],
  [120.44, 36.07, 20],
  [120.32, 36.07, 5],
  [120.38, 36.03, 1],
] as const;

/** The rows of the spots; `area` is 100 for each row of the first, 1 for the others, and missing for the last. */
export function spots(): Dataset {
  const rows = SPOTS.flatMap(([lon, lat, count], spot) => Array.from({ length: count }, () => ({ lon, lat, spot })));
  return Dataset.fromColumns({
    coordinates: Float64Array.from(rows.flatMap(({ lon, lat }) => [lon, lat])),
    columns: {
      spot: rows.map(({ spot }) => ['甲', '乙', '丙', '丁'][spot] as string),
      area: Float64Array.from(rows, ({ spot }) => [100, 1, 1, NaN][spot] as number),
    },
  });
}

/** A layer of a tag on a map, drawn. */
export async function surfaceOn<T extends LayerElement>(tag: string, data: DatasetLike | undefined, attributes: Readonly<Record<string, string>> = {}): Promise<{ map: YztMap; layer: T }> {
  const layer = document.createElement(tag) as Element as T;
  for (const [name, value] of Object.entries(attributes)) layer.setAttribute(name, value);
  Object.assign(layer, { dataset: data });
  const map = await readyMap();
  render(html`${layer}`, map);
  await whenSurfaceEngine();
  await redrawn(map, layer);
  return { map, layer };
}

/** After everything that was changed is on the map. */
export async function redrawn(map: YztMap, layer: LayerElement): Promise<void> {
  await layer.updateComplete;
  await settled();
  await frame(map);
}
