import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatDate, parseInstant } from '@yizhangtu/base/dates';
import { YztElement } from '@yizhangtu/base/element';
import { hint } from '@yizhangtu/base/hints';
import { setStyle } from '@yizhangtu/base/set-style';
import { hostStyles } from '@yizhangtu/base/styles';
import { CLOSED_SEASON, type ClosedSeasonRule } from '../data/closed-season-rules.js';
import { closedSeasonStyles } from './closed-season.styles.js';
import { partOfYear, seasonHead, seasonZones, unknownWords, type SeasonRow, type SeasonZone } from './season-rows.js';

/** 青岛. */
const LATITUDE = 36.07;
const MINUTE = 60_000;

const percent = (part: number): string => `${(100 * part).toFixed(2)}%`;

/**
 * The closed fishing season of the waters at a latitude: whether fishing is closed now, for which gear, until when, and what changes next; and the seasons of
 * the year, those of other waters too. Dates are those of the rule, which is issued anew each year: another can be handed in as `rule`.
 * @tag yzt-closed-season
 * @summary 伏季休渔: closed or open at a latitude and a moment, which gear, until when, with the seasons of the year.
 * @csspart base - The whole card.
 * @csspart state - Whether fishing is closed.
 * @csspart next - What changes next.
 * @csspart season - One season of the year.
 * @csspart source - Where the rule comes from.
 */
export class YztClosedSeason extends YztElement {
  static override styles = [hostStyles, closedSeasonStyles];

  /** Degrees north of the waters that are meant, 0 to 90. Default: those of 青岛. */
  @property({ type: Number }) latitude = LATITUDE;

  /** The moment, ISO 8601; Asia/Shanghai where no zone is given. Default: now, followed by the minute. */
  @property() at?: string;

  /** Title. Default: 伏季休渔. */
  @property() label?: string;

  /** Zones, gear and dates, with their source. Default: the rule of the pack. */
  @property({ attribute: false }) rule?: ClosedSeasonRule;

  @state() private now = Date.now();
  #timer?: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.now = Date.now();
    this.#timer ??= setInterval(() => (this.now = Date.now()), MINUTE);
  }

  override disconnectedCallback(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    super.disconnectedCallback();
  }

  get #given(): number {
    return this.at ? parseInstant(this.at, 'shanghai') : Number.NaN;
  }

  get #latitude(): number {
    return this.latitude >= 0 && this.latitude <= 90 ? this.latitude : LATITUDE;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('at') && this.at && Number.isNaN(this.#given)) this.#sayBad('at', this.at, 'at="2026-06-15T08:00"');
    if (changed.has('latitude') && this.latitude !== this.#latitude) this.#sayBad('latitude', this.latitude, 'latitude="36"');
  }

  #sayBad(name: string, value: unknown, example: string): void {
    hint(
      'bad-attribute',
      {
        zh: `<${this.localName}>：${name}="${String(value)}" 无法识别，按默认值显示。例：${example}。`,
        en: `<${this.localName}>: ${name}="${String(value)}" cannot be read; the default is shown. Example: ${example}.`,
      },
      this,
    );
  }

  #season(row: SeasonRow, now: number): TemplateResult {
    return html`<li part="season" class=${row.state}>
      <span class="gear">${row.gear}</span><span class="word">${row.words}</span>
      <span class="dates">${row.dates}</span>
      <span class="year" aria-hidden="true"><span class="span" ${setStyle({ left: percent(row.from), width: percent(row.to - row.from) })}></span><span class="now" ${setStyle({ left: percent(now) })}></span></span>
    </li>`;
  }

  #zone({ zone, rows }: SeasonZone, now: number): TemplateResult {
    return html`<h4>${zone}</h4><ul aria-label=${zone}>${rows.map((row) => this.#season(row, now))}</ul>`;
  }

  override render(): TemplateResult {
    const { rule = CLOSED_SEASON, locale } = this;
    const [latitude, given] = [this.#latitude, this.#given];
    const instant = Number.isNaN(given) ? this.now : given;
    const head = seasonHead(latitude, instant, rule, locale);
    const label = this.label || this.say({ zh: '伏季休渔', en: 'Closed fishing season' });
    return html`<div part="base" role="group" aria-label=${label}>
      <h3>${label}<time datetime=${formatDate(instant, { style: 'iso' })}>${formatDate(instant, { style: 'date' }, locale)}</time></h3>
      ${
        head
          ? html`<p part="state" class=${head.state}>${head.words}</p><p part="next">${head.next}</p>`
          : html`<p part="state" class="unknown">${unknownWords(latitude, instant, rule, locale)}</p>`
      }
      ${seasonZones(latitude, instant, rule, locale).map((zone) => this.#zone(zone, partOfYear(instant)))}
      ${rule.free ? html`<p class="note">${this.say(rule.free)}</p>` : nothing}
      <p class="note" part="source">${this.say({ zh: `来源：${rule.source.zh}`, en: `Source: ${rule.source.en}` })}</p>
    </div>`;
  }
}
