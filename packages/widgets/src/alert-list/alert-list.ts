import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatDate } from '@yizhangtu/base/dates';
import { formatNumber } from '@yizhangtu/base/number-format';
import { setStyle } from '@yizhangtu/base/set-style';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import type { Dataset, DatasetChange } from '@yizhangtu/data/model';
import { rowText } from '@yizhangtu/data/words';
import type { MapHost } from '@yizhangtu/map/link';
import type { YztMap } from '@yizhangtu/map/map';
import { fieldList, popupTitle } from '../popup/popup-rows.js';
import { DatasetWidget } from '../shared/dataset-widget.js';
import { badgeStyles, linkButtonStyles, stateStyles } from '../shared/panel.styles.js';
import { exampleBadge } from '../shared/provenance.js';
import { RowFlight } from '../shared/row-flight.js';
import {
  alertFields,
  alertRows,
  levelCounts,
  levelTint,
  statusWords,
  type AlertFields,
  type AlertLevel,
  type AlertRow,
} from './alert-rows.js';
import { alertListStyles } from './alert-list.styles.js';

/** Colour of a warning whose level is not known. */
const UNKNOWN = '#7d8794';

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

  @state() private all = false;
  @state() private said = '';

  readonly #flight = new RowFlight(this);
  #told: string | undefined;

  /** The map the list is linked to, or undefined. */
  get mapElement(): YztMap | undefined {
    return this.#flight.mapElement;
  }

  /** Flies the map to a warning. Nothing happens without a map or without a place. */
  flyTo(row: number): void {
    if (this.data.dataset) this.#flight.flyTo(this.data.dataset, [row]);
  }

  protected override datasetChanged(changes: ReadonlySet<DatasetChange>, dataset: Dataset): void {
    if (changes.has('selection') || changes.has('hover')) this.requestUpdate();
    if (changes.has('data')) this.#tellNew(dataset);
  }

  protected override datasetReplaced(): void {
    this.#told = undefined;
    this.said = '';
  }

  /** Says the first warning aloud when another one comes to the top, so that nobody has to look. */
  #tellNew(dataset: Dataset): void {
    const [first] = alertRows(dataset, this.#fields(dataset), dataset.rows().rows);
    const words = first && first.status !== 'lifted' ? this.#words(dataset, first) : '';
    if (this.#told !== undefined && words !== this.#told && words)
      this.said = this.say({ zh: `新预警：${words}`, en: `New warning: ${words}` });
    this.#told = words;
  }

  #fields(dataset: Dataset): AlertFields {
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

  /** The values of the level's field that mean a level: data spells it as it likes. */
  #filterLevel(dataset: Dataset, field: string, level: AlertLevel, list: readonly AlertRow[]): void {
    const values = [...new Set(list.filter((one) => one.level === level).map(({ row }) => dataset.value(row, field)))];
    const filter = dataset.filters.get(field);
    const chosen = filter?.kind === 'in' ? filter.values : [];
    const on = values.every((value) => chosen.includes(value as string));
    const next = on ? chosen.filter((value) => !values.includes(value)) : [...chosen, ...(values as string[])];
    dataset.setFilter(field, next.length > 0 ? { kind: 'in', field, values: next } : undefined);
  }

  #levels(dataset: Dataset, field: string): TemplateResult {
    const list = alertRows(dataset, this.#fields(dataset), rowsPassing(dataset, field));
    const filter = dataset.filters.get(field);
    const isOn = (level: AlertLevel): boolean =>
      filter?.kind === 'in' &&
      list.some((one) => one.level === level && filter.values.includes(dataset.value(one.row, field) as string));
    return html`<div class="levels" role="group" aria-label=${this.say({ zh: '预警级别', en: 'Level of warning' })}>
      ${levelCounts(list).map(
        ({ level, count }) =>
          html`<button
            class=${classMap({ level: true, none: count === 0 })}
            part="level"
            type="button"
            title=${this.say(level.label)}
            aria-pressed=${isOn(level) ? 'true' : 'false'}
            ?disabled=${!list.some((one) => one.level === level)}
            @click=${() => this.#filterLevel(dataset, field, level, list)}
          >
            <span class="dot" aria-hidden="true" ${setStyle({ '--_level': level.color })}></span>${this.say(level.word)}
            <b>${formatNumber(count)}</b>
          </button>`,
      )}
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

  #list(dataset: Dataset, list: readonly AlertRow[]): TemplateResult {
    if (list.length === 0) return html`<p class="empty" role="status">${this.say({ zh: '当前没有预警', en: 'No warnings' })}</p>`;
    const limit = Math.max(1, this.limit || 20);
    const shown = this.all ? list : list.slice(0, limit);
    const hidden = list.length - shown.length;
    return html`<ol aria-label=${this.say({ zh: '预警', en: 'Warnings' })}>
        ${repeat(
          shown,
          ({ row }) => row,
          (one) => this.#alert(dataset, one),
        )}
      </ol>
      ${
        hidden > 0
          ? html`<div class="more">
              <button class="link" type="button" @click=${() => (this.all = true)}>
                ${this.say({ zh: `更多 ${hidden} 条`, en: `${hidden} more` })}
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
    const list = alertRows(dataset, fields, dataset.rows().rows).filter(({ status }) => !this.inForce || status !== 'lifted');
    return html`<div class="base" part="base">
      ${fields.level && dataset.column(fields.level) ? this.#levels(dataset, fields.level) : nothing} ${this.#list(dataset, list)}
      <span class="hidden-text" role="status">${this.said}</span>
    </div>`;
  }
}

/** Rows that pass all filters but the one under a key. */
function rowsPassing(dataset: Dataset, key: string): Uint32Array {
  return dataset.rows({ ignore: [key] }).rows;
}
