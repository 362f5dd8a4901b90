import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { QueryController } from '@yizhangtu/data/link';
import {
  isAdditive,
  parsedMeasure,
  type Answer,
  type FieldSchema,
  type Group,
  type GroupKey,
  type Measure,
  type Query,
} from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { ChartElement } from './chart-element.js';
import { figure } from './figures.js';
import { classColor, type ChartDatum } from './group-rows.js';
import { AnswerScale, largestValue } from './scaled-answer.js';
import { SymbologyMemo } from './symbology-memo.js';
import { shownUnit, usefulDigits, type ShownUnit } from './unit-choice.js';

/**
 * Base of charts that measure groups of a dataset: asks the question, writes the figures of the measured field, takes the colours of
 * the map. What the groups are and what a click does is up to the chart.
 */
export abstract class MeasureChartElement extends ChartElement {
  /** Field to group by. */
  @property({ attribute: 'group-by' }) groupBy?: string;
  /** What is measured in each group: `count`, `sum:areaM2`, `mean:price`, … */
  @property() measure = 'count';
  /** Colours of the map: `class:typeCode`, `fixed:data-2`. Unset: the accent. */
  @property() symbology?: string;
  /** Groups as plain data instead of a dataset. */
  @property({ attribute: false }) data?: readonly ChartDatum[];

  #badMeasure?: YztError | undefined;
  #measure: Measure = { kind: 'count' };
  readonly #colors = new SymbologyMemo();
  readonly #scale = new AnswerScale();
  readonly #query = new QueryController(this, () => ({
    dataset: this.plain || this.#badMeasure || !this.question ? undefined : this.askedDataset,
    query: { measures: [this.#measure, ...this.moreMeasures], ...this.question },
    ahead: (dataset) => this.#colors.ahead(this.colorSpec, dataset),
  }));

  /** What is asked, but for the measures; undefined for nothing yet. */
  protected abstract get question(): Omit<Query, 'measures'> | undefined;

  protected override askAhead(): void {
    void this.#query.answer;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('measure') || !this.hasUpdated) this.#readMeasure();
  }

  protected override get plain(): boolean {
    return this.data !== undefined;
  }

  protected override get waiting(): boolean {
    return !this.#query.answer;
  }

  protected override get problem(): YztError | undefined {
    return this.#badMeasure ?? (this.plain || this.#query.answer ? undefined : this.#query.error);
  }

  protected override get trouble(): YztError | undefined {
    return this.plain || !this.#query.answer ? undefined : this.#query.error;
  }

  protected override get readsRows(): boolean {
    return false;
  }

  protected override get lacking(): string | undefined {
    return this.groupBy ? undefined : 'group-by';
  }

  /** What is measured, as it is asked. */
  protected get asked(): Measure {
    return this.#measure;
  }

  /** Measures behind the first one: the ends of a band. */
  protected get moreMeasures(): readonly Measure[] {
    return [];
  }

  /** What is grouped by: a field, or bins of it. */
  protected get groupKey(): string | GroupKey | undefined {
    return this.groupBy;
  }

  /** The answer of the dataset in the unit that is shown; undefined for plain data. */
  protected get answer(): Answer | undefined {
    const { answer } = this.#query;
    return this.plain || !answer ? undefined : this.#scale.of(answer, this.#shown.per);
  }

  /** True while `answer` is of rows that others have taken the place of. */
  protected get answerStale(): boolean {
    return this.#query.stale;
  }

  /** The unit of the numbers: that which the page asks for, converted where it measures the same as that of the field. */
  get #shown(): ShownUnit {
    // An attribute that was taken off leaves null.
    const wanted = this.unit ?? undefined;
    if (this.plain) return { text: wanted ?? '', per: 1 };
    const { kind } = this.#measure;
    const given = kind === 'count' || kind === 'distinct' ? undefined : this.#measured?.unit;
    return shownUnit(given, wanted, wanted === 'auto' && this.#query.answer ? largestValue(this.#query.answer) : 0, this.locale);
  }

  /** The symbology that colours the groups; undefined for the accent. */
  protected get colorSpec(): string | undefined {
    return this.symbology;
  }

  /** The symbology of the map; undefined for the accent. */
  protected get colorModel(): Symbology | undefined {
    return this.#colors.hinted(this.colorSpec, this.askedDataset, this);
  }

  /** The colour of a value of a field, as on the map; undefined for the accent. */
  protected colorOf(field: string, key: Group['key']): string | undefined {
    return classColor(this.colorModel, field, key);
  }

  /** True where the parts of the measure add up to a whole: counts and sums. */
  protected get additive(): boolean {
    return isAdditive(this.#measure);
  }

  /** True when values are whole numbers of things. */
  protected get whole(): boolean {
    return !this.plain && (this.#measure.kind === 'count' || this.#measure.kind === 'distinct');
  }

  protected override figure(value: number): string {
    const { kind } = this.#measure;
    const own = this.#measured?.digits ?? (kind === 'mean' || kind === 'stdev' ? 1 : undefined);
    const { answer } = this;
    return figure(value, this.digits ?? (answer && this.#shown.per !== 1 ? usefulDigits(largestValue(answer)) : own));
  }

  protected override get unitText(): string {
    return this.#shown.text;
  }

  get #measured(): FieldSchema | undefined {
    const { field } = this.#measure;
    return field === undefined || this.plain ? undefined : this.askedDataset?.field(field);
  }

  #readMeasure(): void {
    this.#badMeasure = undefined;
    try {
      this.#measure = parsedMeasure(this.measure, this.localName);
    } catch (error) {
      if (!(error instanceof YztError)) throw error;
      this.#badMeasure = error;
      hint(error.code, error.text, this);
    }
  }
}
