import { property } from 'lit/decorators.js';
import { YztElement } from '@yizhangtu/base/element';
import { asYztError, type YztError } from '@yizhangtu/base/errors';
import type { View } from '../renderer/view.js';
import { badValue } from '../shared/bad-value.js';
import type { FitOptions, ViewCause } from './map-types.js';
import { boundsFrom, lonLatFrom, numberFrom, type Bounds, type LonLat } from '../shared/values.js';
import { AskedView } from './asked-view.js';
import { firstView } from './first-view.js';
import { olNow, onOlAsked, whenOl, type OlParts } from './ol-door.js';
import { roomAround } from './room-around.js';
import { DEFAULT_CENTER, DEFAULT_ZOOM, WEB_MERCATOR, type ViewLimits } from './view-limits.js';
import type { ViewModel } from './view-model.js';
import { ViewWatch } from './view-watch.js';

/** Layers that draw their first picture without OpenLayers. */
const DATA_LAYERS = 'yzt-point-layer, yzt-line-layer, yzt-polygon-layer';
/** Milliseconds that OpenLayers waits for their data. */
const PATIENCE_MS = 500;

const EXAMPLES = { center: '120.38 36.07', bounds: '119.5 35.5 121 37' };

/** The part of a map that knows where it looks: properties in words and numbers over one OpenLayers View. */
export abstract class MapViewElement extends YztElement {
  /** Until OpenLayers is there, what was asked of the view. */
  #model: ViewModel | AskedView;
  /** The box to fit once the map has a size. */
  protected waiting?: { readonly bounds: Bounds; readonly options: FitOptions } | undefined;
  /** How `bounds` were fitted and where the view came to rest, until anything else moves it. */
  #fitted?: { readonly options: FitOptions; at?: string } | undefined;
  /** Pixels along the edges – top, right, bottom, left – where something lies over the map, such as the panels of a wall: boxes are fitted between them. */
  covered: readonly [top: number, right: number, bottom: number, left: number] = [0, 0, 0, 0];
  protected readonly watch = new ViewWatch();
  #bounds?: Bounds;
  #projection = WEB_MERCATOR;
  #patience?: ReturnType<typeof setTimeout>;
  /** The zoom asked for while its projection is on the way. */
  #zoomAsked = true;

  constructor() {
    super();
    const ol = olNow();
    this.#model = ol ? new ol.ViewModel() : new AskedView();
    if (!ol) onOlAsked((coming) => coming.then((parts) => this.#adopt(parts), (reason: unknown) => this.fail(notLoaded(this, reason))));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#askForOl();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#patience);
  }

  /** Whether the map shows its `bounds` as they were fitted, and nobody has moved it since: then it fits them again where its size changes. */
  get showsBounds(): boolean {
    return this.#fitted !== undefined;
  }

  abstract fit(bounds: Bounds, options?: FitOptions): void;

  /** Somebody moves the view; to `bounds`, where the box is that one. */
  protected moves(cause: ViewCause, bounds?: Bounds, options: FitOptions = {}): void {
    this.watch.cause = cause;
    this.#fitted = bounds && bounds === this.#bounds ? { options: { ...options, duration: 0 } } : undefined;
  }

  /** The view is at rest. Where nobody said that it moves, the OpenLayers view was moved by itself. */
  protected restsNow(): void {
    const at = [...this.center, this.zoom, this.rotation].join(' ');
    if (this.#fitted && (this.#fitted.at ??= at) !== at) this.#fitted = undefined;
  }

  /** The map got a size, or another one. */
  protected sized(): void {
    const again = this.waiting ?? (this.#bounds && this.#fitted && { bounds: this.#bounds, options: this.#fitted.options });
    if (again) this.fit(again.bounds, again.options);
  }

  /** Room beside a box: what was asked for, and what lies over the map. */
  protected roomFor(padding: FitOptions['padding']): FitOptions['padding'] {
    return roomAround(padding, this.covered);
  }

  /** Longitude and latitude of the middle, in degrees: `center="120.38 36.07"`. */
  @property()
  get center(): LonLat {
    return this.#model.center;
  }
  set center(value: LonLat | string | null | undefined) {
    const center = value == null ? DEFAULT_CENTER : lonLatFrom(value);
    if (!center) badValue(this, 'center', value, EXAMPLES.center);
    else {
      this.viewAsked();
      this.#model.center = center;
    }
  }

  /** Zoom level as in web maps: each level doubles the scale. May have decimals. */
  @property()
  get zoom(): number {
    return this.#model.zoom;
  }
  set zoom(value: number | string | null | undefined) {
    const zoom = value == null ? DEFAULT_ZOOM : numberFrom(value, -5, 40);
    if (zoom === undefined) badValue(this, 'zoom', value, '11');
    else {
      this.viewAsked();
      this.#zoomAsked = true;
      this.#model.zoom = zoom;
    }
  }

  /** Degrees clockwise; 0 is north up. */
  @property()
  get rotation(): number {
    return this.#model.rotation;
  }
  set rotation(value: number | string | null | undefined) {
    const rotation = value == null ? 0 : numberFrom(value);
    if (rotation === undefined) badValue(this, 'rotation', value, '30');
    else {
      this.viewAsked();
      this.#model.rotation = rotation;
    }
  }

  /** The box to show, west south east north: setting it fits the view, once the map has a size. For what is in view read `viewBounds`. */
  @property()
  get bounds(): Bounds | undefined {
    return this.#bounds;
  }
  set bounds(value: Bounds | string | null | undefined) {
    const bounds = value == null ? undefined : boundsFrom(value);
    if (value != null && !bounds) badValue(this, 'bounds', value, EXAMPLES.bounds);
    else {
      this.#bounds = bounds;
      this.boundsAsked(bounds);
    }
  }

  /** The box that the view cannot leave, west south east north. */
  @property({ attribute: 'max-bounds' })
  get maxBounds(): Bounds | undefined {
    return this.#model.limits.maxBounds;
  }
  set maxBounds(value: Bounds | string | null | undefined) {
    const maxBounds = value == null ? undefined : boundsFrom(value);
    if (value != null && !maxBounds) badValue(this, 'max-bounds', value, EXAMPLES.bounds);
    else this.#limit({ ...this.#model.limits, maxBounds });
  }

  /** Lowest zoom level the map goes to. */
  @property({ attribute: 'min-zoom' })
  get minZoom(): number | undefined {
    return this.#model.limits.minZoom;
  }
  set minZoom(value: number | string | null | undefined) {
    const minZoom = value == null ? undefined : numberFrom(value, 0, 28);
    if (value != null && minZoom === undefined) badValue(this, 'min-zoom', value, '5');
    else this.#limit({ ...this.#model.limits, minZoom });
  }

  /** Highest zoom level the map goes to. */
  @property({ attribute: 'max-zoom' })
  get maxZoom(): number | undefined {
    return this.#model.limits.maxZoom;
  }
  set maxZoom(value: number | string | null | undefined) {
    const maxZoom = value == null ? undefined : numberFrom(value, 0, 28);
    if (value != null && maxZoom === undefined) badValue(this, 'max-zoom', value, '18');
    else this.#limit({ ...this.#model.limits, maxZoom });
  }

  /** Projection of the map: `EPSG:3857`, `EPSG:4490`, a CGCS2000 zone such as `EPSG:4549`, or one the page registered. */
  @property()
  get projection(): string {
    return this.#projection;
  }
  set projection(value: string | null | undefined) {
    const code = value ? String(value) : 'EPSG:3857';
    if (code === this.#projection) return;
    this.#projection = code;
    this.#zoomAsked = !this.isReady;
    this.#applyProjection();
  }

  /** Whether the projection of the map is known and its view drawn in it. */
  protected get projectionIsReady(): boolean {
    return this.model !== undefined && this.model.limits.projection === this.#projection;
  }

  /** The view behind the properties; undefined until OpenLayers is there. */
  protected get model(): ViewModel | undefined {
    return 'olView' in this.#model ? this.#model : undefined;
  }

  /** Also waits for OpenLayers, so that `updateComplete` means that the map can be asked anything. */
  protected override async getUpdateComplete(): Promise<boolean> {
    // A map that cannot load has said so itself.
    await whenOl().catch(() => undefined);
    return super.getUpdateComplete();
  }

  /** Whether the map has drawn a frame. */
  abstract get isReady(): boolean;

  /**
   * The frame that the map begins with, while OpenLayers is not there; undefined once it is, and where only OpenLayers can tell.
   * @param size Width and height of the map in CSS px.
   */
  firstView(size: readonly [number, number]): View | undefined {
    return this.#model instanceof AskedView && this.#simple ? firstView(this.#model, size, devicePixelRatio) : undefined;
  }

  /** The layers have drawn what the map begins with: what is left can come. Called by layers. */
  firstDrawn(): void {
    // In a task after the frame, which shows the picture first.
    requestAnimationFrame(() => setTimeout(whenOl));
  }

  /** Code asked for a view: a fit that waits for a size is off. */
  protected abstract viewAsked(): void;

  /** Code asked for a box. */
  protected abstract boundsAsked(bounds: Bounds | undefined): void;

  /** The model has a new OpenLayers View. */
  protected abstract viewReplaced(): void;

  /** Nothing is asked of the view that only OpenLayers can tell. */
  get #simple(): boolean {
    return !this.waiting && this.#bounds === undefined && this.#projection === WEB_MERCATOR && !this.#model.limits.maxBounds;
  }

  /** A map of data shows them first: its layers need no OpenLayers for their first picture, and the line and the processor belong to them. */
  #askForOl(): void {
    if (this.#simple && this.querySelector(DATA_LAYERS)) this.#patience = setTimeout(whenOl, PATIENCE_MS);
    else void whenOl();
  }

  #adopt({ ViewModel: Model }: OlParts): void {
    const { center, zoom, rotation, limits } = this.#model;
    const model = new Model();
    model.limit(limits, 'zoom');
    Object.assign(model, { center, zoom, rotation });
    this.#model = model;
    this.#applyProjection();
  }

  #limit(limits: ViewLimits): void {
    this.#model.limit(limits);
    this.viewReplaced();
  }

  /** Shows the projection asked for, now or when its definition is there. */
  #applyProjection(): void {
    const ol = this.model && olNow();
    const code = this.#projection;
    if (!ol) return;
    if (this.projectionIsReady) this.viewReplaced();
    else if (ol.isKnown(code)) this.#project(code);
    else void this.#awaitProjection(code, ol);
  }

  #project(projection: string): void {
    this.#model.limit({ ...this.#model.limits, projection }, this.#zoomAsked ? 'zoom' : 'scale');
    this.#zoomAsked = false;
    this.viewReplaced();
  }

  async #awaitProjection(code: string, ol: OlParts): Promise<void> {
    let known = code;
    try {
      known = await ol.loadProjection(code);
    } catch (reason) {
      if (this.#projection !== code) return;
      this.#projection = this.#model.limits.projection;
      this.requestUpdate('projection', code);
      const text = { zh: `<${this.localName}>：坐标系 ${code} 加载失败。`, en: `<${this.localName}>: projection ${code} did not load.` };
      this.fail(asYztError(reason, 'network', text));
      this.viewReplaced();
      return;
    }
    // Another projection may have been asked for meanwhile.
    if (this.#projection !== code) return;
    this.#projection = known;
    this.clearError();
    this.#project(known);
  }
}

function notLoaded({ localName }: Element, reason: unknown): YztError {
  return asYztError(reason, 'network', {
    zh: `<${localName}>：地图的代码加载失败。请检查网络，以及脚本旁的文件是否齐全。`,
    en: `<${localName}>: the code of the map did not load. Check the network, and that all files beside the script are there.`,
  });
}
