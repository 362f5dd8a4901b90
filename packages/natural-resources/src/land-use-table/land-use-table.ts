import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { hint } from '@yizhangtu/base/hints';
import { setStyle } from '@yizhangtu/base/set-style';
import { focusStyles, hostStyles } from '@yizhangtu/base/styles';
import { unitOf, unitSymbol, type UnitId } from '@yizhangtu/base/units';
import type { Answer, Dataset, DatasetLike } from '@yizhangtu/data/model';
import type { RowsNeed } from '@yizhangtu/data/remote-rows';
import { badgeStyles, DatasetWidget, exampleBadge, figureTableStyles, sourceParts, stateStyles } from '@yizhangtu/widgets/shared';
import { landAreaColumn, landBalance, type LandBalance, type LandRow } from '../calc/index.js';
import { isLandScheme, LAND_SCHEMES, landFieldOf, type LandField } from '../data/index.js';
import { AREA_UNITS, areaText, areaUnitOf, areaWriting, changeText, shareText, type AreaUnit, type AreaWriting } from './land-use-words.js';
import { landUseTableStyles } from './land-use-table.styles.js';

/** Field of areas that are worked out here. */
const OWN_AREA = 'ellipsoidalAreaM2';

/**
 * Areas by class of land as the yearbook has them: top classes that open into second-level classes, each with its area, its share and, with the field of an
 * earlier time, its change. The reader chooses 公顷, 亩, 平方公里 or ㎡. A click on a class is a filter that map and charts follow.
 * @tag yzt-land-use-table
 * @summary 地类面积汇总表: areas by class in 公顷 or 亩, with shares and changes.
 * @csspart base - The whole table with its heading.
 * @csspart units - The choice of units.
 * @csspart table - The table.
 * @csspart source - The line that names the source.
 * @cssproperty --yzt-land-use-table-max-height - Greatest height of the rows; more scrolls. Default: none.
 */
export class YztLandUseTable extends DatasetWidget {
  static override styles = [hostStyles, focusStyles, badgeStyles, stateStyles, figureTableStyles, landUseTableStyles];

  /** Title over the table. */
  @property() label = '';

  /** The code list: `land-use-2023` (用地用海) or `land-survey-2019` (三调). Unset: that of the field. */
  @property() scheme?: string;

  /** Field with the codes. Unset: `YDYHFLDM` or `DLBM`, or the field whose schema has one of the lists. */
  @property() field?: string;

  /** Field with the codes at an earlier time, in the same list: adds a column with the change. */
  @property({ attribute: 'field-before' }) fieldBefore?: string;

  /** Field with the area of each parcel, its unit in the schema or ㎡. Unset: areas are worked out on the CGCS2000 ellipsoid. */
  @property({ attribute: 'area-field' }) areaField?: string;

  /** Unit that areas are shown in at first: `公顷`, `亩`, `平方公里`, `㎡`. */
  @property() unit = '公顷';

  /** Without the line that names the source. */
  @property({ type: Boolean, attribute: 'no-source' }) noSource = false;

  @state() private chosenUnit: AreaUnit | undefined;
  @state() private open: ReadonlySet<string> = new Set();

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('unit')) return;
    const unit = areaUnitOf(this.unit || '公顷');
    this.chosenUnit = unit ?? 'hectare';
    if (unit === undefined) {
      hint('bad-attribute', {
        zh: `<${this.localName}>：unit="${this.unit}" 无法识别。可用：公顷、亩、平方公里、㎡。`,
        en: `<${this.localName}>: unit="${this.unit}" is not understood. Use 公顷, 亩, 平方公里 or ㎡.`,
      }, this);
    }
  }

  /** The table keeps all classes when one of them is chosen. */
  protected override rowsNeeded(whole: DatasetLike): RowsNeed {
    const land = this.#landOf(whole);
    return land ? { beyond: [land.field] } : {};
  }

  get #land(): LandField | undefined {
    const { dataset } = this.data;
    return dataset && this.#landOf(dataset);
  }

  #landOf(dataset: DatasetLike): LandField | undefined {
    const scheme = this.scheme && isLandScheme(this.scheme) ? LAND_SCHEMES[this.scheme] : undefined;
    return landFieldOf(dataset, { field: this.field, scheme });
  }

  /** The field that is added up, and its unit. */
  #area(dataset: Dataset): { readonly field: string; readonly unit: UnitId } {
    if (this.areaField && dataset.column(this.areaField)) return { field: this.areaField, unit: unitOf(dataset.field(this.areaField).unit ?? '') ?? 'square-meter' };
    if (!dataset.column(OWN_AREA)) dataset.derive(landAreaColumn(OWN_AREA));
    return { field: OWN_AREA, unit: 'square-meter' };
  }

  #answer(dataset: Dataset, field: string, area: string): Answer {
    return dataset.query({ groupBy: field, measures: [{ kind: 'sum', field: area }], ignore: [this.#land?.field ?? field] });
  }

  #fold(code: string): void {
    const open = new Set(this.open);
    if (!open.delete(code)) open.add(code);
    this.open = open;
  }

  #chosen(dataset: Dataset, { field }: LandField, row: LandRow): boolean {
    const filter = dataset.filters.get(field);
    return filter?.kind === 'in' && filter.values.length === row.values.length && row.values.every((value) => filter.values.includes(value));
  }

  #choose(dataset: Dataset, land: LandField, row: LandRow): void {
    const { field } = land;
    dataset.setFilter(field, this.#chosen(dataset, land, row) ? undefined : { kind: 'in', field, values: row.values });
  }

  #units(): TemplateResult {
    return html`<fieldset part="units">
      <legend>${this.say({ zh: '面积单位', en: 'Unit of area' })}</legend>
      ${AREA_UNITS.map((unit) => {
        const chosen = unit === this.chosenUnit;
        return html`<label class=${chosen ? 'chosen' : ''}
          ><input type="radio" name="unit" .checked=${chosen} @change=${() => (this.chosenUnit = unit)} />${unitSymbol(unit, this.locale)}</label
        >`;
      })}
    </fieldset>`;
  }

  #row(dataset: Dataset, land: LandField, { row, balance, writing, part }: { row: LandRow; balance: LandBalance; writing: AreaWriting; part: boolean }): TemplateResult {
    const code = row.code ?? '';
    const open = this.open.has(code);
    const name = this.say(row.label);
    const foldable = !part && row.parts.length > 0;
    const fold = open ? this.say({ zh: `收起${name}`, en: `Close ${name}` }) : this.say({ zh: `展开${name}`, en: `Open ${name}` });
    return html`<tr class=${part ? 'part' : ''}>
        <th scope="row"><span class="name"
            >${foldable ? html`<button class="fold" aria-expanded=${open ? 'true' : 'false'} aria-label=${fold} @click=${() => this.#fold(code)}>${open ? '▾' : '▸'}</button>` : html`<button class="fold" disabled aria-hidden="true" tabindex="-1"></button>`}<span
              class="swatch" ${setStyle({ '--_class': row.color ?? 'transparent' })}></span
            ><button class="pick" aria-pressed=${this.#chosen(dataset, land, row) ? 'true' : 'false'} @click=${() => this.#choose(dataset, land, row)}>${name}</button></span
          ></th>
        <td>${areaText(row.area, writing)}</td>
        <td>${shareText(row.area, balance.area)}</td>
        ${row.before === undefined ? nothing : html`<td>${changeText(row.area, row.before, writing)}</td>`}
      </tr>
      ${open ? row.parts.map((one) => this.#row(dataset, land, { row: one, balance, writing, part: true })) : nothing}`;
  }

  #table(dataset: Dataset, land: LandField): TemplateResult {
    const { field, unit } = this.#area(dataset);
    const earlier = this.fieldBefore && dataset.column(this.fieldBefore) ? this.#answer(dataset, this.fieldBefore, field) : undefined;
    const balance = landBalance(this.#answer(dataset, land.field, field), land.scheme, earlier);
    const writing = areaWriting(unit, this.chosenUnit ?? 'hectare', balance.area);
    const compared = balance.before !== undefined;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.label || this.say({ zh: '地类面积', en: 'Areas by class' })}>
      <table part="table">
        <caption>${exampleBadge([dataset], (text) => this.say(text))} ${this.say(land.scheme.label)} · ${this.say({ zh: `${balance.count.toLocaleString('en-US')} 个图斑`, en: `${balance.count.toLocaleString('en-US')} parcels` })}</caption>
        <thead><tr>
          <th scope="col">${this.say({ zh: '地类', en: 'Class' })}</th>
          <th scope="col">${this.say({ zh: `面积（${unitSymbol(writing.to, 'zh-CN')}）`, en: `Area (${unitSymbol(writing.to, 'en')})` })}</th>
          <th scope="col">${this.say({ zh: '占比', en: 'Share' })}</th>
          ${compared ? html`<th scope="col">${this.say({ zh: '变化', en: 'Change' })}</th>` : nothing}
        </tr></thead>
        <tbody>${balance.rows.map((row) => this.#row(dataset, land, { row, balance, writing, part: false }))}</tbody>
        <tfoot><tr>
          <th scope="row">${this.say({ zh: '合计', en: 'Total' })}</th>
          <td>${areaText(balance.area, writing)}</td>
          <td>${shareText(balance.area, balance.area)}</td>
          ${compared ? html`<td>${changeText(balance.area, balance.before ?? 0, writing)}</td>` : nothing}
        </tr></tfoot>
      </table>
    </div>`;
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.renderState(6);
    const { dataset } = this.data;
    if (instead !== undefined || !dataset) return instead ?? nothing;
    const land = this.#land;
    if (!land) return html`<p class="empty">${this.say({ zh: '数据中没有地类字段', en: 'The data has no field of classes' })}</p>`;
    return html`<div part="base">
      <header>${this.label ? html`<h3>${this.label}</h3>` : nothing}${this.#units()}</header>
      ${this.#table(dataset, land)}
      ${this.noSource ? nothing : html`<p class="source" part="source">${sourceParts(dataset.provenance, (text) => this.say(text)).join(' · ')}</p>`}
    </div>`;
  }
}
