import { property } from 'lit/decorators.js';
import type { SymbolClass, Symbology } from '@yizhangtu/data/symbology';
import { DataLayerElement, PLAIN_LOOK, type LayerLook } from '../data-layer/data-layer.js';
import { lateSymbologyNow } from '../data-layer/symbology-door.js';
import type { RenderClass } from '../renderer/types.js';
import { readNumber } from '../shared/read-number.js';

/**
 * Polygons of a dataset: a fill that lets the map through, a hairline border, and a strong border for the selection, so that the
 * colour of a class is never changed. Where polygons overlap the upper class is shown in its own colour.
 * @tag yzt-polygon-layer
 * @summary Polygon layer that draws straight from the columns of a dataset.
 * @fires yzt-error - The symbology names a field the dataset does not have, or cannot be read; the polygons are drawn alike.
 */
export class YztPolygonLayer extends DataLayerElement {
  #fillOpacity?: number;

  constructor() {
    super('polygon');
  }

  /** Opacity of the fill, from 0 to 1. Default 0.75. */
  @property({ type: Number, attribute: 'fill-opacity' })
  get fillOpacity(): number {
    return this.#fillOpacity ?? PLAIN_LOOK.fillOpacity;
  }
  set fillOpacity(value: number | null | undefined) {
    this.#fillOpacity = readNumber(this, { name: 'fill-opacity', min: 0, max: 1, example: '0.75' }, value, this.#fillOpacity);
  }

  /** The fill is meant to show totals: no hint that large areas stand out by being large. */
  @property({ type: Boolean, attribute: 'allow-totals' }) allowTotals = false;

  /** Without a border around each polygon: for thousands of small ones, whose borders would cover their colours. */
  @property({ type: Boolean, attribute: 'no-border' }) noBorder = false;

  protected override marked(model: Symbology): Symbology {
    const { layerDataset } = this;
    if (model.kind === 'breaks' && model.field && layerDataset?.rowCount && !this.allowTotals) lateSymbologyNow()?.hintTotal(this, layerDataset, model.field);
    return model;
  }

  protected override classLook(plain: RenderClass, _one: SymbolClass): RenderClass {
    return this.noBorder ? { ...plain, outline: plain.color } : plain;
  }

  protected override look(): LayerLook {
    return { ...PLAIN_LOOK, fillOpacity: this.fillOpacity };
  }
}
