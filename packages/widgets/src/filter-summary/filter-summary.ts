import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { x } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { formatNumber } from '@yizhangtu/base/number-format';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import { QueryController } from '@yizhangtu/data/link';
import type { DatasetChange, DatasetLike } from '@yizhangtu/data/model';
import { filterWords } from '../filter/filter-words.js';
import { countSentence, countWords, wholeWords } from '../shared/counted.js';
import { errorNotice } from '../shared/dataset-state.js';
import { DatasetLikeWidget } from '../shared/dataset-widget.js';
import { badgeStyles, linkButtonStyles, stateStyles } from '../shared/panel.styles.js';
import { exampleBadge } from '../shared/provenance.js';
import { filterSummaryStyles } from './filter-summary.styles.js';

/** A pause after the last change before the number is said aloud, ms: a dragged slider is said once. */
const QUIET_MS = 500;
/** What filters change may come in two steps, since fields from other data follow theirs: a number that changes so soon after it was said is said again, ms. */
const SETTLING_MS = 3000;

/**
 * Every filter of a dataset in words, each with a way to take it off, and how many rows are left.
 *
 * Says the number to screen readers once after filters changed, for all views of the dataset together.
 * @tag yzt-filter-summary
 * @summary Current filters as removable chips, and how many rows are left.
 * @csspart base - The whole line.
 * @csspart chip - One filter.
 */
export class YztFilterSummary extends DatasetLikeWidget {
  static override styles = [
    hostStyles,
    focusStyles,
    buttonStyles,
    hiddenTextStyles,
    badgeStyles,
    stateStyles,
    linkButtonStyles,
    filterSummaryStyles,
  ];

  /** Shows no number in front of the filters; it is still said to screen readers. */
  @property({ type: Boolean, attribute: 'no-count' }) noCount = false;

  /** What a row is: «共 1,284 处场馆», `1,284 venues`. */
  @property() noun?: string;

  /** Measure word between number and noun, such as 艘, 家. Default: 个 with a noun, else 处 for places and 条 for other rows. */
  @property() unit?: string;

  @state() private said = '';
  #quiet?: ReturnType<typeof setTimeout>;
  /** Filters have been quiet for a while: the number is said as soon as it is known. */
  #due = false;
  #last?: { readonly left: number; readonly until: number };
  readonly #count = new QueryController(this, () => ({ dataset: this.data.dataset, query: { measures: [{ kind: 'count' }] } }));

  override disconnectedCallback(): void {
    clearTimeout(this.#quiet);
    this.said = '';
    super.disconnectedCallback();
  }

  protected override datasetChanged(changes: ReadonlySet<DatasetChange>): void {
    if (!changes.has('filter')) return;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      this.#due = true;
      this.requestUpdate();
    }, QUIET_MS);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { dataset } = this.data;
    if (!dataset) this.said = '';
    const left = this.#count.answer?.total.count;
    if (!dataset || left === undefined || this.#count.pending) return;
    const overtaken = this.said !== '' && left !== this.#last?.left;
    if (!this.#due && !overtaken) return;
    const again = this.#due || performance.now() < (this.#last?.until ?? 0);
    this.said = again ? this.say(countSentence(dataset, left, this)) : '';
    this.#last = { left, until: this.#due ? performance.now() + SETTLING_MS : (this.#last?.until ?? 0) };
    this.#due = false;
  }

  #remove(dataset: DatasetLike, key: string): void {
    dataset.setFilter(key, undefined);
    // The button goes with its filter: keep the focus in the line instead of losing it to the page.
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('.chip, .base')?.focus());
  }

  #chip(dataset: DatasetLike, key: string, words: string): TemplateResult {
    return html`<li>
      <button
        class="chip"
        part="chip"
        type="button"
        aria-label=${this.say({ zh: `移除筛选条件：${words}`, en: `Remove filter: ${words}` })}
        title=${words}
        @click=${() => this.#remove(dataset, key)}
      >
        <span>${words}</span>${iconSvg(x)}
      </button>
    </li>`;
  }

  #total(dataset: DatasetLike): TemplateResult | typeof nothing {
    const left = this.#count.answer?.total.count;
    if (this.noCount || left === undefined) return nothing;
    const { before, after } = countWords(dataset, this);
    const whole = left < dataset.rowCount ? wholeWords(dataset, this) : undefined;
    // English says the noun once, after the whole: `105 of 1,284 venues`.
    const end = whole && this.locale === 'en' ? whole.en : this.say(after) + (whole?.zh ?? '');
    return html`<span class="total">${this.say(before)}<b>${formatNumber(left)}</b>${end}</span>`;
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.renderState(1);
    const { dataset } = this.data;
    if (instead || !dataset) return instead ?? nothing;
    const filters = [...dataset.filters];
    return html`<div class="base" part="base" tabindex="-1">
        ${this.#total(dataset)}${exampleBadge([dataset], (text) => this.say(text))}
        ${
          filters.length > 0
            ? html`<ul aria-label=${this.say({ zh: '筛选条件', en: 'Filters' })}>
                  ${filters.map(([key, filter]) => this.#chip(dataset, key, filterWords(dataset, key, filter, this.locale)))}
                </ul>
                <button class="link" type="button" @click=${() => dataset.clearFilters()}>
                  ${this.say({ zh: '清除全部', en: 'Clear all' })}
                </button>`
            : nothing
        }
      </div>
      ${this.#count.error ? errorNotice(this.#count.error, this.locale, this) : nothing}
      <span class="hidden-text" role="status">${this.said}</span>`;
  }
}
