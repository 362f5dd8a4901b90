import { html, nothing, svg, type TemplateResult } from 'lit';
import { setStyle } from '@yizhangtu/base/set-style';
import type { TimeLabel } from './time-labels.js';
import { movedWindow, type TimeMode, type TimeWindow } from './time-steps.js';

/** What the track shows and says. */
export interface TimeTrack {
  readonly mode: TimeMode;
  /** Number of steps. */
  readonly steps: number;
  /** What is chosen; everything where nothing is. */
  readonly window: TimeWindow;
  /** Nothing is chosen: all of it shows. */
  readonly whole: boolean;
  /** Rows of each step. */
  readonly counts: readonly number[];
  readonly labels: readonly TimeLabel[];
  /** The thumbs in words: what is chosen, and each end of it. */
  readonly words: { readonly value: string; readonly low: string; readonly high: string };
  readonly names: { readonly value: string; readonly low: string; readonly high: string };
  /** Called while a thumb moves, and with `done` when it was let go. */
  onWindow(window: TimeWindow, done: boolean): void;
}

const HEIGHT = 28;

/** Bars of steps as one path: a step is 10 wide, the highest fills the height, any row at all shows. */
function bars(counts: readonly number[], from: number, to: number): string {
  const highest = counts.reduce((most, count) => Math.max(most, count), 1);
  const gap = counts.length > 120 ? 0 : 1;
  let path = '';
  for (let index = from; index < to; index++) {
    const count = counts[index] ?? 0;
    if (count === 0) continue;
    const height = Math.max(1.5, (count / highest) * HEIGHT).toFixed(2);
    path += `M${index * 10 + gap / 2} ${HEIGHT}v-${height}h${10 - gap}v${height}z`;
  }
  return path;
}

type End = 'low' | 'high';

/** Where a thumb stands: a step at its beginning, everything up to a step at its end. */
function edgeOf({ window }: TimeTrack, end: End): number {
  return end === 'low' ? window.low : window.high;
}

function thumb(track: TimeTrack, end: End): TemplateResult {
  const one = track.mode !== 'range';
  const heard =
    (done: boolean) =>
    (event: Event): void => {
      event.stopPropagation();
      const input = event.target as HTMLInputElement;
      const next = movedWindow(track.mode, track.window, end, Number(input.value), track.steps);
      input.value = String(end === 'low' ? next.low : next.high);
      track.onWindow(next, done);
    };
  return html`<input
    type="range"
    part="thumb"
    min="0"
    max=${track.steps}
    step="1"
    .value=${String(edgeOf(track, end))}
    aria-label=${one ? track.names.value : track.names[end]}
    aria-valuetext=${one ? track.words.value : track.words[end]}
    @input=${heard(false)}
    @change=${heard(true)}
  />`;
}

function thumbs(track: TimeTrack): TemplateResult {
  if (track.mode === 'step') return thumb(track, 'low');
  return track.mode === 'cumulative' ? thumb(track, 'high') : html`${thumb(track, 'low')} ${thumb(track, 'high')}`;
}

/** Counts, track, thumbs and labels, one under the other. */
export function timeTrack(track: TimeTrack): TemplateResult {
  const { counts, labels, steps, window, whole, mode } = track;
  const share = (edge: number): string => String(edge / Math.max(1, steps));
  // Of a single step the line up to it is drawn, as on a clock.
  const from = mode === 'step' ? 0 : window.low;
  const to = mode === 'step' ? (whole ? steps : window.low) : window.high;
  return html`<div class="track">
    <svg class="bars" aria-hidden="true" viewBox=${`0 0 ${Math.max(1, steps) * 10} ${HEIGHT}`} preserveAspectRatio="none">
      ${svg`<path class="out" d=${bars(counts, 0, window.low) + bars(counts, window.high, steps)} /><path class="in" d=${bars(counts, window.low, window.high)} />`}
    </svg>
    <div class="slider">
      <span class="line"></span>
      <span class="chosen" ${setStyle({ '--_from': share(from), '--_to': share(to) })}></span>
      ${thumbs(track)}
    </div>
    <div class="labels" aria-hidden="true">
      ${labels.map(
        ({ text, place, left }) =>
          html`<i ${setStyle({ left: `${(place * 100).toFixed(3)}%` })}></i
            ><span ${setStyle({ left: `${left.toFixed(1)}px` })}>${text}</span>`,
      )}
      ${labels.length === 0 ? html`<span>&nbsp;</span>` : nothing}
    </div>
  </div>`;
}
