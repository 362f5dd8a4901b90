import DragBox from 'ol/interaction/DragBox.js';
import type MapBrowserEvent from 'ol/MapBrowserEvent.js';
import type OlMap from 'ol/Map.js';
import type { Dataset } from '@yizhangtu/data/model';
import type { Hit } from './map-types.js';
import { isHoverable, setHover } from './selection.js';
import { MOUSE_TOLERANCE, TOUCH_TOLERANCE } from './tolerance.js';

/** What the pointer needs of its map. */
export interface PointerHost {
  pick(pixel: readonly [number, number], tolerance?: number): Hit[];
  /** The pointer came to other hits. */
  hovered(hits: readonly Hit[]): void;
  /** A click. `additive`: a modifier key asks to add to the selection. */
  picked(pixel: readonly [number, number], hits: readonly Hit[], additive: boolean): void;
  /** A box drawn with the shift key, in map coordinates. */
  boxed(extent: readonly number[], additive: boolean): void;
  /** A person moved the map. */
  moved(): void;
}

type PointerMapEvent = MapBrowserEvent<PointerEvent | KeyboardEvent | WheelEvent>;

const MOVES = ['pointerdrag', 'dblclick'] as const;

function toleranceOf(event: PointerMapEvent): number {
  return (event.originalEvent as PointerEvent).pointerType === 'touch' ? TOUCH_TOLERANCE : MOUSE_TOLERANCE;
}

function isAdditive(event: PointerMapEvent): boolean {
  const { ctrlKey, metaKey, shiftKey } = event.originalEvent;
  return ctrlKey || metaKey || shiftKey;
}

function sameHits(a: readonly Hit[], b: readonly Hit[]): boolean {
  return a.length === b.length && a.every((hit, index) => hit.layer === b[index]?.layer && hit.row === b[index]?.row);
}

/** Pointer, touch and wheel on one OpenLayers map: hover at most once a frame, clicks, and the selection box. */
export class MapPointer {
  readonly #host: PointerHost;
  readonly #olMap: OlMap;
  readonly #viewport: HTMLElement;
  readonly #hoverDatasets = new Set<Dataset>();
  #hits: readonly Hit[] = [];
  #next?: PointerMapEvent;
  #frame = 0;

  constructor(host: PointerHost, olMap: OlMap) {
    this.#host = host;
    this.#olMap = olMap;
    olMap.on('pointermove', this.#onMove);
    olMap.on('click', this.#onClick);
    for (const move of MOVES) olMap.on(move, this.#onUserMove);
    this.#viewport = olMap.getViewport() as HTMLElement;
    this.#viewport.addEventListener('wheel', this.#onUserMove, { passive: true });
    this.#viewport.addEventListener('pointerleave', this.clearHover);
    olMap.addInteraction(this.#box());
  }

  /** Ends everything. The OpenLayers map frees its own listeners when it is disposed. */
  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.clearHover();
    this.#viewport.removeEventListener('wheel', this.#onUserMove);
    this.#viewport.removeEventListener('pointerleave', this.clearHover);
    this.#olMap.un('pointermove', this.#onMove);
    this.#olMap.un('click', this.#onClick);
    for (const move of MOVES) this.#olMap.un(move, this.#onUserMove);
  }

  /** Nothing is under the pointer any more. */
  readonly clearHover = (): void => {
    this.#next = undefined;
    this.#show([]);
  };

  #box(): DragBox {
    const box = new DragBox({
      className: 'box',
      condition: (event) => event.originalEvent.shiftKey && (event.originalEvent as PointerEvent).pointerType !== 'touch',
    });
    box.on('boxend', (event) => this.#host.boxed(box.getGeometry().getExtent(), isAdditiveBox(event.mapBrowserEvent)));
    return box;
  }

  readonly #onUserMove = (): void => this.#host.moved();

  readonly #onClick = (event: PointerMapEvent): void => {
    const pixel = event.pixel as [number, number];
    this.#host.picked(pixel, this.#host.pick(pixel, toleranceOf(event)), isAdditive(event));
  };

  readonly #onMove = (event: PointerMapEvent): void => {
    if (event.dragging || (event.originalEvent as PointerEvent).pointerType === 'touch') return;
    this.#next = event;
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#next) return;
      const hits = this.#host.pick(this.#next.pixel as [number, number], MOUSE_TOLERANCE);
      this.#show(hits.filter(({ layer }) => isHoverable(layer)));
    });
  };

  #show(hits: readonly Hit[]): void {
    if (sameHits(hits, this.#hits)) return;
    this.#hits = hits;
    setHover(hits, this.#hoverDatasets);
    this.#viewport.style.cursor = hits.length > 0 ? 'pointer' : '';
    this.#host.hovered(hits);
  }
}

/** A box always has the shift key down: adding needs the other one. */
function isAdditiveBox(event: PointerMapEvent | null): boolean {
  return event !== null && (event.originalEvent.ctrlKey || event.originalEvent.metaKey);
}
