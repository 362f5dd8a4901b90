/**
 * Hot spots of the rows that pass the filters, in squares: Gi* of what each square holds with those around it, levels after the false discovery rate.
 * Worked out in slices when the layer is shown, and again when the filters or the values change.
 */
import { hotSpotSteps } from '@yizhangtu/analysis/hot-spots';
import type { Text } from '@yizhangtu/base/locale';
import type { YztDataset } from '@yizhangtu/data/dataset';
import type { DatasetSchema } from '@yizhangtu/data/model';
import { drive } from '@yizhangtu/data/steps';
import { cellCountSteps, hotCode, type CellCounts } from '@yizhangtu/market/calc';

/** Filters change with every move of a range: the work waits for so many ms of quiet. */
const QUIET_MS = 300;

/** What hot spots are looked for in. */
export interface HotSpotsOf {
  readonly subjects: YztDataset;
  /** The dataset that takes the squares, and the layer that shows them. */
  readonly spots: YztDataset;
  readonly layer: HTMLElement | null;
  /** Side of a square, and how far neighbours are, m: the eight around it. */
  readonly cell: number;
  readonly neighbours: number;
  /** Squares with fewer rows that pass take no part. Default: all take part. */
  readonly least?: number;
  /** Places of the rows; those with NaN take no part. */
  places(): Float64Array;
  /** The number whose mean is looked at. Without it: how many rows there are. */
  readonly value?: { readonly field: string; readonly label: Text };
  /** What the rows are called. */
  readonly rows: Text;
}

function schemaOf({ value, rows }: HotSpotsOf): DatasetSchema {
  return {
    id: `market/hot-spot-${value?.field ?? 'count'}@1`,
    label: { zh: '热点与冷点', en: 'Hot and cold spots' },
    fields: [
      { name: 'hot', label: { zh: '热点（Gi*）', en: 'Hot spot (Gi*)' }, codes: { scheme: 'hot-spot', version: '1' } },
      ...(value ? [{ name: 'mean', label: value.label, digits: 2 }] : []),
      { name: 'count', label: { zh: `通过筛选的${rows.zh}`, en: `${rows.en} that pass the filters` }, digits: 0 },
      { name: 'all', label: { zh: `全部${rows.zh}`, en: `All ${rows.en.toLowerCase()}` }, digits: 0 },
      { name: 'z', label: { zh: 'Gi* 得分', en: 'Gi* score' }, digits: 2 },
      { name: 'p', label: { zh: '偶然出现的概率', en: 'Probability by chance' }, digits: 4 },
    ],
  };
}

/** A cell as GeoJSON. */
function square({ centers, size: [wide, tall] }: CellCounts, i: number): object {
  const [x, y] = [centers[2 * i] ?? 0, centers[2 * i + 1] ?? 0];
  const [west, east, south, north] = [x - wide / 2, x + wide / 2, y - tall / 2, y + tall / 2];
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
}

/** The squares that are hot or cold. */
async function squares({ subjects: { dataset }, places, cell, neighbours, value, least = 0 }: HotSpotsOf, signal: AbortSignal): Promise<object> {
  const column = value && dataset.column(value.field);
  const cells = await drive(cellCountSteps({ places: places(), takesPart: dataset.passing(), meters: cell, values: column?.kind === 'number' ? column.values : undefined }), { signal });
  const values = (value ? cells.means : cells.counts).map((number, i) => ((cells.counts[i] ?? 0) < least ? NaN : number));
  const { z, p, level } = await drive(hotSpotSteps({ places: cells.centers, values, meters: neighbours, fdr: true }), { signal });
  const features = [...level.keys()].flatMap((i) => {
    const hot = hotCode(level[i] ?? 0);
    const properties = { hot, count: cells.counts[i], all: cells.all[i], ...(value && { mean: cells.means[i] }), z: z[i], p: p[i] };
    return hot ? [{ type: 'Feature', properties, geometry: square(cells, i) }] : [];
  });
  return { type: 'FeatureCollection', features };
}

/** Keeps the squares up to date while their layer is shown. */
export function followHotSpots(question: HotSpotsOf): void {
  const { subjects, spots, layer } = question;
  if (!layer) return;
  let stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  spots.schema = schemaOf(question);
  const later = (): void => {
    clearTimeout(timer);
    stop.abort();
    if (layer.hasAttribute('invisible') || subjects.dataset.rowCount === 0) return;
    timer = setTimeout(() => {
      const { signal } = (stop = new AbortController());
      squares(question, signal).then(
        (data) => signal.aborted || (spots.data = data),
        (reason: unknown) => {
          // What goes wrong is an error of the page, to be seen; that filters have moved on is none.
          if (!signal.aborted) throw reason;
        },
      );
    }, QUIET_MS);
  };
  new MutationObserver(later).observe(layer, { attributeFilter: ['invisible'] });
  subjects.dataset.subscribe((changes) => (changes.has('filter') || changes.has('data')) && later());
}
