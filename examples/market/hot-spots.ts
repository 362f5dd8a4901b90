/**
 * Hot spots of the subjects that pass the filters, as squares of 2 km: Gi* of the count of each square with those around it, levels after the false discovery
 * rate. Worked out in slices when the layer is shown, and again when the filters change.
 */
import { hotSpotSteps } from '@yizhangtu/analysis/hot-spots';
import type { YztDataset } from '@yizhangtu/data/dataset';
import { drive } from '@yizhangtu/data/steps';
import { cellCounts, hotCode, type CellCounts } from '@yizhangtu/market/calc';

/** Side of a square, and how far neighbours are: the eight around it. */
const [CELL_M, NEIGHBOURS_M] = [2000, 2900];

/** Filters change with every move of a range: the work waits for so many ms of quiet. */
const QUIET_MS = 300;

const schema = {
  id: 'market/hot-spot@1',
  label: { zh: '热点与冷点', en: 'Hot and cold spots' },
  fields: [
    { name: 'hot', label: { zh: '热点（Gi*）', en: 'Hot spot (Gi*)' }, codes: { scheme: 'hot-spot', version: '1' } },
    { name: 'count', label: { zh: '通过筛选的主体', en: 'Subjects that pass the filters' }, digits: 0 },
    { name: 'all', label: { zh: '全部主体', en: 'All subjects' }, digits: 0 },
    { name: 'z', label: { zh: 'Gi* 得分', en: 'Gi* score' }, digits: 2 },
    { name: 'p', label: { zh: '偶然出现的概率', en: 'Probability by chance' }, digits: 4 },
  ],
};

/** A cell as GeoJSON. */
function square({ centers, size: [wide, tall] }: CellCounts, i: number): object {
  const [x, y] = [centers[2 * i] ?? 0, centers[2 * i + 1] ?? 0];
  const [west, east, south, north] = [x - wide / 2, x + wide / 2, y - tall / 2, y + tall / 2];
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
}

/** The squares that are hot or cold. */
async function squares(subjects: YztDataset, signal: AbortSignal): Promise<object> {
  const { geometry } = subjects.dataset;
  const cells = cellCounts(geometry.kind === 'point' ? geometry.coordinates : new Float64Array(), subjects.dataset.passing(), CELL_M);
  const { z, p, level } = await drive(hotSpotSteps({ places: cells.centers, values: cells.counts, meters: NEIGHBOURS_M, fdr: true }), { signal });
  const features = [...level.keys()].flatMap((i) => {
    const hot = hotCode(level[i] ?? 0);
    return hot ? [{ type: 'Feature', properties: { hot, count: cells.counts[i], all: cells.all[i], z: z[i], p: p[i] }, geometry: square(cells, i) }] : [];
  });
  return { type: 'FeatureCollection', features };
}

/** Keeps the squares up to date while their layer is shown. */
export function followHotSpots(subjects: YztDataset | null, spots: YztDataset | null, layer: HTMLElement | null): void {
  if (!subjects || !spots || !layer) return;
  let stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  spots.schema = schema;
  const later = (): void => {
    clearTimeout(timer);
    stop.abort();
    if (layer.hasAttribute('invisible') || subjects.dataset.rowCount === 0) return;
    timer = setTimeout(() => {
      const { signal } = (stop = new AbortController());
      squares(subjects, signal).then(
        (data) => signal.aborted || (spots.data = data),
        (reason: unknown) => {
          // What goes wrong is an error of the page, to be seen; that filters have moved on is none.
          if (!signal.aborted) throw reason;
        },
      );
    }, QUIET_MS);
  };
  new MutationObserver(later).observe(layer, { attributeFilter: ['invisible'] });
  subjects.addEventListener('yzt-filter-change', later);
  subjects.addEventListener('yzt-load', later);
}
