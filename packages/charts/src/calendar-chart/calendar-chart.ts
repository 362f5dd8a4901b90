import type { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { QueryController } from '@yizhangtu/data/link';
import type { DatasetLike, GroupKey, Query } from '@yizhangtu/data/model';
import { html, type CSSResultGroup, type PropertyValues, type TemplateResult, type nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ChartElement } from '../chart/chart-element.js';
import { rowsOnDemand, type ChartTable } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import { CHART_WORDS } from '../chart/chart-words.js';
import type { ChartDatum } from '../chart/group-rows.js';
import { MeasureChartElement } from '../chart/measure-chart-element.js';
import { Memo } from '../chart/memo.js';
import { NO_WORDS, parsedAttribute, type ParsedAttribute } from '../chart/parsed-attribute.js';
import { rangeWords, rowsLeft } from '../chart/range-words.js';
import { calendarChartStyles } from './calendar-chart.styles.js';
import { calendarBreaks, dayClasses, type CalendarBreaks, type DayClasses } from './calendar-classes.js';
import { dayOf, daysFilter, daysKey, daysOfAnswer, daysOfData, isWithin, type CalendarDay } from './calendar-days.js';
import { calendarDrawing, calendarLegend } from './calendar-drawing.js';
import { calendarScene, type CalendarScene } from './calendar-scene.js';
import { CALENDAR_WORDS, calendarSummary, dayWords } from './calendar-words.js';
import { SpanDrag } from './span-drag.js';
import { nextDay } from './walk.js';

const NO_CLASSES: DayClasses = { classes: [], zero: false, of: () => -1 };
const DEFAULT_BREAKS = calendarBreaks('5');

/**
 * How much on which day: a square a day in the calendar of China, weeks from Monday, years below each other, months parted by a line. A
 * click filters all views of the dataset by a day, a drag by all days between. Days are counted by the dataset, so its rows may be elsewhere.
 *
 * @tag yzt-calendar-chart
 * @summary Heat calendar of days with a time filter, linked to a dataset.
 * @csspart base - The whole chart.
 * @csspart header - Title, unit and switch.
 * @csspart label - The title.
 * @csspart unit - The unit beside the title.
 * @csspart toggle - The switch between chart and table.
 * @csspart export - The button that opens the export menu.
 * @csspart plot - The box of the squares.
 * @csspart legend - The classes of the colours.
 * @csspart table - The table twin.
 * @csspart tooltip - The tooltip.
 * @csspart source - The line that names the source.
 * @cssproperty --yzt-chart-color - Colour of the strongest class. Default: the accent.
 */
export class YztCalendarChart extends MeasureChartElement {
  static override styles: CSSResultGroup = [ChartElement.styles, calendarChartStyles];

  /** Field of dates. Squares are its days in China's time, at most the last ten years. */
  @property({ attribute: 'group-by' }) override groupBy?: string;
  /**
   * How values are cut into classes: a number of them (`5`), limits (`10,20,50`), a method and a ramp (`4:equal:oranges`), in any order.
   * Unset: five with about as many days each, in strengths of the accent.
   */
  @property() breaks?: string;
  /** Days as plain data instead of a dataset: keys are instants in ms; days that are not there have no data. */
  @property({ attribute: false }) override data?: readonly ChartDatum[];

  @state() private span: readonly [from: number, to: number] | undefined;

  #breaks: ParsedAttribute<CalendarBreaks> = NO_WORDS;
  #days: readonly CalendarDay[] = [];
  #classes: DayClasses = NO_CLASSES;
  #scene: CalendarScene | undefined;
  #anchor = 0;
  readonly #made = new Memo<readonly CalendarDay[]>();
  readonly #cut = new Memo<DayClasses>();
  readonly #placed = new Memo<CalendarScene>();
  readonly #drag = new SpanDrag({
    at: (x, y) => this.#dayAt(x, y),
    moved: (span) => (this.span = span),
    chosen: (from, to) => this.#filter(from, to),
    pressed: (index) => this.#press(index),
  });
  readonly #extent = new QueryController(this, () => {
    const { askedDataset: dataset, groupBy: field } = this;
    const measures = [{ kind: 'min', field: field ?? '' }, { kind: 'max', field: field ?? '' }] as const;
    return { dataset: this.plain || field === undefined ? undefined : dataset, query: { measures, ignore: [...(dataset?.filters.keys() ?? [])] } };
  });

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('breaks')) this.#breaks = parsedAttribute(this.breaks, this, calendarBreaks);
    this.#days = this.#current();
    const breaks = this.#breaks.value ?? DEFAULT_BREAKS;
    const scale = { whole: this.whole, adds: this.plain || this.additive || this.whole };
    this.#classes = this.#cut.of([this.#days, breaks, scale.whole, scale.adds], () => dayClasses(this.#days.map(({ value }) => value), breaks, scale));
  }

  protected override get markCount(): number {
    return this.#days.length;
  }

  protected override get empty(): boolean {
    return !this.#days.some(({ value }) => Number.isFinite(value) && !(this.#classes.zero && value === 0));
  }

  protected override get problem(): YztError | undefined {
    return this.#breaks.error ?? this.#extent.error ?? super.problem;
  }

  protected override get waiting(): boolean {
    // All dates are missing: there is nothing to ask for.
    return super.waiting && !(this.#extent.answer && !this.groupKey);
  }

  protected override get groupKey(): GroupKey | undefined {
    const [first = Number.NaN, last = Number.NaN] = this.#extent.answer?.total.values ?? [];
    return this.groupBy === undefined || !(first <= last) ? undefined : daysKey(this.groupBy, first, last);
  }

  protected override get question(): Omit<Query, 'measures'> | undefined {
    const { groupKey: groupBy } = this;
    return groupBy && { groupBy, ignore: [groupBy.field] };
  }

  protected override renderMarks(width: number): TemplateResult {
    if (width === 0) return html`<svg width="0" height="0" aria-hidden="true"></svg>`;
    const { fontSize, locale, measureText: measure, focusIndex: at } = this;
    const scene = this.#placed.of([this.#days, this.#classes, width, fontSize, locale], () => calendarScene({ width, fontSize, locale, measure, days: this.#days, classes: this.#classes }));
    this.#scene = scene;
    const chosen = this.#chosen();
    return calendarDrawing(scene, {
      label: this.label || this.say(CHART_WORDS.chart),
      classes: this.#classes.classes,
      inside: scene.paths((index) => !chosen || chosen(index)),
      outside: chosen && scene.paths((index) => !chosen(index)),
      marked: [this.#drag.active ? -1 : this.tipIndex, this.#near],
      cursor: { at, count: this.#days.length, words: this.#sentence(at) },
      handlers: this.#target ? this.#drag : undefined,
    });
  }

  protected override renderFoot(): TemplateResult | typeof nothing {
    const { classes, zero } = this.#classes;
    const none = this.#days.some(({ value }) => Number.isNaN(value));
    const entries = [
      ...(none ? [{ look: 'missing' as const, words: this.say(CALENDAR_WORDS.missing) }] : []),
      ...(zero && this.#days.some(({ value }) => value === 0) ? [{ look: 'zero' as const, words: '0' }] : []),
      ...classes.map((look) => ({ look, words: this.say(look.label) })),
    ];
    return calendarLegend(entries, this.say(CALENDAR_WORDS.classes));
  }

  protected override get summary(): Text {
    const total = this.additive ? this.withUnit(this.#days.reduce((sum, { value }) => sum + (value > 0 ? value : 0), 0)) : undefined;
    return calendarSummary({ label: this.label, days: this.#days, total, withUnit: (value) => this.withUnit(value) });
  }

  protected override get table(): ChartTable {
    const columns = [
      { head: this.say(CALENDAR_WORDS.day), number: false },
      { head: this.headWithUnit(this.say(CHART_WORDS.value)), number: true },
    ];
    const days = this.#days;
    const rows = rowsOnDemand(days.length, (index) => {
      const { day, value } = days[index] as CalendarDay;
      return [{ text: dayWords(day, this.locale) }, { text: this.figure(value), value }];
    });
    return { columns, rows };
  }

  protected override tipWords(index: number): TipWords | undefined {
    const one = this.#days[index];
    if (!one) return undefined;
    return { label: dayWords(one.day, this.locale), value: this.#valueWords(one.value) };
  }

  protected override markAt(x: number, y: number): number {
    return this.#scene?.dayAt(x, y) ?? -1;
  }

  protected override markPlace(index: number): { readonly x: number; readonly y: number } | undefined {
    const cell = this.#scene?.cell(index);
    return cell && { x: cell.x + (this.#scene?.size ?? 0) / 2, y: cell.y };
  }

  protected override nextMark(key: string, index: number): number | undefined {
    return nextDay(key, index, this.#days.length, this.#scene?.form === 'months' ? 'rows' : 'columns');
  }

  protected override keyed(event: KeyboardEvent, index: number): number | undefined {
    if (!this.#target) return undefined;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#press(index);
      return index;
    }
    const next = event.shiftKey ? this.nextMark(event.key, index) : undefined;
    if (next === undefined) return undefined;
    event.preventDefault();
    if (!this.#chosen()?.(index)) this.#anchor = index;
    this.#filter(this.#anchor, next, this.#anchor);
    return next;
  }

  protected override clear(): void {
    const { groupBy } = this;
    if (!this.#target || groupBy === undefined || !this.#target.filters.has(groupBy)) return;
    this.#target.setFilter(groupBy, undefined);
    this.announce(this.say(rangeWords(undefined, rowsLeft(this.#target))));
  }

  /** The dataset that a click filters. */
  get #target(): DatasetLike | undefined {
    return this.plain || this.groupBy === undefined ? undefined : this.askedDataset;
  }

  #press(index: number): void {
    const [one, dataset, field] = [this.#days[index], this.#target, this.groupBy];
    if (!dataset || field === undefined) return;
    const isOn = one && JSON.stringify(dataset.filters.get(field)) === JSON.stringify(daysFilter(field, one.day, one.day));
    // A press beside all days lets go, as it does beside a selection elsewhere.
    if (!one || isOn) this.clear();
    else this.#filter(index, index);
  }

  #filter(from: number, to: number, anchor = from): void {
    const [a, b] = [this.#days[Math.min(from, to)], this.#days[Math.max(from, to)]];
    if (!a || !b || this.groupBy === undefined) return;
    this.#anchor = anchor;
    this.#target?.setFilter(this.groupBy, daysFilter(this.groupBy, a.day, b.day));
    this.announce(this.say(rangeWords([dayWords(a.day, this.locale), dayWords(b.day, this.locale)], rowsLeft(this.#target))));
  }

  /** Says which days are chosen: by the drag under way, else by the filter; undefined for all. */
  #chosen(): ((index: number) => boolean) | undefined {
    const { span, groupBy: field } = this;
    if (span) return (index) => index >= Math.min(...span) && index <= Math.max(...span);
    const filter = field === undefined ? undefined : this.#target?.filters.get(field);
    if (filter?.kind !== 'range') return undefined;
    return (index) => isWithin(this.#days[index]?.day ?? Number.NaN, filter) === true;
  }

  #dayAt(clientX: number, clientY: number): number {
    const box = this.renderRoot.querySelector('.plot')?.getBoundingClientRect();
    return box ? this.markAt(clientX - box.left, clientY - box.top) : -1;
  }

  #valueWords(value: number): string {
    return Number.isNaN(value) ? this.say(CALENDAR_WORDS.missing) : this.withUnit(value);
  }

  #sentence(index: number): string {
    const tip = this.tipWords(index);
    return tip ? `${tip.label}${this.locale === 'en' ? ', ' : '，'}${tip.value ?? ''}` : '';
  }

  /** Number of the day of the row under the pointer on another view, −1 for none. */
  get #near(): number {
    const { askedDataset: dataset, groupBy: field = '' } = this;
    if (this.plain || !dataset || dataset.hover < 0) return -1;
    const value = dataset.value(dataset.hover, field);
    if (!(value instanceof Date)) return -1;
    const day = dayOf(value.getTime());
    return this.#days.findIndex((one) => one.day === day);
  }

  #current(): readonly CalendarDay[] {
    const { data, answer, asked } = this;
    if (data) return this.#made.of([data], () => daysOfData(data));
    return answer ? this.#made.of([answer, asked], () => daysOfAnswer(answer, this.whole)) : [];
  }
}
