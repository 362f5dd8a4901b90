import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { parseLonLat } from '@yizhangtu/base/angles';
import { formatDate, parseInstant } from '@yizhangtu/base/dates';
import { hint } from '@yizhangtu/base/hints';
import { LinkController } from '@yizhangtu/base/link';
import type { Text } from '@yizhangtu/base/locale';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import { DatasetController } from '@yizhangtu/data/link';
import type { Dataset, DatasetChange } from '@yizhangtu/data/model';
import type { RowsNeed } from '@yizhangtu/data/remote-rows';
import { MAP_LINK, type MapHost } from '@yizhangtu/map/link';
import type { MapPick, YztMap } from '@yizhangtu/map/map';
import { badgeStyles, DatasetWidget, exampleBadge, stateStyles } from '@yizhangtu/widgets/shared';
import { nearVenues, placeOfRow, type NearVenue } from '../calc/near-venues.js';
import { markOpen, OPEN_NOW } from '../data/index.js';
import { choiceControls, whereControls } from './finder-controls.js';
import { boundsAround, choose, chooseNear, chooseSport, NEAR } from './finder-filters.js';
import { countLine, fromLine, nothingLine, sourceLine, type Trouble } from './finder-lines.js';
import { PlaceMarks } from './place-marks.js';
import { devicePlace, placeNames, typedPlace, type FoundPlace } from './position.js';
import { venueFinderStyles } from './venue-finder.styles.js';
import { venueLine } from './venue-card.js';

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    'yzt-place-change': FoundPlace;
  }
}

const [RADIUS, PAGE, TICK_MS, FLIGHT_MS, CLOSE_ZOOM] = [3000, 20, 30_000, 500, 15] as const;

/**
 * Where can I do sport near here? Venues by distance from a place – that of the device, one that is typed or tapped, or the middle of the map – with what is
 * open now, free, step-free; and a card with hours, phone and links to the map apps of the reader, in their own coordinates.
 *
 * What is chosen are filters of the dataset, so that map and charts follow: `near`, `typeCode`, `fee`, `openNow`, `accessible`. Distances are straight lines.
 * The position of the device is used in the page only. Hours are read from the field `hoursRule`, see `parseHours`.
 * @tag yzt-venue-finder
 * @summary 附近场馆: venues by distance, opening hours, and hand-over to 高德, 百度 and 腾讯.
 * @csspart base - The whole finder.
 * @csspart where - The controls of the place.
 * @csspart choices - Sport, distance, and what the venue must be.
 * @csspart list - The list of venues.
 * @csspart venue - One venue of the list.
 * @csspart card - The card of an opened venue.
 * @csspart links - Links to map apps.
 * @fires yzt-place-change - Distances are told from another place; `detail` says where it is and how it came.
 */
export class YztVenueFinder extends DatasetWidget implements MapHost {
  static override styles = [hostStyles, focusStyles, buttonStyles, hiddenTextStyles, badgeStyles, stateStyles, venueFinderStyles];

  /** Id of the map that shows the venues. */
  @property() for?: string;

  /** The map as an object. Wins over `for`. */
  @property({ attribute: false }) map?: YztMap;

  /** Place to begin at: longitude and latitude. Without one: the middle of the map. */
  @property() place?: string;

  /** What that place is called. */
  @property({ attribute: 'place-label' }) placeLabel?: string;

  /** Id of a `<yzt-dataset>` of places with the field `name` that a reader may type. */
  @property() places?: string;

  /** Field of the names, where the data has other fields than `fitness/venue@1`. Default: that of the schema. */
  @property({ attribute: 'title-field' }) titleField?: string;

  /** Fields of the card of a venue, in their order, separated by spaces. Default: those of `fitness/venue@1` that the data has. */
  @property() fields?: string;

  /** Venues within so many metres; 0 for any distance. */
  @property({ type: Number }) radius: number = RADIUS;

  /** Sport that is chosen at first: `table-tennis`, `basketball` …, see `SPORTS`. */
  @property() sport?: string;

  /** Instant that «now» is: `2026-07-01T18:00`, in China. Default: the clock. */
  @property() at?: string;

  /** Public holidays on which the rule of holidays holds: `2026-10-01 2026-10-02`. */
  @property() holidays?: string;

  @state() private found?: FoundPlace;
  @state() private trouble?: Trouble | undefined;
  @state() private asking = false;
  @state() private picking = false;
  @state() private opened = -1;
  @state() private most: number = PAGE;

  readonly #map = new LinkController<YztMap, this>(this, { ...MAP_LINK, enclosing: false }, (next, previous) => this.#swapMap(next, previous));
  readonly #places = new DatasetController(this, { given: () => this.places, need: () => ({ beyond: 'all' }) });
  readonly #marks = new PlaceMarks();
  #clock?: ReturnType<typeof setInterval>;
  #wish: { sport?: string | undefined; open?: boolean } = {};
  #near?: { readonly dataset: Dataset; readonly key: string } | undefined;

  /** All sports there are venues for can be chosen. */
  protected override rowsNeeded(): RowsNeed {
    return { beyond: 'all' };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => this.requestUpdate(), TICK_MS);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    clearInterval(this.#clock);
    const { dataset } = this.data;
    if (dataset?.filters.has(OPEN_NOW)) this.#wish.open = true;
    for (const key of [NEAR, OPEN_NOW]) dataset?.setFilter(key, undefined);
    this.#near = undefined;
    this.#marks.clear();
    this.picking = false;
    super.disconnectedCallback();
  }

  get #now(): number {
    const given = this.at ? parseInstant(this.at, 'shanghai') : NaN;
    return Number.isNaN(given) ? Date.now() : given;
  }

  get #holidays(): ReadonlySet<string> {
    return new Set((this.holidays ?? '').split(/[\s,]+/).filter((day) => day !== ''));
  }

  protected override datasetChanged(changes: ReadonlySet<DatasetChange>, dataset: Dataset): void {
    // «Clear all» of the page takes the distance away too.
    if (changes.has('filter') && this.#near?.dataset === dataset && this.radius > 0 && this.found && !dataset.filters.has(NEAR)) this.radius = 0;
    if (changes.has('filter') || changes.has('data')) this.most = PAGE;
    if (changes.has('selection')) this.#follow(dataset);
  }

  /** A venue chosen on the map opens here. */
  #follow(dataset: Dataset): void {
    const [row = -1] = dataset.selection.size === 1 ? dataset.selection : [];
    const known = row === this.opened;
    this.opened = row;
    if (known || row < 0) return;
    this.most = Math.max(this.most, 1 + nearVenues(dataset, this.found?.lonLat).findIndex((one) => one.row === row));
    void this.updateComplete.then(() => this.shadowRoot?.querySelector('li.open')?.scrollIntoView({ block: 'nearest' }));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('place') || changed.has('placeLabel')) this.#begin();
    if (changed.has('sport')) this.#wish.sport = this.sport;
  }

  #begin(): void {
    const lonLat = this.place ? parseLonLat(this.place, 'lon-lat') : undefined;
    if (lonLat && (!this.found || this.found.source === 'page' || this.found.source === 'middle')) this.found = { lonLat, source: 'page', name: this.placeLabel };
    if (!this.place || lonLat) return;
    hint('bad-attribute', { zh: `<${this.localName}>：place="${this.place}" 不是经纬度，以地图中心为准。例：place="120.38 36.07"。`, en: `<${this.localName}>: place="${this.place}" is no longitude and latitude; the middle of the map is taken. Example: place="120.38 36.07".` }, this);
  }

  /** After the dataset is known, before anything is drawn of it. */
  protected override update(changed: PropertyValues<this>): void {
    const { dataset } = this.data;
    if (dataset && dataset.rowCount > 0 && this.isConnected) this.#prepare(dataset);
    super.update(changed);
  }

  #prepare(dataset: Dataset): void {
    markOpen(dataset, this.#now, this.#holidays);
    const { sport, open } = this.#wish;
    this.#wish = {};
    if (sport) chooseSport(dataset, sport);
    if (open) choose(dataset, 'open', true);
    const { lonLat } = this.found ?? {};
    const key = `${lonLat?.join(' ') ?? ''} ${this.radius}`;
    if (this.#near?.dataset === dataset && this.#near.key === key) return;
    this.#near = { dataset, key };
    chooseNear(dataset, lonLat, this.radius);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.isConnected) this.#marks.draw(this.#map.target, this.found?.lonLat, this.radius, (text) => this.say(text));
  }

  #swapMap(next: YztMap | undefined, previous: YztMap | undefined): void {
    for (const name of ['yzt-ready', 'yzt-pick'] as const) {
      previous?.removeEventListener(name, this.#onMap as EventListener);
      next?.addEventListener(name, this.#onMap as EventListener);
    }
    this.requestUpdate();
    if (next?.isReady) this.#onReady();
  }

  #onMap = (event: CustomEvent<MapPick | undefined>): void => {
    if (event.type === 'yzt-ready') return this.#onReady();
    if (!this.picking || !event.detail) return;
    event.preventDefault();
    this.picking = false;
    this.#goTo({ lonLat: event.detail.lonLat, source: 'map' });
  };

  /** Without a place of the page the middle of the map is as good as any, and the finder says so. */
  #onReady(): void {
    const center = this.#map.target?.center;
    if (!this.found && center && !this.place) this.found = { lonLat: [center[0], center[1]], source: 'middle' };
  }

  #goTo(place: FoundPlace): void {
    this.found = place;
    this.trouble = undefined;
    this.most = PAGE;
    this.#look();
    this.emit('yzt-place-change', place);
  }

  /** Brings place and circle into the map. */
  #look(): void {
    const { found, radius } = this;
    const map = this.#map.target;
    if (!map?.isReady || !found) return;
    map.fit(boundsAround(found.lonLat, radius || RADIUS), { padding: 16, duration: FLIGHT_MS });
  }

  /** Goes by the position of the device, if the reader lets it be known. */
  async locate(): Promise<void> {
    this.asking = true;
    const answer = await devicePlace();
    this.asking = false;
    if (typeof answer === 'string') this.trouble = answer;
    else this.#goTo(answer);
  }

  #type(text: string): void {
    const place = typedPlace(text, this.#places.dataset);
    if (place) this.#goTo(place);
    else this.trouble = 'unread';
  }

  #toggle(dataset: Dataset, row: number): void {
    const open = this.opened !== row;
    this.opened = open ? row : -1;
    dataset.select(open ? [row] : []);
    const [map, place] = [this.#map.target, placeOfRow(dataset, row)];
    if (open && map?.isReady && place) void map.flyTo({ center: place, zoom: Math.max(map.zoom, CLOSE_ZOOM), duration: FLIGHT_MS });
  }

  #setRadius = (meters: number): void => {
    this.radius = meters;
    this.#look();
  };

  #list(dataset: Dataset, venues: readonly NearVenue[]): TemplateResult {
    const { locale, titleField, fields } = this;
    const [now, holidays] = [this.#now, this.#holidays];
    const rest = venues.length - this.most;
    return html`<ol part="list" aria-label=${this.say({ zh: '附近场馆', en: 'Venues nearby' })}>
        ${repeat(
          venues.slice(0, this.most),
          ({ row }) => row,
          ({ row, meters }) => venueLine({ dataset, row, meters, open: row === this.opened, now, holidays, locale, titleField, fields, onToggle: (one) => this.#toggle(dataset, one) }),
        )}
      </ol>
      ${rest > 0 ? html`<button type="button" class="more" @click=${() => (this.most += PAGE)}>${this.say({ zh: `再看 ${Math.min(rest, PAGE)} 处（共 ${venues.length} 处）`, en: `${Math.min(rest, PAGE)} more of ${venues.length}` })}</button>` : nothing}`;
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.renderState(6);
    const { dataset } = this.data;
    if (instead !== undefined || !dataset) return instead ?? nothing;
    const venues = nearVenues(dataset, this.found?.lonLat);
    const names = placeNames(this.#places.dataset, this.locale === 'en' ? 'en' : 'name');
    const say = (text: Text): string => this.say(text);
    return html`<div part="base" role="group" aria-label=${this.say({ zh: '附近场馆', en: 'Venues nearby' })}>
      ${whereControls({
        say,
        asking: this.asking,
        picking: this.#map.target ? this.picking : undefined,
        names,
        onDevice: () => void this.locate(),
        onMiddle: () => this.#goMiddle(),
        onPick: () => (this.picking = !this.picking),
        onType: (text) => this.#type(text),
      })}
      ${fromLine(this.found, this.trouble, this.picking, say)} ${choiceControls(dataset, this.radius, say, this.#setRadius)} ${countLine(venues, say)}
      ${venues.length > 0 ? this.#list(dataset, venues) : nothingLine(this.radius, say, this.#setRadius)}
      <p class="source">${exampleBadge([dataset], say)} ${sourceLine(dataset, formatDate(this.#now, { style: 'minute', weekday: true }, this.locale), say)}</p>
    </div>`;
  }

  #goMiddle(): void {
    const center = this.#map.target?.center;
    if (center) this.#goTo({ lonLat: [center[0], center[1]], source: 'middle' });
  }
}
