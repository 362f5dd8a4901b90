import type { Provenance } from '@yizhangtu/data/model';
import { html, nothing, type TemplateResult } from 'lit';
import { chartTip, type ChartTip } from './chart-tip.js';
import type { MarkInteraction } from './mark-interaction.js';

/** What stands around the marks of a chart. All texts are ready to be shown. */
export interface ChartFrame {
  readonly label: string;
  readonly unit: string;
  /** The chart in one sentence, for people who do not see it. */
  readonly summary: string;
  /** What screen readers are told when it changes; empty for nothing. */
  readonly news: string;
  /** Word on the switch between chart and table; undefined for no switch. */
  readonly toggle: string | undefined;
  readonly onToggle: () => void;
  readonly tableShown: boolean;
  /** Why the marks are out of date. */
  readonly notice: TemplateResult | typeof nothing;
  /** More controls beside the switch: the export menu. */
  readonly tools: TemplateResult | typeof nothing;
  /** What belongs over the marks: a legend row. */
  readonly lead: TemplateResult | typeof nothing;
  readonly body: TemplateResult;
  /** What belongs under the marks: a legend row. */
  readonly foot: TemplateResult | typeof nothing;
  /** Table for screen readers only. */
  readonly hiddenTable: TemplateResult | undefined;
  readonly tip: ChartTip | undefined;
  readonly width: number;
  readonly source: TemplateResult | typeof nothing;
  readonly interaction: MarkInteraction;
}

/** The line under a chart: 示例数据 badge, source, licence. Nothing when neither is known. */
export function sourceLine(
  provenance: Provenance | undefined,
  words: { readonly example: string; readonly source: string; readonly licence: string },
): TemplateResult | typeof nothing {
  const { example, source, licence } = provenance ?? {};
  const said = [source && `${words.source} ${source}`, licence && `${words.licence} ${licence}`].filter(Boolean).join(' · ');
  if (!example && said === '') return nothing;
  return html`<p class="source" part="source">
    ${example ? html`<span class="badge">${words.example}</span>` : nothing}${said}
  </p>`;
}

/** Title, unit and switch; the chart or its table; the source. */
export function chartFrame(frame: ChartFrame): TemplateResult {
  const { interaction } = frame;
  const head = frame.label !== '' || frame.toggle !== undefined || frame.tools !== nothing || frame.notice !== nothing;
  return html`<figure part="base">
    <figcaption part="header" class=${head ? '' : 'hidden-text'}>
      <span>
        ${frame.label === '' ? nothing : html`<span class="title" part="label">${frame.label}</span>`}
        ${frame.unit === '' ? nothing : html`<span class="unit" part="unit">${frame.unit}</span>`}
        <span class="hidden-text">${frame.summary}</span>
      </span>
      <span class="tools" data-no-picture>
        ${frame.tools}${
          frame.toggle === undefined
            ? nothing
            : html`<button type="button" part="toggle" aria-pressed=${frame.tableShown} @click=${frame.onToggle}>
                ${frame.toggle}
              </button>`
        }
      </span>
      ${frame.notice}
    </figcaption>
    ${frame.lead}
    <div
      class="plot"
      part="plot"
      @pointermove=${interaction.move}
      @pointerleave=${interaction.leave}
      @focusin=${interaction.focus}
      @focusout=${interaction.leave}
      @click=${interaction.click}
      @keydown=${interaction.key}
    >
      ${frame.body} ${chartTip(frame.tip, frame.width)}
    </div>
    ${frame.foot}
    <div class=${frame.hiddenTable ? 'hidden-text' : ''} ?hidden=${!frame.hiddenTable}>${frame.hiddenTable ?? nothing}</div>
    ${frame.source}
    <div class="hidden-text" role="status">${frame.news}</div>
  </figure>`;
}
