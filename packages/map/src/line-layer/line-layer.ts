import { property } from 'lit/decorators.js';
import type { Symbology } from '@yizhangtu/data/symbology';
import { DataLayerElement, PLAIN_LOOK, type LayerLook } from '../data-layer/data-layer.js';
import { badValue } from '../shared/bad-value.js';
import { readNumber } from '../shared/read-number.js';
import { classWith } from '../shared/class-with.js';
import { dashOf } from './dash.js';

/**
 * Lines of a dataset: with a casing, so that they stand out on any map; a ring marks the selection.
 * @tag yzt-line-layer
 * @summary Line layer that draws straight from the columns of a dataset.
 * @fires yzt-error - The symbology names a field the dataset does not have, or cannot be read; the lines are drawn alike.
 */
export class YztLineLayer extends DataLayerElement {
  #width?: number;
  #dash: readonly number[] = [];
  #dashText?: string;

  constructor() {
    super('line');
  }

  /** Width in CSS px, 0.5 to 40. Default 2. */
  @property({ type: Number })
  get width(): number {
    return this.#width ?? PLAIN_LOOK.width;
  }
  set width(value: number | null | undefined) {
    this.#width = readNumber(this, { name: 'width', min: 0.5, max: 40, example: '3' }, value, this.#width);
  }

  /** Lengths of dashes and gaps in CSS px, `6 4`; solid when absent. */
  @property()
  get dash(): string | undefined {
    return this.#dashText;
  }
  set dash(value: string | null | undefined) {
    const dash = dashOf(value);
    if (!dash) {
      badValue(this, 'dash', value, '6 4');
      return;
    }
    this.#dash = dash;
    this.#dashText = value ?? undefined;
  }

  protected override get marks(): string {
    return this.#dash.join(' ');
  }

  protected override marked(model: Symbology): Symbology {
    if (this.#dash.length === 0) return model;
    const dash = this.#dash;
    return { ...model, classes: model.classes.map((one) => classWith(one, { dash })) };
  }

  protected override look(): LayerLook {
    return { ...PLAIN_LOOK, width: this.width, dash: this.#dash };
  }
}
