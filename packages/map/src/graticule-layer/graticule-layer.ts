import { property } from 'lit/decorators.js';
import Layer from 'ol/layer/Layer.js';
import type { FrameState } from 'ol/Map.js';
import { transform, transformExtent } from 'ol/proj.js';
import { tokens } from '@yizhangtu/base/theme';
import type { PropertyValues } from 'lit';
import { LayerElement } from '../layer/layer.js';
import { badValue } from '../shared/bad-value.js';
import { numberFrom, type Bounds } from '../shared/values.js';
import { paintGraticule, type GraticuleFrame, type GraticuleLook } from './graticule-painter.js';

const SPACING = 110;
const LON_LAT = 'EPSG:4326';
/** Points on each edge when the extent of the map becomes degrees. */
const STOPS = 8;
/** A Gauss-Krüger zone folds over far from its meridian: lines stop this many degrees from the middle. */
const ZONE_REACH = 30;

function reachOf(extent: readonly number[], code: string, isGlobal: boolean): Bounds {
  const [west = 0, south = 0, east = 0, north = 0] = transformExtent([...extent], code, LON_LAT, STOPS);
  if (isGlobal) return [west, Math.max(south, -85), east, Math.min(north, 85)];
  const middle = [((extent[0] ?? 0) + (extent[2] ?? 0)) / 2, ((extent[1] ?? 0) + (extent[3] ?? 0)) / 2];
  const [lon = 0, lat = 0] = transform(middle, code, LON_LAT);
  const low = (value: number, center: number): number => (Number.isFinite(value) ? Math.max(value, center - ZONE_REACH) : center - ZONE_REACH);
  const high = (value: number, center: number): number => (Number.isFinite(value) ? Math.min(value, center + ZONE_REACH) : center + ZONE_REACH);
  return [low(west, lon), Math.max(low(south, lat), -85), high(east, lon), Math.min(high(north, lat), 85)];
}

/**
 * Meridians and parallels in round steps that follow the zoom, named along the edges of the map.
 * @tag yzt-graticule-layer
 * @summary 经纬网: meridians and parallels with labels in degrees, minutes and seconds.
 */
export class YztGraticuleLayer extends LayerElement {
  /** Draws the lines without their names. */
  @property({ type: Boolean, attribute: 'no-labels' }) noLabels = false;

  #spacing = SPACING;
  #look?: GraticuleLook;
  #canvas?: HTMLCanvasElement;

  /** Least distance between two lines in CSS pixels. */
  @property()
  get spacing(): number {
    return this.#spacing;
  }
  set spacing(value: number | string | null | undefined) {
    const spacing = value == null ? SPACING : numberFrom(value, 20, 1000);
    if (spacing === undefined) badValue(this, 'spacing', value, String(SPACING));
    else this.#spacing = spacing;
  }

  protected override createOlLayer(): Layer {
    return new Layer({ render: (frame) => (frame ? this.#draw(frame) : null) as HTMLElement });
  }

  protected override disposeOlLayer(layer: Layer): void {
    super.disposeOlLayer(layer);
    this.#canvas = undefined;
  }

  protected override themeChanged(): void {
    this.#look = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!changed.has('noLabels') && !changed.has('spacing')) return;
    this.#look = undefined;
    this.repaint();
  }

  #draw(frame: FrameState): HTMLElement {
    const canvas = (this.#canvas ??= document.createElement('canvas'));
    const { pixelRatio, layerStatesArray, layerIndex } = frame;
    const [width = 0, height = 0] = frame.size;
    const size = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)] as const;
    // Setting a size empties a canvas even where it stays the same.
    [canvas.width, canvas.height] = size;
    const { style } = canvas;
    style.position = 'absolute';
    style.width = `${width}px`;
    style.height = `${height}px`;
    style.pointerEvents = 'none';
    style.opacity = String(layerStatesArray[layerIndex]?.opacity ?? 1);
    const context = canvas.getContext('2d');
    context?.scale(pixelRatio, pixelRatio);
    if (context) paintGraticule(context, this.#frameOf(frame, width, height), (this.#look ??= this.#makeLook()));
    return canvas;
  }

  #frameOf(frame: FrameState, width: number, height: number): GraticuleFrame {
    const { projection } = frame.viewState;
    const code = projection.getCode();
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = frame.coordinateToPixelTransform;
    return {
      width,
      height,
      bounds: reachOf(frame.extent ?? [0, 0, 0, 0], code, projection.isGlobal()),
      straight: projection.isGlobal(),
      toPixel: (lon, lat) => {
        const [x = 0, y = 0] = transform([lon, lat], LON_LAT, code);
        return [a * x + c * y + e, b * x + d * y + f];
      },
    };
  }

  #makeLook(): GraticuleLook {
    const host = this.mapElement ?? this;
    const names = ['map-graticule', 'map-label', 'map-halo', 'font-family', 'text-scale'] as const;
    const values = tokens(host, names);
    const size = 12 * (Number(values['text-scale']) || 1);
    return {
      line: values['map-graticule'],
      label: values['map-label'],
      halo: values['map-halo'],
      font: `${size}px ${values['font-family']}`,
      spacing: this.spacing,
      labels: !this.noLabels,
    };
  }
}
