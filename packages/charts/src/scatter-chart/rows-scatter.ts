import type { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import type { Text } from '@yizhangtu/base/locale';
import type { DatasetChange } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { brushStyles } from '../chart/brush.styles.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartTable } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import { CHART_WORDS } from '../chart/chart-words.js';
import { firstFew } from '../chart/first-few.js';
import { NO_CLASSES, pointClasses, type PointClass } from './scatter-classes.js';
import { Memo } from '../chart/memo.js';
import type { PlotRect } from '../chart/plot-svg.js';
import { rangeWords, rowsLeft } from '../chart/range-words.js';
import { SymbologyMemo } from '../chart/symbology-memo.js';
import { RectBrush } from './rect-brush.js';
import { PointPainter } from './scatter-canvas.js';
import { scatterChartStyles } from './scatter-chart.styles.js';
import { scatterDrawing } from './scatter-drawing.js';
import { filterRect, rectBetween, rectFilters } from './scatter-filter.js';
import { scatterFoot } from './scatter-foot.js';
import type { PointLabel } from './scatter-labels.js';
import { ScatterPictures, type ScatterPicture } from './scatter-picture.js';
import { extentOf, fieldProblem, NO_POINTS, pointOf } from './scatter-points.js';
import { axisName, endsOf, fieldNames, outlierLabels, pointSentence, scatterTable, scatterTip, spanWords, valueWords, type ScatterRows } from './scatter-rows.js';
import type { ScatterMarker } from './scatter-plot.js';
import type { ScatterScene } from './scatter-scene.js';
import { chosenWords, SCATTER_WORDS, scatterSummary } from './scatter-words.js';
import { shortNumber } from './scatter-axis.js';
import { nextPoint } from './scatter-walk.js';

/** A finger or a pointer is not more exact than this, px. */
const REACH = 12;
const MOST_RINGS = 500;

/** A scatter plot of a dataset whose rows are in this page: properties, points, filter by a rectangle. */
export abstract class RowsScatter extends ChartElement {
  static override styles: CSSResultGroup = [ChartElement.styles, brushStyles, scatterChartStyles];

  /** Field of the numbers across. */
  @property() x?: string;
  /** Field of the numbers up. */
  @property() y?: string;
  /** Even steps across, or steps that grow by a factor. Numbers that are not above zero are then not shown, and counted. */
  @property({ attribute: 'x-scale' }) xScale: 'linear' | 'log' = 'linear';
  /** Even steps up, or steps that grow by a factor. */
  @property({ attribute: 'y-scale' }) yScale: 'linear' | 'log' = 'linear';
  /** Field of numbers that the areas of the points follow. */
  @property({ attribute: 'size-field' }) sizeField?: string;
  /** Field that names a point: in the tooltip, in the table, and beside points that stand far from the others. */
  @property({ attribute: 'label-field' }) labelField?: string;
  /** Colours of the map: `class:typeCode`, `breaks:areaM2:5`. Unset: the accent. */
  @property() symbology?: string;
  /** Values of both axes that are marked by lines: `median`, `mean`, or both with a space between. */
  @property() markers?: string;
  /** With the line of least squares and a sentence on how much it explains. */
  @property({ type: Boolean }) trend = false;
  /** Without filtering by a rectangle. */
  @property({ type: Boolean, attribute: 'no-brush' }) noBrush = false;

  #points = NO_POINTS;
  #scene: ScatterScene | undefined;
  #anchor = -1;
  #told: string | undefined;
  readonly #painter = new PointPainter();
  readonly #colors = new SymbologyMemo();
  readonly #pictures = new ScatterPictures(this);
  #picture: ScatterPicture | undefined;
  readonly #named = new Memo<readonly PointLabel[]>();
  readonly #tabled = new Memo<ChartTable>();
  readonly #grouped = new Memo<readonly PointClass[]>();
  readonly #brush = new RectBrush({
    box: () => this.#scene ?? { left: 0, right: 0, top: 0, bottom: 0 },
    place: (event) => this.placeOf(event),
    changed: () => this.requestUpdate(),
    chosen: (rect) => this.#filter(rect),
    pressed: (x, y) => this.#press(this.markAt(x, y)),
  });

  protected override get followed(): readonly DatasetChange[] {
    return ['data', 'filter', 'hover', 'selection'];
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#picture = this.#pictured();
    this.#points = this.#picture?.points ?? NO_POINTS;
    this.#scene = this.#picture?.scene;
    this.#tell(this.problem);
  }

  protected override updated(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas && this.#scene) this.#painter.paint(canvas, this.#scene, this.#classes(), this.#picture?.inside, this.#picture?.kept);
  }

  /** Whoever waits for the chart waits for its points too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#pictures.done();
    return done && super.getUpdateComplete();
  }

  protected override get waiting(): boolean {
    return this.#pictures.pending;
  }

  protected override get markCount(): number {
    return this.#points.rows.length;
  }

  protected override get problem(): YztError | undefined {
    const dataset = this.askedDataset;
    if (!dataset) return undefined;
    const tag = this.localName;
    return fieldProblem(dataset, this.x, 'x', tag) ?? fieldProblem(dataset, this.y, 'y', tag) ?? fieldProblem(dataset, this.sizeField, 'size-field', tag);
  }

  protected override get lacking(): string | undefined {
    return this.x ? (this.y ? undefined : 'y') : 'x';
  }

  protected override renderMarks(): TemplateResult {
    const [{ linkedDataset: dataset }, scene] = [this, this.#scene];
    if (!scene || !dataset) return html`<svg width="0" height="0" aria-hidden="true"></svg>`;
    const { focusIndex: at, tipIndex } = this;
    const near = dataset.hover < 0 ? -1 : pointOf(this.#points, dataset.hover);
    return scatterDrawing(scene, {
      label: this.label || this.say(CHART_WORDS.chart),
      xName: axisName(dataset, this.x ?? '', this.locale),
      yName: axisName(dataset, this.y ?? '', this.locale),
      classes: this.#classes(),
      inside: this.#picture?.inside,
      from: [scene, this.#classes(), this.#picture?.inside],
      labels: this.#labels(scene),
      markerWords: (marker) => this.#markerWords(marker),
      selected: firstFew(dataset.selection, MOST_RINGS).map((row) => pointOf(this.#points, row)),
      marked: [this.#brush.rect ? -1 : tipIndex, near],
      rect: this.#brush.rect ?? filterRect(scene, dataset.filters.get(this.x ?? ''), dataset.filters.get(this.y ?? '')),
      cursor: { at, count: this.markCount, words: this.#rows ? pointSentence(this.#rows, at) : '' },
      handlers: this.noBrush ? undefined : this.#brush,
    });
  }

  protected override renderFoot(): TemplateResult | typeof nothing {
    const [scene, rows] = [this.#scene, this.#rows];
    return scene && rows ? scatterFoot(scene, rows, this.sizeField, (text) => this.say(text)) : nothing;
  }

  protected override get summary(): Text {
    const { linkedDataset: dataset, x = '', y = '' } = this;
    const rows = this.markCount > 0 ? this.#rows : undefined;
    const ends = rows && ([endsOf(rows, x, extentOf(this.#points.x)), endsOf(rows, y, extentOf(this.#points.y))] as const);
    return scatterSummary({ label: this.label, x: fieldNames(dataset, x), y: fieldNames(dataset, y), points: this.markCount, ends, scene: rows && this.#scene });
  }

  protected override get table(): ChartTable {
    const rows = this.#rows;
    if (!rows) return { columns: [], rows: [] };
    return this.#tabled.of([this.#points, this.locale, this.labelField, rows.dataset.schema], () => scatterTable(rows));
  }

  protected override tipWords(index: number): TipWords | undefined {
    return this.#rows && scatterTip(this.#rows, index);
  }

  protected override markAt(x: number, y: number): number {
    return this.#brush.rect ? -1 : (this.#scene?.near.nearest(x, y, REACH) ?? -1);
  }

  protected override markPlace(index: number): { readonly x: number; readonly y: number } | undefined {
    const [x, y] = [this.#scene?.xs[index], this.#scene?.ys[index]];
    return x === undefined || y === undefined ? undefined : { x, y: y - (this.#scene?.radius(index) ?? 0) };
  }

  protected override pointed(index: number): void {
    this.linkedDataset?.setHover(this.#points.rows[index] ?? -1);
  }

  /** Left and right go by the numbers across, up and down by those up. */
  protected override nextMark(key: string, index: number): number | undefined {
    return nextPoint(key, index, this.#points[key === 'ArrowUp' || key === 'ArrowDown' ? 'y' : 'x']);
  }

  protected override keyed(event: KeyboardEvent, index: number): number | undefined {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#press(index);
      return index;
    }
    const next = event.shiftKey && !this.noBrush ? this.nextMark(event.key, index) : undefined;
    if (next === undefined) return undefined;
    event.preventDefault();
    if (this.#anchor < 0 || !this.#picture?.inside) this.#anchor = index;
    if (this.#scene) this.#filter(rectBetween(this.#scene, this.#anchor, next));
    return next;
  }

  protected override clear(): void {
    const { linkedDataset: dataset, x = '', y = '' } = this;
    this.#anchor = -1;
    if (!dataset || !this.#picture?.inside) return dataset?.select([]);
    dataset.setFilter(x, undefined);
    dataset.setFilter(y, undefined);
    this.announce(this.say(rangeWords(undefined, rowsLeft(dataset))));
  }

  #press(index: number): void {
    const { linkedDataset: dataset } = this;
    const row = this.#points.rows[index];
    if (row === undefined || !dataset) return this.clear();
    dataset.select(dataset.selection.size === 1 && dataset.selection.has(row) ? [] : [row]);
  }

  #filter(rect: PlotRect): void {
    const { linkedDataset: dataset, x, y } = this;
    const scene = this.#scene;
    if (!dataset || !scene || !x || !y) return;
    const [across, up] = rectFilters(scene, rect, x, y);
    dataset.setFilter(x, across);
    dataset.setFilter(y, up);
    const rows = this.#rows;
    if (rows) this.announce(this.say(chosenWords([across, up].map((filter) => spanWords(rows, filter)), rowsLeft(dataset))));
  }

  /** Tells the author of the page what is wrong, once. */
  #tell(problem: YztError | undefined): void {
    if (problem && problem.message !== this.#told) hint(problem.code, problem.text, this);
    this.#told = problem?.message;
  }

  get #rows(): ScatterRows | undefined {
    const { linkedDataset: dataset, locale, labelField } = this;
    const fields = [this.x, this.y, this.sizeField].filter((field): field is string => !!field);
    return dataset && { dataset, locale, points: this.#points, fields, labelField, model: this.#model };
  }

  /** The symbology of the map; undefined for the accent. */
  get #model(): Symbology | undefined {
    return this.#colors.hinted(this.symbology || undefined, this.linkedDataset, this);
  }

  /** Middle values that are marked. */
  protected get middles(): readonly ScatterMarker['kind'][] {
    const words = new Set((this.markers ?? '').split(/\s+/));
    return (['median', 'mean'] as const).filter((kind) => words.has(kind));
  }

  /** Place of an event in the plot. */
  protected placeOf(event: PointerEvent): readonly [x: number, y: number] {
    const box = this.renderRoot.querySelector('.plot')?.getBoundingClientRect();
    return [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)];
  }

  #pictured(): ScatterPicture | undefined {
    const { linkedDataset: dataset, x, y, sizeField: size, fontSize, locale, measureText: measure, trend } = this;
    if (!dataset || !x || !y || this.problem) {
      this.#pictures.forget();
      return undefined;
    }
    const { width, height } = this.plotSize;
    const markers = this.middles;
    return this.#pictures.of({
      dataset,
      fields: { x, y, size, logX: this.xScale === 'log', logY: this.yScale === 'log' },
      box: { width, height, fontSize, locale, measure, trend, markers },
      filters: [dataset.filters.get(x), dataset.filters.get(y)],
    });
  }

  #classes(): readonly PointClass[] {
    const [{ rows }, model] = [this.#points, this.#model];
    return this.#scene?.crowd ? NO_CLASSES : this.#grouped.of([rows, model], () => pointClasses(rows, model));
  }

  #labels(scene: ScatterScene): readonly PointLabel[] {
    const rows = this.#rows;
    return rows?.labelField && scene.form !== 'density' ? this.#named.of([scene, rows.labelField], () => outlierLabels(scene, rows)) : [];
  }

  #markerWords({ kind, axis, value }: ScatterMarker): string {
    const rows = this.#rows;
    return rows ? `${this.say(SCATTER_WORDS[kind])} ${valueWords(rows, this[axis], shortNumber(value, Math.abs(value) * 0.0005))}` : '';
  }
}
