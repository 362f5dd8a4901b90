import { property } from 'lit/decorators.js';
import type { Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Dataset } from '@yizhangtu/data/model';
import type { SymbolSizes, Symbology } from '@yizhangtu/data/symbology';
import { atLabelPoints } from '../bubble-layer/point-renderer.js';
import { sizeSteps } from '../data-layer/columns.js';
import { DataLayerElement, PLAIN_LOOK, type LayerLook } from '../data-layer/data-layer.js';
import type { Engine } from '../data-layer/engine-door.js';
import { fieldNumbers, withFields } from '../fields/fields-symbology.js';
import { CanvasRenderer } from '../renderer/canvas-renderer.js';
import { PointPicture } from '../renderer/point-picture.js';
import type { Renderer } from '../renderer/types.js';
import { readNumber } from '../shared/read-number.js';
import { MOST_PIES } from './largest-pies.js';
import { PiePainter } from './pie-painter.js';
import { totalsOf } from '../shared/totals.js';
import { pieDiameters } from './pie-parts.js';

/** Diameter of the largest pie, CSS px. */
const LARGEST = 48;

function leftNote(count: number): Text {
  const [most, left] = [formatNumber(MOST_PIES), formatNumber(count)];
  return { zh: `视野内只画合计最大的 ${most} 个，另有 ${left} 个未画；放大后可见更多`, en: `Only the ${most} largest in view are drawn, ${left} are not; zoom in for more` };
}

/** The numbers of a dataset, for as long as data and fields stay the same. */
interface Numbers {
  readonly key: string;
  readonly dataset: Dataset;
  readonly parts: readonly ArrayLike<number>[];
  readonly totals: Float64Array;
}

/**
 * Rows as small pies: the shares of several fields, and by the area of the pie their total. A polygon has its pie at the place of its label. A row
 * whose total is zero has none. Of more than 1,000 pies in view the selected and then the largest are drawn; legends say how many are not.
 * @tag yzt-pie-layer
 * @summary Shares of several fields at each place, as pies sized by the total.
 * @fires yzt-error - The symbology does not name number fields of the dataset; nothing is drawn.
 */
export class YztPieLayer extends DataLayerElement {
  /** The fields whose shares are shown: `fields:young:adult:old`, with own colours `fields:young=#1f5fd0:old=data-3`. At most eight. */
  @property() override symbology = 'fields:';

  #size?: number;
  #numbers?: Numbers;
  /** Pies in view that are not drawn. */
  #left = 0;
  #noted?: { readonly of: Symbology; readonly left: number; readonly model: Symbology };
  #diameters?: { readonly key: string; readonly numbers: Numbers; readonly values: Uint8Array };

  constructor() {
    super('point');
  }

  /** Diameter of the pie with the largest total in CSS px, 12 to 128. Default 48. */
  @property({ type: Number })
  get size(): number {
    return this.#size ?? LARGEST;
  }
  set size(value: number | null | undefined) {
    this.#size = readNumber(this, { name: 'size', min: 12, max: 128, example: '48' }, value, this.#size);
  }

  /** With a sentence where there are more pies in view than are drawn. */
  override get symbologyModel(): Symbology | undefined {
    const model = super.symbologyModel;
    if (!model || this.#left === 0) return model;
    if (this.#noted?.of !== model || this.#noted.left !== this.#left) this.#noted = { of: model, left: this.#left, model: { ...model, leftOut: leftNote(this.#left) } };
    return this.#noted.model;
  }

  protected override drawing(engine: Engine): Engine {
    const newRenderer = (): Renderer => {
      const painter = new PiePainter({
        parts: (row) => this.#numbers?.parts.map((values) => values[row] ?? 0) ?? [],
        totals: () => this.#numbers?.totals ?? [],
        left: (count) => this.#leftOut(count),
      });
      const renderer = atLabelPoints(new CanvasRenderer('point', new PointPicture(painter)));
      // A filter may have taken away what is still drawn while others are chosen.
      return { ...renderer, hitsAt: (x, y, tolerance) => painter.hits(x, y, tolerance).filter((row) => this.layerDataset?.passing()[row] === 1) };
    };
    return { ...withFields(engine), newRenderer };
  }

  #leftOut(count: number): void {
    if (count === this.#left) return;
    this.#left = count;
    this.layerChanged();
  }

  protected override look(): LayerLook {
    return { ...PLAIN_LOOK, size: this.size };
  }

  protected override diameters(dataset: Dataset): Uint8Array | undefined {
    const numbers = this.#read(dataset, this.symbologyModel?.fields ?? []);
    if (!numbers) return undefined;
    const largest = this.reach?.largest;
    const key = `${this.size} ${largest}`;
    if (this.#diameters?.numbers !== numbers || this.#diameters.key !== key) this.#diameters = { key, numbers, values: pieDiameters(numbers.totals, this.size, largest) };
    return this.#diameters.values;
  }

  protected override get marks(): string {
    return String(this.size);
  }

  protected override marked(model: Symbology): Symbology {
    const sizes = this.#sizes(model);
    return { ...model, ...(sizes && { sizes }) };
  }

  /** What a legend says about sizes. */
  #sizes({ fields = [] }: Symbology): SymbolSizes | undefined {
    const dataset = this.layerDataset;
    const numbers = dataset && this.#read(dataset, fields);
    const steps = numbers && sizeSteps({ kind: 'number', name: '', values: numbers.totals }, this.size, this.reach?.largest);
    return steps && { field: fields[0] as string, label: { zh: '合计', en: 'Total' }, steps };
  }

  #read(dataset: Dataset, fields: readonly string[]): Numbers | undefined {
    const key = `${dataset.version} ${fields.join(':')}`;
    if (this.#numbers?.key === key && this.#numbers.dataset === dataset) return this.#numbers;
    const parts = fieldNumbers(dataset, fields);
    this.#numbers = parts && { key, dataset, parts, totals: totalsOf(parts, dataset.rowCount) };
    return this.#numbers;
  }
}
