/** The histogram of a classifier with a handle on each limit: by mouse, touch and keys. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Text } from '@yizhangtu/base/locale';
import { setStyle } from '@yizhangtu/base/set-style';
import type { Group } from '@yizhangtu/data/model';
import type { SymbolClass } from '@yizhangtu/data/symbology';
import { cssColor } from '../shared/swatch.js';
import { barPath, keyPlace, movedLimit, type Scale } from './classify-model.js';

/** What the histogram shows, and what happens when a limit is moved. */
export interface HistogramView {
  readonly groups: readonly Group[];
  readonly classes: readonly SymbolClass[];
  readonly limits: readonly number[];
  readonly scale: Scale;
  readonly whole: boolean;
  /** A limit in words, and what its handle is called. */
  write(value: number): string;
  name(index: number): string;
  /** Called while a limit moves, and with `done` when it was let go. */
  onLimits(limits: readonly number[], done: boolean): void;
}

const placeOf = (event: PointerEvent, handle: HTMLElement): number => {
  const box = (handle.parentElement as HTMLElement).getBoundingClientRect();
  return box.width > 0 ? (event.clientX - box.left) / box.width : 0;
};

function onDown(event: PointerEvent): void {
  if (event.button !== 0) return;
  const handle = event.currentTarget as HTMLElement;
  handle.setPointerCapture(event.pointerId);
  handle.focus();
  event.preventDefault();
}

function onMove(event: PointerEvent, index: number, view: HistogramView): void {
  const handle = event.currentTarget as HTMLElement;
  if (!handle.hasPointerCapture(event.pointerId)) return;
  view.onLimits(movedLimit(view.limits, index, placeOf(event, handle), view.scale, view.whole), false);
}

function onUp(event: PointerEvent, view: HistogramView): void {
  if ((event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId)) view.onLimits(view.limits, true);
}

function onKey(event: KeyboardEvent, index: number, view: HistogramView): void {
  const { limits, scale, whole } = view;
  const now = limits[index] as number;
  let place = keyPlace(event.key, scale.place(now));
  if (place === undefined) return;
  event.preventDefault();
  let next = movedLimit(limits, index, place, scale, whole);
  // A whole number that rounds back to where it was moves by one.
  for (let tries = 0; next[index] === now && tries < 100 && place > 0 && place < 1; tries++) {
    place = keyPlace(event.key, place) as number;
    next = movedLimit(limits, index, place, scale, whole);
  }
  view.onLimits(next, true);
}

function handle(view: HistogramView, index: number): TemplateResult {
  const { limits, scale } = view;
  const value = limits[index] as number;
  return html`<div
    class="handle"
    part="handle"
    role="slider"
    tabindex="0"
    aria-label=${view.name(index)}
    aria-valuemin=${limits[index - 1] ?? scale.min}
    aria-valuemax=${limits[index + 1] ?? scale.max}
    aria-valuenow=${value}
    aria-valuetext=${view.write(value)}
    ${setStyle({ '--_place': String(scale.place(value)) })}
    @pointerdown=${onDown}
    @pointermove=${(event: PointerEvent) => onMove(event, index, view)}
    @pointerup=${(event: PointerEvent) => onUp(event, view)}
    @keydown=${(event: KeyboardEvent) => onKey(event, index, view)}
  >
    <span class="tip" aria-hidden="true">${view.write(value)}</span>
  </div>`;
}

/** Bars in the colours of their classes, a handle on each limit, the ends of the scale below. */
export function histogram(view: HistogramView): TemplateResult {
  const { groups, classes, limits, scale } = view;
  return html`<div class="histogram" part="histogram">
      <svg viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        ${classes.map((one) => svg`<path d=${barPath(groups, one, scale)} ${setStyle({ fill: cssColor(one.color) })} />`)}
      </svg>
      ${limits.map((_, index) => handle(view, index))}
    </div>
    <div class="ends"><span>${view.write(scale.min)}</span><span>${view.write(scale.max)}</span></div>`;
}

/** A box that spaces the scale by powers, where numbers span more than fifty times. */
export function logChoice(scale: Scale, say: (text: Text) => string, onLog: (log: boolean) => void): TemplateResult | typeof nothing {
  if (!(scale.min > 0) || scale.max / scale.min < 50) return nothing;
  return html`<label class="log">
    <input type="checkbox" .checked=${scale.log} @change=${(event: Event) => onLog((event.target as HTMLInputElement).checked)} />
    ${say({ zh: '横轴按倍数（对数）', en: 'Scale by powers (logarithmic)' })}
  </label>`;
}
