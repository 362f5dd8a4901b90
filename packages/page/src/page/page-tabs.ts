import { html, type TemplateResult } from 'lit';
import type { PageView } from './page-template.js';
import { WORDS } from './page-words.js';

const TABS = ['charts', 'details'] as const;

/** Arrow keys, Home and End go from tab to tab, and show what they come to. */
function onKey(event: KeyboardEvent, { state, choose }: PageView): void {
  const to = {
    ArrowLeft: TABS.find((tab) => tab !== state.tab),
    ArrowRight: TABS.find((tab) => tab !== state.tab),
    Home: 'charts' as const,
    End: 'details' as const,
  }[event.key];
  if (!to) return;
  event.preventDefault();
  choose({ tab: to });
  (event.currentTarget as Element).querySelector<HTMLElement>(`[aria-controls='${to}']`)?.focus();
}

/** The two tabs of the end panel at a desk. */
export function panelTabs(view: PageView): TemplateResult {
  const { page, state, say, choose } = view;
  const words = { charts: page.chartsLabel ?? say(WORDS.charts), details: page.detailsLabel ?? say(WORDS.details) };
  return html`<div class="tabs" role="tablist" aria-label=${say(WORDS.parts)} @keydown=${(event: KeyboardEvent) => onKey(event, view)}>
    ${TABS.map(
      (tab) =>
        html`<button
          type="button"
          role="tab"
          aria-controls=${tab}
          aria-selected=${state.tab === tab ? 'true' : 'false'}
          tabindex=${state.tab === tab ? 0 : -1}
          @click=${() => choose({ tab })}
        >
          ${words[tab]}
        </button>`,
    )}
  </div>`;
}
