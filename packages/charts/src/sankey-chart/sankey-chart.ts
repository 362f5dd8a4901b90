import type { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { setStyle } from '@yizhangtu/base/set-style';
import { QueryController, SlicedWork, type QueryNeed } from '@yizhangtu/data/link';
import { html, nothing, svg, type CSSResultGroup, type PropertyValues, type SVGTemplateResult, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ChartElement } from '../chart/chart-element.js';
import { ChartMeasure, onlyAdditive } from '../chart/chart-measure.js';
import type { ChartTable } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import { CHART_WORDS } from '../chart/chart-words.js';
import { percent } from '../chart/figures.js';
import { markGroup, type MarkArea } from '../chart/mark-group.js';
import { FieldLooksMemo, type KeptLooks } from '../tree/field-looks.js';
import { holdsRow, nodeChoice, switchedFilters, type Choosable } from '../tree/tree-choice.js';
import { transitionsOfAnswer, transitionsOfData, type FlowDatum } from './flow-model.js';
import { sankeyChartStyles } from './sankey-chart.styles.js';
import { BAR, GAP, sankeyLayout, type SankeyLayout, type SankeyNode } from './sankey-layout.js';
import { SANKEY_WORDS, sankeySummary, unchangedWords } from './sankey-words.js';
import { choosableOf, targetLabel, targetsOf, targetValue, touches, type Target } from './sankey-targets.js';
import type { FlowClass, Transitions } from './transitions.js';

/** So many pairs of classes take longer than a frame. */
const MANY = 5000;

const NOTHING: Transitions = { from: [], to: [], flows: [], total: 0, unchanged: 0 };

/**
 * What became what: classes before on the left, classes now on the right, bands between them as thick as the amount. For transitions of
 * land use, of rating, of state.
 *
 * @tag yzt-sankey-chart
 * @summary Flows from classes to classes, linked to a dataset.
 * @csspart base - The whole chart.
 * @csspart header - Title, unit and switch.
 * @csspart label - The title.
 * @csspart unit - The unit beside the title.
 * @csspart toggle - The switch between chart and table.
 * @csspart plot - The box of the flows.
 * @csspart table - The table twin.
 * @csspart tooltip - The tooltip.
 * @csspart source - The line that names the source.
 */
export class YztSankeyChart extends ChartElement {
  static override styles: CSSResultGroup = [ChartElement.styles, sankeyChartStyles];

  /** Field of the class before. */
  @property() from = '';
  /** Field of the class now. */
  @property() to = '';
  /** What is added up: `count` or `sum:areaM2`. */
  @property() measure = 'count';
  /** Level of the code list that values are taken together at, 1 for the top. Unset: the values themselves. */
  @property({ type: Number }) level?: number;
  /** At most this many classes a side; the smallest are shown together as 其他. */
  @property({ type: Number }) limit = 12;
  /** Only what changed; what stays in its class is told in a line below. */
  @property({ type: Boolean, attribute: 'changes-only' }) changesOnly = false;
  /** Colours of the map: `class:landUse`. Unset: those of the code list, else one a class. */
  @property() symbology?: string;
  /** Flows as plain data instead of a dataset. */
  @property({ attribute: false }) data?: readonly FlowDatum[];

  #transitions: Transitions = NOTHING;
  #targets: readonly Target[] = [];
  readonly #measure = new ChartMeasure();
  readonly #looks = new FieldLooksMemo(this);
  readonly #query = new QueryController(this, () => this.#question());
  readonly #flown = new SlicedWork<Transitions>(this, () => this.#query.stale || (!this.plain && this.linkedDataset?.filtering !== undefined));

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('measure')) this.#measure.read(this.measure, this, (measure) => onlyAdditive(measure, this.measure, this.localName));
    this.#transitions = this.#current();
    this.#targets = targetsOf(this.#transitions);
    const name = this.data ? undefined : this.#measure.field;
    const field = name === undefined ? undefined : this.askedDataset?.field(name);
    this.#measure.set({ field, unit: this.unit, digits: this.digits, size: this.#transitions.total, locale: this.locale });
  }

  protected override get markCount(): number {
    return this.#targets.length;
  }

  protected override get plain(): boolean {
    return this.data !== undefined;
  }

  protected override get readsRows(): boolean {
    return false;
  }

  protected override get waiting(): boolean {
    return !this.#query.answer || this.#flown.pending;
  }

  protected override get problem(): YztError | undefined {
    return this.data ? undefined : (this.#measure.problem ?? (this.#query.answer ? undefined : this.#query.error));
  }

  protected override get trouble(): YztError | undefined {
    return this.data || !this.#query.answer ? undefined : this.#query.error;
  }

  protected override get lacking(): string | undefined {
    return this.from === '' ? 'from' : this.to === '' ? 'to' : undefined;
  }

  protected override get unitText(): string {
    return this.#measure.unitText;
  }

  protected override figure(value: number): string {
    return this.#measure.figure(value);
  }

  protected override get summary(): Text {
    const share = (part: number, whole: number): string => percent(part / whole, this.locale);
    return sankeySummary({ label: this.label, transitions: this.#transitions, format: (value) => this.withUnit(value), share });
  }

  protected override get table(): ChartTable {
    const { from, to, flows, total } = this.#transitions;
    const columns = [
      { head: this.#head('from'), number: false },
      { head: this.#head('to'), number: false },
      { head: this.headWithUnit(this.say(CHART_WORDS.value)), number: true },
      { head: this.say(CHART_WORDS.share), number: true },
    ];
    const rows = flows.map((flow) => [
      { text: from[flow.from]?.label ?? '' },
      { text: to[flow.to]?.label ?? '' },
      { text: this.figure(flow.value), value: this.#measure.shown(flow.value) },
      { text: percent(flow.value / total, this.locale) },
    ]);
    return { columns, rows };
  }

  protected override renderMarks(width: number, height: number): TemplateResult {
    if (width === 0) return html`<svg width="0" height="0" aria-hidden="true"></svg>`;
    const { from, to, flows } = this.#transitions;
    const lineHeight = this.fontSize * 1.35;
    const top = lineHeight * 1.4;
    const classes = (side: readonly FlowClass[]) => side.map(({ label, value }) => ({ label, value, figure: this.figure(value) }));
    const layoutAt = (room: number): SankeyLayout => sankeyLayout(classes(from), classes(to), flows, { width, height: room, lineHeight }, this.measureText);
    const least = layoutAt(0).height + top;
    const layout = layoutAt(Math.max(0, Math.max(height, least) - top));
    return html`<div class="space" ${setStyle({ height: `${least}px` })}></div>
      <svg width=${width} height=${layout.height + top} role="group" aria-label=${this.label}>
        <text class="side" x="0" y=${lineHeight / 2} aria-hidden="true">${this.#head('from')}</text>
        <text class="side" x=${width} y=${lineHeight / 2} text-anchor="end" aria-hidden="true">${this.#head('to')}</text>
        <g transform=${`translate(0,${top})`}>${this.#targets.map((target, index) => this.#target(target, index, layout, width))}</g>
      </svg>`;
  }

  protected override renderFoot(): TemplateResult | typeof nothing {
    const { unchanged, total } = this.#transitions;
    if (!this.changesOnly || !(unchanged > 0)) return nothing;
    return html`<p class="unchanged">${this.say(unchangedWords(this.withUnit(unchanged), percent(unchanged / total, this.locale)))}</p>`;
  }

  protected override tipWords(index: number): TipWords | undefined {
    const target = this.#targets[index];
    return target && { label: targetLabel(target, this.#transitions), value: this.withUnit(targetValue(target, this.#transitions)), note: this.#note(target) };
  }

  protected override choose(index: number): void {
    const target = this.#targets[index];
    const dataset = this.askedDataset;
    const choosable = target && this.#choosable(target);
    if (this.plain || !target || !dataset || !choosable || choosable.rest) return;
    for (const [field, filter] of switchedFilters(choosable, dataset.filters, this.#fieldsOf(target))) dataset.setFilter(field, filter);
  }

  protected override clear(): void {
    if (this.plain) return;
    for (const field of [this.from, this.to]) this.askedDataset?.setFilter(field, undefined);
  }

  #target(target: Target, index: number, layout: SankeyLayout, width: number): SVGTemplateResult | typeof nothing {
    const choosable = this.#choosable(target);
    const dataset = this.plain ? undefined : this.askedDataset;
    const { pressed, faded } = dataset ? nodeChoice(choosable, dataset.filters, this.#fieldsOf(target)) : { pressed: false, faded: false };
    const near = dataset !== undefined && dataset.hover >= 0 && holdsRow(choosable, (field) => dataset.value(dataset.hover, field));
    const { color = 'var(--yzt-color-accent)', area, marks } = this.#drawn(target, layout, width);
    const lit = this.#lit(target);
    const mark = { index, color, name: this.#nameOf(target), button: dataset !== undefined && !choosable.rest };
    const focus = index === this.focusIndex ? ('first' as const) : ('later' as const);
    return markGroup({ ...mark, focus, pressed, faded: faded || lit === false, near: near || lit === true, area }, marks);
  }

  #drawn(target: Target, layout: SankeyLayout, width: number): { color: string | undefined; area: MarkArea; marks: SVGTemplateResult } {
    const { from, to, flows } = this.#transitions;
    if (target.kind === 'flow') {
      const path = layout.bands[target.index]?.path ?? '';
      const source = from[flows[target.index]?.from ?? -1];
      return { color: source?.color, area: { path }, marks: svg`<path class="mark flow" d=${path}></path>` };
    }
    const isFrom = target.kind === 'from';
    const node = (isFrom ? layout.left : layout.right)[target.index];
    const color = (isFrom ? from : to)[target.index]?.color;
    if (!node) return { color, area: { path: '' }, marks: svg`` };
    const x = isFrom ? 0 : node.x;
    const area = { x, y: node.slot.y, width: isFrom ? node.x + BAR : width - node.x, height: node.slot.height };
    return { color, area, marks: this.#class(node, isFrom) };
  }

  #class(node: SankeyNode, isFrom: boolean): SVGTemplateResult {
    const middle = node.slot.y + node.slot.height / 2;
    const line = node.isBelow ? this.fontSize * 0.675 : 0;
    const x = isFrom ? node.x - GAP : node.x + BAR + GAP;
    const anchor = isFrom ? 'end' : 'start';
    const behind = x + (isFrom ? -1 : 1) * (this.measureText(node.label) + GAP);
    return svg`<rect class="mark" x=${node.x} y=${node.y} width=${BAR} height=${node.height}></rect>
      <text x=${x} y=${middle - line} text-anchor=${anchor}>${node.label}</text>
      <text class="figure" x=${node.isBelow ? x : behind} y=${middle + line} text-anchor=${anchor}>${node.figure}</text>`;
  }

  /** Whether a target belongs to what is under the pointer; undefined when nothing is. */
  #lit(target: Target): boolean | undefined {
    const over = this.#targets[this.tipIndex];
    if (!over) return undefined;
    return touches(over, target, this.#transitions) || touches(target, over, this.#transitions);
  }

  #choosable(target: Target): Choosable {
    return choosableOf(target, this.#transitions, this);
  }

  #fieldsOf({ kind }: Target): readonly string[] {
    return kind === 'flow' ? [this.from, this.to] : [kind === 'from' ? this.from : this.to];
  }

  #note(target: Target): string {
    const { from, flows, total } = this.#transitions;
    const value = targetValue(target, this.#transitions);
    const all = percent(value / total, this.locale);
    const flow = target.kind === 'flow' ? flows[target.index] : undefined;
    const source = flow && from[flow.from];
    if (!source) return this.say({ zh: `占全部 ${all}`, en: `${all} of all` });
    const part = percent(value / source.value, this.locale);
    return this.say({ zh: `占${source.label} ${part}，占全部 ${all}`, en: `${part} of ${source.label}, ${all} of all` });
  }

  #nameOf(target: Target): string {
    const side = target.kind === 'flow' ? [] : [this.#head(target.kind)];
    return [...side, targetLabel(target, this.#transitions), this.withUnit(targetValue(target, this.#transitions)), this.#note(target)].join(this.locale === 'en' ? ', ' : '，');
  }

  #head(side: 'from' | 'to'): string {
    const field = side === 'from' ? this.from : this.to;
    return this.data || field === '' ? this.say(SANKEY_WORDS[side]) : (this.askedDataset?.label(field, this.locale) ?? field);
  }

  #question(): QueryNeed {
    const { from, to } = this;
    const ready = !this.data && !this.#measure.problem && from !== '' && to !== '';
    const query = { groupBy: from, splitBy: to, ignore: [from, to], measures: [this.#measure.measure] };
    return { dataset: ready ? this.askedDataset : undefined, ahead: (rows) => this.#looks.ahead(this.symbology ?? `class:${from}`, rows), query };
  }

  #current(): Transitions {
    const options = { limit: Math.max(1, this.limit), restLabel: this.say(CHART_WORDS.rest), changesOnly: this.changesOnly };
    if (this.data) return transitionsOfData(this.data, options);
    const { answer } = this.#query;
    const { askedDataset: dataset, from, to, level } = this;
    if (!answer || !dataset) return NOTHING;
    const looks = { from: this.#looksOf(from), to: this.#looksOf(to) };
    const key = [answer, level, ...Object.values(options), ...looks.from.from, ...looks.to.from];
    const many = answer.groups.length * (answer.splits?.length ?? 1) >= MANY;
    return this.#flown.of([dataset, from, to], key, many, () => transitionsOfAnswer(answer, looks, level, options)) ?? NOTHING;
  }

  #looksOf(field: string): KeptLooks {
    return this.#looks.of({ dataset: this.askedDataset, field, locale: this.locale, symbology: this.symbology, colorField: this.from });
  }
}
