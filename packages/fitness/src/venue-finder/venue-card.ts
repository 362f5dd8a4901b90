/** One venue of the list: a line that opens into a card. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '@yizhangtu/base/icons';
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import type { Dataset } from '@yizhangtu/data/model';
import { rowText } from '@yizhangtu/data/words';
import { hoursText, openingText, venueOpening, type VenueOpening } from '../calc/hours-words.js';
import { mapLinks } from '../calc/map-links.js';
import { distanceText, placeOfRow } from '../calc/near-venues.js';
import { parseHours } from '../calc/opening-hours.js';
import { HOURS_RULE } from '../data/venue-schema.js';

/** What a line of the list is made from. */
export interface VenueLine {
  readonly dataset: Dataset;
  readonly row: number;
  /** Straight distance in metres; NaN where none is known. */
  readonly meters: number;
  readonly open: boolean;
  readonly now: number;
  readonly holidays: ReadonlySet<string>;
  readonly locale: Locale;
  /** Field of the name; undefined for that of the schema. */
  readonly titleField: string | undefined;
  /** Fields of the card; undefined for those of `fitness/venue@1`. */
  readonly fields: string | undefined;
  onToggle(row: number): void;
}

/** Fields of a card where the page names none; hours are those that a program can read, else those for people. */
const USUAL = 'typeCode hours fee phone accessible areaM2 owner address district updated';

/** True where the data says when venues are open, or that they are closed. */
export function hasOpening(dataset: Pick<Dataset, 'column'>): boolean {
  return dataset.column('openState') !== undefined || dataset.column(HOURS_RULE) !== undefined;
}

/** Opening of a row at an instant. */
export function openingOf({ dataset, row, now, holidays }: Pick<VenueLine, 'dataset' | 'row' | 'now' | 'holidays'>): VenueOpening {
  return venueOpening(dataset.value(row, 'openState'), dataset.value(row, HOURS_RULE), now, holidays);
}

function fact(line: VenueLine, field: string, text = rowText(line.dataset, line.row, field, line.locale)): TemplateResult | typeof nothing {
  if (line.dataset.column(field) === undefined || line.dataset.value(line.row, field) === null) return nothing;
  return html`<dt>${line.dataset.label(field, line.locale)}</dt><dd>${text}</dd>`;
}

function hoursFact(line: VenueLine): TemplateResult | typeof nothing {
  const hours = parseHours(line.dataset.value(line.row, HOURS_RULE) as string | null);
  if (!hours) return fact(line, 'hours');
  return html`<dt>${inWords({ zh: '开放时间', en: 'Hours' }, line.locale)}</dt><dd>${hoursText(hours, line.locale)}</dd>`;
}

function phoneFact({ dataset, row, locale }: VenueLine): TemplateResult | typeof nothing {
  const phone = dataset.value(row, 'phone');
  if (phone === null) return nothing;
  // A masked number cannot be called.
  const callable = typeof phone === 'string' && /^[\d\s()+-]{5,}$/.test(phone);
  return html`<dt>${dataset.label('phone', locale)}</dt><dd>${callable ? html`<a href=${`tel:${phone.replace(/[\s()]/g, '')}`}>${phone}</a>` : String(phone)}</dd>`;
}

function links(line: VenueLine, name: string): TemplateResult | typeof nothing {
  const lonLat = placeOfRow(line.dataset, line.row);
  if (!lonLat) return nothing;
  const address = line.dataset.value(line.row, 'address');
  const say = (text: Text): string => inWords(text, line.locale);
  return html`<p class="go" part="links">
    <span>${say({ zh: '在地图应用中导航', en: 'Directions in' })}</span>
    ${mapLinks({ name, lonLat, address: address === null ? undefined : String(address) }).map(
      ({ app, label, href }) =>
        html`<a data-app=${app} href=${href} target="_blank" rel="noopener noreferrer">${say(label)}${icon('external-link', 16)}<span class="hidden-text">${say({ zh: '（新窗口）', en: ' (new window)' })}</span></a>`,
    )}
  </p>`;
}

function card(line: VenueLine, name: string): TemplateResult {
  const special: Readonly<Record<string, (line: VenueLine) => TemplateResult | typeof nothing>> = { phone: phoneFact, hours: hoursFact };
  const fields = (line.fields?.trim() || USUAL).split(/[\s,]+/);
  return html`<div class="card" part="card" id=${`card-${line.row}`}>
    <dl>${fields.map((field) => (Object.keys(special).includes(field) ? special[field]?.(line) : fact(line, field)))}</dl>
    ${links(line, name)}
  </div>`;
}

/** The line, with its card where it is open. */
export function venueLine(line: VenueLine): TemplateResult {
  const { dataset, row, locale, open } = line;
  const name = rowText(dataset, row, line.titleField || dataset.schema?.titleField || 'name', locale);
  const opening = openingOf(line);
  const fee = dataset.column('fee') && dataset.value(row, 'fee') !== null ? rowText(dataset, row, 'fee', locale) : '';
  return html`<li part="venue" class=${open ? 'open' : ''}>
    <button type="button" class="line" aria-expanded=${open ? 'true' : 'false'} aria-controls=${open ? `card-${row}` : nothing} @click=${() => line.onToggle(row)}>
      <span class="name">${name}</span>
      <span class="far">${distanceText(line.meters)}</span>
      <span class="state">${hasOpening(dataset) ? html`<i class=${`dot ${opening.state}`}></i>${openingText(opening, line.now, locale)}` : nothing}${fee ? html`<span class="fee">${fee}</span>` : nothing}</span>
    </button>
    ${open ? card(line, name) : nothing}
  </li>`;
}
