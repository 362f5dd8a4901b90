import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatDate, parseInstant } from '@yizhangtu/base/dates';
import { hint } from '@yizhangtu/base/hints';
import { LinkController } from '@yizhangtu/base/link';
import { formatNumber } from '@yizhangtu/base/number-format';
import { fileName, saveFile } from '@yizhangtu/base/save-file';
import { buttonStyles, focusStyles, hostStyles } from '@yizhangtu/base/styles';
import { DatasetController } from '@yizhangtu/data/link';
import type { Dataset, DatasetChange } from '@yizhangtu/data/model';
import { rowText } from '@yizhangtu/data/words';
import { MAP_LINK, type MapHost } from '@yizhangtu/map/link';
import type { YztMap } from '@yizhangtu/map/map';
import { badgeStyles, DatasetWidget, exampleBadge, linkButtonStyles, sourceParts, stateStyles } from '@yizhangtu/widgets/shared';
import { assignInspectors, overdueSubjects, type Assignment, type OverdueSubject } from '../calc/index.js';
import { inspectorsOf } from '../random-draw/draw-lists.js';
import { overdueDevicesStyles } from './overdue-devices.styles.js';
import { orderRows, orderSheet, type OrderRow } from './orders.js';
import { printOrders } from './print-orders.js';

/** Inspectors were assigned, or that was forgotten because the list changed. */
export interface DispatchDetail {
  readonly assignments: readonly Assignment[] | undefined;
}

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    'yzt-dispatch-change': DispatchDetail;
  }
}

/** A flight to a subject zooms to this level at least, and takes so many ms. */
const [SUBJECT_ZOOM, FLIGHT_MS] = [14, 600];

/**
 * 超期未检: subjects whose devices were not tested in time, the longest overdue first, of the rows that pass the filters of the dataset; and inspectors for
 * them, paired as in the draw – even load, a lead first, whoever must keep away does. Choosing a subject selects its devices and goes there on the map.
 * Overdue is told by the day of the data, not by the clock. Risk classes and persons in charge are neither shown nor saved.
 * @tag yzt-overdue-devices
 * @summary 超期未检: subjects with devices past their test, the longest overdue first; inspectors for them, file and paper.
 * @fires yzt-dispatch-change - Inspectors were assigned, or forgotten because the list changed; `detail.assignments` has them, or is undefined.
 * @csspart base - The whole panel.
 * @csspart subject - One subject of the list.
 * @csspart assign - The button that assigns inspectors.
 * @csspart export - The button that saves the list.
 * @csspart print - The button that prints the list.
 */
export class YztOverdueDevices extends DatasetWidget implements MapHost {
  static override styles = [hostStyles, focusStyles, buttonStyles, linkButtonStyles, badgeStyles, stateStyles, overdueDevicesStyles];

  /** Inspectors: the id of a `<yzt-dataset>` of the shape `market/inspector@1`, or a `Dataset`. */
  @property() staff?: string | Dataset;

  /** Id of the map that goes to a subject when it is chosen. */
  @property() for?: string;

  /** The map as an object. Wins over `for`. */
  @property({ attribute: false }) map?: YztMap;

  /** Number of the order: with the same number the same inspectors go. */
  @property({ attribute: 'plan-id' }) planId = '1';

  /** Day that overdue is told by, `2026-06-30`. Default: the day of the data (`updated-at`), else today. */
  @property() today = '';

  /** Inspectors of one subject, 2 to 10. */
  @property({ type: Number }) each = 2;

  /** Subjects shown before «更多». */
  @property({ type: Number }) limit = 8;

  /** Column with the 统一社会信用代码 of the subject. */
  @property({ attribute: 'code-field' }) codeField = 'uscc';

  /** Column with the name of the subject. */
  @property({ attribute: 'name-field' }) nameField = 'name';

  /** Column with the area, for those who keep out of it. */
  @property({ attribute: 'area-field' }) areaField = 'district';

  /** Column with the person in charge as a code, for those who keep away. Never shown. */
  @property({ attribute: 'holder-field' }) holderField = 'holder';

  /** Column with the day of the next test. */
  @property({ attribute: 'due-field' }) dueField = 'due';

  /** Column with the kind of device. */
  @property({ attribute: 'kind-field' }) kindField = 'class';

  /** Column with the code of the device. */
  @property({ attribute: 'id-field' }) idField = 'id';

  @state() private all = false;
  @state() private said = '';

  readonly #staff = new DatasetController(this, { given: () => this.staff, onChange: () => this.#forget(), onDataset: () => this.#forget(), need: () => ({ beyond: 'all' }) });
  readonly #map = new LinkController<YztMap, this>(this, { ...MAP_LINK, enclosing: false });
  #found: readonly OverdueSubject[] = [];
  #key: readonly unknown[] = [];
  #assigned: ReadonlyMap<string, Assignment> | undefined;

  /** The map the list is linked to, or undefined. */
  get mapElement(): YztMap | undefined {
    return this.#map.target;
  }

  protected override datasetChanged(changes: ReadonlySet<DatasetChange>): void {
    if (changes.has('data') || changes.has('filter') || changes.has('selection')) this.requestUpdate();
  }

  /** The day that overdue is told by, ms. */
  get #now(): number {
    const given = [this.today, this.data.dataset?.provenance.updated ?? ''].map((text) => (text ? parseInstant(text, 'shanghai') : NaN)).find((time) => !Number.isNaN(time));
    return given ?? Date.now();
  }

  protected override update(changed: PropertyValues<this>): void {
    this.#find();
    super.update(changed);
  }

  #find(): void {
    const { dataset } = this.data;
    const fields = { code: this.codeField, name: this.nameField, area: this.areaField, holder: this.holderField, due: this.dueField };
    const mask = dataset?.passing();
    const key = [dataset, dataset?.version, mask, dataset?.provenance, this.today, this.planId, this.each, ...Object.values(fields)];
    if (key.length === this.#key.length && key.every((part, at) => part === this.#key[at])) return;
    this.#key = key;
    this.#found = dataset && mask ? overdueSubjects(dataset, mask, fields, this.#now) : [];
    this.#forget();
  }

  /** Inspectors who were assigned to another list are assigned no more. */
  #forget(): void {
    if (this.#assigned === undefined) return;
    this.#assigned = undefined;
    this.said = this.say({ zh: '名单已变，请重新派员', en: 'The list has changed: assign inspectors again' });
    this.emit('yzt-dispatch-change', { assignments: undefined });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('today') && this.today && Number.isNaN(parseInstant(this.today, 'shanghai')))
      hint('bad-attribute', { zh: `<${this.localName}>：today="${this.today}" 不是日期，按数据日期计算。例：today="2026-06-30"。`, en: `<${this.localName}>: today="${this.today}" is no day; the day of the data is taken. Example: today="2026-06-30".` }, this);
  }

  get #each(): number {
    return Number.isInteger(this.each) && this.each >= 2 && this.each <= 10 ? this.each : 2;
  }

  /** Assigns inspectors to all subjects of the list. Returns them; undefined where there are no inspectors or nothing is overdue. */
  assign(): readonly Assignment[] | undefined {
    const staff = this.#staff.dataset;
    if (!staff || staff.rowCount === 0 || this.#found.length === 0) return undefined;
    const { inspectors } = inspectorsOf(staff);
    const assignments = assignInspectors({ planId: this.planId, subjects: this.#found.map(({ subject }) => subject), inspectors, each: this.#each });
    this.#assigned = new Map(assignments.map((one) => [one.uscc, one]));
    const none = assignments.filter((one) => one.inspectors.length === 0).length;
    const avoided = assignments.reduce((sum, { skipped }) => sum + skipped.length, 0);
    this.said = this.say({
      zh: `已派员：${formatNumber(assignments.length)} 户${none > 0 ? `，其中 ${none} 户无人可派` : ''}；回避 ${avoided} 次`,
      en: `Inspectors assigned to ${formatNumber(assignments.length)} subjects${none > 0 ? `, ${none} of them without anybody who may go` : ''}; ${avoided} kept away`,
    });
    this.requestUpdate();
    this.emit('yzt-dispatch-change', { assignments });
    return assignments;
  }

  #rows(dataset: Dataset, found: readonly OverdueSubject[] = this.#found): readonly OrderRow[] {
    const staff = this.#staff.dataset;
    const rowOf = new Map(this.#found.map(({ subject, rows }) => [subject.area ?? '', rows[0] ?? 0]));
    return orderRows({
      data: dataset, found, assigned: this.#assigned, inspectors: staff ? inspectorsOf(staff).inspectors : [],
      areaWords: (code) => rowText(dataset, rowOf.get(code) ?? 0, this.areaField, this.locale),
      fields: { id: this.idField, kind: this.kindField, due: this.dueField }, locale: this.locale,
    });
  }

  get #title(): string {
    return this.say({ zh: '特种设备超期未检检查名单', en: 'Inspection of overdue special equipment' });
  }

  async #save(dataset: Dataset): Promise<void> {
    const { csvFile } = await import('@yizhangtu/data/export');
    const name = dataset.provenance.example ? this.say({ zh: `${this.#title}（示例数据）`, en: `${this.#title} (example data)` }) : this.#title;
    saveFile(csvFile(orderSheet(name, this.#rows(dataset), this.locale)), fileName(name, 'csv'));
  }

  #print(dataset: Dataset): void {
    const day = formatDate(this.#now, { style: 'date' }, this.locale);
    const facts = [this.say({ zh: `编号 ${this.planId}`, en: `No. ${this.planId}` }), this.say({ zh: `超期计算日 ${day}`, en: `overdue on ${day}` }), ...sourceParts(dataset.provenance, (text) => this.say(text))].join(' · ');
    printOrders(this.#rows(dataset), { title: this.#title, facts, example: dataset.provenance.example === true, locale: this.locale, lang: this.locale });
  }

  #choose(dataset: Dataset, rows: readonly number[]): void {
    dataset.select(rows, 'replace');
    const { geometry } = dataset;
    const map = this.mapElement;
    if (!map || geometry.kind !== 'point') return;
    const [lon = NaN, lat = NaN] = geometry.coordinates.slice(2 * (rows[0] ?? 0));
    if (!Number.isNaN(lon)) void map.flyTo({ center: [lon, lat], zoom: Math.max(map.zoom, SUBJECT_ZOOM), duration: FLIGHT_MS });
  }

  #subject(dataset: Dataset, { rows }: OverdueSubject, { name, area, devices, days, inspectors, skipped }: OrderRow): TemplateResult {
    const comma = this.say({ zh: '、', en: ', ' });
    return html`<li><button class="subject" part="subject" type="button" aria-pressed=${rows.some((row) => dataset.selection.has(row)) ? 'true' : 'false'} @click=${() => this.#choose(dataset, rows)}>
      <span class="head"><span class="days">${this.say({ zh: `超期 ${formatNumber(days)} 天`, en: `${formatNumber(days)} days overdue` })}</span>${name}</span>
      <span class="muted">${[area, ...devices].filter(Boolean).join(' · ')}</span>
      ${inspectors === undefined ? nothing : html`<span>${this.say({ zh: '派员：', en: 'Inspectors: ' })}${inspectors.join(comma) || this.say({ zh: '无人可派', en: 'nobody may go' })}</span>`}
      ${skipped.length > 0 ? html`<span class="muted">${this.say({ zh: '回避：', en: 'Kept away: ' })}${skipped.join(comma)}</span>` : nothing}
    </button></li>`;
  }

  #list(dataset: Dataset): TemplateResult {
    const shown = this.all ? this.#found : this.#found.slice(0, Math.max(1, this.limit || 8));
    const rows = this.#rows(dataset, shown);
    const rest = this.#found.length - shown.length;
    return html`<div class="actions">
        <button part="assign" type="button" ?disabled=${!this.#staff.dataset?.rowCount} @click=${() => this.assign()}>${this.say({ zh: '派员', en: 'Assign inspectors' })}</button>
        <button part="export" type="button" @click=${() => void this.#save(dataset)}>${this.say({ zh: '导出名单（CSV）', en: 'Save the list (CSV)' })}</button>
        <button part="print" type="button" @click=${() => this.#print(dataset)}>${this.say({ zh: '打印名单', en: 'Print the list' })}</button>
      </div>
      <ol aria-label=${this.say({ zh: '超期未检的使用单位，超期最久的在前', en: 'Subjects with overdue devices, the longest overdue first' })}>${shown.map((one, at) => this.#subject(dataset, one, rows[at] as OrderRow))}</ol>
      ${rest > 0 ? html`<button class="link" type="button" @click=${() => (this.all = true)}>${this.say({ zh: `更多 ${formatNumber(rest)} 户`, en: `${formatNumber(rest)} more` })}</button>` : nothing}`;
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.renderState(5);
    const { dataset } = this.data;
    if (instead !== undefined || !dataset) return instead ?? nothing;
    const title = this.say({ zh: '特种设备超期未检', en: 'Special equipment past its test' });
    const day = formatDate(this.#now, { style: 'date' }, this.locale);
    const devices = this.#found.reduce((sum, { rows }) => sum + rows.length, 0);
    const count = this.say({ zh: `截至 ${day}，${formatNumber(this.#found.length)} 户使用单位的 ${formatNumber(devices)} 台设备超期`, en: `On ${day}: ${formatNumber(devices)} devices of ${formatNumber(this.#found.length)} subjects are overdue` });
    const none = this.say({ zh: `截至 ${day}，通过筛选的设备没有超期`, en: `On ${day}: none of the devices that pass the filters is overdue` });
    return html`<div part="base" role="group" aria-label=${title}>
      <h3>${title} ${exampleBadge([dataset, this.#staff.dataset], (text) => this.say(text))}</h3>
      <p class=${this.#found.length > 0 ? '' : 'empty'}>${this.#found.length > 0 ? count : none}</p>
      ${this.#found.length > 0 ? this.#list(dataset) : nothing}
      <p role="status">${this.said}</p>
      <p class="source">${sourceParts(dataset.provenance, (text) => this.say(text)).join(' · ')}</p>
    </div>`;
  }
}
