import { setStyle } from '@yizhangtu/base/set-style';
import { html, nothing, svg, type CSSResultGroup, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ChartElement } from '../chart/chart-element.js';
import { shortened } from '../marks/text-fit.js';
import { TreeChartElement } from '../tree/tree-chart-element.js';
import { restWords } from '../tree/tree-words.js';
import { treeChartStyles } from '../tree/tree-chart.styles.js';
import { sunburstChartStyles } from './sunburst-chart.styles.js';
import { sunburstLayout, type SunburstArc } from './sunburst-layout.js';

/** Diameter of a chart whose page gives no height, px. */
const USUAL = 360;
const LARGEST = 560;
/** Type size of the sum beside that of names. */
const LARGE = 16 / 13;

/**
 * A tree of classes as rings: the inner ring the classes, the outer ones what is in them. A click opens a class, or filters by one that
 * has no classes in it.
 *
 * @tag yzt-sunburst-chart
 * @summary Rings of a tree of classes, linked to a dataset.
 * @csspart base - The whole chart.
 * @csspart header - Title, unit and switch.
 * @csspart label - The title.
 * @csspart unit - The unit beside the title.
 * @csspart toggle - The switch between chart and table.
 * @csspart plot - The box of the rings.
 * @csspart breadcrumb - The way to the class that is zoomed into.
 * @csspart table - The table twin.
 * @csspart tooltip - The tooltip.
 * @csspart source - The line that names the source.
 */
export class YztSunburstChart extends TreeChartElement {
  static override styles: CSSResultGroup = [ChartElement.styles, treeChartStyles, sunburstChartStyles];

  protected override renderMarks(width: number, height: number): TemplateResult {
    if (width === 0) return html`<svg width="0" height="0" aria-hidden="true"></svg>`;
    const wayHeight = this.way.length > 1 ? this.rowHeight + 4 : 0;
    const least = Math.min(width, USUAL);
    const size = Math.min(width, LARGEST, Math.max(least, height - wayHeight));
    const box = { size, lineHeight: this.fontSize * 1.35, levels: this.levels };
    const layout = sunburstLayout(this.node, box, (count) => this.say(restWords(count)), this.measureText);
    this.draw(layout.arcs.map(({ node }) => node));
    const boxHeight = Math.max(size, height - wayHeight);
    return html`${this.renderWay(wayHeight)}
      <div class="space" ${setStyle({ height: `${least}px` })}></div>
      <svg width=${width} height=${boxHeight} role="group" aria-label=${this.label} ${setStyle({ top: `${wayHeight}px` })}>
        <g transform=${`translate(${width / 2},${boxHeight / 2})`}>
          ${layout.arcs.map((arc, index) => this.#arc(arc, index))} ${this.#whole(layout.hole)}
        </g>
      </svg>`;
  }

  #arc({ node, path, text }: SunburstArc, index: number): SVGTemplateResult {
    const ink = setStyle({ '--_ink': this.inkOf(node) });
    const words = text ? svg`<text class="ink arc-text" transform=${text.transform} text-anchor="middle" ${ink}>${text.text}</text>` : nothing;
    return this.renderNode(index, { path }, svg`<path class="mark" d=${path}></path>${words}`);
  }

  /** Name and sum in the middle. The way back by click is a short cut: the breadcrumb is the one for everybody. */
  #whole(hole: number): SVGTemplateResult {
    const { node, fontSize } = this;
    const room = hole * 1.6;
    const above = this.way[this.way.length - 2];
    const sum = this.figure(node.value);
    const isWide = this.measureText(sum) * LARGE > room;
    return svg`<g class=${above ? 'whole back' : 'whole'} aria-hidden="true" @click=${() => above && this.goTo(above)}>
      <circle class="hole" r=${hole - 2}></circle>
      <text class="muted" y=${-fontSize * 0.85} text-anchor="middle">${shortened(node.label, room, this.measureText)}</text>
      <text class=${isWide ? '' : 'total'} y=${fontSize * 0.4} text-anchor="middle">${sum}</text>
      ${this.unitText === '' ? nothing : svg`<text class="muted" y=${fontSize * 1.6} text-anchor="middle">${this.unitText}</text>`}
    </g>`;
  }
}
