import type { Text } from '@yizhangtu/base/locale';
import { setStyle } from '@yizhangtu/base/set-style';
import type { Symbology } from '@yizhangtu/data/symbology';
import { html, type TemplateResult } from 'lit';
import { cssColor } from '../chart/group-rows.js';

/**
 * The colour of a mark; undefined for that of the chart. Events of several classes in one mark: none of their colours would be true.
 * @param rows Rows of the events of the mark.
 */
export function markColor(rows: readonly number[], model: Symbology | undefined): string | undefined {
  if (!model || model.classes.length === 0) return undefined;
  if (model.kind === 'fixed') return cssColor(model.classes[0]?.color ?? 'token:data-1');
  const classOf = (row: number): number => model.classOf[row] ?? 255;
  const first = classOf(rows[0] as number);
  if (rows.some((row) => classOf(row) !== first)) return 'var(--yzt-color-text-muted)';
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
