import type { Text } from '@yizhangtu/base/locale';
import { setStyle } from '@yizhangtu/base/set-style';
import type { Symbology } from '@yizhangtu/data/symbology';
import { html, type TemplateResult } from 'lit';
import { cssColor } from '../chart/group-rows.js';
import type { TimelineEvents } from './timeline-events.js';

/** Several classes in one mark: none of their colours would be true. */
const MIXED = 'var(--yzt-color-text-muted)';

/**
 * The colour of a mark; undefined for that of the chart.
 * @param marked Numbers of the events of the mark.
 * @param classOf Class of a row.
 * @param laneField Field of the lanes: what is counted by lane has the colour of its lane, if that is what the colours are of.
 */
export function markColor(marked: readonly number[], { rows, counted, lanes, laneOf }: TimelineEvents, model: Symbology | undefined, classOf: (row: number) => number, laneField: string | undefined): string | undefined {
  if (!model || model.classes.length === 0) return undefined;
  if (model.kind === 'fixed') return cssColor(model.classes[0]?.color ?? 'token:data-1');
  if (counted) {
    const lane = lanes[laneOf[marked[0] as number] as number];
    const found = model.field === laneField && lane && !lane.rest ? model.classes.find(({ key }) => key === lane.key) : undefined;
    return found ? cssColor(found.color) : MIXED;
  }
  const classAt = (event: number): number => classOf(rows[event] as number);
  const first = classAt(marked[0] as number);
  if (marked.some((event) => classAt(event) !== first)) return MIXED;
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
