import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hint } from '@yizhangtu/base/hints';
import { chevronLeft } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { elementById } from '@yizhangtu/base/lookup';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import { rowBounds, rowsAreHere, type Dataset, type DatasetLike } from '@yizhangtu/data/model';
import { rowText } from '@yizhangtu/data/words';
import type { LayerElement } from '@yizhangtu/map/layer';
import type { MapPick } from '@yizhangtu/map/map';
import { classOfRow, fieldList, popupTitle } from '../popup/popup-rows.js';
import { DatasetWatch } from '../shared/dataset-watch.js';
import { MapWidget } from '../shared/map-widget.js';
import { badgeStyles, stateStyles } from '../shared/panel.styles.js';
import { exampleBadge } from '../shared/provenance.js';
import { swatch, swatchShape, swatchStyles } from '../shared/swatch.js';
import { codeAt, pairList, pathTo, withinFilter, type Level, type Step } from './drill-path.js';
import './drill-events.js';
import { drillMapStyles } from './drill-map.styles.js';

/** Key of the filters that this element sets. */
const KEY = 'division';
const FLIGHT = { padding: 40, duration: 600 };

/** A level with its layer. */
interface LayerLevel extends Level {
  readonly layer: LayerElement | undefined;
}

/**
 * Divisions within divisions: 市 → 区市 → 镇街 → 村. One layer of the map is one level; a click on a division, on the map or in the list, goes
 * down into it: the map flies there, the layer of the next level takes over, narrowed to what lies within, and other datasets are filtered by
 * the code. The way back is the breadcrumb, the button, or Escape.
 *
 * The list is the text twin of the map: each division with its colour and its value.
 * @tag yzt-drill-map
 * @summary Going down from a city to its districts, streets and villages.
 * @fires yzt-drill-change - The division changed; `detail` has its code and the codes on the way.
 * @csspart base - The whole element.
 * @csspart path - The breadcrumb.
 * @csspart back - The button back.
 * @csspart region - One division of the list.
 * @cssproperty [--yzt-drill-map-max-height=360px] - Greatest height of the list; more scrolls.
 */
export class YztDrillMap extends MapWidget {
  static override styles = [hostStyles, focusStyles, buttonStyles, hiddenTextStyles, badgeStyles, stateStyles, swatchStyles, drillMapStyles];

  /** Ids of the layers of the levels, widest first, parted by spaces: `districts streets villages`. */
  @property() levels?: string;

  /** Field with the code of a division in the data of the levels. Codes lie within each other: 370202001 within 370202. */
  @property({ attribute: 'code-field' }) codeField = 'code';

  /** Field that names a division. Default: the schema's, else one that looks like a name. */
  @property({ attribute: 'name-field' }) nameField?: string;

  /** Other datasets that follow, each with its field of the code: `venues:district cases:street`. */
  @property() filters?: string;

  /** Name of the whole: 青岛市. */
  @property() label = '';

  /** Code of the division that is shown; unset for the whole. */
  @property({ reflect: true }) code?: string;

  protected override readonly mapEvents = ['yzt-ready', 'yzt-layers-change', 'yzt-pick'] as const;

  readonly #watch = new DatasetWatch(this, ['data', 'filter']);
  readonly #set = new Set<DatasetLike>();
  readonly #hidden = new Map<LayerElement, boolean>();
  #shown = '';
  #flown: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => this.isConnected || this.#letGo());
  }

  /** Goes to a division by its code; without one to the whole. */
  goTo(code?: string): void {
    if ((code || undefined) === (this.code || undefined)) return;
    this.code = code || undefined;
    const path = this.#path(this.#levels());
    this.emit('yzt-drill-change', { code: this.code, path: path.map((step) => step.code) });
  }

  /** Goes one level up. Does nothing at the whole. */
  back(): void {
    const path = this.#path(this.#levels());
    if (this.code) this.goTo(path[path.length - 2]?.code);
  }

  protected override mapChanged(event?: Event): void {
    if (event?.type === 'yzt-pick') this.#picked((event as CustomEvent<MapPick>).detail);
    else this.requestUpdate();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const levels = this.#levels();
    this.#watch.watch([...levels.map(({ dataset }) => dataset), ...this.#followers().map(([dataset]) => dataset)]);
    if (this.isConnected && this.mapElement) this.#apply(levels);
    this.#hintLevels(levels);
  }

  #levels(): LayerLevel[] {
    const layers = this.mapElement?.layers ?? [];
    return fieldList(this.levels).map((id) => {
      const layer = layers.find((one) => one.id === id);
      const dataset = layer?.layerDataset;
      return { layer, dataset: dataset && rowsAreHere(dataset) ? dataset : undefined, field: this.codeField || 'code' };
    });
  }

  #path(levels: readonly LayerLevel[]): Step[] {
    return pathTo(this.code || undefined, levels);
  }

  /** The level whose divisions are shown: that below the division, or the last there is. */
  #depth(path: readonly Step[], levels: readonly LayerLevel[]): number {
    return Math.min(path.length, levels.length - 1);
  }

  #followers(): (readonly [DatasetLike, string])[] {
    return pairList(this.filters).flatMap(([id, field]) => {
      const element = elementById(this, id) as { readonly dataset?: unknown } | null | undefined;
      const dataset = element?.dataset as DatasetLike | undefined;
      return dataset && 'setFilter' in dataset ? [[dataset, field] as const] : [];
    });
  }

  /** Layers, filters and the view as the division wants them; nothing where they are so already, so that a page may change them meanwhile. */
  #apply(levels: readonly LayerLevel[]): void {
    const path = this.#path(levels);
    const depth = this.#depth(path, levels);
    const followers = this.#followers();
    const shown = JSON.stringify([this.code, this.levels, this.filters, depth, path.length, levels.map(({ layer, dataset }) => [layer !== undefined, dataset?.version]), followers.map(([dataset, field]) => [dataset.version, dataset.column(field) !== undefined])]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    levels.forEach(({ layer, dataset, field }, index) => {
      if (layer) {
        if (!this.#hidden.has(layer)) this.#hidden.set(layer, layer.invisible);
        layer.invisible = index !== depth;
      }
      if (dataset) this.#filter(dataset, index === depth ? withinFilter(dataset, field, path[depth - 1]?.code) : undefined);
    });
    for (const [dataset, field] of followers) this.#filter(dataset, withinFilter(dataset, field, this.code || undefined));
    this.#fly(path, levels);
  }

  #filter(dataset: DatasetLike, filter: ReturnType<typeof withinFilter>): void {
    this.#set.add(dataset);
    dataset.setFilter(KEY, filter);
  }

  /** Flies to the division, once it is known where it is. The first view is the page's, unless it names a division. */
  #fly(path: readonly Step[], levels: readonly LayerLevel[]): void {
    const last = path[path.length - 1];
    const wanted = last && last.code === this.code ? last.code : this.code ? undefined : '';
    const first = this.#flown === undefined;
    if (wanted === undefined || wanted === this.#flown) return;
    this.#flown = wanted;
    if (first && wanted === '') return;
    const dataset = levels[last ? path.length - 1 : 0]?.dataset;
    const bounds = dataset && (last ? rowBounds(dataset.geometry, last.row) : dataset.bounds);
    if (last && path.length === levels.length) dataset?.select([last.row]);
    if (bounds) this.mapElement?.fit([...bounds], FLIGHT);
  }

  #picked({ hits }: MapPick): void {
    const levels = this.#levels();
    const level = levels[this.#depth(this.#path(levels), levels)];
    const hit = hits.find(({ layer }) => layer === level?.layer);
    const code = hit && level ? codeAt(hit.dataset, hit.row, level.field) : undefined;
    if (code !== undefined) this.goTo(code);
  }

  #letGo(): void {
    for (const dataset of this.#set) dataset.setFilter(KEY, undefined);
    this.#hidden.forEach((invisible, layer) => (layer.invisible = invisible));
    this.#set.clear();
    this.#hidden.clear();
    this.#shown = '';
    this.#flown = undefined;
  }

  #hintLevels(levels: readonly LayerLevel[]): void {
    const ids = fieldList(this.levels);
    const missing = ids.filter((_, index) => !levels[index]?.layer);
    if (missing.length === 0 || !this.mapElement?.isReady || document.readyState !== 'complete') return;
    hint(
      'layer-not-found',
      { zh: `<yzt-drill-map levels>：地图里没有图层 ${missing.join('、')}。请检查 id。`, en: `<yzt-drill-map levels>: the map has no layer ${missing.join(', ')}. Check the ids.` },
      this,
    );
  }

  #name(dataset: Dataset | undefined, row: number): string {
    return dataset && row >= 0 ? popupTitle(dataset, row, '', this.locale, this.nameField) : '';
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.code) return;
    event.preventDefault();
    event.stopPropagation();
    this.back();
  }

  #breadcrumb(path: readonly Step[], levels: readonly LayerLevel[]): TemplateResult {
    const whole = this.label || this.say({ zh: '全部', en: 'All' });
    const steps = [{ code: undefined, name: whole }, ...path.map(({ code, row }, index) => ({ code, name: this.#name(levels[index]?.dataset, row) || code }))];
    return html`<nav aria-label=${this.say({ zh: '行政区划', en: 'Divisions' })}>
      <button class="icon" part="back" type="button" ?disabled=${path.length === 0} title=${this.say({ zh: '返回上一级', en: 'One level up' })} @click=${() => this.back()}>
        ${iconSvg(chevronLeft)}<span class="hidden-text">${this.say({ zh: '返回上一级', en: 'One level up' })}</span>
      </button>
      <ol class="path" part="path">
        ${steps.map(({ code, name }, index) => {
          const here = index === steps.length - 1;
          return html`<li>${here ? html`<span class="here" aria-current="location">${name}</span>` : html`<button class="step" type="button" @click=${() => this.goTo(code)}>${name}</button>`}</li>`;
        })}
      </ol>
    </nav>`;
  }

  #region(level: LayerLevel, dataset: Dataset, row: number): TemplateResult {
    const code = codeAt(dataset, row, level.field);
    const model = level.layer?.symbologyModel;
    const symbol = classOfRow(model, row);
    const value = model?.field && model.kind === 'breaks' ? rowText(dataset, row, model.field, this.locale) : '';
    return html`<li>
      <button
        class=${dataset.hover === row ? 'region hovered' : 'region'}
        part="region"
        type="button"
        aria-current=${code !== undefined && code === this.code ? 'true' : nothing}
        ?disabled=${code === undefined}
        @click=${() => this.goTo(code)}
        @pointerenter=${() => dataset.setHover(row)}
        @pointerleave=${() => dataset.setHover(-1)}
      >
        ${symbol ? swatch(swatchShape(dataset.geometry), symbol) : nothing}<span class="name">${this.#name(dataset, row) || code}</span><span class="value">${value}</span>
      </button>
    </li>`;
  }

  override render(): TemplateResult {
    const levels = this.#levels();
    const path = this.#path(levels);
    const level = levels[this.#depth(path, levels)];
    const { dataset } = level ?? {};
    const rows = dataset?.rows().rows ?? [];
    const here = path[path.length - 1];
    const place = here ? this.#name(levels[path.length - 1]?.dataset, here.row) : this.label;
    return html`<div class="base" part="base" @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}>
      <div class="head">${this.#breadcrumb(path, levels)} ${exampleBadge([dataset], (text) => this.say(text))}</div>
      ${
        level && dataset && rows.length > 0
          ? html`<ul aria-label=${this.say({ zh: '下级区划', en: 'Divisions below' })}>${[...rows].map((row) => this.#region(level, dataset, row))}</ul>`
          : html`<p class="empty" role="status">${this.say(dataset && dataset.rowCount > 0 ? { zh: '没有下级区划的数据', en: 'No data of divisions below' } : { zh: '暂无区划数据', en: 'No divisions yet' })}</p>`
      }
      <span class="hidden-text" role="status">${path.length > 0 ? this.say({ zh: `${place}，${rows.length} 个区划`, en: `${place}, ${rows.length} divisions` }) : ''}</span>
    </div>`;
  }
}
