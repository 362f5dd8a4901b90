/** What map services say of a place that was clicked. A chunk of its own: most maps have no layer that asks a service. */
import { html, nothing, type TemplateResult } from 'lit';
import { asYztError, isAbort, type YztError } from '@yizhangtu/base/errors';
import { inWords, type Locale } from '@yizhangtu/base/locale';
import type { Identified, LayerElement } from '@yizhangtu/map/layer';
import type { CardContent } from './popup-card.js';
import { framedPage } from './framed-page.js';

/** A layer that was asked about a place, and what came of it: one thing, a failure, or nothing yet. */
export interface LayerAnswer {
  readonly layer: LayerElement;
  readonly lonLat: readonly [number, number];
  readonly identified?: Identified;
  readonly error?: YztError;
}

/** A layer and the answer that is under way. */
export interface Asked {
  readonly layer: LayerElement;
  readonly coming: Promise<readonly Identified[]>;
}

/** All answers, in the order of the layers; failures are answers too. Rejects with an `AbortError` when the asking was ended. */
export async function answersOf(asked: readonly Asked[], lonLat: readonly [number, number]): Promise<LayerAnswer[]> {
  const each = asked.map(async ({ layer, coming }): Promise<LayerAnswer[]> => {
    try {
      return (await coming).map((identified) => ({ layer, lonLat, identified }));
    } catch (reason) {
      if (isAbort(reason)) throw reason;
      return [{ layer, lonLat, error: asYztError(reason, 'network', { zh: '查询失败。', en: 'The query failed.' }) }];
    }
  });
  return (await Promise.all(each)).flat().filter(({ layer }) => layer.isConnected);
}

function body({ identified, error }: LayerAnswer, locale: Locale): TemplateResult | typeof nothing {
  if (error) return html`<p class="words" role="alert">${error.in(locale)}</p>`;
  if (!identified) return html`<p class="words" role="status">${inWords({ zh: '正在查询…', en: 'Asking…' }, locale)}</p>`;
  const { rows, html: page } = identified;
  if (rows.length > 0 || page === undefined) {
    return html`<dl>
      ${rows.map(
        ({ label, value }) =>
          html`<dt>${label}</dt>
            <dd>${value || '—'}</dd>`,
      )}
    </dl>`;
  }
  return html`<iframe class="page" sandbox="" referrerpolicy="no-referrer" title=${inWords({ zh: '服务的说明', en: 'Page of the service' }, locale)} .srcdoc=${framedPage(page)}></iframe>`;
}

/** What the card shows of an answer. */
export function answerContent(answer: LayerAnswer, locale: Locale): CardContent {
  const { layer, identified } = answer;
  const name = layer.label || inWords({ zh: '查询结果', en: 'Result' }, locale);
  const title = identified?.title || name;
  return { title, body: html`${body(answer, locale)}${title === name ? nothing : html`<div class="source">${name}</div>`}`, actions: false };
}
