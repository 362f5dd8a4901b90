import type { Text } from '@yizhangtu/base/locale';
import { setStyle } from '@yizhangtu/base/set-style';
import type { Symbology } from '@yizhangtu/data/symbology';
import { html, type TemplateResult } from 'lit';
import { cssColor } from '../chart/group-rows.js';

/**
 * The colour of a mark; undefined for that of the chart. Events of several classes in one mark: none of their colours would be true.
 * @param events Numbers of the events of the mark.
 * @param rows Row of each event.
 */
export function markColor(events: readonly number[], rows: Uint32Array, model: Symbology | undefined): string | undefined {
  if (!model || model.classes.length === 0) return undefined;
  if (model.kind === 'fixed') return cssColor(model.classes[0]?.color ?? 'token:data-1');
  const classOf = (event: number): number => model.classOf[rows[event] as number] ?? 255;
  const first = classOf(events[0] as number);
  if (events.some((event) => classOf(event) !== first)) return 'var(--yzt-color-text-muted)';
  const color = model.classes[first]?.color;
  return color === undefined ? undefined : cssColor(color);
}

/** What the colours mean; nothing where the lanes say it already. */
export function colorLegend(model: Symbology | undefined, laneField: string | undefined, say: (text: Text) => string): TemplateResult | undefined {
  if (!model || model.kind === 'fixed' || model.classes.length < 2 || model.field === laneField) return undefined;
  return html`<ul class="legend" part="legend">
    ${model.classes.map(({ label, color }) => html`<li><i class="key" ${setStyle({ background: cssColor(color) })}></i>${say(label)}</li>`)}
  </ul>`;
}
