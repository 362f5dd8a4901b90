import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { YztError } from '@yizhangtu/base/errors';
import { elementById } from '@yizhangtu/base/lookup';
import { buttonStyles, focusStyles, hostStyles } from '@yizhangtu/base/styles';
import type { YztDataset } from '@yizhangtu/data/dataset';
import { Dataset } from '@yizhangtu/data/model';
import type { LayerElement } from '@yizhangtu/map/layer';
import type { MapPick, YztMap } from '@yizhangtu/map/map';
import { MapWidget } from '../shared/map-widget.js';
import { drawAreaStyles } from './draw-area.styles.js';
import { areaTable, cornerTable, withCorner, type DrawnCorner } from './drawn-corners.js';

/** Fewest corners of an area. */
const LEAST = 3;

/**
 * Draws an area on the map, corner by corner, by clicks or by the keyboard of the map (Enter sets a corner at its middle). The finished area becomes the one row
 * of a dataset of the page, which layers, filters and checks look at. While it is drawn nothing on the map is selected.
 * @tag yzt-draw-area
 * @summary Draws an area on the map as the row of a dataset.
 * @csspart base - The whole element.
 * @csspart buttons - The buttons.
 */
export class YztDrawArea extends MapWidget {
  static override styles = [hostStyles, focusStyles, buttonStyles, drawAreaStyles];

  /** Id of the `<yzt-dataset>` that gets the area. */
  @property() override dataset: string | undefined;

  /** Words of the button. */
  @property() label = '';

  @state() private corners: readonly DrawnCorner[] = [];
  @state() private drawing = false;

  readonly #area = new Dataset();
  readonly #points = new Dataset();
  #layers: LayerElement[] = [];
  #map?: YztMap | undefined;

  override disconnectedCallback(): void {
    this.cancel();
    super.disconnectedCallback();
  }

  /** Begins to draw; resolves when corners can be set. Does nothing without a map. */
  async start(): Promise<void> {
    const map = this.mapElement;
    if (!map || this.drawing) return;
    this.clearError();
    this.#map = map;
    this.corners = [];
    this.drawing = true;
    // What corners and area are drawn by, for pages that have no such layers.
    await Promise.all([import('@yizhangtu/map/polygon-layer'), import('@yizhangtu/map/point-layer')]);
    if (this.#map !== map) return;
    map.addEventListener('yzt-pick', this.#onPick, true);
    map.addEventListener('dblclick', this.#onDouble, true);
    this.#layers = [this.#layer('yzt-polygon-layer', this.#area), this.#layer('yzt-point-layer', this.#points)];
    map.append(...this.#layers);
    this.#show();
  }

  /** Gives the area to the dataset; does nothing with fewer than three corners. */
  finish(): void {
    if (!this.drawing || this.corners.length < LEAST) return;
    const element = this.dataset ? elementById(this, this.dataset) : undefined;
    if (element?.localName === 'yzt-dataset') (element as YztDataset).dataset.setTable(areaTable(this.corners, this.say({ zh: '图上绘制', en: 'Drawn on the map' })));
    else this.#sayMissing();
    this.cancel();
  }

  /** Ends without an area. */
  cancel(): void {
    this.#map?.removeEventListener('yzt-pick', this.#onPick, true);
    this.#map?.removeEventListener('dblclick', this.#onDouble, true);
    this.#map = undefined;
    for (const layer of this.#layers) layer.remove();
    this.#layers = [];
    this.drawing = false;
    this.corners = [];
  }

  #sayMissing(): void {
    const id = (this.dataset ?? '').slice(0, 80);
    this.fail(
      new YztError('dataset-not-found', {
        zh: `<${this.localName} dataset="${id}">：没有 id 为「${id}」的 <yzt-dataset>，画好的范围没有地方放。请检查 id。`,
        en: `<${this.localName} dataset="${id}">: there is no <yzt-dataset> with the id "${id}" to take the area. Check the id.`,
      }),
    );
  }

  #layer(tag: 'yzt-polygon-layer' | 'yzt-point-layer', dataset: Dataset): LayerElement {
    const layer = document.createElement(tag);
    for (const name of ['no-legend', 'no-hover', 'no-select']) layer.setAttribute(name, '');
    layer.setAttribute('symbology', 'fixed:map-selection');
    if (tag === 'yzt-polygon-layer') layer.setAttribute('fill-opacity', '0.15');
    layer.setAttribute('label', this.say({ zh: '正在画', en: 'Being drawn' }));
    layer.dataset = dataset;
    return layer;
  }

  readonly #onPick = (event: Event): void => {
    const { lonLat, pixel } = (event as CustomEvent<MapPick>).detail;
    // Neither selection nor popup: the click is a corner.
    event.preventDefault();
    event.stopImmediatePropagation();
    this.corners = withCorner(this.corners, { lonLat: [lonLat[0], lonLat[1]], pixel });
    this.#show();
  };

  readonly #onDouble = (event: Event): void => {
    event.stopPropagation();
    this.finish();
  };

  #undo(): void {
    this.corners = this.corners.slice(0, -1);
    this.#show();
  }

  #show(): void {
    this.#area.setTable(areaTable(this.corners, ''));
    this.#points.setTable(cornerTable(this.corners));
  }

  override render(): TemplateResult {
    const { corners, drawing, mapElement } = this;
    if (!drawing) {
      const words = this.label || this.say({ zh: '在图上画范围', en: 'Draw an area' });
      return html`<div part="base"><div class="buttons" part="buttons"><button type="button" ?disabled=${!mapElement} @click=${() => this.start()}>${words}</button></div></div>`;
    }
    const count = corners.length;
    const words =
      count < LEAST
        ? this.say({ zh: `在图上点出各个角（键盘：移动地图，回车定点），已有 ${count} 个，至少 ${LEAST} 个`, en: `Click the corners on the map (keyboard: move the map, Enter sets one); ${count} so far, at least ${LEAST}` })
        : this.say({ zh: `已有 ${count} 个角，继续点，或按“完成”（也可双击）`, en: `${count} corners; go on, or press Done (or double-click)` });
    return html`<div part="base">
      <p role="status">${words}</p>
      <div class="buttons" part="buttons">
        <button type="button" class="primary" ?disabled=${count < LEAST} @click=${() => this.finish()}>${this.say({ zh: '完成', en: 'Done' })}</button>
        <button type="button" ?disabled=${count === 0} @click=${() => this.#undo()}>${this.say({ zh: '撤销一个角', en: 'Undo a corner' })}</button>
        <button type="button" @click=${() => this.cancel()}>${this.say({ zh: '取消', en: 'Cancel' })}</button>
      </div>
    </div>`;
  }
}
