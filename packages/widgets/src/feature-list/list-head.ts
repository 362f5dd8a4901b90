import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Locale, Text } from '@yizhangtu/base/locale';
import type { DatasetLike } from '@yizhangtu/data/model';
import { titleField } from '../popup/popup-rows.js';
import { countWords, type Counted } from '../shared/counted.js';
import { exampleBadge } from '../shared/provenance.js';
import { sortChoices } from './list-rows.js';

/** What the head of a list shows, and what happens when it is used. */
export interface ListHead {
  readonly dataset: DatasetLike;
  readonly total: number;
  readonly sort: string;
  /** Field that names a row, where the page says one. */
  readonly titleField: string | undefined;
  /** Fields shown in each row. The order may go by these, and by the name. */
  readonly fields: readonly string[];
  readonly locale: Locale;
  /** What a row is called, for the number of rows. */
  readonly counted: Counted;
  /** Undefined without a map. */
  readonly inView: boolean | undefined;
  say(text: Text): string;
  onSort(sort: string): void;
  onInView(on: boolean): void;
}

function sortFields({ dataset, titleField: given, fields }: ListHead): string[] {
  const title = given ?? titleField(dataset);
  return [...(title ? [title] : []), ...fields];
}

/** How many there are, «only in view», and the order. */
export function listHead(head: ListHead): TemplateResult {
  const { dataset, total, locale, counted, say } = head;
  const { before, after } = countWords(dataset, counted);
  const all = total < dataset.rowCount ? ` / ${formatNumber(dataset.rowCount)}` : '';
  return html`<div class="head">
    <p class="total">${say(before)}<b>${formatNumber(total)}</b>${all}${say(after)} ${exampleBadge([dataset], say)}</p>
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
      ${sortChoices(dataset, sortFields(head), locale).map(
        ({ sort, label }) => html`<option value=${sort} .selected=${sort === head.sort}>${label}</option>`,
      )}
    </select>
  </div>`;
}

/** What a list shows when no row passes, with the way out where filters are the reason. */
export function nothingFound(dataset: DatasetLike, noun: string, say: (text: Text) => string): TemplateResult {
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
