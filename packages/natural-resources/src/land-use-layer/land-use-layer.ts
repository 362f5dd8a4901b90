import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { hint } from '@yizhangtu/base/hints';
import type { Text } from '@yizhangtu/base/locale';
import { tokens } from '@yizhangtu/base/theme';
import { DatasetController } from '@yizhangtu/data/link';
import type { Dataset } from '@yizhangtu/data/model';
import { LayerGroupElement } from '@yizhangtu/map/layer-group';
import type { YztMap } from '@yizhangtu/map/map';
import '@yizhangtu/map/polygon-layer';
import type { CodeScheme } from '@yizhangtu/standards/scheme';
import { landClassColumn, unknownCodes, type LandLevel } from '../calc/land-classes.js';
import { isLandScheme, LAND_SCHEMES, landFieldOf, withLandCodes, type LandField } from '../data/index.js';

/** Below this zoom parcels are a few pixels wide, and borders would cover their colours. */
const BORDER_ZOOM = 11.5;
/** Strength of the layer on a dark map: the pale colours of fields and gardens would outshine everything else there. */
const DIMMED = 0.74;
const NAMES = Object.keys(LAND_SCHEMES).join('、');

/**
 * Parcels of land in the colours of their standard: 用地用海 2023 or 三调 2019. A class without a colour of its own has that of the class above it; codes that
 * the list does not know, and parcels without a code, are hatched as 无数据.
 *
 * It is one line in lists of layers. The legend filters by class; `level="1"` shows the top classes alone.
 * @tag yzt-land-use-layer
 * @summary 地类图斑: polygons in the official colours of 用地用海 or 三调.
 */
export class YztLandUseLayer extends LayerGroupElement {
  /** The parcels: the id of a `<yzt-dataset>`, or a `Dataset`. */
  @property() override dataset: string | Dataset | undefined;

  /** Address of parcels that only this layer shows: GeoJSON, or a zipped shapefile. Counts only without `dataset`. */
  @property() src?: string;

  /** The code list: `land-use-2023` (用地用海) or `land-survey-2019` (三调). Unset: that of the field. */
  @property() scheme?: string;

  /** Field with the codes. Unset: `YDYHFLDM` or `DLBM`, or the field whose schema has one of the lists. */
  @property() field?: string;

  /** Level of classes: 1 一级类, 2 二级类, 3. Unset: the codes as they are. */
  @property({ type: Number }) level?: number;

  readonly #data = new DatasetController(this, { onOwnEnd: (error) => (error ? this.fail(error) : this.clearError()) });
  #shown?: { readonly dataset: Dataset; readonly version: number; readonly wish: string; readonly field: string } | undefined;

  @state() private near = false;

  /** Parcels are one line in lists of layers. */
  override get isOneLayer(): boolean {
    return true;
  }

  override get usualLabel(): Text {
    return { zh: '地类图斑', en: 'Land use' };
  }

  /** The parcels that are drawn; undefined while there are none. */
  override get layerDataset(): Dataset | undefined {
    return this.#data.dataset;
  }

  /** Nothing: there is one layer inside. */
  override keepOne(): void {}

  get #wantedScheme(): CodeScheme | undefined {
    return this.scheme && isLandScheme(this.scheme) ? LAND_SCHEMES[this.scheme] : undefined;
  }

  get #wantedLevel(): LandLevel | undefined {
    return this.level === 1 || this.level === 2 || this.level === 3 ? this.level : undefined;
  }

  protected override mapChanged(next: YztMap | undefined, previous: YztMap | undefined): void {
    super.mapChanged(next, previous);
    previous?.removeEventListener('yzt-view-change', this.#look);
    next?.addEventListener('yzt-view-change', this.#look);
    this.#look();
  }

  readonly #look = (): void => {
    this.near = (this.mapElement?.zoom ?? 0) >= BORDER_ZOOM;
  };

  protected override update(changed: PropertyValues<this>): void {
    this.#prepare();
    super.update(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('scheme') && this.scheme && !this.#wantedScheme) {
      hint('bad-attribute', {
        zh: `<${this.localName}>：scheme="${this.scheme}" 无法识别。可用：${NAMES}。`,
        en: `<${this.localName}>: scheme="${this.scheme}" is not understood. Use ${NAMES}.`,
      }, this);
    }
    if (changed.has('level') && (this.level ?? undefined) !== undefined && this.#wantedLevel === undefined) {
      hint('bad-attribute', {
        zh: `<${this.localName}>：level="${this.level}" 无法识别。可用：1、2、3。`,
        en: `<${this.localName}>: level="${this.level}" is not understood. Use 1, 2 or 3.`,
      }, this);
    }
  }

  /** Decides, once for each state of the data, which field is drawn. */
  #prepare(): void {
    const dataset = this.#data.dataset;
    if (!dataset || dataset.rowCount === 0) return void (this.#shown = undefined);
    const wish = [this.field, this.scheme, this.level].join(' ');
    const shown = this.#shown;
    if (shown?.dataset === dataset && shown.version === dataset.version && shown.wish === wish) return;
    const land = landFieldOf(dataset, { field: this.field, scheme: this.#wantedScheme });
    const field = land ? this.#fieldFor(dataset, land) : '';
    if (!land) this.#sayMissing(dataset);
    this.#shown = { dataset, version: dataset.version, wish, field };
  }

  /** The field itself, so that charts of it share its filter; a column of classes where a level is wanted, or codes are unknown. */
  #fieldFor(dataset: Dataset, land: LandField): string {
    const described = withLandCodes(dataset, land);
    if (described) dataset.schema = described;
    const unknown = unknownCodes(dataset.column(land.field), land.scheme);
    if (unknown.length > 0) this.#sayUnknown(unknown, land);
    const plain = dataset.column(land.field)?.kind === 'text' && dataset.field(land.field).codes?.scheme === land.scheme.scheme;
    if (plain && unknown.length === 0 && this.#wantedLevel === undefined) return land.field;
    const name = `${land.field}.${land.scheme.scheme}.${this.#wantedLevel ?? 'all'}`;
    if (!dataset.column(name)) dataset.derive(landClassColumn(name, land, this.#wantedLevel ?? 3));
    return name;
  }

  #sayUnknown(codes: readonly string[], { field, scheme }: LandField): void {
    const some = codes.slice(0, 5).join('、');
    hint('bad-attribute', {
      zh: `<${this.localName}>：字段 ${field} 有 ${codes.length} 个代码不在《${scheme.label.zh}》中（${some}），按无数据画。请检查 scheme 是否写对。`,
      en: `<${this.localName}>: ${codes.length} codes of field ${field} are not in ${scheme.label.en} (${some}); they are drawn as no data. Check scheme.`,
    }, this);
  }

  #sayMissing(dataset: Dataset): void {
    const fields = dataset.columns.map(({ name }) => name).join(', ');
    hint('unknown-field', {
      zh: `<${this.localName}>：找不到地类字段${this.field ? ` ${this.field}` : ''}。请用 field 写明。可用字段：${fields}。`,
      en: `<${this.localName}>: there is no field of classes${this.field ? ` ${this.field}` : ''}. Name it with field. Fields: ${fields}.`,
    }, this);
  }

  /** Whether the land under the parcels is dark. */
  get #isDark(): boolean {
    const land = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(tokens(this, ['map-land'])['map-land'] ?? '');
    return land !== null && land.slice(1).every((part) => Number.parseInt(part, 16) < 128);
  }

  override render(): TemplateResult {
    const shown = this.#shown;
    const symbology = shown?.field ? `class:${shown.field}` : 'fixed:data-other';
    const label = this.label || this.say(this.usualLabel);
    return html`<yzt-polygon-layer .dataset=${shown?.dataset} label=${label} symbology=${symbology} fill-opacity="0.9" opacity=${this.#isDark ? DIMMED : 1} ?no-border=${!this.near}></yzt-polygon-layer><slot></slot>`;
  }
}
