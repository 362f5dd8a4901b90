import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { parseLonLat } from '@yizhangtu/base/angles';
import { hint } from '@yizhangtu/base/hints';
import { setStyle } from '@yizhangtu/base/set-style';
import { focusStyles, hostStyles } from '@yizhangtu/base/styles';
import type { Dataset } from '@yizhangtu/data/model';
import type { RowsNeed } from '@yizhangtu/data/remote-rows';
import { entryIn } from '@yizhangtu/standards/scheme';
import { TYPHOON_CLASS } from '@yizhangtu/standards/typhoon';
import { badgeStyles, DatasetWidget, exampleBadge, figureTableStyles, sourceParts, stateStyles } from '@yizhangtu/widgets/shared';
import { lastOf, typhoonTracks, type TyphoonTrack } from '../calc/index.js';
import { classTyphoons } from '../data/index.js';
import { chosenWords, circleRows, distanceFacts, stormFacts, stormName, type Fact, type Watched } from './typhoon-facts.js';
import { typhoonPanelStyles } from './typhoon-panel.styles.js';

const QINGDAO = [120.38, 36.07] as const;
/** Field that tells storms apart, and the key of the filter that chooses one. */
const STORM = 'storm';
const TIME = 'time';

function placeOf(text: string | null | undefined): readonly [number, number] | undefined {
  return text ? parseLonLat(text, 'lon-lat') : undefined;
}

/**
 * What a duty officer asks of a storm: which, when, where, how strong, how far its winds reach, how far it is from a place, when it was nearest, and when it
 * would be if it kept its course. The storm is chosen here, by a filter that map, charts and time slider follow; the moment is the last position that
 * passes the filters, so it moves with the time slider.
 * @tag yzt-typhoon-panel
 * @summary 台风: choice of a storm, its state at the chosen time, wind radii, distance to a place.
 * @csspart base - The whole panel.
 * @csspart choice - The list of storms.
 * @csspart facts - What is known of the storm at its position.
 * @csspart distance - How far it is from the place.
 * @csspart circles - The table of wind radii.
 */
export class YztTyphoonPanel extends DatasetWidget {
  static override styles = [hostStyles, focusStyles, badgeStyles, stateStyles, figureTableStyles, typhoonPanelStyles];

  /** Place that distances are told to: longitude and latitude. Default: 青岛. */
  @property() place?: string;

  /** What the place is called. Default: 青岛. */
  @property({ attribute: 'place-label' }) placeLabel?: string;

  /** Id of the storm that is chosen at first. */
  @property() storm?: string;

  #wish?: string | undefined;

  /** All storms can be chosen, and how near a storm came is told of its whole track. */
  protected override rowsNeeded(): RowsNeed {
    return { beyond: 'all' };
  }

  /** After the dataset is known, before anything is drawn of it. */
  protected override update(changed: PropertyValues<this>): void {
    if (changed.has('storm')) this.#wish = this.storm;
    this.#prepare();
    super.update(changed);
  }

  #prepare(): void {
    const { dataset } = this.data;
    if (!dataset || dataset.rowCount === 0) return;
    classTyphoons(dataset);
    if (this.#wish) this.#choose(dataset, this.#wish);
    this.#wish = undefined;
  }

  #choose(dataset: Dataset, storm: string): void {
    // The id as the data has it: numbers stay numbers.
    const key = [...dataset.allGroups(STORM).keys()].find((one) => String(one) === storm);
    dataset.setFilter(STORM, key === undefined ? undefined : { kind: 'in', field: STORM, values: [key], label: chosenWords(dataset, key) });
  }

  get #watched(): Watched {
    const lonLat = placeOf(this.place) ?? QINGDAO;
    return { lonLat, name: this.placeLabel ?? this.say({ zh: '青岛', en: 'Qingdao' }) };
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!changed.has('place') || !this.place || placeOf(this.place)) return;
    hint(
      'bad-attribute',
      {
        zh: `<${this.localName}>：place="${this.place}" 不是经纬度，按青岛计算。例：place="120.38 36.07"。`,
        en: `<${this.localName}>: place="${this.place}" is no longitude and latitude; Qingdao is taken. Example: place="120.38 36.07".`,
      },
      this,
    );
  }

  #choice(dataset: Dataset, all: readonly TyphoonTrack[], chosen: TyphoonTrack | undefined): TemplateResult {
    const newest = [...all].sort((a, b) => (b.positions[0]?.time ?? 0) - (a.positions[0]?.time ?? 0));
    const every = this.say({ zh: `全部台风（${all.length} 个）`, en: `All storms (${all.length})` });
    const onChange = ({ target }: Event): void => this.#choose(dataset, (target as HTMLSelectElement).value);
    return html`<label class="pick"
      >${this.say({ zh: '台风', en: 'Storm' })}<select part="choice" .value=${chosen?.storm ?? ''} @change=${onChange}>
        <option value="" ?selected=${!chosen}>${every}</option>
        ${newest.map((track) => html`<option value=${track.storm} ?selected=${track.storm === chosen?.storm}>${stormName(dataset, track, this.locale)}</option>`)}
      </select></label
    >`;
  }

  #rows(facts: readonly Fact[]): readonly TemplateResult[] {
    return facts.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`);
  }

  #circles(dataset: Dataset, track: TyphoonTrack): TemplateResult {
    const rows = circleRows(dataset, track, this.locale);
    if (rows.length === 0) return html`<p class="empty">${this.say({ zh: '此时次没有风圈半径', en: 'No wind radii at this time' })}</p>`;
    const heads = [{ zh: '东北', en: 'NE' }, { zh: '东南', en: 'SE' }, { zh: '西南', en: 'SW' }, { zh: '西北', en: 'NW' }];
    return html`<table part="circles">
      <caption>${this.say({ zh: '风圈半径（km）', en: 'Wind radii (km)' })}</caption>
      <thead><tr><th scope="col">${this.say({ zh: '风力', en: 'Wind' })}</th>${heads.map((head) => html`<th scope="col">${this.say(head)}</th>`)}</tr></thead>
      <tbody>${rows.map(({ label, radii }) => html`<tr><th scope="row">${label}</th>${radii.map((radius) => html`<td>${radius}</td>`)}</tr>`)}</tbody>
    </table>`;
  }

  #storm(dataset: Dataset, track: TyphoonTrack, whole: TyphoonTrack): TemplateResult {
    const code = dataset.value(lastOf(track).row, 'class');
    const entry = code === null ? undefined : entryIn(TYPHOON_CLASS, String(code));
    return html`<h3><span>${stormName(dataset, whole, this.locale)}</span>${
        entry ? html`<span class="class" ${setStyle({ '--_class': entry.color })}>${this.say(entry.label)}</span>` : nothing
      }</h3>
      <dl part="facts">${this.#rows(stormFacts(dataset, track, this.locale))}</dl>
      <dl class="near" part="distance">${this.#rows(distanceFacts(track, whole, this.#watched, this.locale))}</dl>
      ${this.#circles(dataset, track)}`;
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.renderState(6);
    const { dataset } = this.data;
    if (instead !== undefined || !dataset) return instead ?? nothing;
    const all = typhoonTracks(dataset);
    if (all.length === 0) return html`<p class="empty">${this.say({ zh: '数据中没有台风路径', en: 'The data has no tracks of storms' })}</p>`;
    const shown = typhoonTracks(dataset, dataset.passing());
    const [only] = shown.length === 1 ? shown : [];
    const chosen = typhoonTracks(dataset, dataset.passing([TIME]));
    const whole = chosen.length === 1 ? chosen[0] : undefined;
    const badge = exampleBadge([dataset], (text) => this.say(text));
    return html`<div part="base" role="group" aria-label=${this.say({ zh: '台风', en: 'Typhoon' })}>
      ${this.#choice(dataset, all, whole)} ${badge}
      ${only && whole ? this.#storm(dataset, only, whole) : html`<p class="empty">${this.#instead(whole, shown.length)}</p>`}
      <p class="source">${sourceParts(dataset.provenance, (text) => this.say(text)).join(' · ')}</p>
    </div>`;
  }

  #instead(whole: TyphoonTrack | undefined, count: number): string {
    if (whole) return this.say({ zh: '所选时间内没有该台风的位置', en: 'No position of this storm at the chosen time' });
    return this.say({ zh: `图上有 ${count} 个台风，选择一个查看详情`, en: `${count} storms on the map; choose one to see more` });
  }
}
