import { adoptStyles, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { enclosing } from '@yizhangtu/base/context';
import { hostStyles } from '@yizhangtu/base/styles';
import { rowsAreHere, type Dataset } from '@yizhangtu/data/model';
import type { LayerElement } from '@yizhangtu/map/layer';
import type { Hit, YztMap } from '@yizhangtu/map/map';
import { activeElement } from '../shared/active-element.js';
import { DatasetWatch } from '../shared/dataset-watch.js';
import { MapWidget } from '../shared/map-widget.js';
import type { CardPlacer } from './card-placer.js';
import type { FollowedRows } from './followed-rows.js';
import type { LayerAnswer } from './popup-answers.js';
import type { PopupAsking } from './popup-asking.js';
import type * as card from './popup-card.js';
import { popupHostStyles } from './popup-host.styles.js';

/** Whether a popup is open, and what it shows. */
export interface PopupState {
  readonly open: boolean;
  /** A feature of a layer; undefined too while the popup shows what a map service says of the place. */
  readonly hit: Hit | undefined;
}

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    'yzt-popup-change': PopupState;
  }
}

/** The card: fetched when somebody is about to open a popup, because most visits of a page begin without one. */
type CardModule = typeof card;
let loaded: CardModule | undefined;

const LAYER = Symbol.for('yzt-layer');

/**
 * Says what was clicked on the map: title, class, four to eight fields in the reader's words, source and date.
 *
 * All of it is text: data never becomes markup. Where no feature is under a click, layers of map services are asked what is there. Several things under one click are paged. Inside a layer it answers for that layer
 * only, inside or beside a map for all layers. A row that is selected alone elsewhere – in a list, in a chart, by the page – is shown
 * at its place too, without taking the focus, until it is no longer selected.
 * @tag yzt-popup
 * @summary Facts about a clicked feature.
 * @slot actions - Buttons or links below the facts. The page reads `hit` to know what they are about.
 * @csspart card - The card.
 * @csspart title - Name of the feature.
 * @csspart close - The close button.
 * @cssproperty --yzt-popup-max-width - Widest card. Default 340px.
 * @cssproperty --yzt-popup-z-index - Level of the card on the page. Default 20.
 * @fires yzt-popup-change - The popup opened, closed or turned to another feature.
 */
export class YztPopup extends MapWidget {
  static override styles = [hostStyles, popupHostStyles];

  /** Names of the fields to show, in order, parted by spaces. Without them: up to eight that are filled, in the schema's order. */
  @property() fields?: string;

  /** Shows the topmost feature only, without a pager. */
  @property({ type: Boolean, attribute: 'no-pager' }) noPager = false;

  /** Opens for clicks on the map only, not for a row that is selected elsewhere. */
  @property({ type: Boolean, attribute: 'picks-only' }) picksOnly = false;

  @state() private shown: readonly (Hit | LayerAnswer)[] = [];
  @state() private index = 0;

  @query('.card') private card?: HTMLElement;

  protected override readonly mapEvents = ['yzt-pick', 'yzt-layers-change'] as const;

  readonly #watch = new DatasetWatch(this, ['data', 'filter']);
  readonly #selections = new DatasetWatch(this, ['selection'], (dataset) => rowsAreHere(dataset) && this.#onSelection(dataset));
  /** The popup shows a row because it was selected elsewhere, and goes with the selection. */
  #follows = false;
  #rows?: FollowedRows;
  #lonLat?: readonly [number, number];
  #byKeyboard = false;
  #wantsFocus = false;
  #focusBefore?: HTMLElement;
  #heard?: YztMap;
  #coming?: Promise<CardModule>;
  #placer?: CardPlacer;
  #asking?: PopupAsking;
  /** The last click, as long as it met nothing. */
  #missed?: object | undefined;

  /** The feature that the popup shows; undefined when it is closed, and while it shows what a map service says of the place. */
  get hit(): Hit | undefined {
    const shown = this.shown[this.index];
    return shown && 'dataset' in shown ? shown : undefined;
  }

  /** True while the popup is open. */
  get open(): boolean {
    return this.shown[this.index] !== undefined;
  }

  protected override mapChanged(event?: Event): void {
    const map = this.mapElement;
    if (event === undefined) {
      this.#hear(map);
      if (!map) this.close();
    } else if (event.type === 'yzt-pick') {
      this.#onPick(event as HTMLElementEventMap['yzt-pick']);
    } else if (this.shown.some(({ layer }) => !layer.isConnected)) {
      this.close();
    }
    if (event?.type !== 'yzt-pick') this.#watchSelections();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('picksOnly')) this.#watchSelections();
    this.#followRows();
    if (this.shown.some((one) => 'dataset' in one && rowsAreHere(one.dataset) && one.dataset.passing()[one.row] !== 1)) this.close();
  }

  /** Rows were replaced: the popup goes where they went. */
  #followRows(): void {
    const found = this.#rows?.follow(this.shown);
    const hit = found?.[this.index];
    if (found && found.length < this.shown.length) return this.close();
    if (hit && 'dataset' in hit && hit.dataset.geometry.kind === 'point') this.#lonLat = hit.lonLat;
    if (found) this.shown = found;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { card } = this;
    if (!this.open || !card || !this.#lonLat) return;
    this.#placer?.settle(card, this.#lonLat, this.#follows);
    if (this.#wantsFocus) card.focus();
    this.#wantsFocus = false;
  }

  /**
   * Opens the popup for features at a place.
   * @param hits The features, topmost first; none closes the popup.
   * @param lonLat Where it points. Default: the place of the first feature.
   */
  show(hits: readonly Hit[], lonLat?: readonly [number, number]): void {
    this.#open(hits, lonLat, this.#byKeyboard);
  }

  #open(shown: readonly (Hit | LayerAnswer)[], lonLat: readonly [number, number] | undefined, wantsFocus: boolean): void {
    const first = shown[0];
    if (!first) {
      this.close();
      return;
    }
    // A popup that followed a selection is given the focus later, from somewhere else.
    if (!this.open || (wantsFocus && !this.#hasFocus())) this.#focusBefore = activeElement();
    this.#follows = false;
    this.shown = this.noPager ? [first] : [...shown];
    this.#rows?.remember(this.shown);
    this.index = 0;
    this.#lonLat = lonLat ?? first.lonLat;
    this.#watch.watch(shown.map((one) => ('dataset' in one ? one.dataset : undefined)));
    void this.#fetchCard().then(() => this.open && this.#placer?.follow(this.mapElement));
    this.#tell();
    this.#wantsFocus = wantsFocus;
  }

  /** Closes the popup and gives the focus back. */
  close(): void {
    this.#stopAsking();
    if (!this.open) return;
    const hadFocus = this.#hasFocus();
    this.shown = [];
    this.index = 0;
    this.#watch.watch([]);
    this.#placer?.follow(undefined);
    if (hadFocus && this.#focusBefore?.isConnected) this.#focusBefore.focus();
    this.#focusBefore = undefined;
    this.#tell();
  }

  #hasFocus(): boolean {
    return this.shadowRoot?.activeElement != null || this.contains(activeElement() ?? null);
  }

  /** Also waits for the card, where one is about to show. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#coming;
    return super.getUpdateComplete();
  }

  /** Fetches the card once a page and readies it for this popup. */
  #fetchCard(): Promise<CardModule> {
    return (this.#coming ??= import('./popup-card.js').then((module) => {
      loaded = module;
      adoptStyles(this.renderRoot as ShadowRoot, [...(this.constructor as typeof YztPopup).elementStyles, ...module.cardStyles]);
      this.#placer = new module.CardPlacer(this);
      this.#rows = new module.FollowedRows();
      this.#rows.remember(this.shown);
      this.#asking = new module.PopupAsking({
        show: (found, lonLat) => this.#open(found, lonLat, this.#byKeyboard),
        say: (text) => this.mapElement?.announce(this.say(text)),
      });
      this.requestUpdate();
      return module;
    }));
  }

  #tell(): void {
    this.emit('yzt-popup-change', { open: this.open, hit: this.hit });
  }

  #onPick(event: HTMLElementEventMap['yzt-pick']): void {
    const around = enclosing(this, LAYER);
    const { hits, lonLat } = event.detail;
    // A click goes through layers that cannot be selected: land and borders have nothing to say about themselves.
    const mine = hits.filter(({ layer }) => (around ? layer === around : (layer as { noSelect?: boolean }).noSelect !== true));
    this.#stopAsking();
    this.show(mine, mine[0]?.lonLat ?? lonLat);
    if (mine.length > 0) return;
    this.#missed = hits;
    void this.#fetchCard().then(() => this.#missed === hits && this.#asking?.ask(this.#answersFor(), lonLat));
  }

  /** Whatever services say of a click before this one comes too late. */
  #stopAsking(): void {
    this.#missed = undefined;
    this.#asking?.stop();
  }

  #watchSelections(): void {
    this.#selections.watch(this.picksOnly ? [] : this.#answersFor().map(({ layerDataset }) => layerDataset));
  }

  /** The layers this popup speaks for: its own one, or all of the map. */
  #answersFor(): readonly LayerElement[] {
    const around = enclosing(this, LAYER);
    return (this.mapElement?.layers ?? []).filter((layer) => !around || layer === around);
  }

  #onSelection(dataset: Dataset): void {
    const shows = (row: number): boolean => this.shown.some((one) => 'dataset' in one && one.dataset === dataset && one.row === row);
    const { hit } = this;
    if (this.#follows && hit?.dataset === dataset && !dataset.selection.has(hit.row)) this.close();
    const [row = -1] = dataset.selection;
    // A click on the map has opened the popup already when its selection is told.
    if (dataset.selection.size !== 1 || shows(row)) return;
    void this.#fetchCard().then(({ selectedRow }) => {
      const found = selectedRow(dataset, this.#answersFor());
      if (!found || shows(found.row) || !this.isConnected) return;
      this.#open([found], found.lonLat, false);
      this.#follows = true;
    });
  }

  /** How the map was last worked with decides whether the focus moves into the popup. */
  #hear(map: YztMap | undefined): void {
    for (const type of ['keydown', 'pointerdown']) {
      this.#heard?.removeEventListener(type, this.#onInput, true);
      map?.addEventListener(type, this.#onInput, true);
    }
    this.#heard = map;
  }

  #onInput = (event: Event): void => {
    this.#byKeyboard = event.type === 'keydown';
    void this.#fetchCard();
    if (this.#byKeyboard && this.open) this.#onKeydown(event as KeyboardEvent);
  };

  #turn(by: number): void {
    this.index = (this.index + by + this.shown.length) % this.shown.length;
    const { hit } = this;
    if (hit) {
      this.#lonLat = hit.lonLat;
      hit.dataset.select(hit.bin?.rows ?? [hit.row], 'replace');
    }
    this.#tell();
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.close();
  }

  override render(): TemplateResult | typeof nothing {
    const shown = this.shown[this.index];
    const { locale } = this;
    if (!shown || !loaded) return nothing;
    const content = 'dataset' in shown ? loaded.hitContent(shown, this.fields, locale) : loaded.answerModule()?.answerContent(shown, locale);
    if (!content) return nothing;
    return loaded.cardTemplate(content, {
      index: this.index,
      count: this.shown.length,
      locale,
      turn: (by) => this.#turn(by),
      close: () => this.close(),
      keydown: (event) => this.#onKeydown(event),
    });
  }
}
