import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import { QueryController } from '@yizhangtu/data/link';
import type { DatasetChange, DatasetLike, Measure } from '@yizhangtu/data/model';
import type { MapHost } from '@yizhangtu/map/link';
import type { YztMap } from '@yizhangtu/map/map';
import { nothingFound } from '../feature-list/list-head.js';
import { sortQuery } from '../feature-list/list-rows.js';
import { firstRows, type ListRows } from '../feature-list/row-pages.js';
import { RowSource } from '../feature-list/row-source.js';
import { errorNotice, rowsComing } from '../shared/dataset-state.js';
import { DatasetLikeWidget } from '../shared/dataset-widget.js';
import { Disclosure } from '../shared/disclosure.js';
import { badgeStyles, floatStyles, linkButtonStyles, stateStyles } from '../shared/panel.styles.js';
import { fieldList } from '../popup/popup-rows.js';
import { RowFlight } from '../shared/row-flight.js';
import { RowScroller } from '../shared/row-scroller.js';
import { columnChooser } from './column-chooser.js';
import { ColumnModel, type TableColumns } from './column-model.js';
import { featureTableStyles } from './feature-table.styles.js';
import { TableExport } from './table-export.js';
import { tableGrid } from './table-grid.js';
import { tableGridStyles } from './table-grid.styles.js';
import { TableHead } from './table-head.js';
import { TableCursor } from './table-cursor.js';
import { shownFields, turnedSort, type TableColumn } from './table-columns.js';
import { footerMeasures, tableSums } from './table-sums.js';
import { tableTools, type ExportKind, type TablePanel } from './table-tools.js';

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    /** The reader chose, moved, pinned or widened columns of a table. */
    'yzt-columns-change': TableColumns;
  }
}

/** Room beside pinned columns without which they scroll with the others, px. */
const FREE = 140;
/** Below this width buttons show their icons only, px. */
const NARROW = 440;

/**
 * The rows of a dataset as a table with columns: to compare, to order, to select, to take away.
 *
 * It shows what all filters leave, draws only what is in sight (a million rows scroll smoothly), and shares selection and hover with
 * the map and every other view of the dataset. Words, units, code names and masks come from the schema; files keep the masks.
 * @tag yzt-feature-table
 * @summary Rows of a dataset as a table: order, columns, selection, export.
 * @csspart base - The whole table with its tools.
 * @csspart tools - What stands above the grid.
 * @csspart grid - The part that scrolls.
 * @csspart head-cell - Head of one column.
 * @csspart row - One row.
 * @csspart sum - A figure under a column.
 * @cssproperty --yzt-feature-table-height - Height of the element. Default 420px.
 * @fires yzt-columns-change - The reader chose, moved, pinned or widened columns; `detail` has what the attributes have.
 * @fires change - The reader chose another order.
 */
export class YztFeatureTable extends DatasetLikeWidget implements MapHost {
  static override styles = [
    hostStyles,
    focusStyles,
    buttonStyles,
    hiddenTextStyles,
    badgeStyles,
    stateStyles,
    floatStyles,
    linkButtonStyles,
    tableGridStyles,
    featureTableStyles,
  ];

  /** Id of the map to fly to. */
  @property() for?: string;

  /** The map as an object. Wins over `for`. */
  @property({ attribute: false }) map?: YztMap;

  /** Name of the table: for screen readers, and of its files. Default: the schema's. */
  @property() label?: string;

  /** Fields shown, in order, parted by spaces. Default: the first twelve of the schema. */
  @property() fields?: string;

  /** Fields that stay in sight at the left, parted by spaces. */
  @property() pinned?: string;

  /** Widths in px at text size 100 %: `name:240 areaM2:120`. Default: as wide as the words, at most 280. */
  @property() widths?: string;

  /** Order: a field, with `-` in front for largest first. Empty: as in the source. */
  @property() sort = '';

  /** Figures under the columns: `sum:areaM2 mean:price`; also `min`, `max`, `median`, `p90`, `count`, `distinct`. They count what passes the filters. */
  @property() footer?: string;

  /** What a row is: «共 1,284 处场馆». */
  @property() noun?: string;

  /** Measure word between number and noun, such as 艘, 家. Default: 个 with a noun, else 处 for places and 条 for other rows. */
  @property() unit?: string;

  @state() private over = -1;

  readonly #flight = new RowFlight(this);
  readonly #scroller = new RowScroller(
    this,
    {
      box: () => this.#part('.grid'),
      row: () => this.#part('.row'),
      edges: () => (this.#part('.header')?.offsetHeight ?? 0) + (this.#part('.footer')?.offsetHeight ?? 0),
    },
    33,
  );
  readonly #panel = new Disclosure<TablePanel>(this);
  readonly #source = new RowSource(this);
  readonly #exit = new TableExport(this);
  readonly #cursor = new TableCursor(this, {
    dataset: () => this.data.dataset,
    rows: () => this.#passing(),
    columnCount: () => this.#columns.length + 1,
    page: () => this.#scroller.page,
    reveal: (index) => this.#scroller.reveal(index),
    grid: () => this.#part('.grid'),
    headKey: (event, column) => this.#head.onKey(event, column),
    copy: () => void this.export('copy'),
    zoom: () => this.zoomTo(),
  });
  readonly #model = new ColumnModel(this, (columns) => this.emit('yzt-columns-change', columns));
  readonly #head = new TableHead({
    model: this.#model,
    dataset: () => this.data.dataset,
    columns: () => this.#columns,
    heads: () => [...(this.shadowRoot?.querySelectorAll<HTMLElement>('.name') ?? [])],
    toHead: (column) => this.#cursor.toHead(column),
    turnSort: (field) => this.#turnSort(field),
    toggleAll: () => this.toggleAll(),
    over: (index) => (this.over = index),
  });
  readonly #sums = new QueryController(this, () => {
    const { dataset } = this.data;
    const measures = this.#measures();
    return dataset && measures.length > 0 ? { dataset, query: { measures } } : undefined;
  });

  /** The map the table is linked to, or undefined. */
  get mapElement(): YztMap | undefined {
    return this.#flight.mapElement;
  }

  /** Flies the map to rows; the selected ones by default. Nothing happens without a map or without places. */
  zoomTo(rows: Iterable<number> = this.data.dataset?.selection ?? []): void {
    if (this.data.dataset) this.#flight.flyTo(this.data.dataset, rows);
  }

  /** Selects every row that passes the filters; none where they all are. Does nothing for rows that are elsewhere. */
  toggleAll(): void {
    const all = this.#passing()?.all;
    if (all) this.#cursor.select(this.#allSelected() ? [] : all);
  }

  /**
   * Gives the rows to the reader: an Excel workbook or CSV text as a download, or tab-separated text on the clipboard. At most 20,000 are fetched.
   * @param kind `xlsx`, `csv` or `copy`.
   * @param selected Only the selected rows that pass. Default: as soon as any is selected.
   */
  async export(kind: ExportKind, selected = true): Promise<void> {
    const { dataset } = this.data;
    const rows = this.#passing();
    if (!dataset || !rows || !this.shadowRoot || this.#exit.busy) return;
    const query = sortQuery(dataset, this.sort);
    const what = { dataset, rows, query, columns: this.#columns, name: this.#label(dataset), locale: this.locale };
    await this.#exit.run(kind, selected, what, this.shadowRoot);
    this.#panel.close();
  }

  protected override datasetChanged(changes: ReadonlySet<DatasetChange>): void {
    if (changes.has('selection')) this.#cursor.selectionChanged();
    if (changes.has('selection') || changes.has('hover')) this.requestUpdate();
    if (changes.has('data')) this.#cursor.forget();
  }

  protected override datasetReplaced(): void {
    this.#cursor.forget();
  }

  #part(selector: string): HTMLElement | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;
  }

  get #columns(): readonly TableColumn[] {
    const { dataset } = this.data;
    return dataset ? this.#model.columns(dataset, () => firstRows(this.#passing())) : [];
  }

  /** The rows that pass, in order: all of them, or those that have come so far. */
  #passing(): ListRows | undefined {
    const { dataset } = this.data;
    if (!dataset) return undefined;
    const fields = shownFields(dataset, fieldList(this.fields));
    return this.#source.rows({ dataset, sort: this.sort, fields, window: (total) => this.#scroller.window(total) });
  }

  #measures(): Measure[] {
    return footerMeasures(this.footer).filter(({ field = '' }) => this.data.dataset?.column(field));
  }

  #label(dataset: DatasetLike): string {
    const { label } = dataset.schema ?? {};
    return this.label || (label ? this.say(label) : this.say({ zh: '数据表', en: 'Table' }));
  }

  #allSelected(): boolean {
    const rows = this.#passing();
    const { selection } = this.data.dataset ?? {};
    return !!selection && !!rows && rows.total > 0 && selection.size >= rows.total && !!rows.all?.every((row) => selection.has(row));
  }

  #turnSort(field: string): void {
    this.sort = turnedSort(this.sort, field);
    this.#cursor.forget();
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  #grid(dataset: DatasetLike, rows: ListRows): TemplateResult {
    const columns = this.#columns;
    const written = (field: string): TableColumn['written'] | undefined => columns.find((one) => one.field === field)?.written;
    const held = columns.reduce((sum, { pinned, width }) => sum + (pinned ? width : 0), 0);
    return tableGrid({
      dataset,
      rows,
      columns,
      label: this.#label(dataset),
      window: this.#scroller.window(rows.total),
      sort: this.sort,
      active: this.#cursor.active,
      byKeys: this.#cursor.byKeys,
      allSelected: this.#allSelected(),
      sums: tableSums(this.#measures(), this.#sums.answer, written, this.locale),
      pins: this.#scroller.width >= held + FREE,
      over: this.over,
      locale: this.locale,
      say: (text) => this.say(text),
      onKeydown: (event) => this.#cursor.onKeydown(event),
      onHeadDown: (event, index) => this.#head.onDown(event, index),
      onHeadClick: (index) => this.#head.onClick(index),
      onHeadDouble: (event, index) => this.#head.onDouble(event, index),
      onAll: () => this.toggleAll(),
      onRow: (event, index, check) => this.#cursor.onRow(event, index, check),
      onRowDouble: (index) => this.zoomTo([rows.at(index) ?? -1]),
      onHover: (index) => dataset.setHover(rows.at(index) ?? -1),
    });
  }

  #chooser(dataset: DatasetLike): TemplateResult {
    return columnChooser({
      fields: this.#model.chooserFields(dataset),
      say: (text) => this.say(text),
      onShow: (field) => this.#model.show(dataset, field),
      onPin: (field) => this.#model.pin(field),
      onMove: (field, by) => this.#model.move(dataset, field, by),
      onReset: () => this.#model.reset(),
    });
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.renderState(6);
    const { dataset } = this.data;
    if (instead || !dataset) return instead ?? nothing;
    const rows = this.#passing();
    const error = this.#source.error ?? this.#exit.error;
    const trouble = error ? errorNotice(error, this.locale, this) : nothing;
    if (!rows) return error ? trouble : rowsComing(this.locale);
    const { open } = this.#panel;
    const noun = this.noun ?? this.say({ zh: '记录', en: 'records' });
    return html`<div class="base" part="base">
      ${tableTools({
        dataset,
        total: rows.total,
        counted: this,
        exported: open === 'export' ? this.#exit.count(dataset, rows) : 0,
        open,
        narrow: this.#scroller.width < NARROW,
        canZoom: this.mapElement !== undefined && dataset.geometry.kind !== 'none',
        onlySelected: this.#exit.onlySelected,
        exporting: this.#exit,
        chooser: open === 'columns' ? this.#chooser(dataset) : nothing,
        say: (text) => this.say(text),
        onPanel: (panel) => this.#panel.toggle(panel),
        onZoom: () => this.zoomTo(),
        onClear: () => this.#cursor.select([]),
        onOnlySelected: (on) => this.#exit.choose(on),
        onExport: (kind) => void this.export(kind, this.#exit.onlySelected),
      })}
      ${trouble} ${rows.total > 0 ? this.#grid(dataset, rows) : nothingFound(dataset, noun, (text) => this.say(text))}
      <span class="hidden-text" role="status">${this.#exit.said ? this.say(this.#exit.said) : ''}</span>
    </div>`;
  }
}
