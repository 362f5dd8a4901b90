import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Text } from '@yizhangtu/base/locale';
import { setStyle } from '@yizhangtu/base/set-style';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import type { DatasetChange, DatasetLike } from '@yizhangtu/data/model';
import type { SymbolClass } from '@yizhangtu/data/symbology';
import type { MapHost } from '@yizhangtu/map/link';
import type { YztMap } from '@yizhangtu/map/map';
import { fieldList, titleField } from '../popup/popup-rows.js';
import { errorNotice, rowsComing } from '../shared/dataset-state.js';
import { DatasetLikeWidget } from '../shared/dataset-widget.js';
import { badgeStyles, linkButtonStyles, stateStyles } from '../shared/panel.styles.js';
import { RowFlight } from '../shared/row-flight.js';
import type { ListWindow } from '../shared/list-window.js';
import { RowScroller } from '../shared/row-scroller.js';
import { swatchStyles } from '../shared/swatch.js';
import { listHead, nothingFound } from './list-head.js';
import { movedIndex } from './list-rows.js';
import type { ListRows } from './row-pages.js';
import { RowSource } from './row-source.js';
import { rowListStyles } from './row-list.styles.js';

/**
 * Base of lists of single rows, one below the other or several in a line: what all filters leave, only what is in sight drawn, selection and
 * hover shared with the map, flights there, keys, order, «in view», and the states. A list of its own says what one row shows.
 */
export abstract class RowList extends DatasetLikeWidget implements MapHost {
  static override styles: CSSResultGroup = [
    hostStyles,
    focusStyles,
    buttonStyles,
    hiddenTextStyles,
    badgeStyles,
    stateStyles,
    linkButtonStyles,
    swatchStyles,
    rowListStyles,
  ];

  /** Id of the map to fly to, and whose view `in-view` means. */
  @property() for?: string;

  /** The map as an object. Wins over `for`. */
  @property({ attribute: false }) map?: YztMap;

  /** Field that names a row. Default: the schema's, else one that looks like a name. */
  @property({ attribute: 'title-field' }) titleField?: string;

  /** Fields shown of each row under its name, parted by spaces. */
  @property() fields?: string;

  /** Order: a field, with `-` in front for largest first. Empty: as in the source. */
  @property() sort = '';

  /** Symbology of the badge, such as `class:typeCode`. Without it rows have no badge. */
  @property() symbology?: string;

  /** Shows only rows in the map's view, as a filter `view` on the dataset. Needs a map. */
  @property({ type: Boolean, attribute: 'in-view', reflect: true }) inView = false;

  /** What a row is: «共 1,284 处场馆», «没有符合条件的场馆». */
  @property() noun?: string;

  /** Measure word between number and noun, such as 艘, 家. Default: 个 with a noun, else 处 for places and 条 for other rows. */
  @property() unit?: string;

  /** Rows in a line. */
  protected get perLine(): number {
    return 1;
  }

  /** Fields that are read of a row beside its name and `fields`. */
  protected get readFields(): readonly string[] {
    return [];
  }

  /** What the list is called where the page says no noun. */
  protected abstract readonly listName: Text;

  /** What stands in one row. */
  protected abstract rowContent(dataset: DatasetLike, row: number, symbol: SymbolClass | undefined): TemplateResult;

  @state() private active = -1;
  @state() private byKeys = false;

  readonly #flight = new RowFlight(this, (next, previous) => this.#swapMap(next, previous));
  protected readonly scroller = new RowScroller(
    this,
    {
      box: () => this.shadowRoot?.querySelector<HTMLElement>('.list') ?? undefined,
      row: () => this.shadowRoot?.querySelector<HTMLElement>('.row') ?? undefined,
    },
    56,
  );
  readonly #source = new RowSource(this);
  #viewOn?: DatasetLike;
  #own = false;

  /** The map the list is linked to, or undefined. */
  get mapElement(): YztMap | undefined {
    return this.#flight.mapElement;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    this.#viewOn?.setFilter('view', undefined);
    this.#viewOn = undefined;
    super.disconnectedCallback();
  }

  protected override datasetChanged(changes: ReadonlySet<DatasetChange>, dataset: DatasetLike): void {
    if (changes.has('selection') && !this.#own) this.#reveal(dataset);
    if (changes.has('selection')) this.#own = false;
    if (changes.has('selection') || changes.has('hover')) this.requestUpdate();
    if (changes.has('data')) this.active = -1;
  }

  protected override datasetReplaced(): void {
    this.active = -1;
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#filterByView();
  }

  /** Flies the map to a row. Nothing happens without a map or without a place. */
  flyTo(row: number): void {
    if (this.data.dataset) this.#flight.flyTo(this.data.dataset, [row]);
  }

  #swapMap(next: YztMap | undefined, previous: YztMap | undefined): void {
    previous?.removeEventListener('yzt-view-change', this.#filterByView);
    next?.addEventListener('yzt-view-change', this.#filterByView);
  }

  #filterByView = (): void => {
    const dataset = this.inView ? this.data.dataset : undefined;
    if (this.#viewOn && this.#viewOn !== dataset) this.#viewOn.setFilter('view', undefined);
    this.#viewOn = dataset;
    const bounds = this.mapElement?.viewBounds;
    if (!dataset || !bounds) return;
    const [west, south, east, north] = bounds;
    dataset.setFilter('view', { kind: 'bounds', west, south, east, north });
  };

  /** The rows in sight of so many, whole lines of them. */
  #window(total: number): ListWindow {
    const { perLine } = this;
    const { first, end, offset, height } = this.scroller.window(Math.ceil(total / perLine));
    return { first: first * perLine, end: Math.min(total, end * perLine), offset, height };
  }

  #rows(dataset: DatasetLike): ListRows | undefined {
    const title = this.titleField ?? titleField(dataset);
    // Of the words of a symbology those that are fields.
    const classed = (this.symbology ?? '').split(':').slice(1, 3).map((word) => word.trim());
    const fields = [...new Set([...(title ? [title] : []), ...fieldList(this.fields), ...this.readFields, ...classed])];
    return this.#source.rows({ dataset, sort: this.sort, fields, window: (total) => this.#window(total) });
  }

  #reveal(dataset: DatasetLike): void {
    const [row] = dataset.selection;
    const index = row === undefined ? -1 : (this.#rows(dataset)?.indexOf(row) ?? -1);
    if (index < 0) return;
    this.active = index;
    this.scroller.reveal(Math.floor(index / this.perLine));
  }

  #choose(dataset: DatasetLike, row: number, add: boolean): void {
    this.#own = true;
    dataset.select([row], add ? 'toggle' : 'replace');
    if (!add) this.flyTo(row);
  }

  #onKeydown(event: KeyboardEvent, dataset: DatasetLike): void {
    const rows = this.#rows(dataset);
    if (!rows) return;
    const { perLine } = this;
    const next = movedIndex(event.key, this.active, rows.total, this.scroller.page * perLine, perLine);
    const row = rows.at(this.active);
    if (next !== undefined) {
      this.active = next;
      this.byKeys = true;
      this.scroller.reveal(Math.floor(next / perLine));
      dataset.setHover(rows.at(next) ?? -1);
    } else if ((event.key === 'Enter' || event.key === ' ') && row !== undefined) {
      this.#choose(dataset, row, event.ctrlKey || event.metaKey || event.shiftKey);
    } else return;
    event.preventDefault();
  }

  #onClick(event: MouseEvent, dataset: DatasetLike, index: number, row: number): void {
    this.active = index;
    this.byKeys = false;
    this.#choose(dataset, row, event.ctrlKey || event.metaKey || event.shiftKey);
  }

  #row(dataset: DatasetLike, row: number | undefined, index: number, total: number): TemplateResult {
    if (row === undefined) {
      return html`<div class="row" role="option" aria-disabled="true" aria-setsize=${total} aria-posinset=${index + 1}>
        <span class="hidden-text">${this.say({ zh: '正在读取', en: 'Loading' })}</span><span class="skeleton"></span>
      </div>`;
    }
    return html`<div
      id=${`row-${row}`}
      part="row"
      role="option"
      class=${classMap({ row: true, hovered: dataset.hover === row, active: this.active === index })}
      aria-selected=${dataset.selection.has(row) ? 'true' : 'false'}
      aria-setsize=${total}
      aria-posinset=${index + 1}
      @click=${(event: MouseEvent) => this.#onClick(event, dataset, index, row)}
      @pointerenter=${() => dataset.setHover(row)}
    >
      ${this.rowContent(dataset, row, this.#source.symbol(dataset, this.symbology, row))}
    </div>`;
  }

  #listbox(dataset: DatasetLike, rows: ListRows): TemplateResult {
    const { first, end, offset, height } = this.#window(rows.total);
    const shown = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
    const activeRow = this.active >= first && this.active < end ? rows.at(this.active) : undefined;
    return html`<div
      class=${classMap({ list: true, keys: this.byKeys })}
      part="list"
      role="listbox"
      tabindex="0"
      aria-multiselectable="true"
      aria-label=${this.noun ?? this.say(this.listName)}
      aria-activedescendant=${activeRow === undefined ? nothing : `row-${activeRow}`}
      @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, dataset)}
      @pointerleave=${() => dataset.setHover(-1)}
    >
      <div role="presentation" ${setStyle({ height: `${height}px` })}></div>
      <div class="rows" role="presentation" ${setStyle({ transform: `translateY(${offset}px)` })}>
        ${repeat(
          shown,
          (index) => rows.at(index) ?? `coming ${index}`,
          (index) => this.#row(dataset, rows.at(index), index, rows.total),
        )}
      </div>
    </div>`;
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.renderState(6);
    const { dataset } = this.data;
    if (instead || !dataset) return instead ?? nothing;
    const rows = this.#rows(dataset);
    const { error } = this.#source;
    if (!rows) return error ? errorNotice(error, this.locale, this) : rowsComing(this.locale);
    const say = (text: Text): string => this.say(text);
    return html`<div class="base" part="base">
      ${listHead({
        dataset,
        total: rows.total,
        sort: this.sort,
        titleField: this.titleField,
        fields: fieldList(this.fields),
        locale: this.locale,
        counted: this,
        inView: this.mapElement ? this.inView : undefined,
        say,
        onSort: (sort) => (this.sort = sort),
        onInView: (on) => (this.inView = on),
      })}
      ${error ? errorNotice(error, this.locale, this) : nothing} ${rows.total > 0 ? this.#listbox(dataset, rows) : nothingFound(dataset, this.noun ?? this.say({ zh: '记录', en: 'records' }), say)}
    </div>`;
  }
}
