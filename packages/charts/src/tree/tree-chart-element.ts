import type { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { QueryController, SlicedWork, type QueryNeed } from '@yizhangtu/data/link';
import type { PropertyValues, SVGTemplateResult, TemplateResult, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { ChartElement } from '../chart/chart-element.js';
import { ChartMeasure, onlyAdditive } from '../chart/chart-measure.js';
import type { ChartTable } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import { CHART_WORDS } from '../chart/chart-words.js';
import { percent } from '../chart/figures.js';
import { cssColor } from '../chart/group-rows.js';
import { markGroup, type MarkArea } from '../chart/mark-group.js';
import { inkOn } from '../marks/ink.js';
import { breadcrumb } from './breadcrumb.js';
import { classTree, classTreeSteps, dividedTree, idsOf, nodesOn, pathText, type TreeNode } from './class-tree.js';
import { FieldLooksMemo, type KeptLooks } from './field-looks.js';
import { holdsRow, nodeChoice, switchedFilters } from './tree-choice.js';
import { leavesOfAnswer, leavesOfData, type TreeDatum } from './tree-leaves.js';
import { tooManyFields } from './tree-problems.js';
import { treeTable } from './tree-table.js';
import { ownWords, treeSummary, TREE_WORDS } from './tree-words.js';

/** Trees of so many leaves take longer than a frame. */
const MANY = 5000;

const NO_TREE: TreeNode = classTree([], '', String);

/**
 * Base of charts of a tree of classes: asks the question, builds the tree from one or two fields and their code lists, zooms, filters, and
 * has the table twin. A chart of its own draws `renderMarks()` and calls `draw()` with the nodes of its marks, in order.
 */
export abstract class TreeChartElement extends ChartElement {
  /** One or two fields, outer first, separated by a space. A field with a code list brings the classes above its codes. */
  @property() path = '';
  /** What is added up: `count` or `sum:areaM2`. */
  @property() measure = 'count';
  /** Levels drawn at a time. */
  @property({ type: Number }) levels = 2;
  /** Colours of the map: `class:district`. Unset: those of the code list, else one a class of the first level. */
  @property() symbology?: string;
  /** Class that is zoomed into: values or codes from the top, with `/` between (`03/0301`); empty for all. */
  @property() zoomed = '';
  /** A tree as plain data instead of a dataset. */
  @property({ attribute: false }) data?: readonly TreeDatum[];

  /** Nodes of the marks of the last drawing, in the order of the keyboard, with all that is in them. */
  protected drawn: readonly TreeNode[] = [];
  /** The node that fills the chart, and those above it. */
  protected way: readonly TreeNode[] = [NO_TREE];

  readonly #measure = new ChartMeasure();
  readonly #looks = new FieldLooksMemo(this);
  readonly #query = new QueryController(this, () => this.#question());
  readonly #grown = new SlicedWork<TreeNode>(this, () => this.#query.stale || (!this.plain && this.linkedDataset?.filtering !== undefined));

  /** The node that fills the chart. */
  protected get node(): TreeNode {
    return this.way[this.way.length - 1] ?? NO_TREE;
  }

  protected override askAhead(): void {
    if (!this.plain) this.#tree();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('measure') || changed.has('path')) this.#read();
    const root = dividedTree(this.#tree());
    this.way = nodesOn(root, idsOf(this.zoomed));
    const name = this.data ? undefined : this.#measure.field;
    const field = name === undefined ? undefined : this.askedDataset?.field(name);
    this.#measure.set({ field, unit: this.unit, digits: this.digits, size: root.value, locale: this.locale });
  }

  protected override get markCount(): number {
    return this.drawn.length;
  }

  protected override get empty(): boolean {
    return !(this.node.value > 0);
  }

  protected override get plain(): boolean {
    return this.data !== undefined;
  }

  protected override get readsRows(): boolean {
    return false;
  }

  protected override get waiting(): boolean {
    return !this.#query.answer || this.#grown.pending;
  }

  protected override get problem(): YztError | undefined {
    return this.data ? undefined : (this.#measure.problem ?? (this.#query.answer ? undefined : this.#query.error));
  }

  protected override get trouble(): YztError | undefined {
    return this.data || !this.#query.answer ? undefined : this.#query.error;
  }

  protected override get lacking(): string | undefined {
    return this.path.trim() === '' ? 'path' : undefined;
  }

  protected override get unitText(): string {
    return this.#measure.unitText;
  }

  protected override figure(value: number): string {
    return this.#measure.figure(value);
  }

  protected override get summary(): Text {
    const { label, node } = this;
    const format = (value: number): string => this.withUnit(value);
    return treeSummary({ label, node, isRoot: this.way.length === 1, format, share: (part, whole) => percent(part / whole, this.locale) });
  }

  /** Says which nodes are drawn. Layouts cut a tree; what a click opens is in the whole one. */
  protected draw(nodes: readonly TreeNode[]): void {
    this.drawn = nodes.map((node) => node.whole ?? node);
  }

  /** The way to the zoomed class and back; nothing at the root. */
  protected renderWay(height: number): TemplateResult | typeof nothing {
    return breadcrumb({
      nodes: this.way,
      height,
      name: this.say(TREE_WORDS.way),
      only: this.#fields.length === 0 || this.plain ? undefined : this.say(TREE_WORDS.only),
      isOnly: this.#choiceOf(this.node).pressed,
      onGo: (node) => this.goTo(node),
      onOnly: () => this.#switch(this.node),
    });
  }

  /** The mark of a node: what is drawn, under the area that takes pointer and focus. */
  protected renderNode(index: number, area: MarkArea, marks: SVGTemplateResult): SVGTemplateResult {
    const node = this.drawn[index] ?? NO_TREE;
    const { pressed, faded } = this.#choiceOf(node);
    const button = !node.rest && (node.children.length > 0 || (!this.plain && node.filters.size > 0));
    const dataset = this.askedDataset;
    const near = !this.plain && dataset !== undefined && dataset.hover >= 0 && holdsRow(node, (field) => dataset.value(dataset.hover, field));
    return markGroup(
      {
        index,
        color: node.color ?? 'var(--yzt-data-other)',
        name: this.#nameOf(node),
        button,
        focus: index === this.focusIndex ? 'first' : 'later',
        pressed: this.#opens(node) ? undefined : pressed,
        faded,
        near,
        area,
      },
      marks,
    );
  }

  /** The colour of text on a node. */
  protected inkOf(node: TreeNode): string {
    const color = node.color ?? 'var(--yzt-data-other)';
    const name = /^var\((--[\w-]+)\)$/.exec(color)?.[1];
    return inkOn(name === undefined ? color : getComputedStyle(this).getPropertyValue(name).trim());
  }

  protected override tipWords(index: number): TipWords | undefined {
    const node = this.drawn[index];
    if (!node) return undefined;
    const label = [...(node.code === undefined ? [] : [node.code]), node.label].join(' ');
    return { label, value: this.withUnit(node.value), note: this.#shareWords(node) };
  }

  protected override choose(index: number): void {
    const node = this.drawn[index];
    if (!node || node.rest) return;
    if (this.#opens(node)) this.goTo(node);
    else if (!this.plain) this.#switch(node);
  }

  /** Lets go of the filter; without one, goes one level up. */
  protected override clear(): void {
    const dataset = this.askedDataset;
    const filtered = this.#fields.filter((field) => dataset?.filters.has(field));
    if (!this.plain && filtered.length > 0) for (const field of filtered) dataset?.setFilter(field, undefined);
    else if (this.way.length > 1) this.goTo(this.way[this.way.length - 2] ?? NO_TREE);
  }

  protected override get table(): ChartTable {
    return treeTable(this.node, {
      heads: { item: this.say(TREE_WORDS.item), code: this.say(TREE_WORDS.code), value: this.headWithUnit(this.say(CHART_WORDS.value)), share: this.say(CHART_WORDS.share) },
      figure: (value) => this.figure(value),
      shown: (value) => this.#measure.shown(value),
      share: (part, whole) => percent(part / whole, this.locale),
    });
  }

  /** True for a class that a click opens. */
  #opens(node: TreeNode): boolean {
    return node.children.length > 0 && !node.rest;
  }

  #choiceOf(node: TreeNode): { pressed: boolean; faded: boolean } {
    const dataset = this.askedDataset;
    return this.plain || !dataset ? { pressed: false, faded: false } : nodeChoice(node, dataset.filters, this.#fields);
  }

  /** Zooms into a class, or out to one above. */
  protected goTo(node: TreeNode): void {
    const from = this.node;
    const inside = this.shadowRoot?.activeElement !== null;
    this.zoomed = pathText(node.path);
    const { label, children, value } = node;
    this.announce(this.say({ zh: `${label}，${this.withUnit(value)}，分 ${children.length} 类`, en: `${label}, ${this.withUnit(value)}, ${children.length} classes` }));
    if (inside) void this.#focusAfterZoom(from);
  }

  /** The focus goes to the class one came from, else to the first. */
  async #focusAfterZoom(from: TreeNode): Promise<void> {
    await this.updateComplete;
    const back = this.drawn.findIndex((node) => pathText(node.path) === pathText(from.path));
    this.renderRoot.querySelector<SVGElement>(`[data-index="${Math.max(0, back)}"] .hit`)?.focus();
  }

  #switch(node: TreeNode): void {
    const dataset = this.askedDataset;
    if (!dataset) return;
    for (const [field, filter] of switchedFilters(node, dataset.filters, this.#fields)) dataset.setFilter(field, filter);
  }

  #shareWords(node: TreeNode): string {
    const root = this.way[0] ?? NO_TREE;
    const all = percent(node.value / root.value, this.locale);
    if (this.way.length === 1) return this.say({ zh: `占 ${all}`, en: `${all} of all` });
    const here = percent(node.value / this.node.value, this.locale);
    return this.say({ zh: `占${this.node.label} ${here}，占全部 ${all}`, en: `${here} of ${this.node.label}, ${all} of all` });
  }

  #nameOf(node: TreeNode): string {
    const comma = this.locale === 'en' ? ', ' : '，';
    const open = this.#opens(node) ? [this.say({ zh: `含 ${node.children.length} 类，可展开`, en: `${node.children.length} classes inside, opens` })] : [];
    return [node.label, this.withUnit(node.value), this.#shareWords(node), ...open].join(comma);
  }

  get #fields(): readonly string[] {
    return this.path.split(/\s+/).filter((field) => field !== '');
  }

  #read(): void {
    this.#measure.read(this.measure, this, (measure) =>
      this.#fields.length > 2 ? tooManyFields(this.localName, this.path) : onlyAdditive(measure, this.measure, this.localName),
    );
  }

  #question(): QueryNeed {
    const [groupBy, splitBy] = this.#fields;
    const dataset = this.data || this.#measure.problem || groupBy === undefined ? undefined : this.askedDataset;
    return { dataset, ahead: (rows) => this.#looks.ahead(this.symbology ?? `class:${groupBy}`, rows), query: { measures: [this.#measure.measure], ...(groupBy !== undefined && { groupBy, ignore: this.#fields }), ...(splitBy !== undefined && { splitBy }) } };
  }

  #tree(): TreeNode {
    const own = (label: string): string => this.say(ownWords(label));
    const all = this.say(TREE_WORDS.all);
    if (this.data) return classTree(leavesOfData(this.data, cssColor), all, own);
    const { answer } = this.#query;
    const { askedDataset: dataset } = this;
    if (!answer || !dataset) return NO_TREE;
    const looks = this.#fields.map((field) => this.#looksOf(field));
    const many = answer.groups.length * (answer.splits?.length ?? 1) >= MANY;
    return this.#grown.of([dataset, this.path], [answer, all, ...looks.flatMap(({ from }) => from)], many, () => classTreeSteps(leavesOfAnswer(answer, looks), all, own)) ?? NO_TREE;
  }

  #looksOf(field: string): KeptLooks {
    // Classes of the first field have colours; what is in them takes theirs.
    const colorField = field === this.#fields[0] ? field : undefined;
    const symbology = symbologyFor(this.symbology, field);
    return this.#looks.of({ dataset: this.askedDataset, field, locale: this.locale, symbology, colorField });
  }
}

/** A symbology by classes colours its own field only. */
function symbologyFor(spec: string | undefined, field: string): string | undefined {
  return spec?.startsWith('class:') && spec !== `class:${field}` ? undefined : spec;
}
