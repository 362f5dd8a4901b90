/** The card of a popup. A chunk of its own: fetched when the map is first touched, not with the page. */
import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { chevronLeft, chevronRight, x } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import { buttonStyles, focusStyles } from '@yizhangtu/base/styles';
import type { Hit } from '@yizhangtu/map/map';
import { badgeStyles } from '../shared/panel.styles.js';
import { exampleBadge, sourceParts } from '../shared/provenance.js';
import { swatch, swatchShape, swatchStyles } from '../shared/swatch.js';
import { classOfRow, fieldList, popupRows, popupTitle, titleField } from './popup-rows.js';
import { popupStyles } from './popup.styles.js';

export { CardPlacer } from './card-placer.js';
export { FollowedRows } from './followed-rows.js';
export { answerModule, PopupAsking } from './popup-asking.js';
export { selectedRow } from './popup-selection.js';

/** What a card says of one thing. */
export interface CardContent {
  readonly title: string;
  readonly body: TemplateResult;
  /** Whether the buttons of the page belong under it. */
  readonly actions: boolean;
}

/** What is around it, and what its buttons do. */
export interface CardView {
  /** Place of what is shown among the things under the click, from 0. */
  readonly index: number;
  readonly count: number;
  readonly locale: Locale;
  turn(by: number): void;
  close(): void;
  keydown(event: KeyboardEvent): void;
}

export const cardStyles: readonly CSSResult[] = [focusStyles, buttonStyles, badgeStyles, swatchStyles, popupStyles];

type Say = (text: Text) => string;

function badge({ layer, row, dataset }: Hit, say: Say): TemplateResult | typeof nothing {
  const symbol = classOfRow(layer.symbologyModel, row);
  if (!symbol) return nothing;
  return html`<span class="badge class">${swatch(swatchShape(dataset.geometry), symbol)}${say(symbol.label)}</span>`;
}

function pager({ index, count, turn }: CardView, say: Say): TemplateResult | typeof nothing {
  if (count < 2) return nothing;
  return html`<div class="pager">
    <button class="icon" type="button" aria-label=${say({ zh: '上一个', en: 'Previous' })} @click=${() => turn(-1)}>
      ${iconSvg(chevronLeft)}
    </button>
    <span aria-live="polite">${index + 1} / ${count}</span>
    <button class="icon" type="button" aria-label=${say({ zh: '下一个', en: 'Next' })} @click=${() => turn(1)}>
      ${iconSvg(chevronRight)}
    </button>
  </div>`;
}

function source({ dataset }: Hit, say: Say): TemplateResult {
  return html`<div class="source">
    ${exampleBadge([dataset], say)}${sourceParts(dataset.provenance, say).map(
      (text, index) => html`<span class=${index === 0 ? nothing : 'date'}>${text}</span> `,
    )}
  </div>`;
}

/** A feature of a layer: class, facts, source. */
export function hitContent(hit: Hit, fields: string | undefined, locale: Locale): CardContent {
  const { dataset, row, layer } = hit;
  const say: Say = (text) => inWords(text, locale);
  const badgeField = classOfRow(layer.symbologyModel, row) ? layer.symbologyModel?.field : undefined;
  const rows = hit.bin
    ? hit.bin.facts.map(({ label, value }) => ({ label: say(label), value: say(value) }))
    : popupRows(dataset, row, fieldList(fields), [titleField(dataset), badgeField], locale);
  const title = hit.bin ? layer.label || say({ zh: '格网', en: 'Cell' }) : popupTitle(dataset, row, layer.label, locale);
  const body = html`${badge(hit, say)}
    <dl>
      ${rows.map(
        ({ label, value }) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    ${source(hit, say)}`;
  return { title, body, actions: true };
}

/** The card: title, what there is to say, actions of the page and pager. */
export function cardTemplate({ title, body, actions }: CardContent, view: CardView): TemplateResult {
  const say: Say = (text) => inWords(text, view.locale);
  return html`<section class="card" part="card" role="dialog" aria-labelledby="title" tabindex="-1" @keydown=${view.keydown}>
    <header>
      <div class="title" id="title" part="title">${title}</div>
      <button class="icon" type="button" part="close" aria-label=${say({ zh: '关闭', en: 'Close' })} @click=${view.close}>
        ${iconSvg(x)}
      </button>
    </header>
    <div class="body" role="group" tabindex="0" aria-label=${say({ zh: '属性', en: 'Facts' })}>${body}</div>
    ${actions ? html`<slot name="actions" class="actions"></slot>` : nothing} ${pager(view, say)}
    <span class="tip" aria-hidden="true"></span>
  </section>`;
}
