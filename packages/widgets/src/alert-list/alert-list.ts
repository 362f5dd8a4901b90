import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatDate } from '@yizhangtu/base/dates';
import { formatNumber } from '@yizhangtu/base/number-format';
import { setStyle } from '@yizhangtu/base/set-style';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import { SlicedWork } from '@yizhangtu/data/link';
import { wholeOf, type Dataset, type DatasetChange, type DatasetLike } from '@yizhangtu/data/model';
import type { RowsNeed } from '@yizhangtu/data/remote-rows';
import { SLICED_FROM } from '@yizhangtu/data/steps';
import { rowText } from '@yizhangtu/data/words';
import type { MapHost } from '@yizhangtu/map/link';
import type { YztMap } from '@yizhangtu/map/map';
import { fieldList, popupTitle } from '../popup/popup-rows.js';
import { rowsComing } from '../shared/dataset-state.js';
import { DatasetWidget } from '../shared/dataset-widget.js';
import { badgeStyles, linkButtonStyles, stateStyles } from '../shared/panel.styles.js';
import { exampleBadge } from '../shared/provenance.js';
import { RowFlight } from '../shared/row-flight.js';
import { alertFields, alertSteps, levelTint, statusWords, type AlertCount, type AlertFields, type AlertRow, type AlertView } from './alert-rows.js';
import { alertListStyles } from './alert-list.styles.js';

/** Colour of a warning whose level is not known. */
const UNKNOWN = '#7d8794';
/** Warnings that «更多» adds. */
const MORE = 200;
/** A warning is about an area: a flight to it zooms no closer than to see the coast or the districts around it. */
const WARNED_ZOOM = 9;
const NOTHING: AlertView = { rows: [], total: 0, levels: [] };

/**
 * Warnings in four colours, in the order in which they matter: the most severe first, the newest first among equals, lifted ones last.
 *
 * The order of the colours is that of the law, 蓝 < 黄 < 橙 < 红, and no colour stands without its word. A lifted warning is shown as
 * such. A click selects the warning for every view of the dataset and flies the map to it; the levels above the list filter.
 * @tag yzt-alert-list
 * @summary Warnings by level and time, with their state, linked to the map.
 * @csspart base - The whole list.
 * @csspart level - One level with its number, a filter.
 * @csspart alert - One warning.
 */
export class YztAlertList extends DatasetWidget implements MapHost {
  static override styles = [
    hostStyles,
    focusStyles,
    buttonStyles,
    hiddenTextStyles,
    badgeStyles,
    stateStyles,
    linkButtonStyles,
    alertListStyles,
  ];

  /** Id of the map to fly to. */
  @property() for?: string;

  /** The map as an object. Wins over `for`. */
  @property({ attribute: false }) map?: YztMap;

  /** Field of the level: codes 1–4, Ⅰ–Ⅳ, or words with the colour. Default: the one coded as such, or so named. */
  @property({ attribute: 'level-field' }) levelField?: string;

  /** Field of the state: 发布, 更新, 解除. Default: one so named; without one all are in force. */
  @property({ attribute: 'status-field' }) statusField?: string;

  /** Field of the time of issue. Default: the first date. */
  @property({ attribute: 'time-field' }) timeField?: string;

  /** Field of the title. Default: the schema's, else one that looks like a name. */
  @property({ attribute: 'title-field' }) titleField?: string;

  /** Fields under the title, parted by spaces, such as who issued it and where. */
  @property() fields?: string;

  /** Warnings shown before «更多». */
  @property({ type: Number }) limit = 20;

  /** Without lifted warnings. */
  @property({ type: Boolean, attribute: 'in-force' }) inForce = false;

  @state() private more = 0;
  @state() private said = '';

  readonly #flight = new RowFlight(this);
  #told: string | undefined;
  /** The data have changed since the first warning was told. */
  #fresh = false;
  #edition: number | undefined;
  #view = NOTHING;
  readonly #work = new SlicedWork<AlertView>(this, () => this.data.dataset?.filtering !== undefined);

  /** The map the list is linked to, or undefined. */
  get mapElement(): YztMap | undefined {
    return this.#flight.mapElement;
  }

  /** Flies the map to a warning. Nothing happens without a map or without a place. */
  flyTo(row: number): void {
    if (this.data.dataset) this.#flight.flyTo(this.data.dataset, [row], WARNED_ZOOM);
  }

  /** The numbers of the levels do not follow the filter that the levels set. */
  protected override rowsNeeded(whole: DatasetLike): RowsNeed {
    const { level } = this.#fields(whole);
    return level === undefined ? {} : { beyond: [level] };
  }

  protected override datasetChanged(changes: ReadonlySet<DatasetChange>, dataset: Dataset): void {
    if (changes.has('selection') || changes.has('hover')) this.requestUpdate();
    if (!changes.has('data')) return;
    // Rows that a filter brings or takes are no news.
    const edition = wholeOf(dataset).version;
    this.#fresh ||= edition !== this.#edition;
    this.#edition = edition;
  }

  protected override datasetReplaced(): void {
    this.#told = this.#edition = undefined;
    this.said = '';
  }

  /** After the controllers know the dataset. */
  protected override update(changed: PropertyValues): void {
    const { dataset } = this.data;
    this.#view = (dataset && this.#listed(dataset)) ?? NOTHING;
    if (dataset && this.#fresh && !this.#work.pending) this.#tellNew(dataset);
    super.update(changed);
  }

  /** Whoever waits for the list waits for its warnings too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#work.done();
    return done && super.getUpdateComplete();
  }

  #listed(dataset: Dataset): AlertView | undefined {
    const fields = this.#fields(dataset);
    const need = {
      passing: dataset.passing(),
      counted: dataset.passing(fields.level === undefined ? [] : [fields.level]),
      inForce: this.inForce,
      most: Math.max(1, this.limit || 20) + this.more,
    };
    const key = [dataset.version, dataset.schema, ...Object.values(fields), ...Object.values(need)];
    return this.#work.of([dataset], key, dataset.rowCount >= SLICED_FROM, () => alertSteps(dataset, fields, need));
  }

  /** Says the first warning aloud when another one comes to the top, so that nobody has to look. */
  #tellNew(dataset: Dataset): void {
    this.#fresh = false;
    const [first] = this.#view.rows;
    const words = first && first.status !== 'lifted' ? this.#words(dataset, first) : '';
    if (this.#told !== undefined && words !== this.#told && words)
      this.said = this.say({ zh: `新预警：${words}`, en: `New warning: ${words}` });
    this.#told = words;
  }

  #fields(dataset: DatasetLike): AlertFields {
    return alertFields(dataset, { level: this.levelField, status: this.statusField, time: this.timeField });
  }

  #title(dataset: Dataset, row: number): string {
    return popupTitle(dataset, row, '', this.locale, this.titleField);
  }

  #words(dataset: Dataset, { row, level, status }: AlertRow): string {
    return [level && this.say(level.word), this.#title(dataset, row), statusWords(status, this.locale)].filter(Boolean).join(' ');
  }

  #choose(dataset: Dataset, row: number, add: boolean): void {
    dataset.select([row], add ? 'toggle' : 'replace');
    if (!add) this.flyTo(row);
  }

  #filterLevel(dataset: Dataset, field: string, { values }: AlertCount): void {
    const filter = dataset.filters.get(field);
    const chosen = filter?.kind === 'in' ? filter.values : [];
    const on = values.every((value) => chosen.includes(value as string));
    const next = on ? chosen.filter((value) => !values.includes(value)) : [...chosen, ...(values as string[])];
    dataset.setFilter(field, next.length > 0 ? { kind: 'in', field, values: next } : undefined);
  }

  #levels(dataset: Dataset, field: string): TemplateResult {
    const filter = dataset.filters.get(field);
    const isOn = ({ values }: AlertCount): boolean => filter?.kind === 'in' && values.some((value) => filter.values.includes(value as string));
    return html`<div class="levels" role="group" aria-label=${this.say({ zh: '预警级别', en: 'Level of warning' })}>
      ${this.#view.levels.map((one) => {
        const { level, count, values } = one;
        return html`<button
          class=${classMap({ level: true, none: count === 0 })}
          part="level"
          type="button"
          title=${this.say(level.label)}
          aria-pressed=${isOn(one) ? 'true' : 'false'}
          ?disabled=${values.length === 0}
          @click=${() => this.#filterLevel(dataset, field, one)}
        >
          <span class="dot" aria-hidden="true" ${setStyle({ '--_level': level.color })}></span>${this.say(level.word)}
          <b>${formatNumber(count)}</b>
        </button>`;
      })}
      ${exampleBadge([dataset], (text) => this.say(text))}
    </div>`;
  }

  #alert(dataset: Dataset, one: AlertRow): TemplateResult {
    const { row, level, status, time } = one;
    const color = level?.color ?? UNKNOWN;
    const facts = fieldList(this.fields).filter((name) => dataset.column(name) && dataset.value(row, name) !== null);
    const word = level ? this.say(level.word) : this.say({ zh: '未定级', en: 'No level' });
    const badge = status === 'lifted' ? 'badge status' : `badge status ${status}`;
    return html`<li>
      <button
        class=${classMap({ alert: true, lifted: status === 'lifted', hovered: dataset.hover === row })}
        part="alert"
        type="button"
        aria-pressed=${dataset.selection.has(row) ? 'true' : 'false'}
        ${setStyle({ '--_level': color, '--_tint': levelTint(color) })}
        @click=${(event: MouseEvent) => this.#choose(dataset, row, event.ctrlKey || event.metaKey || event.shiftKey)}
        @pointerenter=${() => dataset.setHover(row)}
        @pointerleave=${() => dataset.setHover(-1)}
      >
        <span class="line">
          <span class="word"><span class="dot" aria-hidden="true"></span>${word}</span>
          <span class="title">${this.#title(dataset, row)}</span>
          <span class=${badge}>${statusWords(status, this.locale)}</span>
        </span>
        <span class="meta">
          ${Number.isNaN(time) ? nothing : html`<span>${formatDate(time, {}, this.locale)}</span>`}
          ${facts.map((name) => html`<span>${rowText(dataset, row, name, this.locale)}</span>`)}
        </span>
      </button>
    </li>`;
  }

  #list(dataset: Dataset, { rows, total }: AlertView): TemplateResult | typeof nothing {
    if (this.#work.pending && rows.length === 0) return rowsComing(this.locale, 4);
    if (total === 0) return html`<p class="empty" role="status">${this.say({ zh: '当前没有预警', en: 'No warnings' })}</p>`;
    const hidden = total - rows.length;
    return html`<ol aria-label=${this.say({ zh: '预警', en: 'Warnings' })}>
        ${repeat(
          rows,
          ({ row }) => row,
          (one) => this.#alert(dataset, one),
        )}
      </ol>
      ${
        hidden > 0
          ? html`<div class="more">
              <button class="link" type="button" @click=${() => (this.more += MORE)}>
                ${this.say({ zh: `更多 ${formatNumber(hidden)} 条`, en: `${formatNumber(hidden)} more` })}
              </button>
            </div>`
          : nothing
      }`;
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.renderState(4);
    const { dataset } = this.data;
    if (instead || !dataset) return instead ?? nothing;
    const fields = this.#fields(dataset);
    return html`<div class="base" part="base">
      ${fields.level && dataset.column(fields.level) ? this.#levels(dataset, fields.level) : nothing} ${this.#list(dataset, this.#view)}
      <span class="hidden-text" role="status">${this.said}</span>
    </div>`;
  }
}
