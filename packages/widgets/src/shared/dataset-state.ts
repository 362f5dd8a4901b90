import { html, nothing, type TemplateResult } from 'lit';
import type { YztError } from '@yizhangtu/base/errors';
import type { Locale, Text } from '@yizhangtu/base/locale';
import { inWords } from '@yizhangtu/base/locale';
import { speaks } from '@yizhangtu/data/link';

/** What is known of a dataset that a widget waits for. */
export interface WaitedFor {
  readonly dataset: { readonly rowCount: number } | undefined;
  readonly error: YztError | undefined;
  readonly loading: boolean;
}

const LOADING: Text = { zh: '数据加载中', en: 'Loading data' };

/**
 * What to show instead of a widget while there is nothing to work with: skeleton, error sentence; undefined when there is data.
 * @param lines Lines of the skeleton.
 * @param view Who shows it: of many views with the same error one says it aloud.
 */
export function datasetState(data: WaitedFor, lines: number, locale: Locale, view: object): TemplateResult | typeof nothing | undefined {
  const { dataset, error, loading } = data;
  if (error && (dataset?.rowCount ?? 0) === 0) return errorNotice(error, locale, view);
  if (loading && (dataset?.rowCount ?? 0) === 0) {
    return rowsComing(locale, lines);
  }
  return dataset ? undefined : nothing;
}

/** The sentence of an error. */
export function errorNotice(error: YztError, locale: Locale, view: object): TemplateResult {
  return html`<p class="notice" role=${speaks(error, view) ? 'alert' : nothing}>${error.in(locale)}</p>`;
}

/** Lines where rows will be. */
export function rowsComing(locale: Locale, lines = 6): TemplateResult {
  return html`<div role="status" aria-busy="true" aria-label=${inWords(LOADING, locale)}>
    ${Array.from({ length: lines }, () => html`<span class="skeleton"></span>`)}
  </div>`;
}
