import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hiddenTextStyles } from '@yizhangtu/base/styles';
import type { Dataset } from '@yizhangtu/data/model';
import type { SymbolClass, SymbolSizes, Symbology } from '@yizhangtu/data/symbology';
import { proportionalDiameters, sizeSteps, turnsOf } from '../data-layer/columns.js';
import { DataLayerElement, PLAIN_LOOK, type LayerLook } from '../data-layer/data-layer.js';
import type { YztMap } from '../map/map.js';
import type { PointShape, RenderClass } from '../renderer/types.js';
import { badValue } from '../shared/bad-value.js';
import { classWith } from '../shared/class-with.js';
import { codeMissing } from '../shared/code-missing.js';
import { readNumber } from '../shared/read-number.js';
import { sessionNow, whenSession } from './cluster-door.js';
import type { ClusterSession } from './cluster-session.js';
import { LayerGlyphs } from './layer-glyphs.js';

export type { PointShape };

const SHAPES: readonly PointShape[] = ['circle', 'square', 'triangle', 'diamond', 'none'];
/** Diameter of a symbol with a sign on it, CSS px. */
const SIGNED = 20;
/** Diameter of the largest symbol when sizes follow a field, CSS px. */
const LARGEST = 36;
const CLUSTER_DISTANCE = 48;

/** How a layer is clustered: `true` chooses by the number of points. */
export type ClusterMode = boolean | 'live' | 'hierarchical';

/**
 * Points of a dataset, from one to millions: symbols by class, sizes by value, clusters that follow every filter.
 * @tag yzt-point-layer
 * @summary Point layer that draws straight from the columns of a dataset.
 * @fires yzt-error - The symbology cannot be used (the points are drawn alike), or the code of clusters did not load.
 */
export class YztPointLayer extends DataLayerElement {
  static override styles = [...DataLayerElement.styles, hiddenTextStyles];

  /** Number field that sizes the symbols: area follows value, the largest is `size` wide. The legend shows round values. */
  @property({ attribute: 'size-field' }) sizeField?: string;

  #size?: number;
  #shape: PointShape = 'circle';
  #cluster: ClusterMode = false;
  #clusterDistance?: number;
  #clusterMaxZoom?: number;
  #session?: ClusterSession;
  readonly #glyphs = new LayerGlyphs(this, (error) => this.fail(error));
  #turns?: { key: string; dataset: Dataset; values: Uint8Array | undefined };
  #diameters?: { key: string; dataset: Dataset; values: Uint8Array | undefined };

  constructor() {
    super('point');
  }

  /**
   * Diameter of a symbol in CSS px, outline included, 2 to 128. Default 10, 20 with a `glyph`, or 36 for the largest when `size-field` is
   * set. Signs are left off symbols smaller than 10.
   */
  @property({ type: Number })
  get size(): number {
    return this.#size ?? (this.sizeField ? LARGEST : this.#glyphs.used ? SIGNED : PLAIN_LOOK.size);
  }
  set size(value: number | null | undefined) {
    this.#size = readNumber(this, { name: 'size', min: 2, max: 128, example: '12' }, value, this.#size);
  }

  /**
   * Form of the symbol: `circle`, `square`, `triangle`, `diamond`, or `none` for the sign of `glyph` by itself, in the colour of its class. Where there is
   * no sign, `none` is a disc.
   */
  @property()
  get shape(): PointShape {
    return this.#shape;
  }
  set shape(value: PointShape | null | undefined) {
    const shape = value ?? 'circle';
    if (SHAPES.includes(shape)) this.#shape = shape;
    else badValue(this, 'shape', value, 'circle');
  }

  /**
   * Sign on the symbols: a name of the library's set (`vessel`, `hazard`, `ball` …) or of the page's own (`registerGlyph`), `class` for
   * the sign that the code list gives each class, or names by value: `足球场=ball; 游泳馆=swim; *=flag`.
   */
  @property()
  get glyph(): string | undefined {
    return this.#glyphs.words;
  }
  set glyph(value: string | null | undefined) {
    if (!this.#glyphs.set(value)) badValue(this, 'glyph', value, 'vessel');
  }

  /**
   * Number field that turns the symbols: degrees clockwise from north, as a course or a wind direction is given; they turn with the map. A row
   * without a value, or with one beyond ±360 (511 in AIS), is a plain disc.
   */
  @property({ attribute: 'rotation-field' }) rotationField?: string;

  /**
   * Draws points near each other as one disc with their number. `live` counts anew on every level, `hierarchical` nests the clusters
   * of a level in those of the next, from a tree built in a worker; the bare attribute (`true`) takes the tree from 20,000 points on.
   * A click goes to where a cluster splits or opens it on legs; with Ctrl or ⌘ it selects its rows.
   */
  @property()
  get cluster(): ClusterMode {
    return this.#cluster;
  }
  set cluster(value: ClusterMode | string | null | undefined) {
    if (value == null || value === false) this.#cluster = false;
    else if (value === true || value === '') this.#cluster = true;
    else if (value === 'live' || value === 'hierarchical') this.#cluster = value;
    else badValue(this, 'cluster', value, 'hierarchical');
  }

  /** Distance in CSS px within which points become one cluster, 16 to 256. Default 48. */
  @property({ type: Number, attribute: 'cluster-distance' })
  get clusterDistance(): number {
    return this.#clusterDistance ?? CLUSTER_DISTANCE;
  }
  set clusterDistance(value: number | null | undefined) {
    const rule = { name: 'cluster-distance', min: 16, max: 256, example: '48' };
    this.#clusterDistance = readNumber(this, rule, value, this.#clusterDistance);
  }

  /** Last zoom level with clusters, 0 to 28; nearer to the ground every point is drawn. Without it there is none. */
  @property({ type: Number, attribute: 'cluster-max-zoom' })
  get clusterMaxZoom(): number | undefined {
    return this.#clusterMaxZoom;
  }
  set clusterMaxZoom(value: number | null | undefined) {
    const rule = { name: 'cluster-max-zoom', min: 0, max: 28, example: '16' };
    this.#clusterMaxZoom = readNumber(this, rule, value, this.#clusterMaxZoom);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#session?.listen(undefined);
    this.#glyphs.rest();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen(this.mapElement);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.cluster && !this.#session) this.#open();
    this.#glyphs.use();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#listen(this.mapElement);
    this.#session?.rendered(this.renderRoot);
  }

  /** Also waits for the code that draws clusters. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    const session = this.cluster && !this.#session ? whenSession() : undefined;
    const glyphs = this.#glyphs.waits();
    if (!session && !glyphs) return done;
    await session?.catch(() => undefined);
    await glyphs?.catch(() => undefined);
    return super.getUpdateComplete();
  }

  protected override mapChanged(next: YztMap | undefined): void {
    this.#listen(next);
  }

  protected override look(): LayerLook {
    const { size, shape } = this;
    const look = { ...PLAIN_LOOK, size, shape };
    return this.cluster ? { ...look, clusterDistance: this.clusterDistance, clusters: this.#session?.picture } : look;
  }

  protected override diameters(dataset: Dataset): Uint8Array | undefined {
    const { sizeField, size } = this;
    if (!sizeField) return undefined;
    const key = `${dataset.version} ${size} ${sizeField}`;
    if (this.#diameters?.key !== key || this.#diameters.dataset !== dataset)
      this.#diameters = { key, dataset, values: proportionalDiameters(dataset.column(sizeField), size, this.reach?.largest) };
    return this.#diameters.values;
  }

  protected override turns(dataset: Dataset): Uint8Array | undefined {
    const { rotationField } = this;
    if (!rotationField) return undefined;
    const key = `${dataset.version} ${rotationField}`;
    if (this.#turns?.key !== key || this.#turns.dataset !== dataset) this.#turns = { key, dataset, values: turnsOf(dataset.column(rotationField)) };
    return this.#turns.values;
  }

  protected override get marks(): string {
    return `${this.#shape} ${this.#glyphs.mark} ${this.sizeField ? `${this.sizeField} ${this.size}` : ''}`;
  }

  protected override marked(model: Symbology): Symbology {
    const marker = this.#shape;
    const sizes = this.#sizes();
    return { ...model, classes: this.#glyphs.signed(model.classes).map((one) => classWith(one, { marker })), ...(sizes && { sizes }) };
  }

  /** What a legend says about sizes. */
  #sizes(): SymbolSizes | undefined {
    const { sizeField, layerDataset } = this;
    const steps = sizeField && sizeSteps(layerDataset?.column(sizeField), this.size, this.reach?.largest);
    if (!steps || !layerDataset) return undefined;
    return { field: sizeField, label: { zh: layerDataset.label(sizeField, 'zh-CN'), en: layerDataset.label(sizeField, 'en') }, steps };
  }

  protected override classLook(plain: RenderClass, one: SymbolClass): RenderClass {
    return this.#glyphs.look(plain, one);
  }

  /** Begins to draw clusters, once the code for it is there. */
  #open(): void {
    const Session = sessionNow();
    if (!Session) {
      whenSession().then(() => this.requestUpdate(), (reason: unknown) => this.fail(codeMissing(this, reason)));
      return;
    }
    this.#session = new Session(this, {
      choice: () => ({ kind: typeof this.cluster === 'string' ? this.cluster : 'auto', growing: this.hasAttribute('loading'), maxZoom: this.clusterMaxZoom }),
      redraw: () => this.redraw(),
      say: (text) => this.say(text),
    });
    this.lookChanged();
  }

  #listen(map: YztMap | undefined): void {
    this.#session?.listen(this.cluster && this.isConnected ? map : undefined);
  }

  override render(): TemplateResult {
    return html`<slot></slot>${this.#session?.panel() ?? nothing}`;
  }
}
