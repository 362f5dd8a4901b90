import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { chevronDown, chevronUp, eye, eyeOff } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { formatNumber } from '@yizhangtu/base/number-format';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import type { Symbology } from '@yizhangtu/data/symbology';
import type { LayerElement } from '@yizhangtu/map/layer';
import { DatasetWatch } from '../shared/dataset-watch.js';
import { MapWidget } from '../shared/map-widget.js';

import { badgeStyles, linkButtonStyles, stateStyles } from '../shared/panel.styles.js';
import { exampleBadge } from '../shared/provenance.js';
import { swatch, swatchStyles } from '../shared/swatch.js';
import type { LegendCounts } from './legend-counts.js';
import { LegendFold } from './legend-fold.js';
import { legendPictures } from './legend-pictures.js';
import { filterKeyOf, inScaleRange, legendBlocks, toggledFilter, type LegendBlock, type LegendRow } from './legend-rows.js';
import { legendNotes, legendRamp } from './legend-ramp.js';
import { legendSizes } from './legend-sizes.js';
import { legendSquare, listedRows } from './legend-square.js';
import { legendSquareStyles } from './legend-square.styles.js';
import { legendUnit } from './legend-unit.js';
import { legendLineStyles } from './legend-line.styles.js';
import { legendStyles } from './legend.styles.js';

type Block = LegendBlock<LayerElement>;

/**
 * The legend of a map: what each colour means, how many there are, and a click on a class shows only that class.
 *
 * Every visible layer with a symbology has a block, the top layer first; layers of map services show the picture their service draws. Counts follow the filters of the other views; of rows
 * that stay with a server they are the server's. The filter
 * is set on the layer's dataset under the name of the field, so charts, lists and filters of the same field agree with it.
 * A legend over the map can be folded with `collapsible`; where it would cover more than an eighth of the map it starts folded.
 * @tag yzt-legend
 * @summary Classes of all visible layers with counts; a click filters.
 * @slot empty - Shown instead of the built-in sentence when no layer has a legend.
 * @csspart base - The whole legend.
 * @csspart block - One layer.
 * @csspart title - Name of a layer.
 * @csspart row - One class.
 * @csspart toggle - The heading of a collapsible legend, which folds and unfolds it.
 * @csspart square - The classes of two fields, the first to the right, the second upwards.
 * @csspart cell - One class of two fields.
 * @csspart ramp - A scale of colours that run into each other.
 * @csspart sizes - What the sizes of symbols mean.
 * @csspart picture - A legend that a map service draws.
 * @csspart note - A sentence about the scale.
 * @cssproperty --yzt-legend-max-height - Greatest height of the classes; more scrolls. Default: none.
 * @cssproperty --yzt-legend-background - Colour behind a collapsible legend, and behind a horizontal one for the shade at its ends. Default: the surface.
 */
export class YztLegend extends MapWidget {
  static override styles = [
    hostStyles,
    focusStyles,
    buttonStyles,
    hiddenTextStyles,
    badgeStyles,
    stateStyles,
    linkButtonStyles,
    swatchStyles,
    legendStyles, legendLineStyles,
    legendSquareStyles,
  ];

  /** `vertical` for panels, `horizontal` for one line that scrolls. */
  @property({ reflect: true }) orientation: 'vertical' | 'horizontal' = 'vertical';

  /** Also lists layers that are switched off, with a button that switches each layer on and off. */
  @property({ type: Boolean }) toggles = false;

  /** Shows no numbers behind the classes. */
  @property({ type: Boolean, attribute: 'no-counts' }) noCounts = false;

  /** Shows a heading that folds and unfolds the legend. Until the reader has used it, a legend that covers much of its map is folded. */
  @property({ type: Boolean, reflect: true }) collapsible = false;

  /** Folded to its heading. Only with `collapsible`, and not in one line. */
  @property({ type: Boolean, reflect: true }) collapsed = false;

  protected override readonly mapEvents = ['yzt-ready', 'yzt-view-change', 'yzt-layers-change'] as const;

  readonly #watch = new DatasetWatch(this, ['data', 'filter']);
  /** Numbers of rows that are elsewhere: its code comes with the first layer that has such. */
  #counts?: LegendCounts;
  #fetching = false;
  #scale = '';

  constructor() {
    super();
    // It listens by itself: nothing is asked of it.
    void new LegendFold(this);
  }

  protected override mapChanged(event?: Event): void {
    const map = this.mapElement;
    const layers = map?.layers ?? [];
    this.#watch.watch(layers.map((layer) => layer.symbologyModel?.whole ?? layer.layerDataset));
    // A legend of a million rows must not be counted again with each frame of a moving map.
    const scale = layers.map((layer) => (inScaleRange(layer, map?.zoom ?? NaN) ? '1' : '0')).join('');
    if (event?.type === 'yzt-view-change' && scale === this.#scale) return;
    this.#scale = scale;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#counts?.keep([]);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.toggleAttribute('stale', this.#watch.filtering || this.#counts?.stale === true);
  }

  #asked(layer: LayerElement, model: Symbology): readonly number[] | undefined {
    if (!this.#fetching) void this.#fetchCounts();
    return this.#counts?.of(layer, model);
  }

  /** Without its code there are no numbers, and the legend is right without them. */
  async #fetchCounts(): Promise<void> {
    this.#fetching = true;
    const code = await import('./legend-counts.js').catch(() => undefined);
    this.#counts = code && new code.LegendCounts(() => this.requestUpdate());
    this.requestUpdate();
  }

  #toggle(block: Block, index: number): void {
    const key = filterKeyOf(block.symbology);
    const dataset = block.layer.layerDataset;
    if (key === undefined || !dataset) return;
    dataset.setFilter(key, toggledFilter(block.symbology, dataset.filters.get(key), index));
  }

  #showAll(block: Block): void {
    const key = filterKeyOf(block.symbology);
    if (key !== undefined) block.layer.layerDataset?.setFilter(key, undefined);
  }

  #title(block: Block): string {
    const { sizes, field, unit, label } = block.symbology;
    // Where sizes show another field, the name of the layer may be that of the sizes, and the unit of the colours is not theirs.
    const named = unit && sizes && sizes.field !== field ? '' : block.layer.label;
    return block.layer.legendTitle || named || this.say(label);
  }

  get #textScale(): number {
    return Number(getComputedStyle(this).getPropertyValue('--yzt-text-scale')) || 1;
  }

  /** Numbers of anything but rows say of what. */
  #countUnit({ symbology: { countUnit } }: Block): string {
    return countUnit ? ` ${this.say(countUnit)}` : '';
  }

  #row(block: Block, row: LegendRow): TemplateResult {
    const pressed = block.filtered && row.shown;
    const out = block.filtered && !row.shown;
    const content = html`<span class="place">${swatch(row.symbol.shape ?? block.shape, row.symbol)}</span>
      <span class="label">${block.symbology.kind === 'fixed' ? this.#title(block) : this.say(row.symbol.label)}</span>
      ${row.count === undefined || this.noCounts ? nothing : html`<span class="count">${formatNumber(row.count)}${this.#countUnit(block)}</span>`}`;
    if (!row.selectable) return html`<li part="row"><span class="row">${content}</span></li>`;
    return html`<li part="row">
      <button
        class=${classMap({ row: true, out })}
        type="button"
        aria-pressed=${pressed ? 'true' : 'false'}
        @click=${() => this.#toggle(block, row.index)}
      >
        ${content}
      </button>
    </li>`;
  }

  #head(block: Block): TemplateResult | typeof nothing {
    const { symbology, layer, filtered, inScale } = block;
    if (symbology.kind === 'fixed' && block.images.length === 0 && !this.toggles) return nothing;
    const name = this.#title(block);
    const eyeLabel = layer.invisible
      ? this.say({ zh: `显示${name}`, en: `Show ${name}` })
      : this.say({ zh: `隐藏${name}`, en: `Hide ${name}` });
    return html`<div class="head">
      <div class="title" part="title">
        ${name}${symbology.kind === 'breaks' && symbology.field !== undefined ? nothing : legendUnit(symbology.unit, (text) => this.say(text))}
        ${inScale ? nothing : html`<span class="reason">${this.say({ zh: '当前比例尺不显示', en: 'not drawn at this scale' })}</span>`}
      </div>
      ${
        filtered
          ? html`<button class="link" type="button" @click=${() => this.#showAll(block)}>
              ${this.say({ zh: '全部', en: 'All' })}<span class="hidden-text">${name}</span>
            </button>`
          : nothing
      }
      ${
        this.toggles
          ? html`<button class="icon" type="button" aria-label=${eyeLabel} @click=${() => (layer.invisible = !layer.invisible)}>
              ${iconSvg(layer.invisible ? eyeOff : eye)}
            </button>`
          : nothing
      }
    </div>`;
  }

  #block(block: Block): TemplateResult {
    const rows = listedRows(block);
    const selectable = block.rows.some((row) => row.selectable);
    const what = selectable
      ? this.say({
          zh: `${this.#title(block)}：点击只看一类，再点其他类可加选`,
          en: `${this.#title(block)}: click to show one class only, click others to add them`,
        })
      : this.#title(block);
    return html`<div class=${classMap({ block: true, off: !block.inScale || block.layer.invisible })} part="block">
      ${this.#head(block)} ${legendPictures(block.images, (text) => this.say(text))} ${legendRamp(block.symbology.ramp, what, (text) => this.say(text))}
      ${legendSquare(block, what, { say: (text) => this.say(text), toggle: (index) => this.#toggle(block, index) })}
      ${
        rows.length === 0
          ? nothing
          : html`<ul aria-label=${what}>
              ${rows.map((row) => this.#row(block, row))}
            </ul>`
      }
      ${legendNotes(block.symbology.mark && [block.symbology.mark], (text) => this.say(text))}
      ${legendSizes(block.symbology.sizes, block.layer.layerDataset, { say: (text) => this.say(text), locale: this.locale, textScale: this.#textScale })}
      ${this.orientation === 'horizontal' ? nothing : legendNotes(block.symbology.notes, (text) => this.say(text))}
      ${legendNotes(block.symbology.leftOut && [block.symbology.leftOut], (text) => this.say(text))}
      ${this.#counts?.notice(block.layer, this.locale, this) ?? nothing}
    </div>`;
  }

  #folding(list: TemplateResult): TemplateResult {
    return html`<button
        class="toggle"
        part="toggle"
        type="button"
        aria-expanded=${this.collapsed ? 'false' : 'true'}
        aria-controls="list"
        @click=${() => (this.collapsed = !this.collapsed)}
      >
        <span>${this.say({ zh: '图例', en: 'Legend' })}</span>${iconSvg(this.collapsed ? chevronUp : chevronDown)}
      </button>
      <div class=${classMap({ fold: true, closed: this.collapsed })}>${list}</div>`;
  }

  override render(): TemplateResult {
    const map = this.mapElement;
    // What nobody sees is not asked for.
    const counted = !this.noCounts && !(this.collapsible && this.collapsed);
    this.#counts?.keep(counted && map ? map.layers : []);
    const all = map ? legendBlocks(map.layers, map.zoom, this.toggles, (layer, model) => (counted ? this.#asked(layer, model) : undefined)) : [];
    // One line has no room for what is not drawn, nor for pictures.
    const blocks = this.orientation === 'horizontal' ? all.filter(({ inScale, images }) => inScale && images.length === 0) : all;
    if (blocks.length === 0) {
      return html`<slot name="empty"
        ><p class="empty">${this.say({ zh: '没有可显示图例的图层', en: 'No layer with a legend' })}</p></slot
      >`;
    }
    const horizontal = this.orientation === 'horizontal';
    const base = classMap({ base: true, horizontal });
    const list = html`<div class=${base} part="base" id="list" role="group" aria-label=${this.say({ zh: '图例', en: 'Legend' })}>
      ${blocks.map((block) => this.#block(block))}
      ${exampleBadge(
        blocks.map((block) => block.layer.layerDataset),
        (text) => this.say(text),
      )}
    </div>`;
    return this.collapsible && !horizontal ? this.#folding(list) : list;
  }
}
