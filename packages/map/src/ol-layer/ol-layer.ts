import { property } from 'lit/decorators.js';
import type BaseLayer from 'ol/layer/Base.js';
import LayerGroup from 'ol/layer/Group.js';
import { YztError } from '@yizhangtu/base/errors';
import { LayerElement } from '../layer/layer.js';

/** What the map asks of a layer. By shape: the page may have another copy of OpenLayers, where `instanceof` says no. */
const NEEDED = ['getLayerStatesArray', 'getOpacity', 'setOpacity', 'getVisible', 'setVisible', 'getZIndex', 'setZIndex', 'on', 'un'];

function missingIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return NEEDED[0];
  return NEEDED.find((name) => typeof (value as Record<string, unknown>)[name] !== 'function');
}

/**
 * Takes any layer of OpenLayers into the map, so that nobody is stuck with the kinds of layers there are here.
 * @tag yzt-ol-layer
 * @summary A native OpenLayers layer with the place, label and visibility of a layer element.
 */
export class YztOlLayer extends LayerElement {
  #given?: BaseLayer;
  #placeholder?: LayerGroup;

  /** The native layer. It stays the page's own: it is never disposed here. Its opacity, visibility and zoom range are taken over. */
  @property({ attribute: false })
  override get olLayer(): BaseLayer {
    return super.olLayer;
  }
  /** @throws YztError `ol-mismatch` for something that is no OpenLayers layer. */
  override set olLayer(layer: BaseLayer | null | undefined) {
    const next = layer ?? undefined;
    if (next === this.#given) return;
    const missing = next && missingIn(next);
    if (missing) {
      throw new YztError('ol-mismatch', {
        zh: `<${this.localName}>:olLayer 不是 OpenLayers 图层(缺少 ${missing}())。请传入 ol/layer/* 的实例。`,
        en: `<${this.localName}>: olLayer is not an OpenLayers layer (no ${missing}()). Give it an instance of ol/layer/*.`,
      });
    }
    this.#given = next;
    if (next) this.#takeOver(next);
    this.renewOlLayer();
  }

  /** An empty group stands in until the page gives a layer. */
  protected override createOlLayer(): BaseLayer {
    return this.#given ?? (this.#placeholder = new LayerGroup());
  }

  protected override disposeOlLayer(layer: BaseLayer): void {
    if (layer === this.#placeholder) super.disposeOlLayer(layer);
  }

  /** What markup did not set comes from the layer. */
  #takeOver(layer: BaseLayer): void {
    if (this.opacity === 1) this.opacity = layer.getOpacity();
    if (!this.invisible) this.invisible = !layer.getVisible();
    if (this.minZoom === undefined && Number.isFinite(layer.getMinZoom())) this.minZoom = layer.getMinZoom();
    if (this.maxZoom === undefined && Number.isFinite(layer.getMaxZoom())) this.maxZoom = layer.getMaxZoom();
  }
}
