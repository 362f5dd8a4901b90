import type { DatasetLike, Filter } from '@yizhangtu/data/model';
import { property } from 'lit/decorators.js';
import type { BrushRange } from '../marks/brush-steps.js';
import { MeasureChartElement } from './measure-chart-element.js';
import { RangeBrush } from './range-brush.js';
import { rangeWords, rowsLeft } from './range-words.js';

/** Base of charts along an axis of time or numbers, from which a drag, or handles by keyboard, filter a range. */
export abstract class RangeChartElement extends MeasureChartElement {
  /** Without filtering by a drag over the chart. */
  @property({ type: Boolean, attribute: 'no-brush' }) noBrush = false;

  /** The selection and its handles. */
  protected readonly brush = new RangeBrush(this, {
    stops: () => (this.brushable ? this.stops : []),
    least: () => this.leastStops,
    box: () => this.brushBox,
    selected: () => this.selectedPlaces,
    select: (range) => this.setRange(this.rangeFilter(range)),
    clear: () => this.setRange(undefined),
    pressed: (x) => this.pressedAt(x),
    done: () => this.sayRange(),
    words: (stop) => this.stopWords(stop),
    say: (text) => this.say(text),
  });

  /** px of the places at which a selection can begin and end, rising. */
  protected abstract get stops(): readonly number[];
  /** Height of the plot, px. */
  protected abstract get brushBox(): { readonly top: number; readonly bottom: number };
  /** The stops between which the filter of this chart lies; undefined without one. */
  protected abstract get selectedRange(): BrushRange | undefined;
  /** The filter that leaves what lies from one stop to another. */
  protected abstract rangeFilter(range: BrushRange): Filter | undefined;
  /** A stop in words. */
  protected abstract stopWords(stop: number): string;

  /** Least number of stops between the ends: 1 for edges of bins, 0 for places that count themselves. */
  protected readonly leastStops: 0 | 1 = 0;

  /** True when a range can be filtered. */
  protected get brushable(): boolean {
    return !this.noBrush && !this.plain && this.groupBy !== undefined && this.askedDataset !== undefined;
  }

  /** px of the ends of the selection. */
  protected get selectedPlaces(): readonly [from: number, to: number] | undefined {
    const range = this.brushable ? this.selectedRange : undefined;
    if (!range) return undefined;
    const { stops } = this;
    const [from, to] = [stops[range.from], stops[range.to]];
    return from === undefined || to === undefined ? undefined : [from, to];
  }

  protected override keyed(event: KeyboardEvent, index: number): number | undefined {
    return this.brushable ? this.brush.extend(event, index) : undefined;
  }

  protected override clear(): void {
    if (!this.selectedPlaces) return;
    this.setRange(undefined);
    this.sayRange();
  }

  /** A press that was no drag, outside of a selection. @param _x px in the plot. */
  protected pressedAt(_x: number): void {
    this.clear();
  }

  /** Sets or removes the filter of this chart. */
  protected setRange(filter: Filter | undefined): void {
    const dataset: DatasetLike | undefined = this.askedDataset;
    if (this.groupBy !== undefined) dataset?.setFilter(this.groupBy, filter);
  }

  /** Says what is selected now, once. */
  protected sayRange(): void {
    const range = this.selectedRange;
    const ends = range && ([this.stopWords(range.from), this.stopWords(range.to)] as const);
    this.announce(this.say(rangeWords(ends, rowsLeft(this.askedDataset))));
  }
}
