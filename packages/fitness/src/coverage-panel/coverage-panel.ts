import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { YztError } from '@yizhangtu/base/errors';
import { LinkController } from '@yizhangtu/base/link';
import type { Text } from '@yizhangtu/base/locale';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import { DatasetController } from '@yizhangtu/data/link';
import type { Dataset } from '@yizhangtu/data/model';
import { drive } from '@yizhangtu/data/steps';
import { MAP_LINK, type MapHost } from '@yizhangtu/map/link';
import type { YztMap } from '@yizhangtu/map/map';
import { badgeStyles, datasetState, DatasetWidget, exampleBadge, figureTableStyles, sourceParts, stateStyles } from '@yizhangtu/widgets/shared';
import { reachMeters, USUAL_SPEED, type TravelMode } from '../calc/reach.js';
import { CoverageMarks } from './coverage-marks.js';
import { coveragePanelStyles } from './coverage-panel.styles.js';
import { districtTable, reachControls, resultHead, siteList, spotList, type PanelWords } from './coverage-parts.js';
import { coverageWork, PEOPLE, type CoverageAnswer } from './coverage-work.js';

/** What a panel tells the page. */
export interface CoverageState {
  /** Part of the residents within reach, 0–1; NaN without residents. */
  readonly share: number;
  readonly people: number;
  readonly covered: number;
  /** Reach in metres, in a straight line. */
  readonly meters: number;
}

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    'yzt-coverage-change': CoverageState;
  }
}

const [MINUTES, SITES, FEWEST, FLIGHT_MS, CLOSE_ZOOM] = [15, 5, 500, 500, 12] as const;
const positive = (value: number, usual: number): number => (Number.isFinite(value) && value > 0 ? value : usual);

/**
 * How many residents reach a sports venue in fifteen minutes – on foot or by bicycle, in a straight line – by district, where the gaps are, and where a few
 * more venues would close most of them.
 *
 * It counts the venues that pass the filters of their dataset and are not closed to the public, so a filter asks «a swimming pool within reach?». Gaps are
 * drawn on the map by the residents in them, proposed sites with their reach. Straight lines are an estimate, and the panel says so: streets are longer.
 * @tag yzt-coverage-panel
 * @summary 15分钟健身圈: share of residents within reach by district, blind spots and proposed sites.
 * @csspart base - The whole panel.
 * @csspart reach - Mode, minutes and speed.
 * @csspart result - The share of residents.
 * @csspart districts - The table by district.
 * @csspart spots - The list of blind spots.
 * @csspart sites - The list of proposed sites.
 * @fires yzt-coverage-change - Another answer is there; `detail` has the share and the numbers.
 */
export class YztCoveragePanel extends DatasetWidget implements MapHost {
  static override styles = [hostStyles, focusStyles, buttonStyles, hiddenTextStyles, badgeStyles, stateStyles, figureTableStyles, coveragePanelStyles];

  /** Id of the `<yzt-dataset>` of residents, shape `fitness/population@1`. */
  @property() population?: string;

  /** Id of the map for blind spots and sites. */
  @property() for?: string;

  /** The map as an object. Wins over `for`. */
  @property({ attribute: false }) map?: YztMap;

  /** How people go: `walk` or `cycle`. */
  @property() mode: TravelMode = 'walk';

  /** Minutes of the way, above 0. */
  @property({ type: Number }) minutes: number = MINUTES;

  /** Speed on foot in km/h, above 0. */
  @property({ type: Number, attribute: 'walk-speed' }) walkSpeed: number = USUAL_SPEED.walk;

  /** Speed by bicycle in km/h, above 0. */
  @property({ type: Number, attribute: 'cycle-speed' }) cycleSpeed: number = USUAL_SPEED.cycle;

  /** How many sites are proposed, 0 to 20. */
  @property({ type: Number }) sites: number = SITES;

  /** Cells with fewer residents belong to no listed blind spot, above 0; the map has them all. */
  @property({ type: Number, attribute: 'spot-people' }) spotPeople: number = FEWEST;

  /** Blind spots are not drawn on the map. */
  @property({ type: Boolean, attribute: 'no-spots', reflect: true }) noSpots = false;

  @state() private answer?: CoverageAnswer;
  @state() private busy = false;

  readonly #map = new LinkController<YztMap, this>(this, { ...MAP_LINK, enclosing: false }, () => {
    this.#drawn = '';
    this.requestUpdate();
  });
  readonly #residents = new DatasetController(this, { given: () => this.population, need: () => ({ beyond: 'all' }) });
  readonly #marks = new CoverageMarks();
  #asked?: { readonly passing: Uint8Array; readonly key: string } | undefined;
  #stop?: AbortController | undefined;
  #drawn = '';

  /** The last answer; undefined as long as there is none. */
  get coverage(): CoverageAnswer | undefined {
    return this.answer;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#drawn = '';
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    this.#stop?.abort();
    this.#asked = undefined;
    this.busy = false;
    this.#marks.clear();
    super.disconnectedCallback();
  }

  get #mode(): TravelMode {
    return this.mode === 'cycle' ? 'cycle' : 'walk';
  }

  get #speed(): number {
    return this.#mode === 'cycle' ? positive(this.cycleSpeed, USUAL_SPEED.cycle) : positive(this.walkSpeed, USUAL_SPEED.walk);
  }

  get #meters(): number {
    return reachMeters(positive(this.minutes, MINUTES), this.#speed);
  }

  /** After the datasets are known, before anything is drawn of them. */
  protected override update(changed: PropertyValues<this>): void {
    const [venues, residents] = [this.data.dataset, this.#residents.dataset];
    if (this.isConnected && venues && residents && this.data.ready && residents.rowCount > 0) this.#ask(venues, residents);
    super.update(changed);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.isConnected) this.#draw(this.#residents.dataset);
  }

  /** Works the answer out again where anything it depends on changed. */
  #ask(venues: Dataset, residents: Dataset): void {
    const passing = venues.passing();
    const sites = Math.min(20, Math.max(0, Math.trunc(this.sites) || 0));
    const fewest = positive(this.spotPeople, FEWEST);
    const key = [venues.version, residents.version, this.#meters, sites, fewest].join(' ');
    if (this.#asked?.passing === passing && this.#asked.key === key) return;
    this.#asked = { passing, key };
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    this.busy = true;
    drive(coverageWork({ venues, residents, meters: this.#meters, sites, fewest }), { signal: stop.signal }).then(
      (answer) => this.#answered(answer),
      (reason: unknown) => stop.signal.aborted || this.#failed(reason),
    );
  }

  #failed(reason: unknown): void {
    const cause = (reason instanceof Error ? reason.message : String(reason)).slice(0, 200);
    this.busy = false;
    this.answer = undefined;
    this.#drawn = '';
    this.fail(
      new YztError(
        'work-failed',
        {
          zh: `<${this.localName}>：覆盖计算失败（${cause}）。请检查场馆与人口数据的坐标和数字；改数据或条件后会重新计算。`,
          en: `<${this.localName}>: coverage could not be worked out (${cause}). Check coordinates and numbers of venues and residents; other data or settings start it again.`,
        },
        { cause: reason },
      ),
    );
  }

  #answered(answer: CoverageAnswer): void {
    this.busy = false;
    this.clearError();
    this.answer = answer;
    this.#drawn = '';
    this.emit('yzt-coverage-change', { ...answer.all, meters: answer.meters });
  }

  #draw(residents: Dataset | undefined): void {
    const key = `${this.noSpots} ${this.locale}`;
    if (this.#drawn === key) return;
    this.#drawn = key;
    const places = residents?.geometry.kind === 'point' ? residents.geometry.coordinates : new Float64Array();
    this.#marks.draw(this.#map.target, residents && this.answer, places, !this.noSpots, (text) => this.say(text));
  }

  #fly = (lonLat: readonly [number, number]): void => {
    const map = this.#map.target;
    if (map?.isReady) void map.flyTo({ center: lonLat, zoom: Math.max(map.zoom, CLOSE_ZOOM), duration: FLIGHT_MS });
  };

  #setSpeed(kmh: number): void {
    if (this.#mode === 'cycle') this.cycleSpeed = kmh;
    else this.walkSpeed = kmh;
  }

  #controls(say: (text: Text) => string): TemplateResult {
    return reachControls({
      say,
      mode: this.#mode,
      minutes: positive(this.minutes, MINUTES),
      speed: this.#speed,
      meters: this.#meters,
      onMode: (mode) => (this.mode = mode),
      onMinutes: (minutes) => (this.minutes = minutes),
      onSpeed: (kmh) => this.#setSpeed(kmh),
    });
  }

  #result(residents: Dataset, answer: CoverageAnswer, say: (text: Text) => string): TemplateResult {
    const words: PanelWords = { fewest: positive(this.spotPeople, FEWEST), residents, say, locale: this.locale, onFly: this.#map.target ? this.#fly : undefined };
    return html`${resultHead(answer, words)} ${districtTable(answer, words)}
      ${spotList(answer, words, this.#map.target ? { shown: !this.noSpots, onShow: (shown) => (this.noSpots = !shown) } : undefined)} ${siteList(answer, words)}`;
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.renderState(8);
    const { dataset } = this.data;
    if (instead !== undefined || !dataset) return instead ?? nothing;
    const residents = this.#residents.dataset;
    const say = (text: Text): string => this.say(text);
    const lacks = residents && residents.rowCount > 0 && residents.column(PEOPLE)?.kind !== 'number';
    return html`<div part="base" role="group" aria-label=${say({ zh: '健身圈覆盖', en: 'Coverage by sports venues' })} aria-busy=${this.busy ? 'true' : 'false'}>
      ${this.#controls(say)}
      ${lacks ? html`<p class="notice" role="alert">${say({ zh: '人口数据没有数字字段 people，无法计算。', en: 'The residents have no number field people: nothing can be worked out.' })}</p>` : nothing}
      ${this.error ? html`<p class="notice" role="alert">${this.error.in(this.locale)}</p>` : nothing}
      ${this.#residents.error && !residents?.rowCount ? datasetState(this.#residents, 3, this.locale, this) : residents && this.answer ? this.#result(residents, this.answer, say) : this.error ? nothing : html`<p class="empty" role="status">${say({ zh: '正在计算…', en: 'Working it out…' })}</p>`}
      <p class="source">${exampleBadge([dataset, residents], say)} ${[...new Set([dataset, residents].flatMap((one) => (one ? sourceParts(one.provenance, say) : [])))].join(' · ')}</p>
    </div>`;
  }
}
