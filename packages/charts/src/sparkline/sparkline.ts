import { YztElement } from '@yizhangtu/base/element';
import { hostStyles } from '@yizhangtu/base/styles';
import { html, nothing, svg, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { figure } from '../chart/figures.js';
import { sparkPath } from '../marks/spark-path.js';
import { sparklineSummary } from './sparkline-words.js';
import { sparklineStyles } from './sparkline.styles.js';

/**
 * A line the size of a word: the course of one figure, its latest value marked. Read out as one sentence.
 *
 * @tag yzt-sparkline
 * @summary Small line of a series.
 * @csspart base - The drawing.
 * @cssproperty [--yzt-sparkline-height=28px] - Height.
 * @cssproperty --yzt-chart-color - Colour. Default: the accent.
 */
export class YztSparkline extends YztElement {
  static override styles: CSSResultGroup = [hostStyles, sparklineStyles];

  /** Values evenly spaced in time; NaN is a gap. */
  @property({ attribute: false }) series: readonly number[] = [];
  /** Said before the course: 场馆数. */
  @property() label = '';
  /** Digits after the point in the sentence. Unset: at most two. */
  @property({ type: Number }) digits?: number;
  /** Without the tinted area under the line. */
  @property({ type: Boolean, attribute: 'no-area' }) noArea = false;

  @state() private size: { readonly width: number; readonly height: number } = { width: 0, height: 0 };

  #observer?: ResizeObserver;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(() => this.#measure());
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    super.disconnectedCallback();
  }

  #measure(): void {
    const { clientWidth: width, clientHeight: height } = this;
    if (width !== this.size.width || height !== this.size.height) this.size = { width, height };
  }

  override render(): TemplateResult {
    const { width, height } = this.size;
    const path = sparkPath(this.series, width, height);
    const words = this.say(sparklineSummary(this.series, (value) => figure(value, this.digits)));
    const name = this.label === '' ? words : `${this.label}${this.locale === 'en' ? ': ' : '：'}${words}`;
    return html`<svg part="base" width=${width} height=${height} role="img" aria-label=${name}>
      ${this.noArea ? nothing : svg`<path class="area" d=${path.area}></path>`}
      <path class="line" d=${path.line}></path>
      ${path.last ? svg`<circle class="last" cx=${path.last.x} cy=${path.last.y} r="3"></circle>` : nothing}
    </svg>`;
  }
}
