import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type Layer from 'ol/layer/Layer.js';
import { onSchemaRegistered, schemaById, type DatasetSchema } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import type { Identified, IdentifyOptions } from '../layer/identified.js';
import { aliasesFrom, identifiedOf, namesFrom } from '../services/info-rows.js';
import { MadeLayerElement } from '../services/made-layer.js';
import { motionIsReduced } from '../shared/motion.js';
import { readNumber } from '../shared/read-number.js';
import type { Bounds, LonLat } from '../shared/values.js';
import type { DataLoader } from '../tiles/data-loader.js';
import type { TileHost } from '../tiles/loading.js';
import type * as tileCode from './tile-code.js';
import type { DrawnBy, TileDrawing } from './tile-drawing.js';
import { symbologyField } from './symbology-field.js';
import type { TileSet } from './tile-set.js';

/** The code of tiles; type only, it comes with the first such layer. */
export type TileCode = typeof tileCode;

const [FILL_OPACITY, WIDTH, SIZE] = [0.75, 2, 10];

/** Base of the layers of tiles of data: what a page may say of their look, and what they say of what they draw. */
export abstract class TilesLayerElement extends MadeLayerElement<DataLoader<unknown>> {
  /** Layers of the tiles that are drawn, parted by spaces; all without. */
  @property({ attribute: 'source-layer' }) sourceLayer?: string;

  /**
   * How features are drawn: `fixed:data-1`, `fixed:#1f5fd0`, `class:typeCode`, `breaks:areaM2:10,20,50`. Classes come from the schema, from what
   * the tiles say of themselves, or from the features that were loaded first.
   */
  @property() symbology = 'fixed:data-1';

  /** Only features that meet this condition, in the language of expressions: `用途 = '居住' and areaM2 > 500`. */
  @property() filter?: string;

  /** Field whose text stands with each feature, where there is room. The font is that of the page. */
  @property({ attribute: 'label-field' }) labelField?: string;

  /** Words, units and code lists of the fields: the id of a registered schema, or the schema itself. */
  @property() schema?: string | DatasetSchema;

  /** Fields that a click tells, in order, parted by spaces; all without. */
  @property() fields?: string;

  /** Names of fields for people: `DLMC=地类名称 TBMJ=图斑面积`. */
  @property() aliases = '';

  /** Does not tell what is at a click. */
  @property({ type: Boolean, attribute: 'no-identify' }) noIdentify = false;

  #fillOpacity?: number;
  #width?: number;
  #size?: number;
  #minNative?: number;
  #maxNative?: number;
  #drawing?: TileDrawing | undefined;
  #set?: TileSet | undefined;
  #attributed = '';
  #stop?: () => void;

  /** Opacity of the fill of polygons, from 0 to 1. Default 0.75. */
  @property({ type: Number, attribute: 'fill-opacity' })
  get fillOpacity(): number {
    return this.#fillOpacity ?? FILL_OPACITY;
  }
  set fillOpacity(value: number | null | undefined) {
    this.#fillOpacity = readNumber(this, { name: 'fill-opacity', min: 0, max: 1, example: '0.75' }, value, this.#fillOpacity);
  }

  /** Width of lines in CSS px, 0.5 to 40. Default 2. */
  @property({ type: Number })
  get width(): number {
    return this.#width ?? WIDTH;
  }
  set width(value: number | null | undefined) {
    this.#width = readNumber(this, { name: 'width', min: 0.5, max: 40, example: '3' }, value, this.#width);
  }

  /** Diameter of points in CSS px, 2 to 128. Default 10. */
  @property({ type: Number })
  get size(): number {
    return this.#size ?? SIZE;
  }
  set size(value: number | null | undefined) {
    this.#size = readNumber(this, { name: 'size', min: 2, max: 128, example: '12' }, value, this.#size);
  }

  /** First level that there are tiles of, over what the tiles say of themselves. */
  @property({ type: Number, attribute: 'min-native-zoom' })
  get minNativeZoom(): number | undefined {
    return this.#minNative;
  }
  set minNativeZoom(value: number | null | undefined) {
    this.#minNative = readNumber(this, { name: 'min-native-zoom', min: 0, max: 30, example: '6' }, value, this.#minNative);
  }

  /** Last level that there are tiles of; beyond it they are enlarged. */
  @property({ type: Number, attribute: 'max-native-zoom' })
  get maxNativeZoom(): number | undefined {
    return this.#maxNative;
  }
  set maxNativeZoom(value: number | null | undefined) {
    this.#maxNative = readNumber(this, { name: 'max-native-zoom', min: 0, max: 30, example: '14' }, value, this.#maxNative);
  }

  /** How features are drawn, resolved, for the legend; undefined before the tiles are known, and for tiles that are pictures. */
  override get symbologyModel(): Symbology | undefined {
    return this.#drawing?.model;
  }

  /** The box around the tiles, west south east north, where they say so. */
  override get serviceBounds(): Bounds | undefined {
    return this.#set?.bounds;
  }

  override identifyAt(place: LonLat, _options: IdentifyOptions): Promise<readonly Identified[]> | undefined {
    const [drawing, map] = [this.#drawing, this.mapElement];
    if (this.noIdentify || !drawing || !map) return undefined;
    const { aliases, fields, locale } = this;
    return Promise.resolve(identifiedOf(drawing.featuresAt(map.olMap, place), { schema: this.#schema, aliases: aliasesFrom(aliases), fields: namesFrom(fields), locale }));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = onSchemaRegistered(({ id }) => id === this.schema && this.requestUpdate('schema'));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const look: (keyof TilesLayerElement)[] = ['filter', 'labelField', 'fillOpacity', 'width', 'size'];
    if (look.some((name) => changed.has(name))) this.#restyle(changed.has('filter'));
  }

  protected override themeChanged(): void {
    super.themeChanged();
    this.#drawing?.restyle();
  }

  protected override disposeOlLayer(layer: Parameters<MadeLayerElement<DataLoader<unknown>>['disposeOlLayer']>[0]): void {
    this.forgetTiles();
    super.disposeOlLayer(layer);
  }

  protected override async newLoader(host: TileHost): Promise<DataLoader<unknown>> {
    return new (await this.#code()).DataLoader(host);
  }

  protected override get picturesKey(): string {
    return '';
  }

  protected override get picturesCrs(): string {
    return this.#set?.grid.crs ?? '';
  }

  /** What the drawing depends on besides where the tiles are. */
  protected get drawingKey(): readonly unknown[] {
    return [this.sourceLayer, symbologyField(this.symbology), this.symbology, this.#schema?.id, this.minNativeZoom, this.maxNativeZoom];
  }

  protected override async makeLayers(loader: DataLoader<unknown>): Promise<Layer[]> {
    this.forgetTiles();
    const key = this.layersKey;
    const code = await this.#code();
    if (key !== this.layersKey) return [];
    const coming = import('./parts.js');
    // Said when it is waited for; what the tiles say of themselves comes first.
    coming.catch(() => undefined);
    const { set, way } = await this.tiles(code);
    const { madeTiles } = await coming;
    if (key !== this.layersKey || !this.mapElement) return [];
    this.#set = set;
    this.#attribute(code.plainWords(set.attribution ?? ''));
    const made = madeTiles(this.#drawnBy(), set, {
      way,
      loader,
      viewProjection: this.viewProjection,
      transition: motionIsReduced() ? 0 : 250,
      ears: { changed: () => this.layerChanged(), fail: (error) => this.fail(error), isBusy: () => loader.isBusy },
    });
    this.#drawing = made.drawing;
    this.layerChanged();
    return [made.layer];
  }

  /** What the tiles are, and how they come. @throws YztError with the cause. */
  protected abstract tiles(code: TileCode): Promise<{ readonly set: TileSet; readonly way: tileCode.BytesWay }>;

  get #schema(): DatasetSchema | undefined {
    return typeof this.schema === 'string' ? schemaById(this.schema) : this.schema;
  }

  /** What is drawn, as the properties have it whenever it is asked. */
  #drawnBy(): DrawnBy {
    const layer = this; // oxlint-disable-line typescript/no-this-alias, unicorn/no-this-assignment -- getters of an object have their own.
    return {
      element: layer,
      symbology: layer.symbology,
      schema: layer.#schema,
      layerNames: namesFrom(layer.sourceLayer),
      get filter() {
        return layer.filter;
      },
      get labelField() {
        return layer.labelField;
      },
      get size() {
        return layer.size;
      },
      get width() {
        return layer.width;
      },
      get fillOpacity() {
        return layer.fillOpacity;
      },
    };
  }

  #code(): Promise<TileCode> {
    return import('./tile-code.js');
  }

  #restyle(filtered: boolean): void {
    if (filtered && this.error?.code === 'bad-expression') this.clearError();
    this.#drawing?.restyle();
  }

  /** The tiles are others from now on, or none. */
  protected forgetTiles(): void {
    this.#drawing?.dispose();
    this.#drawing = undefined;
    this.#set = undefined;
  }

  /** What the tiles say of their makers stands where the page says nothing. */
  #attribute(words: string): void {
    if (this.attribution !== '' && this.attribution !== this.#attributed) return;
    this.#attributed = words;
    this.attribution = words;
  }
}
