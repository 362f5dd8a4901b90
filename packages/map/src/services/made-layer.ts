import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import LayerGroup from 'ol/layer/Group.js';
import type Layer from 'ol/layer/Layer.js';
import type { Projection } from 'ol/proj.js';
import type { YztError } from '@yizhangtu/base/errors';
import { disposeLayer } from '../layer/dispose-layer.js';
import { LayerElement } from '../layer/layer.js';
import type { Renewable } from './picture-sources.js';
import { codeMissing } from '../shared/code-missing.js';
import { readNumber } from '../shared/read-number.js';
import type { Bounds } from '../shared/values.js';
import type { Loading, TileHost } from '../tiles/loading.js';

/**
 * Base of layers whose code for OpenLayers comes when the layer is on a map; until then, and while they are replaced, the layer is an empty
 * group. `L` loads what they show.
 */
export abstract class MadeLayerElement<L extends Loading<unknown>> extends LayerElement {
  #loader?: L | undefined;
  #group?: LayerGroup | undefined;
  #made = '';
  #asked = '';
  /** What makes the layers, or what they are made by, could not be had. */
  #unmade = false;
  #timeLimit: number | undefined;
  #loading = false;

  /** Pictures or tiles that did not come since the layer was last changed. Tiles that the service does not have are not among them. */
  get failedTiles(): number {
    return this.#loader?.counts.failed ?? 0;
  }

  /** Whether tiles or pictures are under way that take longer than 0.3 s. Also as an attribute. */
  get loading(): boolean {
    return this.#loading;
  }

  /** The box around what the service has, west south east north in degrees, where it has told. */
  get serviceBounds(): Bounds | undefined {
    return undefined;
  }

  override get layerBounds(): Bounds | undefined {
    return this.serviceBounds;
  }

  /** Asks again for what could not be had, as after a refusal that was mended. */
  reload(): void {
    if (this.#unmade) {
      this.#made = '';
      this.#renew();
    } else this.#loader?.again();
  }

  /** Seconds that a picture, a tile, or an answer about the service, has. */
  @property({ attribute: 'time-limit' })
  get timeLimit(): number {
    return this.#timeLimit ?? this.usualTimeLimit;
  }
  set timeLimit(value: number | string | null | undefined) {
    this.#timeLimit = readNumber(this, { name: 'time-limit', min: 1, max: 3600, example: String(this.usualTimeLimit) }, value, this.#timeLimit);
  }

  /** Seconds without `time-limit`. */
  protected get usualTimeLimit(): number {
    return 30;
  }

  /** How images are asked for; empty for without CORS. */
  protected get asksWith(): string {
    return '';
  }

  /** Coordinate system of the pictures; empty for that of the map. */
  protected abstract get picturesCrs(): string;

  /** What the OpenLayers layers depend on, as text; empty where nothing can be drawn. */
  protected abstract get layersKey(): string;

  /** What the pictures depend on besides. */
  protected abstract get picturesKey(): string;

  /** Makes what loads tiles or pictures; its code comes with it. */
  protected abstract newLoader(host: TileHost): Promise<L>;

  /** Makes the OpenLayers layers, the lowest first. @param loader What loads their pictures. */
  protected abstract makeLayers(loader: L): Promise<Layer[]>;

  /** A sentence of the service's own for a failure. */
  protected worded(error: YztError): YztError {
    return error;
  }

  /** The projection that the map draws in. Only while the layer is on a map that draws. */
  protected get viewProjection(): Projection {
    const projection = this.mapElement?.olMap.getView().getProjection();
    if (!projection) throw new Error('no map');
    return projection;
  }

  /** The OpenLayers layers there are now. */
  protected get madeLayers(): Layer[] {
    return (this.#group?.getLayers().getArray() ?? []) as Layer[];
  }

  protected override createOlLayer(): LayerGroup {
    this.#group = new LayerGroup();
    this.#made = '';
    this.#renew();
    return this.#group;
  }

  protected override disposeOlLayer(layer: LayerGroup): void {
    this.#group = undefined;
    this.#loader?.dispose();
    this.#loader = undefined;
    this.#made = '';
    for (const child of layer.getLayers().getArray()) disposeLayer(child);
    super.disposeOlLayer(layer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#renew();
  }

  /** Layers whose pictures are out of date ask for new ones. */
  protected renewPictures(): void {
    for (const layer of this.madeLayers) (layer.getSource() as unknown as Renewable | null)?.renew(`${this.#asked} ${Date.now()}`);
  }

  #renew(): void {
    if (!this.#group) return;
    const asked = `${this.layersKey}\n${this.picturesKey}\n${this.asksWith}`;
    if (this.layersKey !== this.#made) {
      this.#made = this.layersKey;
      this.#unmade = false;
      this.#asked = asked;
      this.#forget();
      void this.#make(this.#made, this.#group);
    } else if (asked !== this.#asked) {
      this.#asked = asked;
      this.#forget();
      this.renewPictures();
    }
  }

  #forget(): void {
    this.#loader?.restart();
    this.clearError();
  }

  async #make(key: string, group: LayerGroup): Promise<void> {
    let layers: Layer[] = [];
    try {
      const loader = key === '' ? undefined : await this.#loaderOf(group);
      // One that is out of date would put away what the current one has begun.
      if (loader && this.#isCurrent(key, group)) layers = await this.makeLayers(loader);
    } catch (reason) {
      if (this.#isCurrent(key, group)) {
        this.#unmade = true;
        this.fail(codeMissing(this, reason));
      }
    }
    if (!this.#isCurrent(key, group)) {
      layers.forEach(disposeLayer);
      return;
    }
    const before = [...group.getLayers().getArray()] as Layer[];
    group.getLayers().clear();
    before.forEach(disposeLayer);
    for (const layer of layers) layer.on('prerender', () => this.#loader?.shown());
    group.getLayers().extend(layers);
  }

  async #loaderOf(group: LayerGroup): Promise<L> {
    const loader = this.#loader ?? (await this.newLoader(this.#host()));
    // The element may have left meanwhile.
    if (group !== this.#group) throw new DOMException('Aborted', 'AbortError');
    return (this.#loader ??= loader);
  }

  #showLoading(is: boolean): void {
    this.#loading = is;
    this.toggleAttribute('loading', is);
    this.layerChanged();
  }

  #isCurrent(key: string, group: LayerGroup): boolean {
    return group === this.#group && key === this.#made;
  }

  #host(): TileHost {
    const layer = this; // oxlint-disable-line typescript/no-this-alias, unicorn/no-this-assignment -- getters of an object have their own.
    return {
      subject: layer,
      get crossOrigin() {
        return layer.asksWith;
      },
      get timeLimit() {
        return layer.timeLimit;
      },
      isWanted: () => layer.isShown,
      isReprojected: () => layer.picturesCrs !== '' && layer.picturesCrs !== layer.mapElement?.projection,
      refresh: () => layer.renewPictures(),
      report: (error) => layer.fail(layer.worded(error)),
      mended: () => layer.clearError(),
      busy: (is) => layer.#showLoading(is),
    };
  }
}
