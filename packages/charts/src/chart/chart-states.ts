import type { YztElement } from '@yizhangtu/base/element';
import type { YztError } from '@yizhangtu/base/errors';
import { inWords } from '@yizhangtu/base/locale';
import { speaks } from '@yizhangtu/data/link';
import { html, nothing, type TemplateResult } from 'lit';
import { CHART_WORDS } from './chart-words.js';

/**
 * What stands in the place of the marks when something went wrong: what, why, what to do.
 * @param aloud False where another view says the same.
 */
function wrongState(words: string, aloud: boolean): TemplateResult {
  return html`<p class="state wrong" role=${aloud ? 'alert' : nothing}>${words}</p>`;
}

/** What stands over marks that are out of date, because no new answer came. */
export function lateNotice(words: string, aloud: boolean): TemplateResult {
  return html`<p class="late" role=${aloud ? 'alert' : nothing}>${words}</p>`;
}

/** What stands in the place of the marks when there is nothing to show. */
function emptyState(words: string): TemplateResult {
  return html`<p class="state">${words}</p>`;
}

/** What stands in the place of the marks while data is under way. */
function loadingState(words: string): TemplateResult {
  return html`<div class="skeleton" role="status">
    <span class="hidden-text">${words}</span><i></i><i></i><i></i><i></i>
  </div>`;
}

/** What keeps a chart from showing marks. */
export interface ChartTrouble {
  readonly host: YztElement;
  readonly wrong: YztError | undefined;
  /** There is nothing to draw … */
  readonly empty: boolean;
  /** … because data is under way, */
  readonly loading: boolean;
  /** or because filters leave nothing. */
  readonly filtered: boolean;
}

/** What stands in the place of the marks; undefined where they can be drawn. */
export function stateOf({ host, wrong, empty, loading, filtered }: ChartTrouble): TemplateResult | undefined {
  const { locale } = host;
  if (wrong) return wrongState(inWords(wrong.text, locale), speaks(wrong, host));
  if (!empty) return undefined;
  if (loading) return loadingState(inWords(CHART_WORDS.loading, locale));
  return emptyState(inWords(filtered ? CHART_WORDS.emptyFiltered : CHART_WORDS.empty, locale));
}
