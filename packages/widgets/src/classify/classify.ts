import { html, nothing, type PropertyValues, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LinkController } from '@yizhangtu/base/link';
import { formatNumber } from '@yizhangtu/base/number-format';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import { writtenUnit } from '@yizhangtu/base/units';
import { rowsAreHere, type DatasetLike } from '@yizhangtu/data/model';
import { isWhole, MAX_COUNT, symbologyPending, type BreaksSpec, type Symbology } from '@yizhangtu/data/symbology';
import { LAYER_LINK, type LayerHost } from '@yizhangtu/map/link';
import type { LayerElement } from '@yizhangtu/map/layer';
import { fieldList } from '../popup/popup-rows.js';
import { datasetState, errorNotice, rowsComing } from '../shared/dataset-state.js';
import { DatasetWatch } from '../shared/dataset-watch.js';
import { DatasetLikeWidget } from '../shared/dataset-widget.js';
import { badgeStyles, linkButtonStyles, stateStyles } from '../shared/panel.styles.js';
import { exampleBadge } from '../shared/provenance.js';
import { swatchStyles } from '../shared/swatch.js';
import { classChoices } from './class-choices.js';
import { classTable } from './class-table.js';
import { classTableStyles } from './class-table.styles.js';
import { Classed } from './classed.js';
import { changedWords, fewerWords, fitWords, limitsOf, numericFields, specOf, typedLimits } from './classify-model.js';
import { histogram, logChoice } from './limit-handles.js';
import { rampChoice } from './ramp-choice.js';
import { classifyStyles } from './classify.styles.js';

/** A layer whose rows can be cut into classes. */
type ClassedLayer = LayerElement & { symbology: string };

/**
 * Classes of a number under the hand: method, number of classes, colours, and a histogram whose limits can be dragged. The map, its legend and
 * everything else of the layer follow at once, because what is changed is the layer's own symbology.
 *
 * It says how many rows fall into each class under the filters of the other views, and how well the classes fit the data. Without a layer it
 * classes its dataset, and a page reads the result from `symbology`. Rows that stay with a server are classed there, all of them.
 * @tag yzt-classify
 * @summary Class breaks of a layer: method, colours, histogram with draggable limits.
 * @fires input - The classes change under the user's hand, as with an `<input>`.
 * @fires change - The user has changed the classes, as with an `<input>`.
 * @csspart base - The whole element.
 * @csspart histogram - The bars with the limits.
 * @csspart handle - One limit.
 * @csspart ramps - The choice of colours.
 * @csspart class - One class with its number of rows.
 * @csspart fit - The sentence about the fit.
 */
export class YztClassify extends DatasetLikeWidget implements LayerHost {
  static override styles = [hostStyles, focusStyles, buttonStyles, hiddenTextStyles, badgeStyles, stateStyles, linkButtonStyles, swatchStyles, classifyStyles, classTableStyles];

  /** Id of the layer to class, or the layer. Without one the dataset is classed. */
  @property() layer?: string | LayerElement;

  /** Fields to choose from, parted by spaces. Default: that of the layer's symbology, else the first number. */
  @property() fields?: string;

  /** How the data is classed where there is no layer; with one it is the layer's. `breaks:areaM2:5:quantile:blues`. */
  @property()
  get symbology(): string {
    return this.#layer?.symbology ?? (this.#words || this.#ownWords);
  }
  set symbology(words: string | null | undefined) {
    if (this.#layer) this.#layer.symbology = words ?? '';
    else this.#words = words ?? '';
  }

  @state() private wrong = '';
  @state() private log?: boolean;
  @state() private ramps = false;

  #words = '';
  /** What is shown without a layer while nobody has said anything. */
  #ownWords = '';
  #first?: string | undefined;
  #chosen?: string | undefined;
  #pending?: Promise<void> | undefined;
  #frame = 0;
  #map?: Element | undefined;
  readonly #classed = new Classed(() => this.requestUpdate());
  readonly #watch = new DatasetWatch(this, ['data', 'filter']);
  readonly #link = new LinkController<LayerElement, LayerHost & ReactiveControllerHost>(this, { ...LAYER_LINK, enclosing: false }, (next, previous) => {
    previous?.mapElement?.removeEventListener('yzt-layers-change', this.#onLayers);
    this.#first = undefined;
    this.#listen(next);
    this.requestUpdate();
  });

  /** The layer that is classed, or undefined. */
  get layerElement(): LayerElement | undefined {
    return this.#link.target;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    this.#listen(undefined);
    this.#classed.forget();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.toggleAttribute('stale', this.#classed.stale || this.#watch.filtering);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen(this.layerElement);
  }

  #listen(layer: LayerElement | undefined): void {
    const map = layer?.mapElement;
    if (map === this.#map) return;
    this.#map?.removeEventListener('yzt-layers-change', this.#onLayers);
    this.#map = map;
    map?.addEventListener('yzt-layers-change', this.#onLayers);
  }

  #onLayers = (): void => this.requestUpdate();

  get #layer(): ClassedLayer | undefined {
    const layer = this.layerElement;
    return layer && 'symbology' in layer ? (layer as ClassedLayer) : undefined;
  }

  /** All rows, also where the layer has only those near its view. */
  get #data(): DatasetLike | undefined {
    const layer = this.#layer;
    return layer ? (layer.symbologyModel?.whole ?? layer.layerDataset) : this.data.dataset;
  }

  protected override update(changed: PropertyValues): void {
    this.#listen(this.layerElement);
    this.#watch.watch([this.#layer && this.#data]);
    this.#ensure();
    super.update(changed);
  }

  /** The layer is classed as soon as there is something to class. */
  #ensure(): void {
    const dataset = this.#data;
    if (!dataset || dataset.columns.length === 0) return;
    const layer = this.#layer;
    const spec = this.#spec(dataset);
    this.#ownWords = spec && !layer ? changedWords(spec, {}) : '';
    this.#first ??= this.symbology;
    if (layer && spec && specOf(layer.symbology, undefined)?.field !== spec.field) layer.symbology = changedWords(spec, {});
  }

  #spec(dataset: DatasetLike): BreaksSpec | undefined {
    const words = this.#layer?.symbology ?? this.#words;
    const now = specOf(words, undefined);
    const fields = numericFields(dataset, fieldList(this.fields));
    const field = this.#chosen ?? (now && (fields.includes(now.field) || !this.fields) ? now.field : fields[0]);
    return specOf(words, field);
  }

  #put(words: string): void {
    if (this.#layer) this.#layer.symbology = words;
    else this.#words = words;
  }

  #change(words: string, done = true): void {
    this.#put(words);
    this.wrong = '';
    this.requestUpdate();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    if (done) this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  /** The classes as the map has them; those of the dataset where there is no layer. */
  #model(dataset: DatasetLike): Symbology | undefined {
    return this.#layer ? this.#layer.symbologyModel : this.#classed.model(dataset, this.symbology);
  }

  /** Changes something of the classes as they are now, which may be others than those last drawn. */
  #alter(change: Partial<BreaksSpec>, done = true): void {
    const dataset = this.#data;
    const spec = dataset && this.#spec(dataset);
    if (spec) this.#change(changedWords(spec, change), done);
  }

  /** Limits of one's own. */
  #limit(edges: readonly number[], done = true): void {
    this.#alter({ edges, method: 'manual', count: edges.length + 1 }, done);
  }

  /** Says when limits that took longer are exact. */
  #await(dataset: DatasetLike): boolean {
    const pending = rowsAreHere(dataset) ? symbologyPending(this.symbology, dataset) : undefined;
    if (pending && pending !== this.#pending) void pending.then(() => this.requestUpdate());
    this.#pending = pending;
    return pending !== undefined;
  }

  #head(dataset: DatasetLike, spec: BreaksSpec): TemplateResult {
    const fields = numericFields(dataset, fieldList(this.fields));
    const name = dataset.label(spec.field, this.locale);
    const { unit } = dataset.field(spec.field);
    const choose = (event: Event): void => {
      this.#chosen = (event.target as HTMLSelectElement).value;
      const next = specOf(this.symbology, this.#chosen);
      if (next) this.#change(changedWords(next, {}));
    };
    const options = fields.map((field) => html`<option value=${field} .selected=${field === spec.field}>${dataset.label(field, this.locale)}</option>`);
    return html`<div class="head">
      ${
        fields.length > 1
          ? html`<select class="field" aria-label=${this.say({ zh: '字段', en: 'Field' })} @change=${choose}>${options}</select>`
          : html`<span class="name">${name}${unit ? this.say({ zh: `（${unit}）`, en: ` (${writtenUnit(unit, this.locale)})` }) : ''}</span>`
      }
      ${exampleBadge([dataset], (text) => this.say(text))}
    </div>`;
  }

  #histogram(dataset: DatasetLike, spec: BreaksSpec, model: Symbology): TemplateResult | typeof nothing {
    const bars = this.#classed.bars(dataset, spec.field, this.log);
    if (!bars) return nothing;
    const { scale, groups } = bars;
    const limits = limitsOf(model.classes);
    return html`${histogram({
      groups,
      classes: model.classes.filter(({ key }) => key === undefined),
      limits,
      scale,
      whole: isWhole(dataset, spec.field),
      write: (value) => formatNumber(value, { maxDigits: 12 }),
      name: (index) => this.say({ zh: `第 ${index + 1} 个分界`, en: `Limit ${index + 1}` }),
      onLimits: (next, done) => this.#drag(limits, next, done),
    })}
    ${logChoice(scale, (text) => this.say(text), (log) => (this.log = log))}`;
  }

  /** While a limit is dragged the map follows once a frame. */
  #drag(now: readonly number[], limits: readonly number[], done: boolean): void {
    if (!done && limits === now) return;
    cancelAnimationFrame(this.#frame);
    if (done) this.#limit(limits);
    else this.#frame = requestAnimationFrame(() => this.#limit(limits, false));
  }

  #limitField(model: Symbology): TemplateResult {
    const typed = (event: Event): void => {
      const input = event.target as HTMLInputElement;
      const limits = typedLimits(input.value);
      if (limits && limits.length < MAX_COUNT) this.#limit(limits);
      else this.wrong = this.say({ zh: `分界值应为由小到大的数字，最多 ${MAX_COUNT - 1} 个`, en: `Limits are rising numbers, at most ${MAX_COUNT - 1}` });
    };
    return html`<label class="limits">
        <span class="caption">${this.say({ zh: '分界值', en: 'Limits' })}</span>
        <input type="text" inputmode="decimal" autocomplete="off" .value=${limitsOf(model.classes).join(', ')} aria-invalid=${this.wrong ? 'true' : 'false'} @change=${typed} />
      </label>
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}`;
  }

  #choices(spec: BreaksSpec): TemplateResult {
    return classChoices(spec, (text) => this.say(text), (change) => this.#alter(change));
  }

  /** Before a server has told the classes, or instead of those it cannot tell: another method may be chosen. */
  #without(dataset: DatasetLike, spec: BreaksSpec): TemplateResult {
    const { problem } = this.#classed;
    return html`<div class="base" part="base">
      ${this.#head(dataset, spec)} ${this.#choices(spec)} ${problem ? errorNotice(problem, this.locale, this) : rowsComing(this.locale, 4)}
    </div>`;
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.#layer ? datasetState({ dataset: this.#data, error: undefined, loading: this.#layer.hasAttribute('loading') }, 4, this.locale, this) : this.renderState(4);
    const dataset = this.#data;
    if (instead || !dataset) return instead ?? nothing;
    const spec = this.#spec(dataset);
    const model = spec && this.#model(dataset);
    if (spec && !model && dataset.rowCount > 0) return this.#without(dataset, spec);
    if (!spec || !model) return html`<p class="empty">${this.say(dataset.rowCount === 0 ? { zh: '暂无数据', en: 'No data yet' } : { zh: '没有可以分级的数值字段', en: 'No number to class' })}</p>`;
    const fit = fitWords(this.#classed.fit(dataset, model));
    const fewer = fewerWords(model, spec);
    const pending = this.#await(dataset);
    return html`<div class="base" part="base" role="group" aria-label=${this.say({ zh: `${dataset.label(spec.field, 'zh-CN')}分级`, en: `Classes of ${dataset.label(spec.field, 'en')}` })}>
      ${this.#head(dataset, spec)} ${this.#choices(spec)}
      ${rampChoice({ name: spec.ramp, classes: limitsOf(model.classes).length + 1, open: this.ramps, say: (text) => this.say(text), onOpen: (open) => (this.ramps = open), onRamp: (ramp) => this.#alter({ ramp }) })}
      ${this.#histogram(dataset, spec, model)} ${this.#limitField(model)} ${classTable(dataset, model, this.#classed.counts(dataset, model), (text) => this.say(text))}
      <p class="fit" part="fit" role="status">${pending ? this.say({ zh: '正在精算自然间断…', en: 'Working out natural breaks …' }) : fit ? this.say(fit) : ''}</p>
      ${fewer ? html`<p class="use">${this.say(fewer)}</p>` : nothing}
      ${
        this.#first !== undefined && this.#first !== '' && this.#first !== this.symbology
          ? html`<button class="link" type="button" @click=${() => this.#reset()}>${this.say({ zh: '恢复原来的分级', en: 'Back to the first classes' })}</button>`
          : nothing
      }
    </div>`;
  }

  #reset(): void {
    this.#chosen = undefined;
    this.#change(this.#first ?? '');
  }
}
