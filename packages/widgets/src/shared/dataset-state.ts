import { html, nothing, type TemplateResult } from 'lit';
import type { YztError } from '@yizhangtu/base/errors';
import type { Locale, Text } from '@yizhangtu/base/locale';
import { inWords } from '@yizhangtu/base/locale';

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
 */
export function datasetState(data: WaitedFor, lines: number, locale: Locale): TemplateResult | typeof nothing | undefined {
  const { dataset, error, loading } = data;
  if (error && (dataset?.rowCount ?? 0) === 0) return html`<p class="notice" role="alert">${error.in(locale)}</p>`;
  if (loading && (dataset?.rowCount ?? 0) === 0) {
    return html`<div role="status" aria-busy="true" aria-label=${inWords(LOADING, locale)}>
      ${Array.from({ length: lines }, () => html`<span class="skeleton"></span>`)}
    </div>`;
  }
  return dataset ? undefined : nothing;
}
