import type { Extent } from 'ol/extent.js';
import { get as projectionOf, getPointResolution, transform, transformExtent } from 'ol/proj.js';
import type Projection from 'ol/proj/Projection.js';
import View from 'ol/View.js';
import type { FitOptions, FlyOptions } from './map-types.js';
import { rounded, type Bounds, type LonLat } from '../shared/values.js';
import { DEFAULT_CENTER, DEFAULT_ZOOM, WEB_MERCATOR, type ViewLimits } from './view-limits.js';

/** Longitude and latitude, WGS 84 order as the library writes it. */
const LON_LAT = 'EPSG:4326';
/** Metres a pixel at zoom 0: the equator on a tile of 256 pixels. */
const ZOOM_0 = 156543.03392804097;
const LEVELS = 29;
/** Points on each edge when a box changes its projection: edges of a Gauss-Krüger zone are curved. */
const STOPS = 8;
/** A single point fitted into view would zoom in to the end. */
const POINT_ZOOM = 16;

const WORLD: Bounds = [-180, -90, 180, 90];

function toDegrees(radians: number): number {
  return rounded((radians * 180) / Math.PI, 6);
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Zoom means the same scale in every projection, also in zones whose extent is small. */
function zoomScheme(projection: Projection, limits: ViewLimits): object {
  if (projection.isGlobal()) return { minZoom: limits.minZoom, maxZoom: limits.maxZoom };
  const unit = projection.getMetersPerUnit() ?? 1;
  return {
    resolutions: Array.from({ length: LEVELS }, (_, zoom) => ZOOM_0 / unit / 2 ** zoom),
    minZoom: Math.ceil(limits.minZoom ?? 0),
    maxZoom: Math.floor(limits.maxZoom ?? LEVELS - 1),
  };
}

/** The view of a map in longitude, latitude, zoom and degrees. Holds the one OpenLayers View and makes a new one when limits change. */
export class ViewModel {
  #limits: ViewLimits = { projection: WEB_MERCATOR };
  #zoomGoal?: number;
  #view = this.#make(transform([...DEFAULT_CENTER], LON_LAT, WEB_MERCATOR));

  constructor() {
    this.#view.setZoom(DEFAULT_ZOOM);
  }

  get olView(): View {
    return this.#view;
  }

  get limits(): ViewLimits {
    return this.#limits;
  }

  get center(): LonLat {
    const [lon, lat] = this.toLonLat(this.#view.getCenter() ?? [0, 0]);
    return [rounded(lon), rounded(lat)];
  }
  set center(value: LonLat) {
    this.#view.cancelAnimations();
    this.#view.setCenter(this.fromLonLat(value));
  }

  get zoom(): number {
    return rounded(this.#view.getZoom() ?? DEFAULT_ZOOM, 6);
  }
  set zoom(value: number) {
    this.#view.cancelAnimations();
    this.#view.setZoom(value);
  }

  /** Degrees clockwise, from 0 up to 360. */
  get rotation(): number {
    return (((toDegrees(this.#view.getRotation()) % 360) + 360) % 360);
  }
  set rotation(value: number) {
    this.#view.cancelAnimations();
    this.#view.setRotation(toRadians(value));
  }

  /** The box around what a map of that size shows. */
  bounds(size: readonly [number, number]): Bounds {
    return this.boundsOf(this.#view.calculateExtent([...size]));
  }

  /** A box of map coordinates in degrees. */
  boundsOf(extent: readonly number[]): Bounds {
    const box = transformExtent([...extent], this.#code, LON_LAT, STOPS);
    // Far outside its zone a projection has no answer.
    const [west, south, east, north] = (box.every((edge) => Number.isFinite(edge)) ? box : WORLD) as Bounds;
    // A map may have been dragged once around the world: keep the middle of the box within it.
    const turns = Math.round((west + east) / 720) * 360;
    return [rounded(west - turns), rounded(Math.max(south, -90)), rounded(east - turns), rounded(Math.min(north, 90))];
  }

  fromLonLat(lonLat: LonLat): number[] {
    return transform([...lonLat], LON_LAT, this.#code);
  }

  /** Longitude is brought into −180 … 180. */
  toLonLat(coordinate: readonly number[]): LonLat {
    const [x = 0, y = 0] = transform([...coordinate], this.#code, LON_LAT);
    return [x >= -180 && x <= 180 ? x : ((((x + 180) % 360) + 360) % 360) - 180, y];
  }

  extentOf(bounds: Bounds): Extent {
    return transformExtent([...bounds], LON_LAT, this.#code, STOPS);
  }

  /** Shows a box as large as a map of that size can. */
  fit(bounds: Bounds, size: readonly [number, number], options: FitOptions): void {
    const { padding = 0, duration = 0, maxZoom } = options;
    const isPoint = bounds[0] === bounds[2] && bounds[1] === bounds[3];
    this.#view.cancelAnimations();
    this.#view.fit(this.extentOf(bounds), {
      size: [...size],
      padding: typeof padding === 'number' ? [padding, padding, padding, padding] : [...padding],
      duration,
      ...(maxZoom !== undefined ? { maxZoom } : isPoint && { maxZoom: POINT_ZOOM }),
    });
  }

  /** Zooms about the middle. Steps that come during one add up. Returns the level it goes to. */
  zoomBy(delta: number, duration: number): number {
    const view = this.#view;
    const from = view.getAnimating() && this.#zoomGoal !== undefined ? this.#zoomGoal : (view.getZoom() ?? DEFAULT_ZOOM);
    const goal = view.getConstrainedZoom(from + delta) ?? from + delta;
    this.#zoomGoal = goal;
    view.cancelAnimations();
    view.animate({ zoom: goal, duration });
    return rounded(goal, 6);
  }

  /** Moves by pixels of the screen, whichever way the map is turned: positive goes right and down. */
  panBy([x, y]: readonly [number, number]): void {
    const resolution = this.#view.getResolution() ?? 1;
    const rotation = this.#view.getRotation();
    const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
    this.#view.adjustCenter([(x * cos + y * sin) * resolution, (x * sin - y * cos) * resolution]);
  }

  /**
   * Moves along a flight of `duration` ms.
   * @returns True when it arrived, false when something else moved the map first.
   */
  flyTo({ center, zoom, rotation }: FlyOptions, duration: number): Promise<boolean> {
    const view = this.#view;
    view.cancelAnimations();
    return new Promise((resolve) => {
      view.animate(
        {
          ...(center && { center: this.fromLonLat(center) }),
          ...(zoom !== undefined && { zoom }),
          ...(rotation !== undefined && { rotation: toRadians(rotation) }),
          duration,
        },
        resolve,
      );
    });
  }

  /**
   * Makes a new View with other limits; centre and rotation stay.
   * @param keep `scale`: as many metres a pixel as before; `zoom`: the same zoom number.
   */
  limit(limits: ViewLimits, keep: 'scale' | 'zoom' = 'scale'): void {
    const before = this.#view;
    const center = before.getCenter() ?? [0, 0];
    const ground = getPointResolution(this.#code, before.getResolution() ?? 1, center, 'm');
    const zoom = before.getZoom() ?? DEFAULT_ZOOM;
    const lonLat = transform(center, this.#code, LON_LAT);
    const sameProjection = limits.projection === this.#limits.projection;
    this.#limits = limits;
    const moved = transform(lonLat, LON_LAT, this.#code);
    const next = this.#make(moved);
    next.setRotation(before.getRotation());
    if (keep === 'zoom' || sameProjection) next.setZoom(zoom);
    else next.setResolution(ground / getPointResolution(this.#code, 1, moved, 'm'));
    this.#view = next;
  }

  get #code(): string {
    return this.#limits.projection;
  }

  #make(center: number[]): View {
    const { projection, maxBounds } = this.#limits;
    const known = projectionOf(projection) as Projection;
    return new View({
      projection,
      center,
      ...zoomScheme(known, this.#limits),
      ...(maxBounds && { extent: this.extentOf(maxBounds) }),
    });
  }
}
