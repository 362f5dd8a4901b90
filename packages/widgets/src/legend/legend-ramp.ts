/** The continuous form of the legend: a bar of colours with numbers and words, and sentences about a scale. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '@yizhangtu/base/locale';
import { setStyle } from '@yizhangtu/base/set-style';
import type { SymbolRamp } from '@yizhangtu/data/symbology';

type Say = (text: Text) => string;

/** CSS gradient of a ramp's colours, low at the left. */
export function rampGradient(colors: readonly string[]): string {
  return `linear-gradient(to right, ${colors.join(', ')})`;
}

/** The bar. A screen reader hears its ends, with what they are called. */
export function legendRamp(ramp: SymbolRamp | undefined, name: string, say: Say): TemplateResult | typeof nothing {
  if (!ramp) return nothing;
  const { colors, ticks, low, high } = ramp;
  const ends = [ticks[0]?.label ?? '', ticks[ticks.length - 1]?.label ?? ''];
  const words = say({
    zh: `${name}：由${low.zh} ${ends[0]} 到${high.zh} ${ends[1]}`,
    en: `${name}: from ${low.en.toLowerCase()}, ${ends[0]}, to ${high.en.toLowerCase()}, ${ends[1]}`,
  });
  return html`<div class="ramp" part="ramp" role="img" aria-label=${words}>
    <div class="scale" ${setStyle({ '--_ramp': rampGradient(colors) })}></div>
    <div class="ticks">
      ${ticks.map(({ place, label }) => html`<span class="tick" ${setStyle({ '--_place': `${place * 100}%` })}>${label}</span>`)}
    </div>
    <div class="ends"><span>${say(low)}</span><span>${say(high)}</span></div>
  </div>`;
}

/** What is measured, by which choice. */
export function legendNotes(notes: readonly Text[] | undefined, say: Say): TemplateResult | typeof nothing {
  if (!notes?.length) return nothing;
  return html`${notes.map((note) => html`<p class="note" part="note">${say(note)}</p>`)}`;
}
