import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { YztElement } from '@yizhangtu/base/element';
import type { Text } from '@yizhangtu/base/locale';
import { setStyle } from '@yizhangtu/base/set-style';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import type { DatasetLike } from '@yizhangtu/data/model';
import { badgeStyles, linkButtonStyles, stateStyles } from '../shared/panel.styles.js';
import { exampleBadge } from '../shared/provenance.js';
import { wordsWidth } from '../shared/words-width.js';
import { rangeStyles } from '../shared/range.styles.js';
import { afterButtons, playButton } from './time-buttons.js';
import { timeLabels } from './time-labels.js';
import { TimePlayer } from './time-player.js';
import { timeSliderStyles } from './time-slider.styles.js';
import type { TimeNeed } from './time-source.js';
import { TimeSources } from './time-sources.js';
import {
  firstWindow,
  instantWords,
  playedWindow,
  valueOf,
  widestWords,
  windowOf,
  windowWords,
  type StepLength,
  type TimeMode,
  type TimeWindow,
} from './time-steps.js';
import { timeTrack } from './time-track.js';

/** Speeds the button goes through, steps a second. */
const SPEEDS: readonly number[] = [1, 2, 4, 8];
/** With less room for it the track has a line of its own, px. */
const LEAST_TRACK = 320;
/** Room of button, badge, «all» and speed beside it, px. */
const BESIDE = 230;

/**
 * Chooses a time, a part of time, or everything up to a time, for one or several datasets at once, and plays it.
 *
 * Steps, ticks and words go by the clock of Asia/Shanghai, wherever the machine is. The bars behind the track count the rows of each
 * step that the filters of other views leave. The filter lies on each dataset under the name of its field of time. Until something
 * is chosen, all rows show.
 * @tag yzt-time-slider
 * @summary Time as a step, a part or up to now, played or dragged, for several datasets.
 * @csspart base - The whole slider.
 * @csspart value - The chosen time in words.
 * @csspart thumb - The control that is dragged.
 * @fires input - The chosen time changes under the user's hand or while it plays, as with an `<input>`.
 * @fires change - The user has chosen a time, as with an `<input>`; also when playing ends.
 */
export class YztTimeSlider extends YztElement {
  static override styles = [hostStyles, focusStyles, buttonStyles, hiddenTextStyles, badgeStyles, stateStyles, linkButtonStyles, timeSliderStyles, rangeStyles];

  /** Id of the `<yzt-dataset>`, or a dataset as a property. */
  @property() override dataset: string | DatasetLike | undefined;

  /** Field of time. Default: the first date of the data. */
  @property() field?: string;

  /** Further datasets that move along, each with its field: `buoys:observedAt radar:time`; as a property also datasets themselves. */
  @property() also?: string | readonly TimeNeed[];

  /** One `step` at a time, a `range` with two ends, or `cumulative`: everything up to a step. */
  @property({ reflect: true }) mode: TimeMode = 'step';

  /** Length of a step: `hour`, `3 hour`, `day`, `week`, `month`, `quarter`, `year`. Default: at most 200 steps. */
  @property() step?: string;

  /**
   * What is chosen, in ISO 8601, Beijing time where no zone is given: an instant, an interval `2022-09-04/2022-09-16` whose end is
   * outside, or `latest`. Empty: everything.
   */
  @property() value = '';

  /** First instant of the track. Default: that of the data. */
  @property() min?: string;

  /** Last instant of the track. Default: that of the data. */
  @property() max?: string;

  /** The track spans what other filters leave of `dataset`, such as the one storm that is chosen among many, and those in `also` move along; without it, all rows of all. */
  @property({ type: Boolean, attribute: 'follow-filters' }) followFilters = false;

  /** Steps a second while it plays. */
  @property({ type: Number }) speed = 2;

  /** Begins again at the end. */
  @property({ type: Boolean }) loop = false;

  /** Goes on by itself. */
  @property({ type: Boolean, reflect: true }) playing = false;

  /** Words in front of the time, for screen readers. Default: «时间». */
  @property() label?: string;

  @state() private width = 0;
  /** Width of the track, px. */
  @state() private room = 0;

  readonly #sources = new TimeSources(this);
  readonly #sizes = new ResizeObserver(() => this.#measure());
  #frame = 0;
  readonly #player = new TimePlayer(this, {
    speed: () => this.speed,
    waiting: () => this.#sources.pending,
    next: () => this.#next(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
    this.requestUpdate('playing', false);
  }

  override disconnectedCallback(): void {
    this.#sizes.disconnect();
    cancelAnimationFrame(this.#frame);
    super.disconnectedCallback();
  }

  /** Chooses everything again and stops playing. */
  clear(): void {
    this.playing = false;
    this.value = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#sources.follow();
    // Cleared with all other filters, or set anew by another view of the same field: then nothing is chosen here any more.
    if (!changed.has('value') && this.#sources.lost) this.clear();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#sources.hold(this.#window);
    if (!this.playing || this.#sources.edges.length < 2) this.#player.stop();
    else this.#player.play();
    this.#sources.sayMissing();
    this.#measure();
  }

  /** In the next frame: a size that is changed while sizes are told would be told without end. */
  #measure(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      // Before its width is known the track has a line of its own: labels placed by that would lie beyond the page.
      this.room = this.width && (this.shadowRoot?.querySelector('.labels')?.clientWidth ?? 0);
      this.width = this.clientWidth;
    });
  }

  get #window(): TimeWindow | undefined {
    return windowOf(this.mode, this.#sources.edges, this.value, this.followFilters);
  }

  #tell(type: 'input' | 'change'): void {
    this.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }

  #choose(window: TimeWindow, done: boolean): void {
    this.value = valueOf(this.mode, this.#sources.edges, window);
    this.#tell('input');
    if (done) this.#tell('change');
  }

  /** One step of playing; at the end it begins again or stops. */
  #next(): boolean {
    const [steps, window] = [this.#sources.edges.length - 1, this.#window];
    const next = window ? playedWindow(this.mode, window, steps) : firstWindow(this.mode, undefined, steps);
    if (next) this.#choose(next, false);
    else if (this.loop) this.#choose(firstWindow(this.mode, window, steps), false);
    else {
      this.playing = false;
      this.#tell('change');
    }
    return next !== undefined || this.loop;
  }

  #toggle(): void {
    const steps = this.#sources.edges.length - 1;
    const window = this.#window;
    // From the end it begins again: nothing else could be meant.
    if (!this.playing && window && !playedWindow(this.mode, window, steps))
      this.#choose(firstWindow(this.mode, window, steps), false);
    this.playing = !this.playing;
    if (!this.playing) this.#tell('change');
  }

  #turnSpeed(): void {
    this.speed = SPEEDS.find((speed) => speed > this.speed) ?? (SPEEDS[0] as number);
  }

  #state(): TemplateResult | typeof nothing | undefined {
    const { error, pending, edges, datasets } = this.#sources;
    if (error) return html`<p class="notice" role="alert">${error.in(this.locale)}</p>`;
    if (edges.length >= 2) return undefined;
    if (pending) {
      const words = this.say({ zh: '数据加载中', en: 'Loading data' });
      return html`<div role="status" aria-busy="true" aria-label=${words}><span class="skeleton"></span></div>`;
    }
    if (datasets.every((dataset) => !dataset)) return nothing;
    return html`<p class="empty">${this.say({ zh: '数据中没有可用的时间', en: 'The data has no times' })}</p>`;
  }

  /** Width of the longest words, px at text size 100 %. */
  #widest(edges: readonly number[], unit: StepLength['unit']): number {
    return wordsWidth(widestWords(this.mode, edges, unit, this.locale), 14);
  }

  #isNarrow(widest: number): boolean {
    return this.width < this.#scale * (widest + BESIDE) + LEAST_TRACK;
  }

  get #scale(): number {
    return Number(getComputedStyle(this).getPropertyValue('--yzt-text-scale')) || 1;
  }

  #words(edges: readonly number[], window: TimeWindow | undefined, { unit }: StepLength): string {
    return windowWords(this.mode, edges, window, unit, this.locale, this.#sources.newest(window));
  }

  #now(edges: readonly number[], window: TimeWindow | undefined, length: StepLength): TemplateResult {
    const widest = this.#widest(edges, length.unit);
    const width = this.#isNarrow(widest) ? '' : `calc(${Math.ceil(widest)}px * var(--yzt-text-scale, 1))`;
    const badge = exampleBadge(this.#sources.datasets, (text) => this.say(text));
    return html`<span class="now" part="value"
      ><b ${setStyle({ 'min-width': width })}>${this.#words(edges, window, length)}</b> ${badge}</span
    >`;
  }

  #reset(): void {
    this.clear();
    this.#tell('input');
    this.#tell('change');
  }

  #track(edges: readonly number[], window: TimeWindow | undefined, length: StepLength): TemplateResult {
    const { mode, locale } = this;
    const steps = edges.length - 1;
    const name = this.label ?? this.say({ zh: '时间', en: 'Time' });
    const shown = window ?? (mode === 'step' ? { low: steps - 1, high: steps } : { low: 0, high: steps });
    const size = 12 * this.#scale;
    const [first = 0, last = 0] = [edges[0], edges[steps]];
    const text = (index: number): string => instantWords(edges[index] as number, length.unit, locale);
    return timeTrack({
      mode,
      steps,
      window: shown,
      whole: !window,
      counts: this.#sources.counts,
      labels: timeLabels(first, last, this.room, size, locale),
      words: { value: this.#words(edges, window, length), low: text(shown.low), high: text(shown.high) },
      names: {
        value: name,
        low: this.say({ zh: `${name}：开始`, en: `${name}: start` }),
        high: this.say({ zh: `${name}：结束`, en: `${name}: end` }),
      },
      onWindow: (next, done) => {
        this.playing = false;
        this.#choose(next, done);
      },
    });
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.#state();
    const edges = this.#sources.edges;
    const length = this.#sources.axis?.length;
    if (instead !== undefined || !length) return instead ?? nothing;
    const window = this.#window;
    const say = (text: Text): string => this.say(text);
    return html`<div
      class=${classMap({ base: true, range: this.mode === 'range', narrow: this.#isNarrow(this.#widest(edges, length.unit)) })}
      part="base"
      role="group"
      aria-label=${this.label ?? this.say({ zh: '时间', en: 'Time' })}
    >
      ${playButton(this.playing, say, () => this.#toggle())} ${this.#now(edges, window, length)}
      ${this.#track(edges, window, length)}
      ${afterButtons({
        speed: this.speed,
        chosen: window !== undefined,
        say,
        onAll: () => this.#reset(),
        onSpeed: () => this.#turnSpeed(),
      })}
    </div>`;
  }
}
