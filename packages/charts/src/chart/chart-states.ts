import { html, nothing, type TemplateResult } from 'lit';

/**
 * What stands in the place of the marks when something went wrong: what, why, what to do.
 * @param aloud False where another view says the same.
 */
export function wrongState(words: string, aloud: boolean): TemplateResult {
  return html`<p class="state wrong" role=${aloud ? 'alert' : nothing}>${words}</p>`;
}

/** What stands over marks that are out of date, because no new answer came. */
export function lateNotice(words: string, aloud: boolean): TemplateResult {
  return html`<p class="late" role=${aloud ? 'alert' : nothing}>${words}</p>`;
}

/** What stands in the place of the marks when there is nothing to show. */
export function emptyState(words: string): TemplateResult {
  return html`<p class="state">${words}</p>`;
}

/** What stands in the place of the marks while data is under way. */
export function loadingState(words: string): TemplateResult {
  return html`<div class="skeleton" role="status">
    <span class="hidden-text">${words}</span><i></i><i></i><i></i><i></i>
  </div>`;
}
