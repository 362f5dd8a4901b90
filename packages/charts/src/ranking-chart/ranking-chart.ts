import { html, nothing, svg, type CSSResultGroup, type SVGTemplateResult, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ChartElement } from '../chart/chart-element.js';
import { GroupChartElement } from '../chart/group-chart-element.js';
import type { ChartRow } from '../chart/group-rows.js';
import { shortened } from '../marks/text-fit.js';
import { valueScale, type ValueScale } from '../marks/value-scale.js';
import { rankingLayout, type RankingLayout } from './ranking-layout.js';
import { rankingChartStyles } from './ranking-chart.styles.js';

/** What is the same for every row of one drawing. */
interface Drawing {
  readonly width: number;
  readonly rowHeight: number;
  readonly top: number;
  readonly layout: RankingLayout;
  readonly scale: ValueScale;
  readonly texts: readonly string[];
  readonly ranks: readonly string[];
}

/**
 * A ranking: rank, name, bar on a track and value, one row a group, with a line at the target where there is one.
 *
 * @tag yzt-ranking-chart
 * @summary Ranked bars, linked to a dataset.
 * @csspart base - The whole chart.
 * @csspart header - Title, unit and switch.
 * @csspart label - The title.
 * @csspart unit - The unit beside the title.
 * @csspart toggle - The switch between chart and table.
 * @csspart plot - The box of the bars.
 * @csspart table - The table twin.
 * @csspart tooltip - The tooltip.
 * @csspart source - The line that names the source.
 * @cssproperty [--yzt-chart-row-height=2] - Height of a row: a length, or a multiple of the type size.
 * @cssproperty --yzt-chart-color - Colour of bars that have none from the symbology. Default: the accent.
 */
export class YztRankingChart extends GroupChartElement {
  static override styles: CSSResultGroup = [ChartElement.styles, rankingChartStyles];

  /** A value to reach, drawn as a line over all bars. */
  @property({ type: Number }) target?: number;
  /** The value at the end of the track, 100 for percentages. Unset: the largest value. */
  @property({ type: Number }) max?: number;
  /** Without rank numbers. */
  @property({ type: Boolean, attribute: 'no-ranks' }) noRanks = false;

  protected override renderMarks(width: number): TemplateResult {
    if (width === 0) return html`<svg width="0" height="0" aria-hidden="true"></svg>`;
    const drawing = this.#drawing(width);
    const height = drawing.top + drawing.rowHeight * this.rows.length;
    return html`<svg width=${width} height=${height} role="group" aria-label=${this.label}>
      ${this.rows.map((row, index) => this.#row(row, index, drawing))} ${this.#targetLine(drawing, height)}
    </svg>`;
  }

  #drawing(width: number): Drawing {
    const texts = this.rows.map((row) => this.figure(row.value));
    const ranks = this.noRanks ? [] : this.rows.map((row, index) => (row.rest ? '' : String(index + 1)));
    // 其他 is many groups together and may dwarf each of them: it has a value but no bar.
    const values = this.rows.filter((row) => !row.rest).map((row) => row.value);
    const rounded = valueScale(values, this.target === undefined ? {} : { include: this.target });
    const largest = Math.max(...values.filter(Number.isFinite), this.target ?? 0, 0);
    // A track ends at the largest bar, not at a round number: there is no axis to read.
    const end = this.max ?? (rounded.min < 0 || largest === 0 ? rounded.max : largest);
    const at = (value: number): number => Math.min(1, ((Number.isFinite(value) ? value : 0) - rounded.min) / (end - rounded.min));
    return {
      width,
      texts,
      ranks,
      scale: { ...rounded, max: end, at },
      rowHeight: this.rowHeight,
      top: this.target === undefined ? 0 : this.fontSize * 1.6,
      layout: rankingLayout(width, { ranks, labels: this.rows, values: texts }, this.measureText),
    };
  }

  #row(row: ChartRow, index: number, drawing: Drawing): SVGTemplateResult {
    const { layout, scale, rowHeight, top } = drawing;
    const y = top + rowHeight * index;
    const middle = y + rowHeight / 2;
    const thick = Math.round(this.fontSize * 0.62);
    const from = layout.track + scale.at(0) * layout.trackWidth;
    const to = layout.track + scale.at(row.value) * layout.trackWidth;
    // A value above zero is always seen, however small it is beside the largest.
    const length = row.value > 0 ? Math.max(2, to - from) : Math.abs(to - from);
    const bar = svg`<rect class="track" x=${layout.track} y=${middle - thick / 2} width=${layout.trackWidth} height=${thick} rx=${thick / 2}></rect>
      <rect class="mark" x=${Math.min(from, to)} y=${middle - thick / 2} width=${length} height=${thick} rx=${Math.min(thick, length) / 2}></rect>`;
    const marks = svg`
      <text class="rank" x=${layout.rank} y=${middle} text-anchor="end">${drawing.ranks[index] ?? ''}</text>
      <text x=${layout.label} y=${middle}>${shortened(layout.names[index] ?? '', layout.labelWidth + 0.5, this.measureText)}</text>
      ${row.rest ? nothing : bar}
      <text class="value" x=${layout.value} y=${middle} text-anchor="end">${drawing.texts[index]}</text>`;
    const area = { x: -4, y: y + 1, width: drawing.width + 8, height: rowHeight - 2 };
    return this.renderMark(row, index, area, marks);
  }

  #targetLine(drawing: Drawing, height: number): SVGTemplateResult | typeof nothing {
    if (this.target === undefined) return nothing;
    const { layout, scale } = drawing;
    const x = layout.track + scale.at(this.target) * layout.trackWidth;
    const unit = this.unitText === '' ? '' : ` ${this.unitText}`;
    const words = this.say({ zh: `目标 ${this.figure(this.target)}${unit}`, en: `target ${this.figure(this.target)}${unit}` });
    return svg`<g>
      <text class="muted" x=${x} y=${this.fontSize * 0.7} text-anchor=${scale.at(this.target) > 0.6 ? 'end' : 'middle'}>${words}</text>
      <line class="target" x1=${x} x2=${x} y1=${drawing.top} y2=${height}></line>
    </g>`;
  }
}
