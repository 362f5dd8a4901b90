import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { search } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { hint } from '@yizhangtu/base/hints';
import { formatNumber } from '@yizhangtu/base/number-format';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import { halfWidth } from '@yizhangtu/base/text';
import { QueryController } from '@yizhangtu/data/link';
import { rowsAreHere, type DatasetLike, type Filter } from '@yizhangtu/data/model';
import { errorNotice } from '../shared/dataset-state.js';
import { DatasetLikeWidget } from '../shared/dataset-widget.js';
import { badgeStyles, linkButtonStyles, stateStyles } from '../shared/panel.styles.js';
import { exampleBadge } from '../shared/provenance.js';
import { rangeStyles } from '../shared/range.styles.js';
import { dateView } from './date-view.js';
import { chips, rangeEnds, rangeFilter, rangeText, toggledKey, type Chip } from './filter-model.js';
import { filterStyles } from './filter.styles.js';
import { RangeData } from './range-data.js';
import { rangeView } from './range-view.js';

/** How a filter asks: values to choose, a range with histogram, two days, words to search, or one switch. */
export type FilterKind = 'chips' | 'range' | 'date' | 'text' | 'toggle';

/** A pause in typing after which the search runs, ms. */
const TYPING_MS = 250;

/**
 * Narrows a dataset down by one field, together with every other view of it.
 *
 * Counts show what the filters of the other views leave. The filter lies on the dataset under the field's name (a text search under
 * `text`), so a legend or chart of the same field shows the same choice.
 * @tag yzt-filter
 * @summary Values, range, search words or a switch that filter a dataset.
 * @csspart base - The whole filter.
 * @csspart name - Name of the field.
 * @csspart chip - One value.
 * @fires input - The filter changes under the user's hand, as with an `<input>`.
 * @fires change - The user has changed the filter, as with an `<input>`.
 */
export class YztFilter extends DatasetLikeWidget {
  static override styles = [hostStyles, focusStyles, buttonStyles, hiddenTextStyles, badgeStyles, stateStyles, linkButtonStyles, filterStyles, rangeStyles];

  /** Name of the field. A text search without one looks through all text fields. */
  @property() field?: string;

  /** `chips`, `range`, `date`, `text` or `toggle`. */
  @property({ reflect: true }) kind: FilterKind = 'chips';

  /** How a `range` is spread: evenly, or by magnitude, for values of which most are small. */
  @property() scale: 'linear' | 'log' = 'linear';

  /** Words in front. Default: the field's 中文别名. */
  @property() label?: string;

  /** Value that a `toggle` leaves. Default: true. */
  @property() only?: string;

  /** Chips shown before «更多», most frequent first. */
  @property({ type: Number }) limit = 8;

  /** Placeholder of a text search. */
  @property() placeholder?: string;

  /** Without the 示例数据 badge, where the page or another widget of the panel says it already. */
  @property({ type: Boolean, attribute: 'no-source' }) noSource = false;

  @state() private all = false;

  readonly #groups = new QueryController(this, () => {
    const { field } = this;
    if (!field || (this.kind !== 'chips' && this.kind !== 'toggle') || !this.data.dataset?.column(field)) return undefined;
    return { dataset: this.data.dataset, query: { groupBy: field, measures: [{ kind: 'count' }], ignore: [field] } };
  });
  readonly #rangeData = new RangeData(this, () => {
    const { dataset } = this.data;
    if ((this.kind !== 'range' && this.kind !== 'date') || !this.field || !dataset?.column(this.field)) return undefined;
    return { dataset, field: this.field, bars: this.kind === 'range', log: this.scale === 'log' };
  });
  #typing?: ReturnType<typeof setTimeout>;

  /** Key of the filter on the dataset: the field, or `text` for a search. */
  get key(): string {
    return this.kind === 'text' ? 'text' : (this.field ?? '');
  }

  /** The filter as it is set on the dataset, or undefined. */
  get filter(): Filter | undefined {
    return this.data.dataset?.filters.get(this.key);
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#typing);
    super.disconnectedCallback();
  }

  /** Takes this filter off the dataset. */
  clear(): void {
    clearTimeout(this.#typing);
    this.data.dataset?.setFilter(this.key, undefined);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { dataset } = this.data;
    if (!dataset || dataset.rowCount === 0 || !this.field || dataset.column(this.field)) return;
    const fields = dataset.columns.map(({ name }) => name).join(', ');
    hint(
      'unknown-field',
      {
        zh: `<yzt-filter>：数据中没有字段「${this.field}」。可用字段：${fields}。`,
        en: `<yzt-filter>: no field "${this.field}" in the data. Fields: ${fields}.`,
      },
      this,
    );
  }

  #set(filter: Filter | undefined, done = true): void {
    this.data.dataset?.setFilter(this.key, filter);
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    if (done) this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  #name(dataset: DatasetLike): string {
    if (this.label) return this.label;
    return this.field ? dataset.label(this.field, this.locale) : this.say({ zh: '搜索', en: 'Search' });
  }

  #chip(chip: Chip, field: string): TemplateResult {
    return html`<button
      class=${classMap({ chip: true, none: chip.count === 0 })}
      part="chip"
      type="button"
      aria-pressed=${chip.chosen ? 'true' : 'false'}
      @click=${() => this.#set(toggledKey(field, this.filter, chip.key))}
    >
      <span class="word">${chip.label}</span> <span class="count">${formatNumber(chip.count)}</span>
    </button>`;
  }

  #chips(dataset: DatasetLike, field: string): TemplateResult {
    const { answer, error } = this.#groups;
    if (!answer) return error ? html`` : html`<span class="skeleton"></span>`;
    const list = chips(dataset, field, answer.groups, this.locale);
    if (list.length === 0) return html`<p class="empty">${this.say({ zh: '没有可选的值', en: 'No values to choose from' })}</p>`;
    const limit = Math.max(1, this.limit || 8);
    // A single chip more costs no more room than the button would.
    const open = this.all || list.length <= limit + 1;
    const shown = open ? list : list.filter((chip, index) => index < limit || chip.chosen);
    const hidden = list.length - shown.length;
    return html`<div class="chips" role="group" aria-label=${this.#name(dataset)}>
      ${shown.map((chip) => this.#chip(chip, field))}
      ${
        hidden > 0 || (this.all && list.length > limit + 1)
          ? html`<button
              class="link"
              type="button"
              aria-expanded=${open ? 'true' : 'false'}
              @click=${() => (this.all = !this.all)}
            >
              ${open ? this.say({ zh: '收起', en: 'Fewer' }) : this.say({ zh: `更多 ${hidden} 项`, en: `${hidden} more` })}
            </button>`
          : nothing
      }
    </div>`;
  }

  #range(dataset: DatasetLike, field: string): TemplateResult {
    const { scale, counts, waiting } = this.#rangeData;
    if (waiting) return html`<span class="skeleton"></span>`;
    if (!scale)
      return html`<p class="empty">${this.say({ zh: '没有可筛选的数值范围', en: 'No range of numbers to filter' })}</p>`;
    const ends = rangeEnds(this.filter, scale);
    const name = this.#name(dataset);
    const view = rangeView({
      scale,
      ends,
      counts,
      words: [rangeText(dataset, field, ends[0], this.locale), rangeText(dataset, field, ends[1], this.locale)],
      labels: {
        low: this.say({ zh: `${name}：最小值`, en: `${name}: minimum` }),
        high: this.say({ zh: `${name}：最大值`, en: `${name}: maximum` }),
      },
      onEnds: (low, high, done) => this.#set(rangeFilter(field, low, high, scale), done),
    });
    return html`<div role="group" aria-label=${name}>${view}</div>`;
  }

  #date(dataset: DatasetLike, field: string): TemplateResult {
    const { scale, waiting } = this.#rangeData;
    if (waiting) return html`<span class="skeleton"></span>`;
    if (!scale || dataset.column(field)?.kind !== 'date') return html`<p class="empty">${this.say({ zh: '没有可筛选的日期', en: 'No dates to filter' })}</p>`;
    const name = this.#name(dataset);
    const from = this.say({ zh: `${name}：开始日期`, en: `${name}: first day` });
    const to = this.say({ zh: `${name}：结束日期`, en: `${name}: last day` });
    return dateView({ field, filter: this.filter, scale, labels: { name, from, to }, onFilter: (filter) => this.#set(filter) });
  }

  #text(dataset: DatasetLike): TemplateResult {
    const filter = this.filter;
    const name = this.#name(dataset);
    const typed = filter?.kind === 'text' ? filter.contains : '';
    const run = (input: HTMLInputElement, done: boolean): void => {
      clearTimeout(this.#typing);
      const words = halfWidth(input.value).trim();
      const fields = this.field ? { fields: [this.field] } : {};
      this.#set(words === '' ? undefined : { kind: 'text', ...fields, contains: words }, done);
    };
    const onInput = (event: Event): void => {
      event.stopPropagation();
      const input = event.target as HTMLInputElement;
      clearTimeout(this.#typing);
      // While a Chinese word is being composed its Latin letters are not what is searched for.
      if ((event as InputEvent).isComposing) return;
      this.#typing = setTimeout(() => run(input, false), TYPING_MS);
    };
    const onChange = (event: Event): void => {
      event.stopPropagation();
      run(event.target as HTMLInputElement, true);
    };
    const field = html`<input
      type="search"
      autocomplete="off"
      enterkeyhint="search"
      aria-label=${name}
      placeholder=${this.placeholder ?? name}
      @focus=${() => void (rowsAreHere(dataset) && dataset.prepare({ search: this.field ? [this.field] : true }))}
      @input=${onInput}
      @compositionend=${onInput}
      @change=${onChange}
    />`;
    void this.updateComplete.then(() => this.#showTyped(typed));
    return html`<div class="search">${iconSvg(search)}${field}</div>`;
  }

  /** Another view may have cleared the search; what is being typed is left alone. */
  #showTyped(words: string): void {
    const input = this.shadowRoot?.querySelector<HTMLInputElement>('input[type=search]');
    if (input && this.shadowRoot?.activeElement !== input && halfWidth(input.value).trim() !== words) input.value = words;
  }

  #toggle(dataset: DatasetLike, field: string): TemplateResult {
    const value = this.only ?? true;
    const on = this.filter?.kind === 'in' && this.filter.values.length === 1 && String(this.filter.values[0]) === String(value);
    const group = this.#groups.answer?.groups.find(({ key }) => String(key) === String(value));
    const onChange = (event: Event): void => {
      event.stopPropagation();
      const { checked } = event.target as HTMLInputElement;
      this.#set(checked ? { kind: 'in', field, values: [group?.key ?? value] } : undefined);
    };
    return html`<label class="toggle">
      <input type="checkbox" .checked=${on} @input=${(event: Event) => event.stopPropagation()} @change=${onChange} />
      <span>${this.#name(dataset)}</span> <span class="count">${formatNumber(group?.count ?? 0)}</span>
    </label>`;
  }

  #control(dataset: DatasetLike): TemplateResult {
    const { field } = this;
    if (this.kind === 'text') return this.#text(dataset);
    if (!field || (dataset.rowCount > 0 && !dataset.column(field))) {
      return html`<p class="empty">${this.say({ zh: '数据中没有这个字段', en: 'The data does not have this field' })}</p>`;
    }
    if (this.kind === 'range') return this.#range(dataset, field);
    if (this.kind === 'date') return this.#date(dataset, field);
    return this.kind === 'toggle' ? this.#toggle(dataset, field) : this.#chips(dataset, field);
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.renderState(2);
    const { dataset } = this.data;
    if (instead || !dataset) return instead ?? nothing;
    const trouble = this.#rangeData.error ?? this.#groups.error;
    const named = this.kind === 'chips' || this.kind === 'range' || this.kind === 'date';
    return html`<div class="base" part="base">
      ${
        named
          ? html`<div class="head">
              <span class="name" part="name">${this.#name(dataset)}</span
              >${this.noSource ? nothing : exampleBadge([dataset], (text) => this.say(text))}
              ${
                this.filter
                  ? html`<button class="link" type="button" @click=${() => this.#set(undefined)}>
                      ${this.say({ zh: '清除', en: 'Clear' })}<span class="hidden-text">${this.#name(dataset)}</span>
                    </button>`
                  : nothing
              }
            </div>`
          : nothing
      }
      ${trouble ? errorNotice(trouble, this.locale, this) : nothing} ${this.#control(dataset)}
    </div>`;
  }
}
