import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { formatDate, parseInstant } from '@yizhangtu/base/dates';
import { hint } from '@yizhangtu/base/hints';
import { setStyle } from '@yizhangtu/base/set-style';
import { hostStyles } from '@yizhangtu/base/styles';
import { DatasetController } from '@yizhangtu/data/link';
import { wholeOf, type Dataset, type DatasetChange, type DatasetLike } from '@yizhangtu/data/model';
import type { RowsNeed } from '@yizhangtu/data/remote-rows';
import { rowText } from '@yizhangtu/data/words';
import { CREDIT_RISK } from '@yizhangtu/standards/credit-risk';
import { entryIn, schemeOf } from '@yizhangtu/standards/scheme';
import { badgeStyles, datasetState, DatasetWidget, exampleBadge, rowsComing, sourceParts, stateStyles } from '@yizhangtu/widgets/shared';
import { usccFault } from '../calc/index.js';
import { codeWords, entityEvents, EVENT_CODE, type EntityEvent } from './entity-events.js';
import { rowsOfSubject } from './entity-rows.js';
import { entityProfileStyles } from './entity-profile.styles.js';

/**
 * One subject over its whole life: who it is, whether its credit code is right, its risk class, and what happened to it from 设立 through 许可, 检查, 处罚 and
 * 年报, with what is overdue. The subject is the one that is selected – on the map, in a list – or the one `code` names.
 * @tag yzt-entity-profile
 * @summary 全生命周期: card of one subject with credit code check, risk class and events in time.
 * @csspart base - The whole profile.
 * @csspart facts - What is known of the subject.
 * @csspart events - The list of events, the newest first.
 */
export class YztEntityProfile extends DatasetWidget {
  static override styles = [hostStyles, badgeStyles, stateStyles, entityProfileStyles];

  /** The events: the id of a `<yzt-dataset>`, or a `Dataset`, of the shape `market/event@1`. */
  @property() events: string | Dataset | undefined;

  /** Code of the subject that is shown. Default: the one that is selected. */
  @property() code = '';

  /** Fields beside name and code, separated by spaces. Default: `district`. */
  @property() fields = 'district';

  /** Column with the 统一社会信用代码. */
  @property({ attribute: 'code-field' }) codeField = 'uscc';

  /** Column with the name. */
  @property({ attribute: 'name-field' }) nameField = 'name';

  /** Column with the risk class, or with another class of the subject whose code list its field names. */
  @property({ attribute: 'risk-field' }) riskField = 'risk';

  /** The code is no 统一社会信用代码: it has the name of its field, and no check. */
  @property({ type: Boolean, attribute: 'no-code-check' }) noCodeCheck = false;

  /** For pages that anybody may see: without the risk class, which is not published. */
  @property({ type: Boolean }) public = false;

  /** Day that overdue is told by, `2026-06-30`. Default: today. */
  @property() today = '';

  readonly #events = new DatasetController(this, {
    given: () => this.events,
    onChange: () => this.#forget(),
    onDataset: () => this.#forget(),
    need: (whole) => rowsOfSubject(whole, EVENT_CODE, this.data.dataset && this.#subject(wholeOf(this.data.dataset))),
  });
  #found: { readonly key: string; readonly list: readonly EntityEvent[] } | undefined;

  protected override datasetChanged(changes: ReadonlySet<DatasetChange>): void {
    if (changes.has('selection')) this.requestUpdate();
  }

  #forget(): void {
    this.#found = undefined;
    this.requestUpdate();
  }

  get #now(): number {
    const given = this.today ? parseInstant(this.today, 'shanghai') : NaN;
    return Number.isNaN(given) ? Date.now() : given;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!changed.has('today') || !this.today || !Number.isNaN(parseInstant(this.today, 'shanghai'))) return;
    hint('bad-attribute', { zh: `<${this.localName}>：today="${this.today}" 不是日期，按今天计算。例：today="2026-06-30"。`, en: `<${this.localName}>: today="${this.today}" is no day; today is taken. Example: today="2026-06-30".` }, this);
  }

  /** Of a registry elsewhere that is too large to be here, the one subject is. */
  protected override rowsNeeded(whole: DatasetLike): RowsNeed {
    return rowsOfSubject(whole, this.codeField, this.#subject(whole));
  }

  /** Code of the subject; undefined where nobody is chosen. */
  #subject(dataset: DatasetLike): string | undefined {
    const [row] = [...dataset.selection].slice(-1);
    const code = row === undefined ? null : dataset.value(row, this.codeField);
    return this.code || (code === null ? undefined : String(code as string | number));
  }

  /** Row of the subject; -1 where nobody is chosen, or nobody has the code. */
  #row(dataset: Dataset): number {
    const [selected] = [...dataset.selection].slice(-1);
    if (!this.code && selected !== undefined) return selected;
    const code = this.#subject(wholeOf(dataset));
    for (let row = 0; code !== undefined && row < dataset.rowCount; row++) if (String(dataset.value(row, this.codeField)) === code) return row;
    return -1;
  }

  #eventsOf(code: string): readonly EntityEvent[] {
    const { dataset } = this.#events;
    if (!dataset) return [];
    const key = `${code} ${this.today} ${this.locale}`;
    if (this.#found?.key !== key) {
      const rows = { rowCount: dataset.rowCount, value: (row: number, name: string) => dataset.value(row, name), words: (row: number, name: string) => rowText(dataset, row, name, this.locale) };
      this.#found = { key, list: entityEvents(rows, code, this.#now) };
    }
    return this.#found.list;
  }

  /** The code, and what is wrong with it. */
  #code(dataset: Dataset, code: string): TemplateResult {
    if (this.noCodeCheck) return html`<dt>${this.say(dataset.field(this.codeField).label ?? { zh: '编号', en: 'Code' })}</dt><dd>${code}</dd>`;
    const fault = usccFault(code);
    return html`<dt>${this.say({ zh: '信用代码', en: 'Credit code' })}</dt>
      <dd>${code} ${fault ? html`<span class="wrong">${this.say(codeWords(fault))}</span>` : html`<span class="muted">${this.say({ zh: '校验正确', en: 'check digit right' })}</span>`}</dd>`;
  }

  /** The class with its colour: by the list that the field names, else the credit risk. */
  #class(dataset: Dataset, row: number): TemplateResult | typeof nothing {
    const code = String(dataset.value(row, this.riskField) ?? '');
    const { codes } = dataset.field(this.riskField);
    const scheme = (codes && schemeOf(codes.scheme, codes.version)) ?? CREDIT_RISK;
    const entry = this.public ? undefined : entryIn(scheme, code);
    return entry ? html`<span class="risk" ${setStyle({ '--_class': entry.color })}>${this.say(entry.label)}</span>` : nothing;
  }

  #card(dataset: Dataset, row: number, code: string): TemplateResult {
    const fields = this.fields.split(/\s+/).filter((name) => dataset.column(name) !== undefined);
    const { coordinates, kind } = dataset.geometry as { readonly coordinates?: ArrayLike<number>; readonly kind: string };
    const [lon, lat] = kind === 'point' && coordinates ? [coordinates[2 * row], coordinates[2 * row + 1]] : [];
    return html`<h3>${String(dataset.value(row, this.nameField) ?? code)}</h3>
      <p class="badges">
        ${this.#class(dataset, row)} ${exampleBadge([dataset, this.#events.dataset], (text) => this.say(text))}
      </p>
      <dl part="facts">
        ${this.#code(dataset, code)}
        ${fields.map((name) => html`<dt>${this.say(dataset.field(name).label ?? { zh: name, en: name })}</dt><dd>${rowText(dataset, row, name, this.locale)}</dd>`)}
        ${lon === undefined || lat === undefined || Number.isNaN(lon) ? nothing : html`<dt>${this.say({ zh: '位置', en: 'Position' })}</dt><dd>${`${lon.toFixed(5)}, ${lat.toFixed(5)}`}</dd>`}
      </dl>`;
  }

  #event({ time, word, dept, summary, result, due, overdue }: EntityEvent): TemplateResult {
    const day = (at: number): string => formatDate(at, { style: 'date' }, this.locale);
    return html`<li class=${overdue ? 'late' : ''}>
      <p><strong>${this.say(word)}</strong> <span class="muted">${Number.isNaN(time) ? this.say({ zh: '日期不详', en: 'day not known' }) : day(time)}${dept ? ` · ${dept}` : ''}</span></p>
      ${summary || result ? html`<p>${[summary, result].filter(Boolean).join(this.say({ zh: '：', en: ': ' }))}</p>` : nothing}
      ${due === undefined ? nothing : html`<p class=${overdue ? 'overdue' : 'muted'}>${overdue ? this.say({ zh: `已逾期，期限 ${day(due)}`, en: `Overdue since ${day(due)}` }) : this.say({ zh: `期限 ${day(due)}`, en: `Due ${day(due)}` })}</p>`}
    </li>`;
  }

  #life(events: readonly EntityEvent[]): TemplateResult | typeof nothing {
    const state = this.#events.dataset && datasetState(this.#events, 3, this.locale, this);
    if (state) return state;
    // Those of the subject before this one.
    if (this.#events.dataset?.filtering) return rowsComing(this.locale, 3);
    return events.length > 0 ? html`<ol part="events">${events.map((event) => this.#event(event))}</ol>` : html`<p class="empty">${this.say({ zh: '没有事件记录', en: 'No events on record' })}</p>`;
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.renderState(4);
    const { dataset } = this.data;
    if (instead !== undefined || !dataset) return instead ?? nothing;
    const label = this.say({ zh: '主体画像', en: 'Profile of a subject' });
    const row = this.#row(dataset);
    if (row < 0) {
      if (dataset.filtering) return rowsComing(this.locale, 4);
      const words = this.code ? { zh: `名录中没有 ${this.code}`, en: `${this.code} is not in the data` } : { zh: '在地图或名录上选择一个主体', en: 'Choose a subject on the map or in a list' };
      return html`<div part="base" role="group" aria-label=${label}><p class="empty">${this.say(words)}</p></div>`;
    }
    const code = String(dataset.value(row, this.codeField) ?? '');
    const events = this.#eventsOf(code);
    const late = events.filter(({ overdue }) => overdue).length;
    return html`<div part="base" role="group" aria-label=${label}>
      ${this.#card(dataset, row, code)}
      <h4>${this.say({ zh: `全生命周期（${events.length}）`, en: `Life (${events.length})` })} ${late > 0 ? html`<span class="overdue">${this.say({ zh: `逾期 ${late} 项`, en: `${late} overdue` })}</span>` : nothing}</h4>
      ${this.#life(events)}
      <p class="source">${sourceParts(dataset.provenance, (text) => this.say(text)).join(' · ')}</p>
    </div>`;
  }
}
