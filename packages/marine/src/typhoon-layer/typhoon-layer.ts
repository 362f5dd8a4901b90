import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hint } from '@yizhangtu/base/hints';
import type { Text } from '@yizhangtu/base/locale';
import { DatasetController } from '@yizhangtu/data/link';
import { Dataset, schemaById, type DatasetSchema } from '@yizhangtu/data/model';
import { LayerGroupElement } from '@yizhangtu/map/layer-group';
import '@yizhangtu/map/line-layer';
import '@yizhangtu/map/point-layer';
import '@yizhangtu/map/polygon-layer';
import { missingFields, typhoonTracks } from '../calc/index.js';
import { classTyphoons } from '../data/index.js';
import { TYPHOON } from '../data/typhoon-schema.js';
import { centreTable, circleTable, pathTable, warningTable } from './typhoon-shapes.js';

const CODES = (field: string, scheme: string): DatasetSchema => ({ id: `marine/${field}@1`, fields: [{ name: field, codes: { scheme } }] });
const [CLASSED, FORCED] = [CODES('class', 'typhoon-class'), CODES('force', 'typhoon-wind-circle')];

/**
 * Typhoons from the rows of a dataset, one row a position: the path in pieces coloured by class, a disc for each position, the storm's sign and its wind
 * circles at the last position, and the 24 and 48 hour warning lines.
 *
 * Everything follows the filters of the dataset. A `<yzt-time-slider mode="cumulative">` on it plays the storm; a filter on `storm` chooses one. With more
 * than eight storms at once only the paths are drawn. A wind circle is drawn where the row has radii; a quadrant without one is left out.
 * @tag yzt-typhoon-layer
 * @summary 台风: path by class, wind circles of four quadrants, warning lines; playback by the time slider.
 */
export class YztTyphoonLayer extends LayerGroupElement {
  /** The positions: the id of a `<yzt-dataset>`, or a `Dataset`, of the shape `marine/typhoon@1`. */
  @property() override dataset: string | Dataset | undefined;

  /** Address of positions that only this layer shows: GeoJSON or CSV. Counts only without `dataset`. */
  @property() src?: string;

  /** Without the 24 and 48 hour warning lines. */
  @property({ type: Boolean, attribute: 'no-warning-lines' }) noWarningLines = false;

  /** Without wind circles. */
  @property({ type: Boolean, attribute: 'no-wind-circles' }) noWindCircles = false;

  readonly #data = new DatasetController(this, { onDataset: (dataset) => this.#describe(dataset), onOwnEnd: (error) => (error ? this.fail(error) : this.clearError()) });
  readonly #paths = new Dataset(undefined, { schema: CLASSED });
  readonly #circles = new Dataset(undefined, { schema: FORCED });
  readonly #centres = new Dataset(undefined, { schema: CLASSED });
  readonly #lines = [24, 48].map((hours) => new Dataset(warningTable(hours as 24 | 48)));
  #drawn?: { readonly dataset: Dataset; readonly version: number; readonly passing: Uint8Array };

  /** A typhoon is one line in lists of layers. */
  override get isOneLayer(): boolean {
    return true;
  }

  override get usualLabel(): Text {
    return { zh: '台风', en: 'Typhoons' };
  }

  /** The positions that are drawn; undefined while there are none. */
  override get layerDataset(): Dataset | undefined {
    return this.#data.dataset;
  }

  /** Nothing: all parts of a typhoon are seen together. */
  override keepOne(): void {}

  /** After the dataset is known, before anything is drawn of it. */
  protected override update(changed: PropertyValues<this>): void {
    this.#draw();
    super.update(changed);
  }

  /** Words for fields whose source has none. */
  #describe(dataset: Dataset | undefined): void {
    if (dataset && !dataset.schema) dataset.schema = schemaById(TYPHOON.id);
  }

  #draw(): void {
    const dataset = this.#data.dataset;
    // Nothing yet, and nothing to be taken away.
    if (!dataset || (dataset.rowCount === 0 && this.#drawn?.dataset !== dataset)) return;
    classTyphoons(dataset);
    const [passing, { version }] = [dataset.passing(), dataset];
    const drawn = this.#drawn;
    if (drawn?.dataset === dataset && drawn.version === version && drawn.passing === passing) return;
    this.#drawn = { dataset, version, passing };
    if (dataset.rowCount > 0) this.#sayMissing(dataset);
    const tracks = typhoonTracks(dataset, passing);
    this.#paths.setTable(pathTable(dataset, tracks));
    this.#circles.setTable(circleTable(dataset, tracks));
    this.#centres.setTable(centreTable(dataset, tracks));
  }

  #sayMissing(dataset: Dataset): void {
    const missing = missingFields(dataset);
    if (missing.length === 0) return;
    const fields = dataset.columns.map(({ name }) => name).join(', ');
    hint(
      'unknown-field',
      {
        zh: `<${this.localName}>：数据中没有字段 ${missing.join('、')}，无法连成路径。可用字段：${fields}。`,
        en: `<${this.localName}>: the data has no field ${missing.join(', ')}, so there is no path. Fields: ${fields}.`,
      },
      this,
    );
  }

  #warnings(): TemplateResult {
    const [near, far] = this.#lines;
    const field = this.locale === 'en' ? 'en' : 'zh';
    const name = { near: this.say({ zh: '24小时警戒线', en: '24 h warning line' }), far: this.say({ zh: '48小时警戒线', en: '48 h warning line' }) };
    return html`<yzt-line-layer .dataset=${far} label=${name.far} symbology="fixed:data-5" dash="8 6" width="1.5" label-field=${field} no-hover no-select></yzt-line-layer
      ><yzt-line-layer .dataset=${near} label=${name.near} symbology="fixed:data-4" width="1.5" label-field=${field} no-hover no-select></yzt-line-layer>`;
  }

  override render(): TemplateResult {
    const { layerDataset } = this;
    // Not before there are rows: only then is it known whether they have classes.
    const positions = layerDataset?.rowCount ? layerDataset : undefined;
    const symbology = positions?.column('class') ? 'class:class' : 'fixed:data-1';
    const circles = this.say({ zh: '风圈', en: 'Wind circles' });
    const name = this.locale === 'en' ? 'nameEn' : 'name';
    return html`${this.noWarningLines ? nothing : this.#warnings()}${
      this.noWindCircles ? nothing : html`<yzt-polygon-layer .dataset=${this.#circles} label=${circles} symbology="class:force" fill-opacity="0.25" no-hover no-select></yzt-polygon-layer>`
    }<yzt-line-layer .dataset=${this.#paths} label=${this.label} symbology=${symbology} width="3" no-legend no-hover no-select></yzt-line-layer
      ><yzt-point-layer .dataset=${positions} label=${this.label} symbology=${symbology} size="9"></yzt-point-layer
      ><yzt-point-layer .dataset=${this.#centres} label=${this.label} symbology=${symbology} shape="none" glyph="typhoon" size="34" label-field=${name} no-legend no-hover no-select></yzt-point-layer
      ><slot></slot>`;
  }
}
