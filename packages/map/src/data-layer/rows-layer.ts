import type { PropertyValues } from 'lit';
import { LayerRows } from './layer-rows.js';
import type { Dataset, DatasetChange, DatasetLike } from '@yizhangtu/data/model';
import type { SymbolClass, Symbology } from '@yizhangtu/data/symbology';
import type { Hit } from '../map/map-types.js';
import type { ClusterHit, DrawTarget, RenderClass, RenderColumns, Renderer, RenderKind, RenderStyle } from '../renderer/types.js';
import { showFiltering, showState, type DataState } from '../shared/show-state.js';
import type { Bounds } from '../shared/values.js';
import { newCanvasLayer } from './canvas-door.js';
import type { CanvasLayer } from './canvas-layer.js';
import { placeOfRow } from './columns.js';
import { engineNow, whenEngine, type DrawnKind, type Engine } from './engine-door.js';
import type { LayerLook } from './layer-look.js';
import { LayerModel } from './layer-model.js';
import { RowsLayerProperties } from './rows-properties.js';
import type { TakingIn } from './take-in.js';
import type { LayerTheme } from './theme-colors.js';

/**
 * Base of the layers that draw rows. It reads the columns directly: no OpenLayers feature is made for a row. Filter,
 * selection and hover are the dataset's, so every other view of it is linked.
 */
export abstract class RowsLayerElement extends RowsLayerProperties {
  /** Which geometries of the dataset the layer draws. */
  readonly kind: DrawnKind;

  #engine: Engine | undefined;
  #renderer?: Renderer;
  /** True from making the OpenLayers layer to its disposal. */
  #drawn = false;
  #stale = true;
  #theme?: LayerTheme;
  #style?: RenderStyle;
  #label?: RenderColumns['label'];
  /** Very many new rows on their way into the picture, which shows others meanwhile. */
  #takingIn: TakingIn | undefined;
  readonly #model = new LayerModel({
    localName: this.localName,
    fail: (error) => this.fail(error),
    clearError: () => this.clearError(),
    marked: (model) => this.marked(this.reach?.told(model) ?? model),
    ready: () => this.requestUpdate(),
  });
  readonly #data = new LayerRows(this, {
    given: () => this.given,
    onOwnEnd: (error) => (error ? this.fail(error) : this.clearError()),
    onChange: (changes) => this.#changed(changes),
    onState: () => showState(this, this.dataState),
  });

  /** How the layer is drawn, resolved, for legends, popups and charts; undefined while there is no dataset. */
  override get symbologyModel(): Symbology | undefined {
    return this.#model.now;
  }

  /** The data that is drawn; undefined while there is none. */
  override get layerDataset(): Dataset | undefined {
    return this.#data.rows;
  }

  /** Rows at a pixel from the top left of the map, top first. */
  override hitsAt(pixel: readonly [number, number], tolerance = 4): Hit[] {
    const dataset = this.layerDataset;
    const rows = (!this.#takingIn && this.#renderer?.hitsAt(pixel[0], pixel[1], tolerance)) || [];
    if (!dataset || rows.length === 0) return [];
    const place = this.mapElement?.lonLatOf(pixel) ?? [0, 0];
    return rows.map((row) => ({ layer: this, dataset, row, lonLat: placeOfRow(dataset, row, place) }));
  }

  /** Drawn rows that a box in degrees touches. */
  override rowsIn(bounds: Bounds): number[] {
    if (this.#takingIn) this.#tookIn();
    this.#prepare();
    return this.#renderer?.rowsIn(bounds) ?? [];
  }

  /** The cluster at a pixel from the top left of the map; undefined where there is none. */
  override clusterAt(pixel: readonly [number, number]): ClusterHit | undefined {
    return this.#takingIn ? undefined : (this.reach?.clusterAt(pixel) ?? this.#renderer?.clusterAt(pixel[0], pixel[1]));
  }

  constructor(kind: DrawnKind) {
    super();
    this.kind = kind;
    const engine = engineNow(kind);
    if (engine) this.#engine = this.drawing?.(engine) ?? engine;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The drawing code comes while the data does, and is asked for after them; until then the layer holds its place and draws nothing.
    if (!this.#engine) void whenEngine(this.kind).then((engine) => this.#start(engine));
  }

  protected override createOlLayer(): CanvasLayer {
    const layer = newCanvasLayer((target) => this.#paint(target));
    this.#drawn = true;
    this.#renderer ??= this.#newRenderer(this.#engine);
    this.#stale = true;
    return layer;
  }

  protected override disposeOlLayer(layer: CanvasLayer): void {
    this.#drawn = false;
    this.#endPicture();
    super.disposeOlLayer(layer);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => this.isConnected || this.#drawn || this.#endPicture());
  }

  /** Also before there is an OpenLayers layer, where the map can tell what it will show. */
  protected override repaint(): void {
    const map = this.mapElement;
    if (this.#drawn || !map || map.isReady || !this.#engine || !this.#model.now) super.repaint();
    else this.#engine.drawEarly(map, this, (target) => !this.dataState.loading && this.#paint(target));
  }

  #newRenderer(engine: Engine | undefined): Renderer | undefined {
    // The engine of mixed rows asks for no kind.
    return engine?.newRenderer(this.kind as RenderKind);
  }

  #endPicture(): void {
    this.#takingIn = this.#takingIn?.stop();
    this.#renderer?.dispose();
    this.#renderer = undefined;
    this.#stale = true;
  }

  /** After the controllers know the dataset, before anything reads the symbology. */
  protected override update(changed: PropertyValues<this>): void {
    // A symbology of very many rows is made in several tasks, whatever asks for another one.
    const waits = this.#takingIn ?? (this.#model.differs(this.layerDataset, this.symbology, this.marks) && this.#takeIn());
    if (!waits) this.#renewModel();
    super.update(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.invisible && changed.has('invisible')) this.#renderer?.rest();
    showState(this, this.dataState);
    this.reach?.look();
    if (!this.#model.pending) this.lookChanged(); // else it updates once more; until then the same picture would be drawn anew
  }

  /** Also waits for the drawing code, so that `updateComplete` means the symbology is known. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await whenEngine(this.kind);
    await super.getUpdateComplete();
    await this.#takingIn?.ended;
    await this.#model.pending;
    if (this.labelField) await this.#engine?.whenLabels();
    return super.getUpdateComplete();
  }

  protected override themeChanged(): void {
    this.#theme = undefined;
    this.#style = undefined;
    this.#label = undefined;
    this.#stale = true;
  }

  /** The data as the page gives it: the id of an element, a dataset, or undefined for data of its own. */
  protected abstract get given(): string | DatasetLike | undefined;

  /** Whether data is under way, and what went wrong with it. */
  protected get dataState(): DataState {
    return this.#data;
  }

  /** What this kind of layer decides about its look. */
  protected abstract look(): LayerLook;

  /** Diameters of proportional symbols. */
  protected diameters?(dataset: Dataset): Uint8Array | undefined;
  /** Turns of symbols. */
  protected turns?(dataset: Dataset): Uint8Array | undefined;

  /** The symbology with what this kind of layer adds for legends. Asked again when `marks` is another word. */
  protected marked(model: Symbology): Symbology {
    return model;
  }
  /** Stands for everything that `marked` depends on. */
  protected get marks(): string {
    return '';
  }

  /** How a class is drawn. */
  protected classLook(plain: RenderClass, _one: SymbolClass): RenderClass {
    return plain;
  }

  /** Numbers of classes, with those of pale rows behind the others; of a kind of layer that has pale rows. */
  protected paleClasses?(classOf: Uint8Array, count: number): Uint8Array;

  /** How a class of pale rows is drawn. */
  protected paleLook?(one: RenderClass, surface: string): RenderClass;

  /** The drawing code with parts of this kind of layer. Asked once, maybe while the element is made. */
  protected drawing?(engine: Engine): Engine;

  #start(engine: Engine): void {
    this.#engine = this.drawing?.(engine) ?? engine;
    if (this.#drawn) this.#renderer ??= this.#newRenderer(this.#engine);
    this.requestUpdate();
  }

  /** Draws the layer again with another look. */
  protected lookChanged(): void {
    this.#style = this.#label = undefined;
    this.redraw();
  }

  /** Draws the layer again in the next frame; any number of calls make one frame. */
  protected redraw(): void {
    this.#stale = true;
    if (!this.#takingIn) this.repaint();
  }

  #changed(changes: ReadonlySet<DatasetChange>): void {
    showFiltering(this, this.layerDataset);
    if (changes.has('data')) {
      if (this.#takeIn()) return;
      this.lookChanged();
      // What new data costs once is done with their coming, not in the frame, which has enough to do.
      this.#prepare();
      this.#engine?.makeReady(this.#renderer, this.mapElement);
    } else if (changes.size > 1 || !changes.has('hover') || !this.noHover) this.redraw();
  }

  /** True if there are so many new rows that they are taken in bit by bit. What comes while they are is taken in with them. */
  #takeIn(): boolean {
    const rows = this.layerDataset;
    if (!this.#engine || !rows || !this.isConnected) return false;
    this.#style = this.#label = undefined;
    this.#stale = true;
    const renderer = (this.#renderer ??= this.#newRenderer(this.#engine));
    const [renew, prepare, done] = [(made?: Symbology) => this.#renewModel(made), () => this.#prepare(), () => this.#tookIn()];
    this.#takingIn ??= this.#engine.takeIn({ rows, renderer, map: this.mapElement, spec: this.symbology, renew, prepare, done });
    return this.#takingIn !== undefined;
  }

  #tookIn(): void {
    this.#takingIn = this.#takingIn?.stop();
    this.redraw();
  }

  /** Makes the symbology again if the data, its words or the spec changed. */
  #renewModel(made?: Symbology): void {
    if (!this.#engine || !this.#model.renew(this.#engine, this.layerDataset, this.symbology, this.marks, made)) return;
    this.#style = undefined;
    this.#stale = true;
    this.layerChanged();
  }

  #paint(target: DrawTarget): boolean {
    this.#renderer ??= this.#newRenderer(this.#engine);
    if (!this.#takingIn) this.#prepare();
    if (this.#model.now) this.#renderer?.draw(target);
    this.reach?.draw(target, this.#style);
    return this.#model.now !== undefined;
  }

  #prepare(): void {
    this.#renewModel();
    const [engine, dataset, model] = [this.#engine, this.layerDataset, this.#model.now];
    // What is not shown in its map yet, since that one or the page around it has not been rendered, has no tokens: colours would be those of no theme.
    if (!this.#stale || !engine || !dataset || !model || (!this.#theme && !engine.hasTokens(this))) return;
    this.#stale = false;
    this.#renderer?.prepare(this.#columns(engine, dataset, model), (this.#style ??= this.#newStyle(engine, model)));
  }

  #columns(engine: Engine, dataset: Dataset, model: Symbology): RenderColumns {
    this.#label ??= engine.labelReader(dataset, this.labelField, this.locale);
    const [diameters, turns] = [this.diameters?.(dataset), this.turns?.(dataset)];
    return {
      rowCount: dataset.rowCount,
      geometry: dataset.geometry,
      passing: dataset.passing(),
      classOf: this.paleClasses?.(model.classOf, model.classes.length) ?? model.classOf,
      selection: dataset.selection,
      hover: this.noHover ? -1 : dataset.hover,
      ...(diameters && { diameters }),
      ...(turns && { turns }),
      ...(this.#label && { label: this.#label }),
    };
  }

  #newStyle(engine: Engine, model: Symbology): RenderStyle {
    this.#theme ??= engine.layerTheme(this);
    const plain = model.classes.map((one) => this.classLook(engine.renderClass(one, this), one));
    const { surface } = this.#theme.colors;
    const classes = [...plain, ...plain.flatMap((one) => this.paleLook?.(one, surface) ?? [])];
    return engine.layerStyle(this, { theme: this.#theme, look: this.look(), way: this.renderer, classes, redraw: () => this.redraw(), renew: () => this.lookChanged() });
  }
}
