import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Locale, Text } from '@yizhangtu/base/locale';
import type { Dataset } from '@yizhangtu/data/model';
import { exampleBadge } from '../shared/provenance.js';
import { sortChoices } from './list-rows.js';

/** What the head of a list shows, and what happens when it is used. */
export interface ListHead {
  readonly dataset: Dataset;
  readonly total: number;
  readonly sort: string;
  /** Fields the order may go by. */
  readonly sortFields: readonly string[];
  readonly locale: Locale;
  /** Undefined without a map. */
  readonly inView: boolean | undefined;
  say(text: Text): string;
  onSort(sort: string): void;
  onInView(on: boolean): void;
}

/** How many there are, «only in view», and the order. */
export function listHead(head: ListHead): TemplateResult {
  const { dataset, total, locale, say } = head;
  const count = html`<b>${formatNumber(total)}</b>`;
  const all = total < dataset.rowCount ? ` / ${formatNumber(dataset.rowCount)}` : '';
  return html`<div class="head">
    <p class="total">
      ${locale === 'en' ? html`${count}${all} in all` : html`共 ${count}${all} 处`} ${exampleBadge([dataset], say)}
    </p>
    ${
      head.inView === undefined
        ? nothing
        : html`<label>
            <input
              type="checkbox"
              .checked=${head.inView}
              @change=${(event: Event) => head.onInView((event.target as HTMLInputElement).checked)}
            />
            ${say({ zh: '仅看地图范围内', en: 'In map view only' })}
          </label>`
    }
    <select
      aria-label=${say({ zh: '排序', en: 'Order' })}
      @change=${(event: Event) => head.onSort((event.target as HTMLSelectElement).value)}
    >
      ${sortChoices(dataset, head.sortFields, locale).map(
        ({ sort, label }) => html`<option value=${sort} .selected=${sort === head.sort}>${label}</option>`,
      )}
    </select>
  </div>`;
}

/** What a list shows when no row passes, with the way out where filters are the reason. */
export function nothingFound(dataset: Dataset, noun: string, say: (text: Text) => string): TemplateResult {
  const filtered = dataset.filters.size > 0 && dataset.rowCount > 0;
  return html`<div class="nothing" role="status">
    <p>
      ${filtered ? say({ zh: `没有符合条件的${noun}`, en: `No ${noun} match the filters` }) : say({ zh: `暂无${noun}`, en: `No ${noun} yet` })}
    </p>
    ${
      filtered
        ? html`<button type="button" @click=${() => dataset.clearFilters()}>
            ${say({ zh: '清除筛选条件', en: 'Clear all filters' })}
          </button>`
        : nothing
    }
  </div>`;
}
