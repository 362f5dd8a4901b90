import { property } from 'lit/decorators.js';
import type { Dataset } from '@yizhangtu/data/model';
import type { SymbolSizes, Symbology } from '@yizhangtu/data/symbology';
import { atLabelPoints } from '../bubble-layer/point-renderer.js';
import { sizeSteps } from '../data-layer/columns.js';
import { DataLayerElement, PLAIN_LOOK, type LayerLook } from '../data-layer/data-layer.js';
import type { Engine } from '../data-layer/engine-door.js';
import { fieldNumbers, withFields } from '../fields/fields-symbology.js';
import { CanvasRenderer } from '../renderer/canvas-renderer.js';
import { PointPicture } from '../renderer/point-picture.js';
import { readNumber } from '../shared/read-number.js';
import { PiePainter } from './pie-painter.js';
import { pieDiameters, totalsOf } from './pie-parts.js';

/** Diameter of the largest pie, CSS px. */
const LARGEST = 48;

/** The numbers of a dataset, for as long as data and fields stay the same. */
interface Numbers {
  readonly key: string;
  readonly dataset: Dataset;
  readonly parts: readonly ArrayLike<number>[];
  readonly totals: Float64Array;
}

/**
 * Rows as small pies: the shares of several fields, and by the area of the pie their total. A polygon has its pie at the place of its label. A row
 * whose total is zero has none.
 * @tag yzt-pie-layer
 * @summary Shares of several fields at each place, as pies sized by the total.
 * @fires yzt-error - The symbology does not name number fields of the dataset; nothing is drawn.
 */
export class YztPieLayer extends DataLayerElement {
  /** The fields whose shares are shown: `fields:young:adult:old`, with own colours `fields:young=#1f5fd0:old=data-3`. At most eight. */
  @property() override symbology = 'fields:';

  #size?: number;
  #numbers?: Numbers;
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

  protected override drawing(engine: Engine): Engine {
    const partsOf = (row: number): readonly number[] => this.#numbers?.parts.map((values) => values[row] ?? 0) ?? [];
    return { ...withFields(engine), newRenderer: () => atLabelPoints(new CanvasRenderer('point', new PointPicture(new PiePainter(partsOf)))) };
  }

  protected override look(): LayerLook {
    return { ...PLAIN_LOOK, size: this.size };
  }

  protected override diameters(dataset: Dataset): Uint8Array | undefined {
    const numbers = this.#read(dataset, this.symbologyModel?.fields ?? []);
    if (!numbers) return undefined;
    const key = String(this.size);
    if (this.#diameters?.numbers !== numbers || this.#diameters.key !== key) this.#diameters = { key, numbers, values: pieDiameters(numbers.totals, this.size) };
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
    const steps = numbers && sizeSteps({ kind: 'number', name: '', values: numbers.totals }, this.size);
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
