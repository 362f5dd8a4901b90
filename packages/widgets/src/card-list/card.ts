/** One card: a picture, a badge, a name, and fields with their names. All of it is text. */
import { html, nothing, type TemplateResult } from 'lit';
import { inWords, type Locale } from '@yizhangtu/base/locale';
import type { DatasetLike } from '@yizhangtu/data/model';
import type { SymbolClass } from '@yizhangtu/data/symbology';
import { rowText } from '@yizhangtu/data/words';
import { popupTitle } from '../popup/popup-rows.js';
import { swatch, swatchShape } from '../shared/swatch.js';

export interface Card {
  readonly dataset: DatasetLike;
  readonly row: number;
  readonly titleField: string | undefined;
  readonly imageField: string | undefined;
  readonly fields: readonly string[];
  readonly symbol: SymbolClass | undefined;
  readonly noun: string;
  readonly locale: Locale;
}

/** The address of a picture: relative, http(s), or a picture in the data itself. Undefined for anything else. */
export function imageAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const address = value.trim();
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined || scheme === 'http' || scheme === 'https') return address;
  return /^data:image\/(png|jpeg|gif|webp|avif)[;,]/i.test(address) ? address : undefined;
}

/** The first letter of a name stands where there is no picture. */
function initial(title: string): string {
  return [...title.trim()].find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? '';
}

function hide(event: Event): void {
  (event.target as HTMLImageElement).remove();
}

export function card(one: Card): TemplateResult {
  const { dataset, row, fields, symbol, noun, locale, imageField } = one;
  const title = popupTitle(dataset, row, noun, locale, one.titleField);
  const address = imageField && dataset.column(imageField) ? imageAddress(dataset.value(row, imageField)) : undefined;
  const badge = symbol && html`<span class="badge class">${swatch(swatchShape(dataset.geometry), symbol)}${inWords(symbol.label, locale)}</span>`;
  return html`<div class="card" part="card">
    ${
      imageField
        ? html`<div class="picture" part="picture">
            <span class="initial" aria-hidden="true">${initial(title)}</span>
            ${address ? html`<img src=${address} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" @error=${hide} />` : nothing} ${badge ?? nothing}
          </div>`
        : nothing
    }
    <div class="line"><span class="title" title=${title}>${title}</span> ${imageField ? nothing : (badge ?? nothing)}</div>
    <dl>
      ${fields
        .filter((name) => dataset.column(name) !== undefined)
        .map((name) => html`<div class="fact"><dt>${dataset.label(name, locale)}</dt><dd>${rowText(dataset, row, name, locale)}</dd></div>`)}
    </dl>
  </div>`;
}
