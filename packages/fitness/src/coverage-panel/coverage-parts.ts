/** Parts of the panel: what is set, the share, the table by district, blind spots, proposed sites. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale, Text } from '@yizhangtu/base/locale';
import { formatNumber, formatPercent } from '@yizhangtu/base/number-format';
import { setStyle } from '@yizhangtu/base/set-style';
import type { Dataset } from '@yizhangtu/data/model';
import { categoryWords } from '@yizhangtu/data/words';
import type { TravelMode } from '../calc/reach.js';
import { DISTRICT, type CoverageAnswer } from './coverage-work.js';

type Say = (text: Text) => string;
type LonLat = readonly [lon: number, lat: number];

/** How many blind spots are listed: the map has them all. */
const MOST_SPOTS = 5;

/** What is set of the reach. */
export interface ReachControls {
  readonly say: Say;
  readonly mode: TravelMode;
  readonly minutes: number;
  readonly speed: number;
  readonly meters: number;
  onMode(mode: TravelMode): void;
  onMinutes(minutes: number): void;
  onSpeed(kmh: number): void;
}

/** How the rest is written. */
export interface PanelWords {
  readonly residents: Dataset;
  /** Fewest people of a cell that belongs to a listed blind spot. */
  readonly fewest: number;
  readonly say: Say;
  readonly locale: Locale;
  /** Shows a place on the map; undefined without a map. */
  readonly onFly: ((lonLat: LonLat) => void) | undefined;
}

const whole = (people: number): string => formatNumber(Math.round(people), { digits: 0 });
const percent = (share: number): string => formatPercent(share, { digits: 1 });

/** Mode, minutes and speed. */
export function reachControls({ say, mode, minutes, speed, meters, ...on }: ReachControls): TemplateResult {
  const modes: readonly (readonly [TravelMode, Text])[] = [
    ['walk', { zh: '步行', en: 'On foot' }],
    ['cycle', { zh: '骑行', en: 'By bicycle' }],
  ];
  const number = ({ target }: Event, then: (value: number) => void): void => {
    const value = Number((target as HTMLInputElement).value);
    if (value > 0) then(value);
  };
  return html`<div class="reach" part="reach">
      <span class="modes" role="group" aria-label=${say({ zh: '出行方式', en: 'How people go' })}
        >${modes.map(([name, label]) => html`<button type="button" data-mode=${name} aria-pressed=${mode === name ? 'true' : 'false'} @click=${() => on.onMode(name)}>${say(label)}</button>`)}</span
      >
      <label><input name="minutes" type="number" min="1" max="120" step="1" .value=${String(minutes)} @change=${(event: Event) => number(event, on.onMinutes)} />${say({ zh: '分钟', en: 'min' })}</label>
      <label><input name="speed" type="number" min="0.5" max="40" step="0.1" .value=${String(speed)} @change=${(event: Event) => number(event, on.onSpeed)} />km/h</label>
    </div>
    <p class="method">${say({ zh: `直线距离估算：${whole(meters)} m。实际道路更长，覆盖率偏高。`, en: `Straight-line estimate: ${whole(meters)} m. Streets are longer, so the share is at the upper end.` })}</p>`;
}

/** The share of all residents. */
export function resultHead({ all, venues }: CoverageAnswer, { say }: PanelWords): TemplateResult {
  return html`<div class="result" part="result" role="status">
    <p class="share"><b>${percent(all.share)}</b><span>${say({ zh: '的居民在可达范围内有场馆', en: 'of residents have a venue within reach' })}</span></p>
    <p>${say({ zh: `${whole(all.covered)} 人覆盖，${whole(all.people - all.covered)} 人未覆盖；计入 ${whole(venues)} 处场馆（不含不开放的）。`, en: `${whole(all.covered)} covered, ${whole(all.people - all.covered)} not, by ${whole(venues)} venues (without closed ones).` })}</p>
  </div>`;
}

function name(residents: Dataset, key: string | null, locale: Locale): string {
  return residents.column(DISTRICT) ? categoryWords(residents, DISTRICT, key, locale) : '';
}

/** The table by district, the least covered first. */
export function districtTable({ districts, all }: CoverageAnswer, { residents, say, locale }: PanelWords): TemplateResult | typeof nothing {
  if (!residents.column(DISTRICT)) return nothing;
  const row = (label: string, { share, people, covered }: CoverageAnswer['all']): TemplateResult =>
    html`<tr>
      <th scope="row">${label}</th>
      <td class="bar"><i ${setStyle({ width: `${Math.round(1000 * (share || 0)) / 10}%` })}></i></td>
      <td>${percent(share)}</td>
      <td>${whole(people - covered)}</td>
    </tr>`;
  return html`<table part="districts">
    <caption>${say({ zh: '按区市，覆盖最低的在前', en: 'By district, the least covered first' })}</caption>
    <thead>
      <tr>
        <th scope="col">${residents.label(DISTRICT, locale)}</th>
        <th scope="col" colspan="2">${say({ zh: '覆盖率', en: 'Covered' })}</th>
        <th scope="col">${say({ zh: '未覆盖（人）', en: 'Not covered' })}</th>
      </tr>
    </thead>
    <tbody>${districts.map((one) => row(name(residents, one.key, locale), one))}</tbody>
    <tfoot>${row(say({ zh: '合计', en: 'Total' }), all)}</tfoot>
  </table>`;
}

function placeButton(words: PanelWords, lonLat: LonLat, inside: unknown): TemplateResult {
  const { onFly } = words;
  return onFly ? html`<button type="button" class="place" @click=${() => onFly(lonLat)}>${inside}</button>` : html`<span class="place">${inside}</span>`;
}

/** Whether blind spots are on the map. */
export interface SpotsShown {
  readonly shown: boolean;
  onShow(shown: boolean): void;
}

/** The blind spots with the most people. */
export function spotList({ spots }: CoverageAnswer, words: PanelWords, map: SpotsShown | undefined): TemplateResult {
  const { residents, say, locale, fewest } = words;
  const line = (spot: CoverageAnswer['spots'][number]): TemplateResult =>
    html`<li>${placeButton(words, spot.center, html`<span>${name(residents, spot.district, locale)}</span><b>${say({ zh: `${whole(spot.people)} 人`, en: `${whole(spot.people)} people` })}</b>`)}</li>`;
  return html`<section part="spots">
    <h3>${say({ zh: `空白区（${whole(spots.length)} 片）`, en: `Blind spots (${whole(spots.length)})` })}</h3>
    ${
      map
        ? html`<label class="check"><input type="checkbox" name="spots" .checked=${map.shown} @change=${({ target }: Event) => map.onShow((target as HTMLInputElement).checked)} />${say({ zh: '在图上显示', en: 'Show on the map' })}</label>`
        : nothing
    }
    ${spots.length === 0 ? html`<p class="none">${say({ zh: '没有空白区。', en: 'There are none.' })}</p>` : html`<p class="none">${say({ zh: `相邻且每格不少于 ${whole(fewest)} 人的未覆盖格网；图上为全部。`, en: `Uncovered cells beside each other with ${whole(fewest)} people or more each; the map has all.` })}</p><ol>${spots.slice(0, MOST_SPOTS).map(line)}</ol>`}
  </section>`;
}

/** The proposed sites, and what they would reach together. */
export function siteList({ sites, all }: CoverageAnswer, words: PanelWords): TemplateResult | typeof nothing {
  const { residents, say, locale } = words;
  if (sites.length === 0) return nothing;
  const more = sites.reduce((sum, { weight }) => sum + weight, 0);
  const then = percent((all.covered + more) / all.people);
  return html`<section part="sites">
    <h3>${say({ zh: '候选点', en: 'Proposed sites' })}</h3>
    <p class="none">${say({ zh: `在空白区中逐个选新增覆盖人口最多的位置；${sites.length} 处合计可升至 ${then}。`, en: `One after the other where most residents are added; ${sites.length} together would reach ${then}.` })}</p>
    <ol>
      ${sites.map(
        ({ lonLat, weight, district }, at) =>
          html`<li>${placeButton(words, lonLat, html`<i class="number">${at + 1}</i><span>${name(residents, district, locale)}</span><b>${say({ zh: `+${whole(weight)} 人`, en: `+${whole(weight)} people` })}</b>`)}</li>`,
      )}
    </ol>
  </section>`;
}
