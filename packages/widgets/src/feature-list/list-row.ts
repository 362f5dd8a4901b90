import { html, nothing, type TemplateResult } from 'lit';
import { rowText } from '@yizhangtu/data/words';
import { inWords, type Locale } from '@yizhangtu/base/locale';
import type { DatasetLike } from '@yizhangtu/data/model';
import type { SymbolClass } from '@yizhangtu/data/symbology';
import { popupTitle } from '../popup/popup-rows.js';
import { swatch, swatchShape } from '../shared/swatch.js';

/** What one row of a list shows. */
export interface ListRow {
  readonly dataset: DatasetLike;
  readonly row: number;
  readonly titleField: string | undefined;
  /** Fields of the second line. */
  readonly fields: readonly string[];
  /** Class of the badge. */
  readonly symbol: SymbolClass | undefined;
  /** What a row without a name is called. */
  readonly noun: string;
  readonly locale: Locale;
}

/** Title and badge over a line of values. All of it is text. */
export function listRow({ dataset, row, fields, symbol, noun, locale, ...given }: ListRow): TemplateResult {
  const title = popupTitle(dataset, row, noun, locale, given.titleField);
  const values = fields.filter((name) => dataset.column(name) !== undefined);
  const badge =
    symbol &&
    html`<span class="badge class">${swatch(swatchShape(dataset.geometry), symbol)}${inWords(symbol.label, locale)}</span>`;
  return html`<div class="line"><span class="title">${title}</span> ${badge ?? nothing}</div>
    ${
      values.length > 0
        ? html`<div class="meta">
            ${values.map((name) => html`<span title=${dataset.label(name, locale)}>${rowText(dataset, row, name, locale)}</span>`)}
          </div>`
        : nothing
    }`;
}
