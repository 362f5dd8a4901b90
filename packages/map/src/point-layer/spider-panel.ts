/** The opened places of a cluster as buttons for keyboard and screen reader; the picture of them is on the map. */
import { html, type TemplateResult } from 'lit';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Locale, Text } from '@yizhangtu/base/locale';
import type { Dataset } from '@yizhangtu/data/model';
import { rowText } from '@yizhangtu/data/words';
import type { OpenSpider } from '../renderer/spider.js';
import { spiderWords } from '../shared/cluster-words.js';

/** What the panel shows and tells. */
export interface SpiderParts {
  readonly spider: OpenSpider;
  /** The one button that Tab reaches; arrow keys reach the others. */
  readonly active: number;
  readonly say: (text: Text) => string;
  /** Name of a row; empty when it has none. */
  readonly nameOf: (row: number) => string;
  readonly isSelected: (row: number) => boolean;
  readonly onFocus: (leg: number) => void;
  readonly onBlur: () => void;
  readonly onPick: (leg: number, additive: boolean) => void;
}

/** Name of a row, as its title field or the labels of the layer have it. */
export function rowName(dataset: Dataset, row: number, labelField: string | undefined, locale: Locale): string {
  const field = dataset.schema?.titleField ?? labelField;
  return field && dataset.column(field) ? rowText(dataset, row, field, locale) : '';
}

/** The leg a key leads to; undefined for other keys. */
export function legOfKey(key: string, leg: number, count: number): number | undefined {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (leg + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (leg + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

/** The list of opened places. */
export function spiderPanel(parts: SpiderParts): TemplateResult {
  const { spider, active, say } = parts;
  const count = spider.rows.length;
  const onKey = (event: KeyboardEvent): void => {
    const next = legOfKey(event.key, active, count);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`[data-leg="${next}"]`)?.focus();
  };
  const nth = (leg: number) => say({ zh: `第 ${leg + 1} 处`, en: `Place ${leg + 1}` });
  return html`
    <div class="hidden-text" role="toolbar" aria-label=${say(spiderWords(count, spider.total, formatNumber))} @keydown=${onKey}>
      ${Array.from(
        spider.rows,
        (row, leg) => html`
          <button
            type="button"
            data-leg=${leg}
            tabindex=${leg === active ? 0 : -1}
            aria-pressed=${parts.isSelected(row) ? 'true' : 'false'}
            @focus=${() => parts.onFocus(leg)}
            @blur=${parts.onBlur}
            @click=${(event: MouseEvent) => parts.onPick(leg, event.ctrlKey || event.metaKey || event.shiftKey)}
          >
            ${parts.nameOf(row) || nth(leg)}
          </button>
        `,
      )}
    </div>
  `;
}
