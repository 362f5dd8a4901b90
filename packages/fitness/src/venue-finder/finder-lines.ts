/** Sentences of the finder: where distances are told from, what was found, and what to do where nothing was. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '@yizhangtu/base/locale';
import type { Dataset } from '@yizhangtu/data/model';
import { sourceParts } from '@yizhangtu/widgets/shared';
import { distanceText, type NearVenue } from '../calc/near-venues.js';
import { RADII } from './finder-controls.js';
import { hasOpening } from './venue-card.js';
import { NO_POSITION, type FoundPlace, type NoPosition, type PlaceSource } from './position.js';

type Say = (text: Text) => string;

/** Why there is no other place. */
export type Trouble = NoPosition | 'unread';

const SOURCES: Readonly<Record<PlaceSource, Text>> = {
  page: { zh: '本页给定的位置', en: 'the place of this page' },
  device: { zh: '设备定位', en: 'the position of the device' },
  typed: { zh: '输入的位置', en: 'the place you typed' },
  middle: { zh: '地图中心', en: 'the middle of the map' },
  map: { zh: '图上点选的位置', en: 'the place you tapped' },
};
const UNREAD: Text = { zh: '没有找到这个地名。可以输入经纬度，如 120.38 36.07。', en: 'No such place. Longitude and latitude will do: 120.38 36.07.' };
const PICKING: Text = { zh: '请在图上点一下；用键盘时把位置移到图中央，按回车。', en: 'Tap the map; by keyboard bring the place to its middle and press Enter.' };

function fromWords(found: FoundPlace | undefined, say: Say): TemplateResult {
  if (!found) return html`${say({ zh: '还没有起点：定位、输入地名，或在图上点选。', en: 'No place yet: locate, type a place, or tap the map.' })}`;
  const name = found.name ?? say(SOURCES[found.source]);
  const about = found.accuracy === undefined ? '' : say({ zh: `（误差约 ${Math.round(found.accuracy)} m）`, en: ` (within about ${Math.round(found.accuracy)} m)` });
  return html`${say({ zh: '以', en: 'Distances from ' })}<b>${name}</b>${say({ zh: '为起点', en: '' })}${about}`;
}

/** Where from, what went wrong, and what the map waits for. */
export function fromLine(found: FoundPlace | undefined, trouble: Trouble | undefined, picking: boolean, say: Say): TemplateResult {
  const wrong = trouble && say(trouble === 'unread' ? UNREAD : NO_POSITION[trouble]);
  return html`<p class="from" role="status">
    ${fromWords(found, say)}${wrong ? html`<span class="warn">${wrong}</span>` : nothing} ${picking ? html`<span class="warn">${say(PICKING)}</span>` : nothing}
  </p>`;
}

/** How many, and how far the nearest is. */
export function countLine(venues: readonly NearVenue[], say: Say): TemplateResult {
  const [nearest] = venues;
  const far = nearest && nearest.meters >= 0 ? say({ zh: `，最近 ${distanceText(nearest.meters)}`, en: `, the nearest ${distanceText(nearest.meters)} away` }) : '';
  return html`<p class="count" role="status">${say({ zh: '找到', en: 'Found' })} <b>${venues.length}</b> ${say({ zh: '处', en: 'venues' })}${far}</p>`;
}

/** Nothing within the distance, and the way to more. @param radius Metres; 0 for any distance. */
export function nothingLine(radius: number, say: Say, onRadius: (meters: number) => void): TemplateResult {
  const wider = RADII.find((meters) => meters > radius) ?? 0;
  const words = wider === 0 ? say({ zh: '不限距离', en: 'any distance' }) : `${wider / 1000} km`;
  const button = html`<button type="button" class="more" @click=${() => onRadius(wider)}>${say({ zh: `扩大到${words}`, en: `Widen to ${words}` })}</button>`;
  return html`<p class="none">${say({ zh: '范围内没有符合条件的场馆。', en: 'No venue of this kind within the distance.' })}</p>
    ${radius > 0 ? button : nothing}`;
}

/** How distances are meant, which «now» is meant, and where the data is from. */
export function sourceLine(dataset: Dataset, time: string, say: Say): string {
  const method = hasOpening(dataset) ? { zh: `距离为直线距离；开放状态按 ${time} 计`, en: `Straight distances; open or not at ${time}` } : { zh: '距离为直线距离', en: 'Straight distances' };
  return [say(method), ...sourceParts(dataset.provenance, say)].join(' · ');
}
