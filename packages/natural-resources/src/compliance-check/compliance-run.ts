/** One compliance check: reads red line and control layers as GeoJSON and lays one over the others, in a worker or in slices. */
import { elementById } from '@yizhangtu/base/lookup';
import type { Text } from '@yizhangtu/base/locale';
import type { Areal } from '@yizhangtu/analysis/geometry';
import { rowsOnce, type DatasetElement } from '@yizhangtu/data/link';
import { codeLabel, rowBounds, rowsAreHere, type Bounds, type Dataset, type DatasetLike } from '@yizhangtu/data/model';
import { judged, type ComplianceLayer, type ComplianceRule, type RowClass } from '../calc/index.js';
import { worst, type Verdict } from '../symbology/index.js';

/** What a check found. */
export interface ComplianceResult {
  /** Area of the red line on the ellipsoid, in ㎡. */
  readonly wholeM2: number;
  readonly layers: readonly ComplianceLayer[];
  /** Rules whose layer is not on the page, or could not be read. */
  readonly missing: readonly ComplianceRule[];
  /** Rows of the red line that have no area. */
  readonly badRows: number;
  /** The gravest of all verdicts. */
  readonly verdict: Verdict | undefined;
}

/** What a check works with. */
export interface ComplianceJob {
  readonly host: Element;
  readonly redLine: Dataset;
  readonly rules: readonly ComplianceRule[];
  readonly sliverM2: number;
  readonly signal: AbortSignal;
  readonly onProgress: (part: number) => void;
}

/** Rows of a dataset that are polygons, within a box if one is given. */
function areals(dataset: Dataset, box?: Bounds): { readonly row: number; readonly areal: Areal }[] {
  const found: { row: number; areal: Areal }[] = [];
  for (let row = 0; row < dataset.rowCount; row++) {
    const own = rowBounds(dataset.geometry, row);
    if (!own || (box && (own[2] < box[0] || own[0] > box[2] || own[3] < box[1] || own[1] > box[3]))) continue;
    const { geometry } = dataset.feature(row);
    if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') found.push({ row, areal: geometry as Areal });
  }
  return found;
}

/** Whether an element of the page has a control layer. */
export function isControl(element: Element | null | undefined): element is DatasetElement {
  return element?.localName === 'yzt-dataset' || element?.localName === 'yzt-remote-dataset';
}

/** The dataset of a rule once it has rows; undefined where there is none. Of one elsewhere those about the red line. */
async function layerOf({ host, redLine, signal }: ComplianceJob, rule: ComplianceRule): Promise<Dataset | undefined> {
  const element = elementById(host, rule.dataset);
  if (!isControl(element)) return undefined;
  const { dataset, loading } = element;
  if (!rowsAreHere(dataset)) return layerThere(dataset, redLine.bounds, host.localName, signal);
  if (dataset.rowCount > 0 || !loading) return dataset.rowCount > 0 ? dataset : undefined;
  await new Promise<void>((resolve) => {
    for (const name of ['yzt-load', 'yzt-error']) element.addEventListener(name, () => resolve(), { once: true });
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return dataset.rowCount > 0 ? dataset : undefined;
}

/** A layer without rows is missing; one without rows about the red line is not. */
async function layerThere(dataset: DatasetLike, box: Bounds | undefined, tag: string, signal: AbortSignal): Promise<Dataset | undefined> {
  const [west, south, east, north] = box ?? [-180, -90, 180, 90];
  const found = await rowsOnce(dataset, { beyond: 'all', only: [{ kind: 'bounds', west, south, east, north }] }, tag, signal);
  return dataset.rowCount > 0 ? found : undefined;
}

/** Words for the class of each row. */
function classesOf(dataset: Dataset, field: string | undefined): ((row: number) => RowClass) | undefined {
  if (field === undefined || !dataset.column(field)) return undefined;
  const none: Text = { zh: '无代码', en: 'No code' };
  return (row) => {
    const value = dataset.value(row, field);
    if (value === null || typeof value === 'object') return { key: '', label: none };
    const key = String(value);
    return { key, label: codeLabel(dataset.field(field), value) ?? { zh: key, en: key } };
  };
}

/** Rules with the datasets they are about, and those without. */
async function layersOf(job: ComplianceJob): Promise<{ readonly found: readonly { readonly rule: ComplianceRule; readonly dataset: Dataset }[]; readonly missing: readonly ComplianceRule[] }> {
  const all = await Promise.all(job.rules.map(async (rule) => ({ rule, dataset: await layerOf(job, rule) })));
  return {
    found: all.flatMap(({ rule, dataset }) => (dataset ? [{ rule, dataset }] : [])),
    missing: all.filter(({ dataset }) => !dataset).map(({ rule }) => rule),
  };
}

/** Runs a check to its end. @throws DOMException `AbortError` when the signal says so. */
export async function complianceResult(job: ComplianceJob): Promise<ComplianceResult> {
  const { redLine, sliverM2, signal, onProgress } = job;
  // The maths of polygons are only for pages that check something.
  const { overlayApart } = await import('@yizhangtu/analysis/overlay-client');
  const { found, missing } = await layersOf(job);
  const red = areals(redLine);
  const subject = red.map(({ areal }) => areal);
  const box = redLine.bounds;
  let done = 0;
  const counted = <T>(result: T): T => {
    onProgress(++done / (found.length + 1));
    return result;
  };
  // All at once, so that the worker lives from the first to the last.
  const [whole, ...overlays] = await Promise.all([[], ...found.map(({ dataset }) => areals(dataset, box))].map((layer) => overlayApart({ subject, layer }, signal).then(counted)));
  const layers = overlays.map((overlay, at): ComplianceLayer => {
    const { rule, dataset } = found[at] as (typeof found)[number];
    const classOf = classesOf(dataset, rule.field);
    return judged(rule, overlay, { sliverM2, ...(classOf && { classOf }) });
  });
  const badRows = redLine.rowCount - red.length + (whole?.faults.length ?? 0);
  return { wholeM2: whole?.wholeM2 ?? 0, layers, missing, badRows, verdict: worst(layers.map(({ verdict }) => verdict)) };
}
