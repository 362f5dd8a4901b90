import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type OlMap from 'ol/Map.js';
import { LinkTarget } from '@yizhangtu/base/link';
import { hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import type { LayerElement } from '../layer/layer.js';
import { MAP_LINK } from '../link/link.js';
import { motionIsReduced, ZOOM_DURATION } from '../shared/motion.js';
import type { Bounds, LonLat } from '../shared/values.js';
import { isGroup, LayerStack } from './layer-stack.js';
import { MapActions, type PickAt } from './map-actions.js';
import { keyAction } from './map-keys.js';
import type { MapSession, SessionHost } from './map-session.js';
import type { FitOptions, FlyOptions, Hit } from './map-types.js';
import { MapViewElement } from './map-view-element.js';
import { KEYS, MAP } from './map-words.js';
import { mapStyles } from './map.styles.js';
import { mapTemplate } from './map-template.js';
import { olNow, stillLoading, whenOl } from './ol-door.js';
import { MOUSE_TOLERANCE } from './tolerance.js';

const FLIGHT_DURATION = 600;

/**
 * A map: layers are its children, widgets stand in its corners or point to it by `for`.
 * @tag yzt-map
 * @summary A map over OpenLayers with layers in the order of the document, linked selection and keyboard use.
 * @slot - Layers, and anything that lies over the map.
 * @slot top-start - Widgets in the upper corner where lines begin.
 * @slot top-end - Widgets in the upper corner where lines end.
 * @slot bottom-start - Widgets in the lower corner where lines begin.
 * @slot bottom-end - Widgets in the lower corner where lines end.
 * @slot bottom - A bar along the lower edge.
 * @csspart viewport - What takes focus and gestures.
 * @csspart corner - Each of the five places for widgets.
 * @fires yzt-ready - The first frame is drawn.
 * @fires yzt-view-change - The view came to rest somewhere else, the first time included; `detail` is a `MapView`.
 * @fires yzt-layers-change - Layers came, went, moved or changed what legends and lists show of them.
 * @fires yzt-pick - A click or its keyboard equal; `detail` says where and what. Cancelable: prevented, the selection stays.
 * @fires yzt-hover-change - The pointer came to other things; `detail.hits` is empty when it left.
 */
export class YztMap extends MapViewElement {
  static override styles = [hostStyles, hiddenTextStyles, mapStyles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  /** Name of the map for people who do not see it. */
  @property() label = '';

  /** Lets people turn the map with two fingers, or with Alt and Shift held. */
  @property({ type: Boolean }) rotatable = false;

  /** The layers of the map. Layer elements join and leave by themselves; a page reads `layers`. */
  readonly stack = new LayerStack(
    () => this.#session?.olMap,
    () => this.emit('yzt-layers-change', undefined),
  );

  @state() private message = '';
  @state() private keyboard = false;
  @query('.viewport') private viewport!: HTMLElement;

  readonly #target = new LinkTarget(this, MAP_LINK.name);
  readonly #frameListeners = new Set<() => void>();
  readonly #actions = new MapActions(this, {
    size: () => this.#size ?? [0, 0],
    say: (text) => this.announce(this.say(text)),
  });
  #session?: MapSession;
  #ready = false;

  /**
   * The OpenLayers map, made at first use. A new one takes its place after the element has been off the page.
   * @throws YztError `bad-argument` while OpenLayers is still loading; after `await map.updateComplete` it is there.
   */
  get olMap(): OlMap {
    const session = this.#start();
    if (!session) throw stillLoading();
    return session.olMap;
  }

  /** All layers, bottom first, those in groups included and the groups themselves not. */
  get layers(): readonly LayerElement[] {
    return this.stack.all.filter((layer) => !isGroup(layer));
  }

  /** The box around what is in view; undefined before the map has a size. */
  get viewBounds(): Bounds | undefined {
    const size = this.#size;
    return size && this.model?.bounds(size);
  }

  /** Whether the map has drawn a frame. */
  get isReady(): boolean {
    return this.#ready;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#show();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move is a removal and an insertion in one task: the map survives it.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  override attributeChangedCallback(name: string, previous: string | null, value: string | null): void {
    super.attributeChangedCallback(name, previous, value);
    if (name === 'id' && this.isConnected) this.#target.announce();
  }

  /** Puts the keyboard on the map. */
  override focus(options?: FocusOptions): void {
    this.viewport.focus(options);
  }

  protected override firstUpdated(): void {
    // In a task of its own: making the elements of a page and putting OpenLayers on it would be one long one.
    setTimeout(() => this.#show());
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('rotatable') && this.#session) olNow()?.setRotatable(this.#session.olMap, this.rotatable);
  }

  protected override environmentChanged(): void {
    super.environmentChanged();
    this.#session?.olMap.render();
  }

  /**
   * Shows a box as large as possible; waits where the map has no size yet.
   * @param bounds West, south, east, north in degrees.
   */
  override fit(bounds: Bounds, options: FitOptions = {}): void {
    this.moves('code', bounds, options);
    const size = this.#size;
    this.waiting = size ? undefined : { bounds, options };
    if (!size) return void whenOl();
    const duration = motionIsReduced() ? 0 : (options.duration ?? 0);
    this.model?.fit(bounds, size, { ...options, duration, padding: this.roomFor(options.padding) });
  }

  /**
   * Moves the view along a flight.
   * @returns True when it arrived, false when something else moved the map first.
   */
  async flyTo(to: FlyOptions): Promise<boolean> {
    this.viewAsked();
    if (!this.model) await whenOl();
    return this.model?.flyTo(to, motionIsReduced() ? 0 : (to.duration ?? FLIGHT_DURATION)) ?? false;
  }

  /** Zooms about the middle, as a person does with a button or a key. Returns the level it goes to. */
  zoomBy(delta: number): number {
    this.moves('user');
    return this.model?.zoomBy(delta, motionIsReduced() ? 0 : ZOOM_DURATION) ?? (this.zoom += delta);
  }

  /** Moves the view by pixels of the screen, as a person does with a key: positive goes right and down. */
  panBy(pixels: readonly [number, number]): void {
    this.moves('user');
    this.model?.panBy(pixels);
  }

  /** Returns to the view the map began with, or to `bounds` where the page gave one. */
  home(): void {
    if (this.bounds) this.fit(this.bounds, { duration: ZOOM_DURATION });
    else if (this.watch.home) void this.flyTo({ ...this.watch.home, duration: ZOOM_DURATION });
    this.watch.cause = 'user';
  }

  /** Pixel of a place, from the top left of the map; undefined before the first frame. */
  pixelOf(lonLat: LonLat): [number, number] | undefined {
    const coordinate = this.model?.fromLonLat(lonLat);
    return ((coordinate && this.#session?.olMap.getPixelFromCoordinate(coordinate)) as [number, number] | null) ?? undefined;
  }

  /** Place under a pixel; undefined before the first frame. */
  lonLatOf(pixel: readonly [number, number]): LonLat | undefined {
    const coordinate = this.#session?.olMap.getCoordinateFromPixel([...pixel]);
    return coordinate && this.model?.toLonLat(coordinate);
  }

  /** Everything at a pixel, from the top layer to the bottom one. */
  pick(pixel: readonly [number, number], tolerance = MOUSE_TOLERANCE): Hit[] {
    const shown = this.layers.filter((layer) => layer.isShown);
    return shown.reverse().flatMap((layer) => layer.hitsAt(pixel, tolerance));
  }

  /** Says a sentence to people who use a screen reader. */
  announce(text: string): void {
    // The same words again would not be a change, and would stay unsaid.
    this.message = text === this.message ? `${text}\u00a0` : text;
  }

  /** Calls a listener after each drawn frame, so that what lies over the map can follow it. Returns the function that ends it. */
  onFrame(listener: () => void): () => void {
    this.#frameListeners.add(listener);
    return () => this.#frameListeners.delete(listener);
  }

  protected override viewAsked(): void {
    this.waiting = undefined;
    this.moves('code');
  }

  protected override boundsAsked(bounds: Bounds | undefined): void {
    this.waiting = undefined;
    if (bounds) this.fit(bounds);
    else this.moves('code');
  }

  protected override viewReplaced(): void {
    if (this.model) this.#session?.olMap.setView(this.model.olView);
    this.#show();
  }

  get #size(): readonly [number, number] | undefined {
    const [width = 0, height = 0] = this.#session?.olMap.getSize() ?? [];
    return width > 0 && height > 0 ? [width, height] : undefined;
  }

  #start(): MapSession | undefined {
    const [ol, model] = [olNow(), this.model];
    if (this.#session || !ol || !model) return this.#session;
    const host: SessionHost = {
      pick: (pixel, tolerance) => this.pick(pixel, tolerance),
      picked: (pixel, hits, additive) => this.#actions.pick({ pixel, hits, additive, byKey: false }),
      hovered: (hits) => this.emit('yzt-hover-change', { hits }),
      boxed: (extent, additive) => this.model && this.#actions.box(this.model.boundsOf(extent), additive),
      moved: () => this.moves('user'),
      sized: () => this.sized(),
      drawn: (resting) => this.#onFrame(resting),
    };
    this.#session = new ol.MapSession(host, model.olView);
    ol.setRotatable(this.#session.olMap, this.rotatable);
    this.stack.attach();
    return this.#session;
  }

  /** Puts the map on the page, once its projection is known. */
  #show(): void {
    if (this.isConnected && this.hasUpdated && this.projectionIsReady) this.#start()?.show(this.viewport);
  }

  #end(): void {
    this.stack.detach();
    this.model?.olView.cancelAnimations();
    this.#session?.dispose();
    this.#session = undefined;
    this.#ready = false;
    this.watch.reset();
  }

  #onFrame(resting: boolean): void {
    for (const listener of [...this.#frameListeners]) listener();
    const bounds = this.viewBounds;
    if (!resting || !bounds) return;
    this.restsNow();
    const view = this.watch.rest({ center: this.center, zoom: this.zoom, rotation: this.rotation, bounds });
    if (!this.#ready) {
      this.#ready = true;
      this.emit('yzt-ready', undefined);
    }
    if (view) this.emit('yzt-view-change', view);
  }

  /** Tells the page about a pick, as a click does; false when the page takes it for itself. */
  tellPick(pick: PickAt): boolean {
    const lonLat = this.lonLatOf(pick.pixel);
    return lonLat !== undefined && this.emit('yzt-pick', { lonLat, ...pick }, { cancelable: true });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    this.keyboard = true;
    const action = event.target === this.viewport ? keyAction(event) : undefined;
    if (!action) return;
    event.preventDefault();
    this.#actions.press(action);
  };

  protected override render(): TemplateResult {
    return mapTemplate({
      label: this.label || this.say(MAP),
      help: this.say(KEYS),
      message: this.message,
      keyboard: this.keyboard,
      onKey: this.#onKey,
      onKeyboard: (used) => (this.keyboard = used),
      onSlot: () => this.stack.queueSort(),
    });
  }
}
