import { html, svg, type CSSResultGroup, type SVGTemplateResult, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ChartElement } from '../chart/chart-element.js';
import { GroupChartElement } from '../chart/group-chart-element.js';
import type { ChartRow } from '../chart/group-rows.js';
import { barPath } from '../marks/bar-path.js';
import { bands } from '../marks/bands.js';
import { fitsEverywhere, keptInside, labelPlan, type LabelPlan } from '../marks/label-plan.js';
import { shortened } from '../marks/text-fit.js';
import { valueScale, type ValueScale } from '../marks/value-scale.js';
import { barChartStyles } from './bar-chart.styles.js';

/**
 * Bars of the groups of a dataset, standing or lying. A click or Enter on a bar filters all views of the dataset by it.
 *
 * @tag yzt-bar-chart
 * @summary Bar chart, linked to a dataset.
 * @csspart base - The whole chart.
 * @csspart header - Title, unit and switch.
 * @csspart label - The title.
 * @csspart unit - The unit beside the title.
 * @csspart toggle - The switch between chart and table.
 * @csspart plot - The box of the bars.
 * @csspart table - The table twin.
 * @csspart tooltip - The tooltip.
 * @csspart source - The line that names the source.
 * @cssproperty [--yzt-bar-chart-height=180px] - Least height of standing bars.
 * @cssproperty [--yzt-chart-row-height=2] - Height of a lying bar with its gap: a length, or a multiple of the type size.
 * @cssproperty --yzt-chart-color - Colour of bars that have none from the symbology. Default: the accent.
 */
export class YztBarChart extends GroupChartElement {
  static override styles: CSSResultGroup = [ChartElement.styles, barChartStyles];

  /** Standing or lying bars. */
  @property({ reflect: true }) orientation: 'vertical' | 'horizontal' = 'vertical';

  protected override renderMarks(width: number, height: number): TemplateResult {
    if (width === 0) return html`<svg width="0" height="0" aria-hidden="true"></svg>`;
    return this.orientation === 'horizontal' ? this.#lying(width) : this.#standing(width, height);
  }

  #standing(width: number, height: number): TemplateResult {
    const { rows, fontSize } = this;
    const values = rows.map((row) => row.value);
    const texts = values.map((value) => this.figure(value));
    const direct = fitsEverywhere(texts, width / rows.length, this.measureText);
    const scale = valueScale(values, { whole: this.whole, count: height < 160 ? 3 : 4 });
    const left = direct ? 0 : Math.max(...scale.ticks.map((tick) => this.measureText(this.figure(tick)))) + 8;
    const places = bands(rows.length, width - left);
    const labels = rows.map((row) => row.label);
    const plan = labelPlan(labels, places.step, this.measureText);
    const top = fontSize * 1.4;
    const bottom = height - plan.rows * fontSize * 1.35 - 8;
    const y = (value: number): number => bottom - scale.at(value) * (bottom - top);
    const bar = (row: ChartRow, index: number): SVGTemplateResult => {
      const area = { x: left + places.centre(index) - places.step / 2, y: 0, width: places.step, height };
      const start = left + places.start(index);
      const path = barPath({
        orientation: 'vertical',
        base: y(0),
        length: y(0) - y(row.value),
        start,
        size: places.size,
        radius: 3,
      });
      const centre = left + places.centre(index);
      const value = svg`<text class="value" x=${centre} y=${y(Math.max(0, row.value || 0)) - fontSize * 0.75} text-anchor="middle">${texts[index]}</text>`;
      return this.renderMark(
        row,
        index,
        area,
        svg`<path class="mark" d=${path}></path>${direct ? value : ''}${this.#foot(plan, index, { centre, width, y: bottom })}`,
      );
    };
    return html`<svg width=${width} height=${height} role="group" aria-label=${this.label}>
      ${direct ? '' : this.#grid(scale, left, width, y)} ${rows.map(bar)}
      <line class="baseline" x1=${left} x2=${width} y1=${y(0)} y2=${y(0)}></line>
    </svg>`;
  }

  #foot(plan: LabelPlan, index: number, { centre, width, y }: { centre: number; width: number; y: number }): SVGTemplateResult[] {
    const lines = plan.lines[index] ?? [];
    return lines.map((line, row) => {
      const x = keptInside(centre, this.measureText(line), width);
      return svg`<text x=${x} y=${y + 6 + (row + 0.6) * this.fontSize * 1.35} text-anchor="middle">${line}</text>`;
    });
  }

  #grid(scale: ValueScale, left: number, width: number, y: (value: number) => number): SVGTemplateResult {
    return svg`<g aria-hidden="true">${scale.ticks.map(
      (tick) => svg`<line class="grid" x1=${left} x2=${width} y1=${y(tick)} y2=${y(tick)}></line>
        <text class="muted" x=${left - 8} y=${y(tick)} text-anchor="end">${this.figure(tick)}</text>`,
    )}</g>`;
  }

  #lying(width: number): TemplateResult {
    const { rows, rowHeight } = this;
    const values = rows.map((row) => row.value);
    const texts = values.map((value) => this.figure(value));
    const rounded = valueScale(values);
    const largest = Math.max(0, ...values.filter(Number.isFinite));
    const end = rounded.min < 0 || largest === 0 ? rounded.max : largest;
    const at = (value: number): number => ((Number.isFinite(value) ? value : 0) - rounded.min) / (end - rounded.min);
    const left = Math.min(width * 0.4, Math.max(...rows.map((row) => this.measureText(row.label)))) + 10;
    const right = width - Math.max(...texts.map((text) => this.measureText(text))) - 8;
    const height = rowHeight * rows.length;
    const places = bands(rows.length, height, 0.4);
    const x = (value: number): number => left + at(value) * Math.max(0, right - left);
    const bar = (row: ChartRow, index: number): SVGTemplateResult => {
      const start = places.start(index);
      const middle = places.centre(index);
      const path = barPath({
        orientation: 'horizontal',
        base: x(0),
        length: x(row.value) - x(0),
        start,
        size: places.size,
        radius: 3,
      });
      const area = { x: 0, y: middle - rowHeight / 2, width, height: rowHeight };
      return this.renderMark(
        row,
        index,
        area,
        svg`<text x=${left - 10} y=${middle} text-anchor="end">${shortened(row.label, left - 10, this.measureText)}</text>
          <path class="mark" d=${path}></path>
          <text class="value" x=${x(Math.max(0, row.value || 0)) + 6} y=${middle}>${texts[index]}</text>`,
      );
    };
    // Every bar carries its value, so lines to read values from would say nothing.
    return html`<svg width=${width} height=${height} role="group" aria-label=${this.label}>
      ${rows.map(bar)}
      <line class="baseline" x1=${x(0)} x2=${x(0)} y1="0" y2=${height}></line>
    </svg>`;
  }
}
