/** Layers for the rows of a file. Their code comes with the first file. */
import type { Dataset } from '@yizhangtu/data/model';
import type { LayerElement } from '@yizhangtu/map/layer';
import type { YztMap } from '@yizhangtu/map/map';

type Kind = 'point' | 'line' | 'polygon';

const NAMES: readonly Kind[] = ['point', 'line', 'polygon'];
/** Colours of layers, one after the other. */
const COLORS = 8;
/** A place without extent is shown with so many degrees around it. */
const AROUND = 0.005;

/** Kinds of geometry in a dataset, those below first: areas, lines, points. */
export function kindsIn({ geometry }: Pick<Dataset, 'geometry'>): Kind[] {
  if (geometry.kind === 'none') return [];
  if (geometry.kind === 'point') return ['point'];
  const present = new Set(geometry.types);
  return NAMES.filter((_, index) => present.has(index + 1)).reverse();
}

/** Puts a layer on the map for each kind of geometry, and shows where they are. @param number How many files there were before. */
export async function layersFor(map: YztMap, dataset: Dataset, name: string, number: number): Promise<readonly LayerElement[]> {
  await Promise.all([import('@yizhangtu/map/point-layer'), import('@yizhangtu/map/line-layer'), import('@yizhangtu/map/polygon-layer')]);
  const layers = kindsIn(dataset).map((kind) => {
    const layer = document.createElement(`yzt-${kind}-layer`);
    layer.dataset = dataset;
    layer.label = name;
    layer.symbology = `fixed:data-${(number % COLORS) + 1}`;
    return layer;
  });
  map.append(...layers);
  showAll(map, dataset);
  return layers;
}

function showAll(map: YztMap, dataset: Dataset): void {
  const { bounds } = dataset;
  if (!bounds) return;
  const [west, south, east, north] = bounds;
  const small = east - west < AROUND && north - south < AROUND;
  map.fit(small ? [west - AROUND, south - AROUND, east + AROUND, north + AROUND] : bounds);
}
