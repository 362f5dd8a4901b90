import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { enclosing } from '@yizhangtu/base/context';
import { chevronLeft, chevronRight, x } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { buttonStyles, focusStyles, hostStyles } from '@yizhangtu/base/styles';
import type { Hit, YztMap } from '@yizhangtu/map/map';
import { activeElement } from '../shared/active-element.js';
import { DatasetWatch } from '../shared/dataset-watch.js';
import { MapWidget } from '../shared/map-widget.js';
import { badgeStyles } from '../shared/panel.styles.js';
import { exampleBadge, sourceParts } from '../shared/provenance.js';
import { swatch, swatchShape, swatchStyles } from '../shared/swatch.js';
import { overlap, placePopup, roomBeside, type Frame } from './popup-place.js';
import { classOfRow, fieldList, popupRows, popupTitle, titleField } from './popup-rows.js';
import { popupStyles } from './popup.styles.js';

/** Whether a popup is open, and what it shows. */
export interface PopupState {
  readonly open: boolean;
  readonly hit: Hit | undefined;
}

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    'yzt-popup-change': PopupState;
  }
}

/** Below this width of the map the popup is a card along its bottom, CSS pixels. */
const SHEET_WIDTH = 520;
/** Lowest card with a scrolling middle that can still be read, CSS pixels. */
const MIN_HEIGHT = 200;

/**
 * Says what was clicked on the map: title, class, four to eight fields in the reader's words, source and date.
 *
 * All of it is text: data never becomes markup. Several things under one click are paged. Inside a layer it answers for that layer
 * only, inside or beside a map for all layers.
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
  static override styles = [hostStyles, focusStyles, buttonStyles, badgeStyles, swatchStyles, popupStyles];

  /** Names of the fields to show, in order, parted by spaces. Without them: up to eight that are filled, in the schema's order. */
  @property() fields?: string;

  /** Shows the topmost feature only, without a pager. */
  @property({ type: Boolean, attribute: 'no-pager' }) noPager = false;

  @state() private hits: readonly Hit[] = [];
  @state() private index = 0;

  @query('.card') private card?: HTMLElement;

  protected override readonly mapEvents = ['yzt-pick', 'yzt-layers-change'] as const;

  readonly #watch = new DatasetWatch(this, ['data']);
  #lonLat?: readonly [number, number];
  #byKeyboard = false;
  #wantsFocus = false;
  #focusBefore?: HTMLElement;
  #heard?: YztMap;
  #stopFrames?: () => void;

  /** What the popup shows, or undefined when it is closed. */
  get hit(): Hit | undefined {
    return this.hits[this.index];
  }

  /** True while the popup is open. */
  get open(): boolean {
    return this.hit !== undefined;
  }

  protected override mapChanged(event?: Event): void {
    const map = this.mapElement;
    if (event === undefined) {
      this.#hear(map);
      if (!map) this.close();
    } else if (event.type === 'yzt-pick') {
      this.#onPick(event as HTMLElementEventMap['yzt-pick']);
    } else if (this.hits.some(({ layer }) => !layer.isConnected)) {
      this.close();
    }
  }

  protected override willUpdate(): void {
    if (this.hits.some(({ dataset, row }) => row >= dataset.rowCount)) this.close();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.open) return;
    this.#fit();
    this.#place();
    if (this.#wantsFocus) this.card?.focus();
    this.#wantsFocus = false;
  }

  /**
   * Opens the popup for features at a place.
   * @param hits The features, topmost first; none closes the popup.
   * @param lonLat Where it points. Default: the place of the first feature.
   */
  show(hits: readonly Hit[], lonLat?: readonly [number, number]): void {
    const first = hits[0];
    if (!first) {
      this.close();
      return;
    }
    const wasOpen = this.open;
    if (!wasOpen) this.#focusBefore = activeElement();
    this.hits = this.noPager ? [first] : [...hits];
    this.index = 0;
    this.#lonLat = lonLat ?? first.lonLat;
    this.#watch.watch(hits.map(({ dataset }) => dataset));
    this.#listen(this.mapElement);
    this.#tell();
    this.#wantsFocus = this.#byKeyboard;
  }

  /** Closes the popup and gives the focus back. */
  close(): void {
    if (!this.open) return;
    const hadFocus = this.shadowRoot?.activeElement != null || this.contains(activeElement() ?? null);
    this.hits = [];
    this.index = 0;
    this.#watch.watch([]);
    this.#listen(undefined);
    if (hadFocus && this.#focusBefore?.isConnected) this.#focusBefore.focus();
    this.#focusBefore = undefined;
    this.#tell();
  }

  #tell(): void {
    this.emit('yzt-popup-change', { open: this.open, hit: this.hit });
  }

  #onPick(event: HTMLElementEventMap['yzt-pick']): void {
    const around = enclosing(this, Symbol.for('yzt-layer'));
    const { hits, lonLat } = event.detail;
    // A click goes through layers that cannot be selected: land and borders have nothing to say about themselves.
    const mine = hits.filter(({ layer }) => (around ? layer === around : (layer as { noSelect?: boolean }).noSelect !== true));
    this.show(mine, mine[0]?.lonLat ?? lonLat);
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
    if (this.#byKeyboard && (event as KeyboardEvent).key === 'Escape' && this.open) {
      event.stopPropagation();
      this.close();
    }
  };

  #listen(map: YztMap | undefined): void {
    this.#stopFrames?.();
    this.#stopFrames = map?.onFrame(this.#place);
    window.removeEventListener('resize', this.#place);
    window.removeEventListener('scroll', this.#place, true);
    if (!map) return;
    window.addEventListener('resize', this.#place);
    window.addEventListener('scroll', this.#place, true);
  }

  /** Everything about the map that placing needs; undefined before the map can tell. */
  #ground(): { frame: Frame; anchor: readonly [number, number]; sheet: boolean } | undefined {
    const map = this.mapElement;
    const pixel = this.#lonLat && map?.pixelOf([this.#lonLat[0], this.#lonLat[1]]);
    if (!map || !pixel) return undefined;
    const box = map.getBoundingClientRect();
    const frame = overlap(box, { left: 0, top: 0, width: window.innerWidth, height: window.innerHeight });
    return { frame, anchor: [box.left + pixel[0], box.top + pixel[1]], sheet: frame.width < SHEET_WIDTH };
  }

  /** The card's size is decided when its content is: it must not grow and shrink while the map is dragged. */
  #fit(): void {
    const ground = this.#ground();
    if (!ground) return;
    const { frame, anchor, sheet } = ground;
    const height = sheet ? frame.height * 0.55 : Math.max(MIN_HEIGHT, roomBeside(anchor[1], frame));
    this.style.setProperty('--_room-width', `${sheet ? frame.width : frame.width - 16}px`);
    this.style.setProperty('--_room-height', `${Math.round(height)}px`);
    this.card?.classList.toggle('sheet', sheet);
  }

  #place = (): void => {
    const { card } = this;
    const ground = this.#ground();
    card?.classList.toggle('outside', !ground);
    if (!card || !ground) return;
    const { frame, anchor, sheet } = ground;
    if (sheet !== card.classList.contains('sheet')) this.#fit();
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const place = placePopup(anchor, size, frame);
    for (const side of ['above', 'below'] as const) card.classList.toggle(side, place.side === side);
    card.classList.toggle('clamped', place.clamped);
    card.classList.toggle('outside', place.outside && !sheet);
    const [left, top] = sheet ? [frame.left, frame.top + frame.height - size.height] : [place.left, place.top];
    const origin = this.getBoundingClientRect();
    const values = { '--_left': left - origin.left, '--_top': top - origin.top, '--_tip': place.tip };
    for (const [name, value] of Object.entries(values)) this.style.setProperty(name, `${Math.round(value)}px`);
  };

  #turn(by: number): void {
    this.index = (this.index + by + this.hits.length) % this.hits.length;
    const { hit } = this;
    if (hit) {
      this.#lonLat = hit.lonLat;
      hit.dataset.select([hit.row], 'replace');
    }
    this.#tell();
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
    }
  }

  #badge(hit: Hit): TemplateResult | typeof nothing {
    const symbol = classOfRow(hit.layer.symbologyModel, hit.row);
    if (!symbol) return nothing;
    return html`<span class="badge class">${swatch(swatchShape(hit.dataset.geometry), symbol)}${this.say(symbol.label)}</span>`;
  }

  #pager(): TemplateResult | typeof nothing {
    if (this.hits.length < 2) return nothing;
    return html`<span class="pager">
      <button class="icon" type="button" aria-label=${this.say({ zh: '上一个', en: 'Previous' })} @click=${() => this.#turn(-1)}>
        ${iconSvg(chevronLeft)}
      </button>
      <span aria-live="polite">${this.index + 1} / ${this.hits.length}</span>
      <button class="icon" type="button" aria-label=${this.say({ zh: '下一个', en: 'Next' })} @click=${() => this.#turn(1)}>
        ${iconSvg(chevronRight)}
      </button>
    </span>`;
  }

  #foot(hit: Hit): TemplateResult {
    const say = (text: Parameters<YztPopup['say']>[0]): string => this.say(text);
    return html`<div class="foot">
      ${exampleBadge([hit.dataset], say)}<span class="source"
        >${sourceParts(hit.dataset.provenance, say).map((text) => html`<span>${text}</span>`)}</span
      >${this.#pager()}
    </div>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { hit } = this;
    if (!hit) return nothing;
    const { dataset, row, layer } = hit;
    const badgeField = classOfRow(layer.symbologyModel, row) ? layer.symbologyModel?.field : undefined;
    const rows = popupRows(dataset, row, fieldList(this.fields), [titleField(dataset), badgeField], this.locale);
    return html`<section class="card" part="card" role="dialog" aria-labelledby="title" tabindex="-1" @keydown=${this.#onKeydown}>
      <header>
        <div class="title" id="title" part="title">${popupTitle(dataset, row, layer.label, this.locale)}</div>
        <button
          class="icon"
          type="button"
          part="close"
          aria-label=${this.say({ zh: '关闭', en: 'Close' })}
          @click=${() => this.close()}
        >
          ${iconSvg(x)}
        </button>
      </header>
      ${this.#badge(hit)}
      <dl tabindex="0" aria-label=${this.say({ zh: '属性', en: 'Facts' })}>
        ${rows.map(
          ({ label, value }) =>
            html`<dt>${label}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      <slot class="actions" name="actions"></slot>
      ${this.#foot(hit)}
      <span class="tip" aria-hidden="true"></span>
    </section>`;
  }
}
