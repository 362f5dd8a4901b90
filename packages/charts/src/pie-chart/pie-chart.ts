import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { setStyle } from '@yizhangtu/base/set-style';
import { formatCompact, formatNumber } from '@yizhangtu/base/number-format';
import { html, nothing, svg, type CSSResultGroup, type PropertyValues, type SVGTemplateResult, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ChartElement } from '../chart/chart-element.js';
import { GroupChartElement } from '../chart/group-chart-element.js';
import { cssColor, type ChartRow } from '../chart/group-rows.js';
import { percentShares, shareDigits } from '../marks/shares.js';
import type { PieLabel } from './pie-labels.js';
import { BOLD, NOTE_GAP, pieLayout, SWATCH, type PieLayout, type PieSlice } from './pie-layout.js';
import { pieChartStyles } from './pie-chart.styles.js';

/** More slices than this cannot be told apart, by eye or by colour. */
const MOST_SLICES = 8;
/** Type size of the sum beside that of labels: 20 px to 13. */
const TOTAL_SCALE = 20 / 13;

/**
 * Parts of a whole as a ring or a full pie: at most eight slices and 其他, the sum in the middle, labels beside their slices, shares that
 * add up to 100 %.
 *
 * @tag yzt-pie-chart
 * @summary Pie or ring of shares, linked to a dataset.
 * @csspart base - The whole chart.
 * @csspart header - Title, unit and switch.
 * @csspart label - The title.
 * @csspart unit - The unit beside the title.
 * @csspart toggle - The switch between chart and table.
 * @csspart plot - The box of the slices.
 * @csspart table - The table twin.
 * @csspart tooltip - The tooltip.
 * @csspart source - The line that names the source.
 */
export class YztPieChart extends GroupChartElement {
  static override styles: CSSResultGroup = [ChartElement.styles, pieChartStyles];

  /** A ring with the sum in its middle, or a full pie. */
  @property() form: 'donut' | 'pie' = 'donut';
  /** At most this many slices, 1 to 8; the rest is shown together as 其他. Default 8. */
  @property({ type: Number }) override limit?: number;

  #shares: ReadonlyMap<ChartRow, string> = new Map();

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.rows = this.#painted(this.rows);
    this.#shares = this.#shareTexts(this.rows);
    if (changed.has('measure')) this.#hintWhole();
  }

  protected override get mostGroups(): number {
    return Math.min(MOST_SLICES, Math.max(1, this.limit ?? MOST_SLICES));
  }

  protected override get colorSpec(): string | undefined {
    return this.symbology ?? (this.groupBy === undefined ? undefined : `class:${this.groupBy}`);
  }

  protected override get problem(): YztError | undefined {
    return super.problem ?? this.#notWhole;
  }

  protected override share(row: ChartRow): string | undefined {
    return this.#shares.get(row);
  }

  protected override get empty(): boolean {
    return !this.rows.some(({ value }) => value > 0);
  }

  protected override renderMarks(width: number, height: number): TemplateResult {
    if (width === 0) return html`<svg width="0" height="0" aria-hidden="true"></svg>`;
    const parts = this.rows.map((row) => ({ value: row.value, label: row.label, short: row.short, share: this.share(row) ?? '', figure: this.figure(row.value) }));
    const hole = this.form === 'pie' ? 0 : 0.62;
    const box = { width, lineHeight: this.fontSize * 1.35, hole };
    const least = pieLayout(parts, { ...box, height: 0 }, this.measureText).height;
    // Before the first layout the plot is as high as what stood there before.
    const layout = pieLayout(parts, { ...box, height: Math.max(height, least) }, this.measureText);
    return html`<div class="space" ${setStyle({ height: `${least}px` })}></div>
    <svg width=${width} height=${layout.height} role="group" aria-label=${this.label}>
      <g transform=${`translate(${layout.x},${layout.y})`}>
        ${layout.slices.map((slice) => this.#slice(slice, layout))} ${hole > 0 ? this.#sum(layout) : nothing}
      </g>
    </svg>`;
  }

  #slice(slice: PieSlice, layout: PieLayout): SVGTemplateResult | typeof nothing {
    const row = this.rows[slice.index];
    if (!row) return nothing;
    const label = layout.labels.find(({ index }) => index === slice.index);
    const words = label ? this.#label(row, label, layout) : this.#line(row, slice.index, layout);
    const marks = svg`<path class="mark" d=${slice.path}></path>${words}`;
    return this.renderMark(row, slice.index, { path: slice.path }, marks);
  }

  #label(row: ChartRow, label: PieLabel, { x, y }: PieLayout): SVGTemplateResult {
    const points = label.leader.map(([px, py]) => `${px - x},${py - y}`).join(' ');
    const [anchor, sign] = label.side === 'right' ? ['start', 1] : ['end', -1];
    const [share, value] = [this.share(row) ?? '', this.figure(row.value)];
    const [at, first, second] = [label.x - x, ...(sign > 0 ? [share, value] : [value, share])] as const;
    const next = at + sign * (this.measureText(first ?? '') * (sign > 0 ? BOLD : 1) + NOTE_GAP);
    return svg`<polyline class="leader" points=${points}></polyline>
      <text x=${at} y=${label.y - y} text-anchor=${anchor}>${label.label}</text>
      <text class=${sign > 0 ? 'share' : 'note'} x=${at} y=${label.noteY - y} text-anchor=${anchor}>${first}</text>
      <text class=${sign > 0 ? 'note' : 'share'} x=${next} y=${label.noteY - y} text-anchor=${anchor}>${second}</text>`;
  }

  #line(row: ChartRow, index: number, { x, y, list }: PieLayout): SVGTemplateResult | typeof nothing {
    const line = list?.rows.find((one) => one.index === index);
    if (!list || !line) return nothing;
    const top = line.y - y;
    return svg`<rect class="mark" x=${list.x - x} y=${top - 6} width="12" height="12" rx="2"></rect>
      <text x=${list.x + SWATCH - x} y=${top}>${line.label}</text>
      <text class="share" x=${list.shareX - x} y=${top} text-anchor="end">${this.share(row)}</text>
      <text class="note" x=${list.figureX - x} y=${top} text-anchor="end">${this.figure(row.value)}</text>`;
  }

  #sum({ inner }: PieLayout): SVGTemplateResult {
    const { fontSize, total } = this;
    const room = inner * 1.7;
    const compact = [2, 1, 0].map((maxDigits) => formatCompact(total, { maxDigits }, this.locale).text);
    const texts = [this.figure(total), formatNumber(total, { digits: 0 }), ...compact];
    const text = texts.find((one) => this.measureText(one) * TOTAL_SCALE <= room) ?? compact[2];
    const whole = this.say({ zh: '合计', en: 'total' });
    const withUnit = this.unitText === '' ? whole : this.say({ zh: `合计（${this.unitText}）`, en: `total (${this.unitText})` });
    // The unit stands beside the title too.
    const words = this.measureText(withUnit) <= room ? withUnit : whole;
    return svg`<g class="whole" aria-hidden="true">
      <text class="total" y=${-fontSize * 0.55} text-anchor="middle">${text}</text>
      <text class="muted" y=${fontSize * 1.05} text-anchor="middle">${words}</text>
    </g>`;
  }

  /** Slices stand beside each other: each needs a colour of its own. */
  #painted(rows: readonly ChartRow[]): readonly ChartRow[] {
    return rows.map((row, index) => (row.color === undefined ? { ...row, color: cssColor(`token:data-${(index % MOST_SLICES) + 1}`) } : row));
  }

  #shareTexts(rows: readonly ChartRow[]): ReadonlyMap<ChartRow, string> {
    const values = rows.map(({ value }) => value);
    const digits = shareDigits(values);
    const shares = percentShares(values, digits);
    const least = digits === 0 ? '1' : '0.1';
    return new Map(
      rows.map((row, index) => {
        const share = shares[index] ?? 0;
        if (!(row.value > 0) || share > 0) return [row, `${formatNumber(share, { digits })}%`];
        return [row, this.say({ zh: `不足 ${least}%`, en: `< ${least}%` })];
      }),
    );
  }

  get #notWhole(): YztError | undefined {
    if (this.plain || this.additive) return undefined;
    return new YztError('bad-attribute', {
      zh: `<${this.localName}>：measure="${this.measure}" 的各部分加起来不是整体，不能画成饼图。请用 count 或 sum:字段，或改用柱状图。`,
      en: `<${this.localName}>: parts of measure="${this.measure}" do not add up to a whole, so they make no pie. Use count or sum:field, or a bar chart.`,
    });
  }

  #hintWhole(): void {
    const wrong = super.problem ? undefined : this.#notWhole;
    if (wrong) hint(wrong.code, wrong.text, this);
  }
}
