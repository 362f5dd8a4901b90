import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { formatNumber } from '@yizhangtu/base/number-format';
import { setStyle } from '@yizhangtu/base/set-style';
import { hostStyles } from '@yizhangtu/base/styles';
import { MapWidget } from '../shared/map-widget.js';

import { groundResolution, scaleBar, scaleDenominator, type ScaleUnits } from './scale-bar.js';
import { scaleLineStyles } from './scale-line.styles.js';

/**
 * A scale line that is right where the reader looks.
 *
 * The length is measured on the CGCS2000 ellipsoid at the centre of the map, so it is not stretched by Web Mercator (at 36° north
 * Mercator shows 1 km as 1.24 km). `ratio` adds the numeric scale for the standard pixel of 0.28 mm (OGC 07-057r7); on a screen
 * with other pixels it is nominal.
 * @tag yzt-scale-line
 * @summary Length on the ground at the centre of the map, metric or nautical.
 * @csspart base - The whole line.
 * @csspart bar - The drawn line.
 * @csspart ratio - The numeric scale.
 */
export class YztScaleLine extends MapWidget {
  static override styles = [hostStyles, scaleLineStyles];

  /** `metric`, or `nautical` for 海里. */
  @property() units: ScaleUnits = 'metric';

  /** Also shows the numeric scale, 1:4,800,000. */
  @property({ type: Boolean }) ratio = false;

  /** Shows the numeric scale without the line. */
  @property({ type: Boolean, attribute: 'no-line' }) noLine = false;

  /** Longest line, CSS pixels. */
  @property({ type: Number, attribute: 'max-width' }) maxWidth = 120;

  #stopFrames?: () => void;

  protected override mapChanged(event?: Event): void {
    if (event === undefined) {
      this.#stopFrames?.();
      // The line grows with the map while it zooms, not in a jump afterwards.
      this.#stopFrames = this.mapElement?.onFrame(() => this.requestUpdate());
    }
    super.mapChanged(event);
  }

  override render(): TemplateResult | typeof nothing {
    const map = this.mapElement;
    const resolution = map ? groundResolution(map) : NaN;
    const bar = scaleBar(resolution, this.maxWidth, this.units);
    if (!bar) return nothing;
    const length = `${formatNumber(bar.value)} ${this.say(bar.unit)}`;
    const denominator = formatNumber(scaleDenominator(resolution));
    return html`<span class="base" part="base">
      ${
        this.noLine
          ? nothing
          : html`<span
              role="img"
              aria-label=${this.say({ zh: `比例尺：线长表示 ${length}`, en: `Scale: the line is ${length} long` })}
            >
              <span class="length" aria-hidden="true">${length}</span>
              <span class="bar" part="bar" aria-hidden="true" ${setStyle({ width: `${bar.width}px`, display: 'block' })}></span>
            </span>`
      }
      ${
        this.ratio || this.noLine
          ? html`<span
              class="ratio"
              part="ratio"
              title=${this.say({ zh: '按标准像元 0.28 毫米（OGC）计算', en: 'For the standard pixel of 0.28 mm (OGC)' })}
              >1:${denominator}</span
            >`
          : nothing
      }
    </span>`;
  }
}
