/** A sheet of paper as a part of the page that nobody sees: the browser lays it out, and it is painted from there. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { setStyle } from '@yizhangtu/base/set-style';
import { pictureOf, type Picture } from '@yizhangtu/charts/picture';
import type { YztMap } from '@yizhangtu/map/map';
import type { YztLegend } from '../legend/index.js';
import { scaleBar } from '../scale-line/scale-bar.js';
import { METRES_PER_PX, PX_PER_MM } from './paper.js';
import { printSheetStyles } from './print-sheet.styles.js';

/** What stands on a sheet besides the map. */
export interface SheetWords {
  readonly heading: string;
  /** Who has made the map (制图单位); may be empty. */
  readonly unit: string;
  /** 审图号, without the words in front; empty for a sketch. */
  readonly approval: string;
  /** Sources of what is shown. */
  readonly sources: readonly string[];
  /** Days of the oldest and the newest data. */
  readonly dates: readonly string[];
  /** Some of the data are examples. */
  readonly example: boolean;
  /** The day it is made, `2026年11月28日`. */
  readonly day: string;
  readonly locale: Locale;
}

export interface SheetPlan extends SheetWords {
  readonly map: YztMap;
  /** Size of the paper in mm. */
  readonly paper: readonly [width: number, height: number];
  readonly legend: boolean;
}

/** Widest scale bar, px: 50 mm. */
const BAR_PX = 50 * PX_PER_MM;
/** Type of a legend that has no room gets smaller, down to this. */
const [SMALLEST, STEP] = [0.6, 0.1];
/** The ground of the sheet. */
export const WHITE = '#ffffff';

export class PrintSheet {
  readonly #host = document.createElement('div');
  readonly #root = this.#host.attachShadow({ mode: 'open' });
  readonly #plan: SheetPlan;

  constructor(plan: SheetPlan) {
    this.#plan = plan;
    this.#root.adoptedStyleSheets = [printSheetStyles.styleSheet as CSSStyleSheet];
    // Colours of the library come from the document, so the theme is set out here.
    this.#host.setAttribute('data-yzt-theme', 'light');
    this.#host.setAttribute('lang', plan.locale);
    this.#host.setAttribute('aria-hidden', 'true');
    this.#setTextScale(1);
    this.#render(NaN);
    document.body.append(this.#host);
  }

  /** Resolves when the sheet is laid out, with the size of the map on it in CSS px. */
  async laidOut(): Promise<readonly [width: number, height: number]> {
    const legend = this.#root.querySelector<YztLegend>('yzt-legend');
    await legend?.updateComplete;
    await Promise.all([...(legend?.shadowRoot?.querySelectorAll('img') ?? [])].map((image) => image.decode().catch(() => undefined)));
    this.#fitLegend();
    const { width, height } = this.#frame.getBoundingClientRect();
    // Inside its border.
    return [width - 2 * this.#frame.clientLeft, height - 2 * this.#frame.clientTop];
  }

  /** Whether the legend has more than there is room for. */
  get legendIsCut(): boolean {
    const key = this.#root.querySelector('.key');
    return key !== null && key.scrollHeight > key.clientHeight + 1;
  }

  /** The sheet with a map. @param scale Denominator of its scale. */
  pictureWith(map: HTMLCanvasElement, scale: number): Picture {
    this.#render(scale);
    this.#frame.prepend(map);
    return pictureOf(this.#root.querySelector('.sheet') as Element, WHITE, 0);
  }

  remove(): void {
    this.#host.remove();
  }

  get #frame(): HTMLElement {
    return this.#root.querySelector('.frame') as HTMLElement;
  }

  #say(text: Text): string {
    return inWords(text, this.#plan.locale);
  }

  #fitLegend(): void {
    for (let scale = 1 - STEP; this.legendIsCut && scale > SMALLEST - STEP / 2; scale -= STEP) this.#setTextScale(scale);
  }

  /** Sizes of type follow it, because they are computed where the theme is set. */
  #setTextScale(scale: number): void {
    this.#host.style.setProperty('--yzt-text-scale', scale.toFixed(1));
  }

  #render(scale: number): void {
    const { heading, legend, paper, example } = this.#plan;
    const [width, height] = paper.map((mm) => mm * PX_PER_MM);
    const classes = classMap({ sheet: true, portrait: Number(height) > Number(width), bare: !legend });
    render(
      html`<div class=${classes} ${setStyle({ width: `${width}px`, height: `${height}px` })}>
        <h1>${heading}</h1>
        <div class="frame">${this.#north()}</div>
        ${legend ? html`<div class="key"><h2>${this.#say({ zh: '图例', en: 'Legend' })}</h2><yzt-legend no-counts .map=${this.#plan.map}></yzt-legend></div>` : nothing}
        <div class="foot">
          <div>${this.#sources()}${example && !legend ? html`<span class="badge">${this.#say({ zh: '示例数据', en: 'Example data' })}</span>` : nothing}</div>
          <div class="scale">${this.#scale(scale)}</div>
          <div class="maker">${this.#maker()}</div>
        </div>
      </div>`,
      this.#root,
    );
  }

  #sources(): TemplateResult {
    const { approval, sources, dates } = this.#plan;
    const number = approval === '' ? this.#say({ zh: '审图号：—（示意图）', en: 'Map approval — (sketch)' }) : this.#say({ zh: `审图号：${approval}`, en: `Map approval ${approval}` });
    const days = dates.join(' – ');
    const names = [...sources, ...(days === '' ? [] : [this.#say({ zh: `数据日期 ${days}`, en: `data of ${days}` })])].join(this.#say({ zh: '；', en: '; ' }));
    return html`<p>${number}</p>
      ${names === '' ? nothing : html`<p>${this.#say({ zh: `资料来源：${names}`, en: `Sources: ${names}` })}</p>`}`;
  }

  #maker(): TemplateResult {
    const { unit, day } = this.#plan;
    return html`${unit === '' ? nothing : html`<p>${this.#say({ zh: `制图单位：${unit}`, en: `Made by ${unit}` })}</p>`}
      <p>${this.#say({ zh: `制图日期：${day}`, en: `Made on ${day}` })}</p>`;
  }

  #scale(scale: number): TemplateResult | typeof nothing {
    const bar = scaleBar(scale * METRES_PER_PX, BAR_PX, 'metric');
    if (!bar) return nothing;
    return html`<div class="bar" ${setStyle({ width: `${bar.width}px` })}><span></span><span></span></div>
      <p>${formatNumber(bar.value)} ${this.#say(bar.unit)}</p>
      <p>1:${formatNumber(scale)}</p>`;
  }

  #north(): TemplateResult {
    const turn = `rotate(${this.#plan.map.rotation} 20 25)`;
    return html`<svg class="north" viewBox="0 0 40 50">
      <g transform=${turn}>
        <path d="M20 14 29 44 20 37Z" fill="#17202b" stroke="#17202b" stroke-width="1"></path>
        <path d="M20 14 11 44 20 37Z" fill="#ffffff" stroke="#17202b" stroke-width="1"></path>
        <text x="20" y="11" text-anchor="middle" font-size="11" font-weight="600" fill="#17202b">${this.#say({ zh: '北', en: 'N' })}</text>
      </g>
    </svg>`;
  }
}
