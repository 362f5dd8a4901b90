/** One compliance check: reads red line and control layers as GeoJSON and lays one over the others in slices. */
import { elementById } from '@yizhangtu/base/lookup';
import type { Text } from '@yizhangtu/base/locale';
import type { Areal } from '@yizhangtu/analysis/geometry';
import type { YztDataset } from '@yizhangtu/data/dataset';
import { codeLabel, rowBounds, type Bounds, type Dataset } from '@yizhangtu/data/model';
import { drive } from '@yizhangtu/data/steps';
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

/** The dataset of a rule once it has rows; undefined where there is none. */
async function layerOf(host: Element, rule: ComplianceRule, signal: AbortSignal): Promise<Dataset | undefined> {
  const element = elementById(host, rule.dataset);
  if (element?.localName !== 'yzt-dataset') return undefined;
  const { dataset, loading } = element as YztDataset;
  if (dataset.rowCount > 0 || !loading) return dataset.rowCount > 0 ? dataset : undefined;
  await new Promise<void>((resolve) => {
    for (const name of ['yzt-load', 'yzt-error']) element.addEventListener(name, () => resolve(), { once: true });
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return dataset.rowCount > 0 ? dataset : undefined;
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

/** Runs a check to its end. @throws DOMException `AbortError` when the signal says so. */
export async function complianceResult({ host, redLine, rules, sliverM2, signal, onProgress }: ComplianceJob): Promise<ComplianceResult> {
  // The maths of polygons are only for pages that check something.
  const { overlaySteps } = await import('@yizhangtu/analysis/overlay');
  const red = areals(redLine);
  const subject = red.map(({ areal }) => areal);
  const box = redLine.bounds;
  const layers: ComplianceLayer[] = [];
  const missing: ComplianceRule[] = [];
  const first = await drive(overlaySteps(subject, []), { signal });
  for (const [at, rule] of rules.entries()) {
    const dataset = await layerOf(host, rule, signal);
    if (!dataset) {
      missing.push(rule);
      continue;
    }
    const overlay = await drive(overlaySteps(subject, areals(dataset, box)), { signal, onProgress: (part) => onProgress((at + part) / rules.length) });
    const classOf = classesOf(dataset, rule.field);
    layers.push(judged(rule, overlay, { sliverM2, ...(classOf && { classOf }) }));
  }
  const badRows = redLine.rowCount - red.length + first.faults.length;
  return { wholeM2: first.wholeM2, layers, missing, badRows, verdict: worst(layers.map(({ verdict }) => verdict)) };
}
