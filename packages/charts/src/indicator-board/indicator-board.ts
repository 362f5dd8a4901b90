import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { YztElement } from '@yizhangtu/base/element';
import { inWords, type Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { setStyle } from '@yizhangtu/base/set-style';
import { hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import { DatasetLikeController, LatestAnswer, rowsAsked, speaks } from '@yizhangtu/data/link';
import type { DatasetLike, RowsAnswer } from '@yizhangtu/data/model';
import '../indicator/index.js';
import { boardCards, boardFields, boardSummary, type BoardCard, type BoardFields } from './board-rows.js';
import { indicatorBoardStyles } from './indicator-board.styles.js';

/** More cards than this are no board; where a page wants them it says `limit`. */
const MOST_CARDS = 100;

function moreCards(total: number): Text {
  return { zh: `共 ${formatNumber(total)} 项，此处为前 ${MOST_CARDS} 项`, en: `${formatNumber(total)} indicators, the first ${MOST_CARDS} are shown` };
}

/**
 * Indicators in a grid that fits a panel, a desk and a wall of screens: one card a row of a table of indicators (指标名, 值, 单位, 目标, 同期), each
 * with its target and light, changes and course, and one line that says how many targets are reached. Cards of one's own stand among them.
 * @tag yzt-indicator-board
 * @summary Grid of indicators from a table of them, with targets and lights.
 * @slot - Cards of one's own, such as `yzt-indicator`; they stand behind those of the dataset.
 * @csspart base - The whole board.
 * @csspart label - The heading.
 * @csspart summary - How many targets are reached.
 * @csspart grid - The cards.
 * @csspart card - The box of one card.
 * @cssproperty [--yzt-indicator-board-min=210px] - Least width of a card; as many stand in a row as fit.
 * @cssproperty --yzt-indicator-size - Type size of the numbers.
 */
export class YztIndicatorBoard extends YztElement {
  static override styles: CSSResultGroup = [hostStyles, hiddenTextStyles, indicatorBoardStyles];

  /** The table of indicators: id of its `<yzt-dataset>`, or a `Dataset`. */
  @property() override dataset: string | DatasetLike | undefined;
  /** Heading of the board. */
  @property() label = '';
  /** Field with the name of an indicator. Default: one called 指标名, 名称, `name` … */
  @property({ attribute: 'name-field' }) nameField?: string;
  /** Field with its value. Default: one called 值, 数值, `value` … */
  @property({ attribute: 'value-field' }) valueField?: string;
  /** Field with its unit. Default: one called 单位, `unit`. */
  @property({ attribute: 'unit-field' }) unitField?: string;
  /** Field with its target. Default: one called 目标, `target`. */
  @property({ attribute: 'target-field' }) targetField?: string;
  /** Field with the value a year earlier (同比). Default: one called 同期, `previous` … */
  @property({ attribute: 'previous-field' }) previousField?: string;
  /** Field with the value of the period before (环比). Default: one called 上期 … */
  @property({ attribute: 'previous-period-field' }) previousPeriodField?: string;
  /** Field with the course: numbers parted by commas. Default: one called 走势, `trend` … */
  @property({ attribute: 'series-field' }) seriesField?: string;
  /** Field that says whether less is better. Default: one called 越低越好 … */
  @property({ attribute: 'lower-field' }) lowerField?: string;
  /** Field with a small line at the end of the card. Default: one called 备注, `note` … */
  @property({ attribute: 'note-field' }) noteField?: string;
  /** Percent of the target that a figure may miss and still be near it (yellow). Unset: no yellow. */
  @property({ type: Number }) near?: number;
  /** Digits after the decimal point. Unset: at most two. */
  @property({ type: Number }) digits?: number;
  /** Shortens to 万 and 亿 (K and M in English). */
  @property({ type: Boolean }) compact = false;
  /** Cards in a row; fewer where the board is so narrow that a card would have less than 110 px. Unset: as many as fit. */
  @property({ type: Number }) columns?: number;
  /** Cards at most. Unset: 100, and a line says how many there are. */
  @property({ type: Number }) limit?: number;

  readonly #link = new DatasetLikeController(this, { changes: ['data', 'filter'] });
  /** Rows of a server come later; the last ones stay until then. */
  readonly #rows = new LatestAnswer<RowsAnswer>(() => this.requestUpdate());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rows.forget();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.toggleAttribute('stale', this.#rows.stale);
  }

  #ask(dataset: DatasetLike, fields: BoardFields, limit: number): RowsAnswer | undefined {
    const read = [...new Set(Object.values(fields).filter((field): field is string => field !== undefined))];
    this.#rows.ask(dataset, [dataset.version, dataset.schema, rowsAsked(dataset, undefined), limit, read.join()], (signal) => dataset.rows({ limit, fields: read }, signal));
    return this.#rows.answer;
  }

  #fields(dataset: DatasetLike): BoardFields {
    return boardFields(dataset, {
      name: this.nameField,
      value: this.valueField,
      unit: this.unitField,
      target: this.targetField,
      previous: this.previousField,
      previousPeriod: this.previousPeriodField,
      series: this.seriesField,
      lower: this.lowerField,
      note: this.noteField,
    });
  }

  #card(card: BoardCard): TemplateResult {
    return html`<div class="card" part="card" role="listitem">
      <yzt-indicator
        .label=${card.label}
        .value=${card.value}
        .unit=${card.unit}
        .digits=${this.digits}
        .compact=${this.compact}
        .target=${card.target}
        .near=${this.near}
        .previous=${card.previous}
        .previousPeriod=${card.previousPeriod}
        .series=${card.series}
        .lowerIsBetter=${card.lower}
        .note=${card.note}
      ></yzt-indicator>
    </div>`;
  }

  /** What stands in place of the cards. */
  #instead(): TemplateResult | typeof nothing {
    const { loading: begins, dataset } = this.#link;
    const [error, loading] = [this.#link.error ?? this.#rows.error, begins || this.#rows.pending];
    if (error) return html`<p class="notice" role=${speaks(error, this) ? 'alert' : nothing}>${inWords(error.text, this.locale)}</p>`;
    if (loading) {
      const words = this.say({ zh: '正在读取数据', en: 'Reading data' });
      return html`<div class="grid" role="status" aria-busy="true" aria-label=${words}>${[1, 2, 3, 4].map(() => html`<div class="card"><i class="skeleton"></i></div>`)}</div>`;
    }
    return dataset ? html`<p class="empty" role="status">${this.#emptyWords(dataset)}</p>` : nothing;
  }

  #emptyWords(dataset: DatasetLike): string {
    if (dataset.rowCount > 0 && this.#fields(dataset).value === undefined) {
      return this.say({ zh: '找不到指标值字段，请写 value-field', en: 'No field with the values; write value-field' });
    }
    return this.say(dataset.filters.size > 0 ? { zh: '没有符合条件的指标', en: 'No indicators match the filters' } : { zh: '暂无指标', en: 'No indicators yet' });
  }

  override render(): TemplateResult {
    const { dataset } = this.#link;
    const fields = dataset && this.#fields(dataset);
    const wanted = this.limit !== undefined && this.limit >= 1 ? this.limit : undefined;
    const { rows = [], total = 0 } = (dataset && fields?.value !== undefined && this.#ask(dataset, fields, wanted ?? MOST_CARDS)) || {};
    const cards = dataset && fields?.value !== undefined ? boardCards(dataset, fields, rows, this.locale) : [];
    const summary = boardSummary(cards, this.near, this.digits);
    const columns = this.columns !== undefined && this.columns >= 1 ? Math.floor(this.columns) : undefined;
    const example = dataset?.provenance.example;
    return html`<div class="base" part="base" role="group" aria-label=${this.label || this.say({ zh: '指标', en: 'Indicators' })}>
      ${
        this.label !== '' || summary || example
          ? html`<div class="head">
              ${this.label === '' ? nothing : html`<span class="label" part="label">${this.label}</span>`}
              ${summary ? html`<span class="summary" part="summary">${this.say(summary)}</span>` : nothing}
              ${example ? html`<span class="example">${this.say({ zh: '示例数据', en: 'Example data' })}</span>` : nothing}
            </div>`
          : nothing
      }
      ${cards.length === 0 ? this.#instead() : nothing}
      <div class=${columns === undefined ? 'grid' : 'grid fixed'} part="grid" ${setStyle({ '--_columns': columns === undefined ? undefined : String(columns) })}>
        ${cards.length === 0 ? nothing : html`<div class="cards" role="list">${repeat(cards, ({ row }) => row, (card) => this.#card(card))}</div>`}
        <slot></slot>
      </div>
      ${wanted === undefined && cards.length > 0 && total > MOST_CARDS ? html`<p class="more">${this.say(moreCards(total))}</p>` : nothing}
    </div>`;
  }
}
