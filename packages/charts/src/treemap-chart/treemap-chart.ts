import { setStyle } from '@yizhangtu/base/set-style';
import { html, nothing, svg, type CSSResultGroup, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ChartElement } from '../chart/chart-element.js';
import { TreeChartElement } from '../tree/tree-chart-element.js';
import { restWords } from '../tree/tree-words.js';
import { treeChartStyles } from '../tree/tree-chart.styles.js';
import { treemapChartStyles } from './treemap-chart.styles.js';
import { cellText, treemapCells, type TreemapCell } from './treemap-layout.js';

/** Height of a chart whose page gives none, as a share of its width, px. */
const SHAPE = 0.62;
const LEAST_HEIGHT = 220;
const LARGEST_HEIGHT = 460;
/** Type size of values beside that of names. */
const SMALL = 12 / 13;

/**
 * A tree of classes as nested rectangles whose areas are the values: land use by class and subclass, by district and class. A click opens
 * a class, or filters by one that has no classes in it.
 *
 * @tag yzt-treemap-chart
 * @summary Nested areas of a tree of classes, linked to a dataset.
 * @csspart base - The whole chart.
 * @csspart header - Title, unit and switch.
 * @csspart label - The title.
 * @csspart unit - The unit beside the title.
 * @csspart toggle - The switch between chart and table.
 * @csspart plot - The box of the rectangles.
 * @csspart breadcrumb - The way to the class that is zoomed into.
 * @csspart table - The table twin.
 * @csspart tooltip - The tooltip.
 * @csspart source - The line that names the source.
 */
export class YztTreemapChart extends TreeChartElement {
  static override styles: CSSResultGroup = [ChartElement.styles, treeChartStyles, treemapChartStyles];

  protected override renderMarks(width: number, height: number): TemplateResult {
    if (width === 0) return html`<svg width="0" height="0" aria-hidden="true"></svg>`;
    const wayHeight = this.way.length > 1 ? this.rowHeight + 4 : 0;
    const least = Math.min(LARGEST_HEIGHT, Math.max(LEAST_HEIGHT, width * SHAPE));
    const box = { width, height: Math.max(least, height - wayHeight), lineHeight: this.#lineHeight, levels: Math.min(2, Math.max(1, this.levels)) };
    const cells = treemapCells(this.node, box, (count) => this.say(restWords(count)));
    this.draw(cells.map(({ node }) => node));
    return html`${this.renderWay(wayHeight)}
      <div class="space" ${setStyle({ height: `${least}px` })}></div>
      <svg width=${width} height=${box.height} role="group" aria-label=${this.label} ${setStyle({ top: `${wayHeight}px` })}>
        ${cells.map((cell, index) => this.#cell(cell, index))}
      </svg>`;
  }

  get #lineHeight(): number {
    return this.fontSize * 1.35;
  }

  #cell(cell: TreemapCell, index: number): SVGTemplateResult {
    const { x, y, width, height, head } = cell;
    const figure = this.figure(cell.node.value);
    const words = cellText(cell, figure, this.#lineHeight, this.measureText);
    const rect = svg`<rect class=${head > 0 ? 'frame' : 'mark'} x=${x} y=${y} width=${width} height=${height}></rect>`;
    return this.renderNode(index, { x, y, width, height }, svg`${rect}${head > 0 ? this.#head(cell, words) : this.#words(cell, words)}`);
  }

  #head({ x, y, width, head }: TreemapCell, { lines, value }: ReturnType<typeof cellText>): SVGTemplateResult {
    const middle = y + head / 2;
    return svg`<text class="head" x=${x + 6} y=${middle}>${lines[0] ?? ''}</text>
      ${value === undefined ? nothing : svg`<text class="muted" x=${x + width - 6} y=${middle} text-anchor="end">${value}</text>`}`;
  }

  #words(cell: TreemapCell, { lines, value }: ReturnType<typeof cellText>): SVGTemplateResult | typeof nothing {
    if (lines.length === 0) return nothing;
    const ink = setStyle({ '--_ink': this.inkOf(cell.node) });
    const middle = (line: number): number => cell.y + 4 + (line + 0.5) * this.#lineHeight;
    const last = middle(lines.length) + this.#lineHeight * (1 - SMALL) * 0.5;
    return svg`${lines.map((line, index) => svg`<text class="ink" x=${cell.x + 6} y=${middle(index)} ${ink}>${line}</text>`)}
      ${value === undefined ? nothing : svg`<text class="ink value" x=${cell.x + 6} y=${last} ${ink}>${value}</text>`}`;
  }
}
