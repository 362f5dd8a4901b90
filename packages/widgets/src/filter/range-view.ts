import { html, svg, type TemplateResult } from 'lit';
import { setStyle } from '@yizhangtu/base/set-style';
import { placeOn, sliderOf, type RangeScale, type Slider } from './range-scale.js';

/** What the range shows and says. */
export interface RangeView {
  readonly scale: RangeScale;
  /** Chosen ends, low first. */
  readonly ends: readonly [number, number];
  /** Rows of each bin. */
  readonly counts: ArrayLike<number>;
  /** The ends in words. */
  readonly words: readonly [string, string];
  readonly labels: { readonly low: string; readonly high: string };
  /** Called while a thumb moves, and with `done` when it was let go. */
  onEnds(low: number, high: number, done: boolean): void;
}

const HEIGHT = 40;

/** Outline of bars as one path: bins are 10 units wide, the highest bar fills the height, any row at all shows. */
function barPath(counts: ArrayLike<number>, wanted: (bin: number) => boolean): string {
  let highest = 1;
  for (let bin = 0; bin < counts.length; bin++) highest = Math.max(highest, counts[bin] as number);
  let path = '';
  for (let bin = 0; bin < counts.length; bin++) {
    const count = counts[bin] as number;
    if (count === 0 || !wanted(bin)) continue;
    const height = Math.max(2, (count / highest) * HEIGHT).toFixed(2);
    path += `M${bin * 10 + 0.5} ${HEIGHT}v-${height}h9v${height}z`;
  }
  return path;
}

type Which = 'low' | 'high';

/** What a moving thumb does: thumbs stop at each other instead of changing places under the finger. */
function moved(view: RangeView, slider: Slider, which: Which, done: boolean): (event: Event) => void {
  return (event) => {
    event.stopPropagation();
    const input = event.target as HTMLInputElement;
    const value = slider.value(Number(input.value));
    const [low, high] = view.ends;
    const next: [number, number] = which === 'low' ? [Math.min(value, high), high] : [low, Math.max(value, low)];
    input.value = String(slider.thumb(which === 'low' ? next[0] : next[1]));
    view.onEnds(next[0], next[1], done);
  };
}

function thumb(view: RangeView, which: Which): TemplateResult {
  const { scale, ends, words } = view;
  const end = which === 'low' ? 0 : 1;
  const slider = sliderOf(scale);
  return html`<input
    type="range"
    min=${slider.min}
    max=${slider.max}
    step=${slider.step}
    .value=${String(slider.thumb(ends[end]))}
    aria-label=${view.labels[which]}
    aria-valuetext=${words[end]}
    @input=${moved(view, slider, which, false)}
    @change=${moved(view, slider, which, true)}
  />`;
}

/** A histogram over two native sliders that share one track. */
export function rangeView(view: RangeView): TemplateResult {
  const { scale, ends, counts } = view;
  const [left, right] = [placeOn(scale, ends[0]), 1 - placeOn(scale, ends[1])];
  const inside = (bin: number): boolean => {
    const middle = (bin + 0.5) / counts.length;
    return middle >= left && middle <= 1 - right;
  };
  return html`<svg class="bars" aria-hidden="true" viewBox="0 0 ${counts.length * 10} ${HEIGHT}" preserveAspectRatio="none">
      ${svg`<path class="out" d=${barPath(counts, (bin) => !inside(bin))} /><path class="in" d=${barPath(counts, inside)} />`}
    </svg>
    <div class="slider">
      <span class="track"></span>
      <span class="chosen" ${setStyle({ '--_left': String(left), '--_right': String(right) })}></span>
      ${thumb(view, 'low')} ${thumb(view, 'high')}
    </div>
    <div class="ends"><span>${view.words[0]}</span><span>${view.words[1]}</span></div>`;
}
