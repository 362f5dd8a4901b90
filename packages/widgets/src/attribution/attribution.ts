import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { focusStyles, hostStyles } from '@yizhangtu/base/styles';
import { DatasetWatch } from '../shared/dataset-watch.js';
import { MapWidget } from '../shared/map-widget.js';
import { badgeStyles } from '../shared/panel.styles.js';
import { approvalNumber, linked, sourcesOf, type LinkedText, type SourceLayer } from '../shared/attribution-lines.js';
import { attributionStyles } from './attribution.styles.js';

/**
 * 审图号, sources with their licences, and date of what the map shows now.
 *
 * A published map in China shows its 审图号, a map on the internet in its lower left corner. Without one the bar says that this is a
 * sketch. What layers and datasets say about themselves is text; only http, https and mailto addresses become links.
 * @tag yzt-attribution
 * @summary 审图号, sources, licences and data date; always in sight.
 * @slot - More words of the page, behind the sources.
 * @csspart base - The whole line.
 * @csspart approval - The 审图号.
 */
export class YztAttribution extends MapWidget {
  static override styles = [hostStyles, focusStyles, badgeStyles, attributionStyles];

  /** 审图号 as issued: `GS(2023)2767号`. */
  @property({ attribute: 'approval-number' }) approvalNumber?: string;

  protected override readonly mapEvents = ['yzt-ready', 'yzt-view-change', 'yzt-layers-change'] as const;

  readonly #watch = new DatasetWatch(this, ['data']);

  protected override mapChanged(event?: Event): void {
    this.#watch.watch((this.mapElement?.layers ?? []).map((layer) => layer.layerDataset));
    super.mapChanged(event);
  }

  #piece({ text, href }: LinkedText): TemplateResult | string {
    return href === undefined ? text : html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>`;
  }

  /** The page's own number, else that of the top layer that has one: a base map of a public service. */
  #approval(shown: readonly SourceLayer[]): string {
    const own = approvalNumber(this.approvalNumber);
    const number = own || [...shown].reverse().map((layer) => approvalNumber(layer.approvalNumber)).find(Boolean) || '';
    if (number !== '') return this.say({ zh: `审图号：${number}`, en: `Map approval ${number}` });
    return this.say({ zh: '审图号：—（示意图）', en: 'Map approval — (sketch)' });
  }

  override render(): TemplateResult {
    const shown = (this.mapElement?.layers ?? []).filter((layer) => layer.isShown);
    const { names, dates, example } = sourcesOf(shown, this.locale);
    const time = dates.join(' – ');
    return html`<div class="base" part="base">
      <span class="approval" part="approval">${this.#approval(shown)}</span>
      ${example ? html`<span class="badge example">${this.say({ zh: '示例数据', en: 'Example data' })}</span>` : nothing}
      ${
        names.length > 0
          ? html`<span
              >${names.map((name) => html`<span class="source">${linked(name).map((part) => this.#piece(part))}</span>`)}</span
            >`
          : nothing
      }
      ${time === '' ? nothing : html`<span class="time">${this.say({ zh: `数据时间 ${time}`, en: `Data of ${time}` })}</span>`}
      <slot></slot>
    </div>`;
  }
}
