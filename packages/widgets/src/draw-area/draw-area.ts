import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { YztError } from '@yizhangtu/base/errors';
import { elementById } from '@yizhangtu/base/lookup';
import { buttonStyles, focusStyles, hostStyles } from '@yizhangtu/base/styles';
import type { YztDataset } from '@yizhangtu/data/dataset';
import { CornerDrawing } from '../shared/corner-drawing.js';
import { areaTable } from '../shared/drawn-corners.js';
import { MapWidget } from '../shared/map-widget.js';
import { drawAreaStyles } from './draw-area.styles.js';

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

  readonly #drawing = new CornerDrawing('polygon', { changed: () => this.requestUpdate(), finished: () => this.finish(), say: (text) => this.say(text) });

  override disconnectedCallback(): void {
    this.cancel();
    super.disconnectedCallback();
  }

  /** Begins to draw; resolves when corners can be set. Does nothing without a map. */
  async start(): Promise<void> {
    const map = this.mapElement;
    if (!map || this.#drawing.isUnderWay) return;
    this.clearError();
    await this.#drawing.start(map);
  }

  /** Gives the area to the dataset; does nothing with fewer than three corners. */
  finish(): void {
    const { corners } = this.#drawing;
    if (corners.length < LEAST) return;
    const element = this.dataset ? elementById(this, this.dataset) : undefined;
    if (element?.localName === 'yzt-dataset') (element as YztDataset).dataset.setTable(areaTable(corners, this.say({ zh: '图上绘制', en: 'Drawn on the map' })));
    else this.#sayMissing();
    this.cancel();
  }

  /** Ends without an area. */
  cancel(): void {
    this.#drawing.end();
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

  override render(): TemplateResult {
    const { mapElement } = this;
    const { corners, isUnderWay } = this.#drawing;
    if (!isUnderWay) {
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
        <button type="button" ?disabled=${count === 0} @click=${() => this.#drawing.undo()}>${this.say({ zh: '撤销一个角', en: 'Undo a corner' })}</button>
        <button type="button" @click=${() => this.cancel()}>${this.say({ zh: '取消', en: 'Cancel' })}</button>
      </div>
    </div>`;
  }
}
