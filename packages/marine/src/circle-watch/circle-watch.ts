import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { formatDate } from '@yizhangtu/base/dates';
import { LinkController } from '@yizhangtu/base/link';
import { formatNumber } from '@yizhangtu/base/number-format';
import { fileName, saveFile } from '@yizhangtu/base/save-file';
import { setStyle } from '@yizhangtu/base/set-style';
import { buttonStyles, focusStyles, hostStyles } from '@yizhangtu/base/styles';
import { DatasetController } from '@yizhangtu/data/link';
import type { Dataset } from '@yizhangtu/data/model';
import { MAP_LINK, type MapHost } from '@yizhangtu/map/link';
import type { YztMap } from '@yizhangtu/map/map';
import { badgeStyles, datasetState, DatasetWidget, exampleBadge, linkButtonStyles, sourceParts, stateStyles } from '@yizhangtu/widgets/shared';
import { circleWatch, lastOf, latestFixes, typhoonTracks, type CircledVessel, type CircleWatch, type TyphoonTrack } from '../calc/index.js';
import '../data/index.js';
import { CIRCLE_FORCES, WIND_CIRCLE, type CircleForce } from '../symbology/index.js';
import { stormName } from '../typhoon-panel/typhoon-facts.js';
import { circleWatchStyles } from './circle-watch.styles.js';
import { circleWords, groupCounts, watchRows, watchSheet, type WatchRow } from './watch-rows.js';

const HOUR = 3_600_000;
/** A flight to a vessel zooms to this level at least, and takes so many ms. */
const [VESSEL_ZOOM, FLIGHT_MS] = [8, 600];

/** What the watch was made from, and what it found. */
interface Found {
  readonly key: readonly unknown[];
  readonly track: TyphoonTrack;
  readonly watch: CircleWatch;
  readonly known: number;
}

/**
 * Vessels within the wind circles of a storm: how many in each circle, which, how far and in which direction from the centre. The storm is the one that
 * passes the filters of its dataset, at its last position that passes: what `<yzt-typhoon-panel>` chose and the time slider plays. The circles are the rings
 * that `<yzt-typhoon-layer>` draws. A vessel counts at its last fix that passes the filters of its own dataset.
 * @tag yzt-circle-watch
 * @summary 风圈内船舶: vessels within the 7, 10 or 12 circle of the chosen storm, nearest first; list, map and file.
 * @csspart base - The whole panel.
 * @csspart circle - One circle with the number of vessels in it; chooses what is listed.
 * @csspart vessel - One vessel of the list.
 * @csspart more - The button that shows the rest of the list.
 * @csspart export - The button that saves the list.
 */
export class YztCircleWatch extends DatasetWidget implements MapHost {
  static override styles = [hostStyles, focusStyles, buttonStyles, linkButtonStyles, badgeStyles, stateStyles, circleWatchStyles];

  /** The vessels: the id of a `<yzt-dataset>`, or a `Dataset`, of the shape `marine/vessel@1`. `dataset` names the storms. */
  @property() vessels?: string | Dataset;

  /** Id of the map that goes to a vessel when it is chosen. */
  @property() for?: string;

  /** The map as an object. Wins over `for`. */
  @property({ attribute: false }) map?: YztMap;

  /** The circle whose vessels are listed: `7`, `10` or `12`. */
  @property() force: CircleForce = '7';

  /** Fixes whose time differs by more than this from that of the storm's position are not counted, hours. Default 6. */
  @property({ type: Number, attribute: 'within-hours' }) withinHours = 6;

  /** Vessels shown before «更多». */
  @property({ type: Number }) limit = 8;

  @state() private all = false;

  readonly #vessels = new DatasetController(this, { given: () => this.vessels, changes: ['data', 'filter', 'selection', 'hover'] });
  readonly #map = new LinkController<YztMap, this>(this, { ...MAP_LINK, enclosing: false });
  #found?: Found | undefined;

  /** The map the list is linked to, or undefined. */
  get mapElement(): YztMap | undefined {
    return this.#map.target;
  }

  /** After both datasets are known, before anything is shown of them. */
  protected override update(changed: PropertyValues<this>): void {
    this.#found = this.#find();
    super.update(changed);
  }

  /** The watch at the position of the one storm that passes; undefined where it is none, or more than one. */
  #find(): Found | undefined {
    const [storms, vessels] = [this.data.dataset, this.#vessels.dataset];
    if (!storms || !vessels || storms.rowCount === 0 || !this.#vessels.ready) return undefined;
    const [storm, fleet] = [storms.passing(), vessels.passing()];
    const key = [storms, storms.version, storm, vessels, vessels.version, fleet, this.withinHours];
    if (this.#found && key.every((part, at) => part === this.#found?.key[at])) return this.#found;
    const [track, ...others] = typhoonTracks(storms, storm);
    if (!track || others.length > 0) return undefined;
    const fixes = latestFixes(vessels, fleet);
    const longest = this.withinHours > 0 ? this.withinHours * HOUR : Infinity;
    return { key, track, watch: circleWatch(storms, lastOf(track), fixes, longest), known: fixes.length };
  }

  get #circle(): CircleForce {
    return CIRCLE_FORCES.includes(this.force) ? this.force : '7';
  }

  #inside({ watch }: Found): readonly CircledVessel[] {
    return watch.inside.filter(({ forces }) => forces.includes(this.#circle));
  }

  #choose(vessels: Dataset, row: number, add: boolean): void {
    vessels.select([row], add ? 'toggle' : 'replace');
    const { geometry } = vessels;
    const map = this.mapElement;
    if (add || !map || geometry.kind !== 'point') return;
    const [lon = NaN, lat = NaN] = geometry.coordinates.slice(2 * row);
    void map.flyTo({ center: [lon, lat], zoom: Math.max(map.zoom, VESSEL_ZOOM), duration: FLIGHT_MS });
  }

  async #save(storms: Dataset, vessels: Dataset, found: Found): Promise<void> {
    const { csvFile } = await import('@yizhangtu/data/export');
    const storm = { name: stormName(storms, found.track, this.locale), time: lastOf(found.track).time };
    const sheet = watchSheet(vessels, this.#inside(found), storm, { force: this.#circle, locale: this.locale, example: vessels.provenance.example === true });
    saveFile(csvFile(sheet), fileName(sheet.name, 'csv'));
  }

  #circles({ watch }: Found): TemplateResult {
    return html`<div class="circles" role="group" aria-label=${this.say({ zh: '风圈', en: 'Wind circle' })}>
      ${CIRCLE_FORCES.map((force) => {
        const count = watch.counts[force];
        const color = WIND_CIRCLE.entries.find(({ code }) => code === force)?.color ?? '';
        return html`<button part="circle" type="button" aria-pressed=${force === this.#circle ? 'true' : 'false'} ?disabled=${count === undefined}
          ${setStyle({ '--_circle': color })} @click=${() => (this.force = force)}>
          ${circleWords(force, this.locale)}<b>${count === undefined ? this.say({ zh: '无', en: 'none' }) : formatNumber(count)}</b>
        </button>`;
      })}
    </div>`;
  }

  #groups(vessels: Dataset, inside: readonly CircledVessel[]): TemplateResult {
    return html`<ul class="groups" aria-label=${this.say({ zh: '船舶类型', en: 'Ship types' })}>
      ${groupCounts(vessels, inside, this.locale).map(
        ({ label, color, count }) => html`<li><span class="dot" aria-hidden="true" ${setStyle({ '--_group': color })}></span>${label} ${formatNumber(count)}</li>`,
      )}
    </ul>`;
  }

  #vessel(vessels: Dataset, one: WatchRow): TemplateResult {
    const { row, name, group, color, place, circle } = one;
    return html`<li><button class=${classMap({ vessel: true, hovered: vessels.hover === row })} part="vessel" type="button" aria-pressed=${vessels.selection.has(row) ? 'true' : 'false'}
      @click=${(event: MouseEvent) => this.#choose(vessels, row, event.ctrlKey || event.metaKey || event.shiftKey)}
      @pointerenter=${() => vessels.setHover(row)} @pointerleave=${() => vessels.setHover(-1)}>
      <span class="name"><span class="dot" aria-hidden="true" ${setStyle({ '--_group': color })}></span>${name}</span><span class="place">${place}</span>
      <span class="what">${group} · ${this.say({ zh: `${circle}风圈`, en: `${circle} circle` })}</span>
    </button></li>`;
  }

  #list(storms: Dataset, vessels: Dataset, found: Found): TemplateResult {
    const inside = this.#inside(found);
    const shown = this.all ? inside : inside.slice(0, Math.max(1, this.limit || 8));
    const rest = inside.length - shown.length;
    const more = this.say({ zh: `更多 ${formatNumber(rest)} 艘`, en: `${formatNumber(rest)} more` });
    return html`${this.#groups(vessels, inside)}
      <ol aria-label=${this.say({ zh: '船舶，距中心由近到远', en: 'Vessels, nearest to the centre first' })}>${watchRows(vessels, shown, this.locale).map((one) => this.#vessel(vessels, one))}</ol>
      <div class="end">
        ${rest > 0 ? html`<button class="link" part="more" type="button" @click=${() => (this.all = true)}>${more}</button>` : html`<span></span>`}
        <button part="export" type="button" @click=${() => void this.#save(storms, vessels, found)}>${this.say({ zh: '导出名单（CSV）', en: 'Save the list (CSV)' })}</button>
      </div>`;
  }

  #said({ track, watch, known }: Found): TemplateResult {
    const [count, circle] = [watch.counts[this.#circle], circleWords(this.#circle, this.locale)];
    const time = formatDate(lastOf(track).time, { style: 'short' }, this.locale);
    const words =
      count === undefined
        ? this.say({ zh: `${time}，台风没有${circle}风圈`, en: `${time}: the storm has no ${circle} circle` })
        : this.say({ zh: `${time}，${circle}风圈内 ${formatNumber(count)} 艘船（共 ${formatNumber(known)} 艘有船位）`, en: `${time}: ${formatNumber(count)} of ${formatNumber(known)} vessels within the ${circle} circle` });
    const note = this.say({
      zh: `${formatNumber(watch.unknown)} 艘的船位与台风时次相差超过 ${this.withinHours} 小时，未计入`,
      en: `${formatNumber(watch.unknown)} vessels are not counted: their position is more than ${this.withinHours} h from that of the storm`,
    });
    return html`<p class="said">${words}</p>${watch.unknown > 0 ? html`<p class="note">${note}</p>` : nothing}`;
  }

  #withoutVessels(): TemplateResult {
    const state = this.#vessels.dataset && datasetState(this.#vessels, 5, this.locale, this);
    return html`${state ?? html`<p class="empty">${this.say({ zh: '没有船舶数据', en: 'There is no data of vessels' })}</p>`}`;
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.renderState(5);
    const [storms, vessels] = [this.data.dataset, this.#vessels.dataset];
    if (instead !== undefined || !storms) return instead ?? nothing;
    if (!vessels || !this.#vessels.ready) return this.#withoutVessels();
    const found = this.#found;
    const badge = exampleBadge([storms, vessels], (text) => this.say(text));
    return html`<div part="base" role="group" aria-label=${this.say({ zh: '风圈内船舶', en: 'Vessels within wind circles' })}>
      <h3>${this.say({ zh: '风圈内船舶', en: 'Vessels within wind circles' })} ${badge}</h3>
      ${
        found
          ? html`${this.#circles(found)}${this.#said(found)}${this.#inside(found).length > 0 ? this.#list(storms, vessels, found) : nothing}`
          : html`<p class="empty">${this.say({ zh: '选择一个台风，查看风圈内的船舶', en: 'Choose one storm to see the vessels within its circles' })}</p>`
      }
      <p class="source">${sourceParts(vessels.provenance, (text) => this.say(text)).join(' · ')}</p>
    </div>`;
  }
}
