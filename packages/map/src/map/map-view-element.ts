import { property } from 'lit/decorators.js';
import { YztElement } from '@yizhangtu/base/element';
import { asYztError } from '@yizhangtu/base/errors';
import { badValue } from '../shared/bad-value.js';
import { boundsFrom, lonLatFrom, numberFrom, type Bounds, type LonLat } from '../shared/values.js';
import { isKnown, loadProjection } from './projections.js';
import { DEFAULT_CENTER, DEFAULT_ZOOM, ViewModel, type ViewLimits } from './view-model.js';

const EXAMPLES = { center: '120.38 36.07', bounds: '119.5 35.5 121 37' };

/** The part of a map that knows where it looks: properties in words and numbers over one OpenLayers View. */
export abstract class MapViewElement extends YztElement {
  /** The view behind the properties. */
  protected readonly model = new ViewModel();
  #bounds?: Bounds;
  #projection = 'EPSG:3857';
  /** The zoom asked for while its projection is on the way. */
  #zoomAsked = true;

  /** Longitude and latitude of the middle, in degrees: `center="120.38 36.07"`. */
  @property()
  get center(): LonLat {
    return this.model.center;
  }
  set center(value: LonLat | string | null | undefined) {
    const center = value == null ? DEFAULT_CENTER : lonLatFrom(value);
    if (!center) badValue(this, 'center', value, EXAMPLES.center);
    else {
      this.viewAsked();
      this.model.center = center;
    }
  }

  /** Zoom level as in web maps: each level doubles the scale. May have decimals. */
  @property()
  get zoom(): number {
    return this.model.zoom;
  }
  set zoom(value: number | string | null | undefined) {
    const zoom = value == null ? DEFAULT_ZOOM : numberFrom(value, -5, 40);
    if (zoom === undefined) badValue(this, 'zoom', value, '11');
    else {
      this.viewAsked();
      this.#zoomAsked = true;
      this.model.zoom = zoom;
    }
  }

  /** Degrees clockwise; 0 is north up. */
  @property()
  get rotation(): number {
    return this.model.rotation;
  }
  set rotation(value: number | string | null | undefined) {
    const rotation = value == null ? 0 : numberFrom(value);
    if (rotation === undefined) badValue(this, 'rotation', value, '30');
    else {
      this.viewAsked();
      this.model.rotation = rotation;
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
    return this.model.limits.maxBounds;
  }
  set maxBounds(value: Bounds | string | null | undefined) {
    const maxBounds = value == null ? undefined : boundsFrom(value);
    if (value != null && !maxBounds) badValue(this, 'max-bounds', value, EXAMPLES.bounds);
    else this.#limit({ ...this.model.limits, maxBounds });
  }

  /** Lowest zoom level the map goes to. */
  @property({ attribute: 'min-zoom' })
  get minZoom(): number | undefined {
    return this.model.limits.minZoom;
  }
  set minZoom(value: number | string | null | undefined) {
    const minZoom = value == null ? undefined : numberFrom(value, 0, 28);
    if (value != null && minZoom === undefined) badValue(this, 'min-zoom', value, '5');
    else this.#limit({ ...this.model.limits, minZoom });
  }

  /** Highest zoom level the map goes to. */
  @property({ attribute: 'max-zoom' })
  get maxZoom(): number | undefined {
    return this.model.limits.maxZoom;
  }
  set maxZoom(value: number | string | null | undefined) {
    const maxZoom = value == null ? undefined : numberFrom(value, 0, 28);
    if (value != null && maxZoom === undefined) badValue(this, 'max-zoom', value, '18');
    else this.#limit({ ...this.model.limits, maxZoom });
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
    if (isKnown(code)) this.#project(code);
    else void this.#awaitProjection(code);
  }

  /** Whether the projection of the map is known and its view drawn in it. */
  protected get projectionIsReady(): boolean {
    return this.model.limits.projection === this.#projection;
  }

  /** Whether the map has drawn a frame. */
  abstract get isReady(): boolean;

  /** Code asked for a view: a fit that waits for a size is off. */
  protected abstract viewAsked(): void;

  /** Code asked for a box. */
  protected abstract boundsAsked(bounds: Bounds | undefined): void;

  /** The model has a new OpenLayers View. */
  protected abstract viewReplaced(): void;

  #limit(limits: ViewLimits): void {
    this.model.limit(limits);
    this.viewReplaced();
  }

  #project(projection: string): void {
    this.model.limit({ ...this.model.limits, projection }, this.#zoomAsked ? 'zoom' : 'scale');
    this.#zoomAsked = false;
    this.viewReplaced();
  }

  async #awaitProjection(code: string): Promise<void> {
    let known = code;
    try {
      known = await loadProjection(code);
    } catch (reason) {
      if (this.#projection !== code) return;
      this.#projection = this.model.limits.projection;
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
