import Layer from 'ol/layer/Layer.js';
import type { FrameState } from 'ol/Map.js';
import RenderEvent from 'ol/render/Event.js';
import { compose, create, makeInverse } from 'ol/transform.js';
import { frameLabels } from './frame-labels.js';
import type { Box } from '../renderer/taken-boxes.js';
import type { DrawTarget } from '../renderer/types.js';
import { devicePoint, sameView, viewOf, type View, type ViewInput } from '../renderer/view.js';

/** Places of the hints in OpenLayers' `viewHints`: animating, interacting. */
const MOVING_HINTS = [0, 1];

/** What a frame state of OpenLayers says about the view. */
export function viewOfFrame(frame: FrameState): View {
  const { center, resolution, rotation, projection, zoom } = frame.viewState;
  const extent = projection.canWrapX() ? projection.getExtent() : undefined;
  const input: ViewInput = {
    center: center as [number, number],
    resolution,
    zoom,
    rotation,
    size: frame.size as [number, number],
    pixelRatio: frame.pixelRatio,
    worldWidth: extent ? (extent[2] as number) - (extent[0] as number) : 0,
    projection: projection.getCode(),
    moving: MOVING_HINTS.some((hint) => (frame.viewHints[hint] ?? 0) > 0),
  };
  return viewOf(input);
}

/** The canvas in the right size, cleared. */
function clearedContext(canvas: HTMLCanvasElement, view: View): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d');
  if (canvas.width !== view.width || canvas.height !== view.height) {
    canvas.width = view.width;
    canvas.height = view.height;
  } else context?.clearRect(0, 0, view.width, view.height);
  const scale = 1 / view.pixelRatio;
  canvas.style.transform = `matrix(${scale}, 0, 0, ${scale}, 0, 0)`;
  return context;
}

/** What a canvas shows, as long as it depends on nothing else. */
interface Shown {
  readonly view: View;
  readonly revision: number;
  /** What it keeps the labels of other layers off. */
  readonly blocked: readonly Box[];
  /** Another picture is on its way. */
  readonly waits: boolean;
}

/**
 * An OpenLayers layer with a canvas of its own that somebody else paints. It keeps to what OpenLayers' canvas layers promise others:
 * `prerender` and `postrender` with a context, the extent of layer and groups, and a canvas that map export finds (`.ol-layer canvas`).
 */
export class CanvasLayer extends Layer {
  readonly #paint: (target: DrawTarget) => void;
  #container?: HTMLDivElement;
  #canvas?: HTMLCanvasElement;
  #shown?: Shown | undefined;

  constructor(paint: (target: DrawTarget) => void) {
    // A class of its own: OpenLayers draws neighbours with the same class into one canvas.
    super({ className: 'ol-layer yzt-data' });
    this.#paint = paint;
  }

  override render(frame: FrameState | null): HTMLElement | null {
    if (!frame) return null;
    const view = viewOfFrame(frame);
    const { opacity = 1, extent } = frame.layerStatesArray[frame.layerIndex] ?? {};
    const canvas = (this.#canvas ??= this.#make());
    canvas.style.opacity = opacity === 1 ? '' : String(opacity);
    this.rendered = true;
    const watched = this.hasListener('prerender') || this.hasListener('postrender');
    const shown = this.#shown;
    // A frame for the sake of another layer: what this one shows is there already.
    if (shown?.revision === this.getRevision() && !watched && !extent && sameView(shown.view, view) && shown.view.moving === view.moving) return this.#showAgain(shown, frame);
    this.#shown = undefined;
    const context = clearedContext(canvas, view);
    if (!context || !this.#container) return null;
    const drawn = this.#draw(context, view, frame);
    if (!watched && !extent) this.#shown = drawn;
    return this.#container;
  }

  #showAgain({ blocked, waits }: Shown, frame: FrameState): HTMLElement | null {
    const { taken } = frameLabels(frame, this.getMapInternal());
    for (const box of blocked) taken.block(box);
    if (waits) frame.animate = true;
    return this.#container ?? null;
  }

  /** Draws a frame. Gives what is shown if it depends on nothing but the view: no label has looked for room, and no other frame is asked for. */
  #draw(context: CanvasRenderingContext2D, view: View, frame: FrameState): Shown | undefined {
    context.save();
    this.#clip(context, view, frame);
    this.#tell('prerender', context, frame, view);
    // Whoever listens may set a clip: a swipe does.
    const clipped = this.hasListener('prerender') || frame.layerStatesArray[frame.layerIndex]?.extent !== undefined;
    const labels = frameLabels(frame, this.getMapInternal());
    const { boxes } = labels.taken;
    const before = boxes.length;
    let drawLabels: (() => void) | undefined;
    let unfinished = false;
    let waits = false;
    const again = () => (frame.animate = unfinished = true);
    const wait = () => (frame.animate = waits = true);
    this.#paint({ context, view, clipped, taken: labels.taken, later: (draw) => (drawLabels = draw), again, wait });
    // The clip must hold for the labels too, so the frame of this layer ends after them.
    const end = () => {
      this.#tell('postrender', context, frame, view);
      context.restore();
    };
    if (drawLabels) labels.add(drawLabels, end);
    else end();
    return drawLabels || unfinished ? undefined : { view, revision: this.getRevision(), blocked: boxes.slice(before), waits };
  }

  /** Gives the canvas back; OpenLayers may hold on to the layer until its next frame. */
  release(): void {
    this.#container?.remove();
    if (this.#canvas) this.#canvas.width = this.#canvas.height = 0;
    this.#container = this.#canvas = this.#shown = undefined;
  }

  protected override disposeInternal(): void {
    this.release();
    super.disposeInternal();
  }

  #make(): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    this.#container = document.createElement('div');
    this.#container.className = this.getClassName();
    Object.assign(this.#container.style, { position: 'absolute', width: '100%', height: '100%', pointerEvents: 'none' });
    Object.assign(canvas.style, { position: 'absolute', left: '0', top: '0', transformOrigin: 'top left' });
    // What a browser has lost is drawn again.
    canvas.addEventListener('contextrestored', () => this.changed());
    this.#container.append(canvas);
    return canvas;
  }

  #clip(context: CanvasRenderingContext2D, view: View, frame: FrameState): void {
    const extent = frame.layerStatesArray[frame.layerIndex]?.extent;
    if (!extent) return;
    const [minX, minY, maxX, maxY] = extent as [number, number, number, number];
    context.beginPath();
    for (const [x, y] of [[minX, minY], [maxX, minY], [maxX, maxY], [minX, maxY]] as const) context.lineTo(...devicePoint(view, x, y));
    context.clip();
  }

  #tell(type: 'prerender' | 'postrender', context: CanvasRenderingContext2D, frame: FrameState, view: View): void {
    if (!this.hasListener(type)) return;
    const toCss = compose(create(), 0, 0, 1 / view.pixelRatio, 1 / view.pixelRatio, 0, 0, 0);
    this.dispatchEvent(new RenderEvent(type, makeInverse(create(), toCss), frame, context));
  }
}
