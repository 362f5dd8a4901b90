import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { YztElement } from '@yizhangtu/base/element';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import type { YztMap } from '@yizhangtu/map/map';
import type {} from '@yizhangtu/widgets/popup';
import '@yizhangtu/widgets/appearance';
import '@yizhangtu/widgets/attribution';
import '@yizhangtu/widgets/coordinates';
import '@yizhangtu/widgets/full-screen-tool';
import '@yizhangtu/widgets/home-tool';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/scale-line';
import '@yizhangtu/widgets/zoom-tool';
import { deskStyles } from './desk.styles.js';
import { mobileStyles } from './mobile.styles.js';
import { coveredEdges, isShownIn, layoutOf, type PageLayout } from './page-layout.js';
import { pageTemplate } from './page-template.js';
import { pageStyles } from './page.styles.js';
import { panelStyles } from './panel.styles.js';
import { screenStyles } from './screen.styles.js';
import { SheetDrag } from './sheet-drag.js';
import { sheetHeightOf, steppedHeight, type SheetHeight } from './sheet-heights.js';

/** Parts of a page that can be brought into sight. */
export type PagePart = 'resources' | 'figures' | 'charts' | 'details';

/** What a page shows of itself. */
export interface PageState {
  readonly layout: PageLayout;
  readonly startClosed: boolean;
  readonly endClosed: boolean;
  readonly tab: 'charts' | 'details';
  readonly sheet: SheetHeight;
}

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    'yzt-page-change': PageState;
  }
}

/**
 * A whole 一张图 page around a map: title bar, panels, tools over the map and a strip with scale, coordinates, 审图号 and sources.
 *
 * What a page is made of goes into slots by what it is, not by where it stands; the page puts it where it belongs at a desk, on a wall
 * (大屏) and in a hand. A part that is only for some layouts names them: `data-yzt-layouts="desk screen"`.
 * @tag yzt-page
 * @summary The shell of a page: title bar, panels, tools and strip at a desk, on a wall and on a phone.
 * @slot - The map, and elements that are not seen, such as datasets.
 * @slot emblem - The emblem of the unit: a picture, or one letter.
 * @slot views - Buttons or links between views of the page; the present one has `aria-pressed` or `aria-current`.
 * @slot status - What must be seen at once: a warning, the weather.
 * @slot search - The one search of the page. On a phone it lies over the map.
 * @slot resources - What one searches and switches with: filters, the list of layers. Not on a wall.
 * @slot figures - Indicators, with a heading.
 * @slot primary - The one thing to do on a phone.
 * @slot charts - Charts. On a wall each stands in a card of its own, on the right.
 * @slot details - A list, a table, details of what is selected. At a desk behind a tab beside the charts, on a wall on the left.
 * @slot tools - Tools over the map, below the page's own.
 * @slot legend - In place of the page's own legend.
 * @slot timeline - A time slider over the lower edge of the map.
 * @slot strip - More words in the strip.
 * @csspart base - The whole page.
 * @csspart bar - The title bar.
 * @csspart stage - The map and what lies over it.
 * @csspart start - The panel where lines begin.
 * @csspart end - The panel where lines end.
 * @csspart sheet - The sheet of the phone.
 * @csspart strip - The strip along the lower edge.
 * @cssproperty [--yzt-page-chart-columns=1] - Charts side by side on a wall (大屏); for walls that are wide.
 * @cssproperty [--yzt-page-details-height=460px] - Height of the details in the sheet of a phone; `auto` where they hold no list that scrolls by itself.
 * @fires yzt-page-change - The reader opened or closed a panel, chose a tab or drew the sheet, or the layout changed.
 */
export class YztPage extends YztElement {
  static override styles = [
    hostStyles,
    focusStyles,
    buttonStyles,
    hiddenTextStyles,
    pageStyles,
    panelStyles,
    deskStyles,
    screenStyles,
    mobileStyles,
  ];

  /** Name of the page. */
  @property() label = '';

  /** The unit the page belongs to. */
  @property() owner?: string;

  /** When the data is from, as the title bar says it: `2026-06-30`. */
  @property({ attribute: 'updated-at' }) updatedAt?: string;

  /** 审图号 of the map as issued: `GS(2023)2767号`. Without one the strip says that the map is a sketch, or names that of the base map. */
  @property({ attribute: 'approval-number' }) approvalNumber?: string;

  /** `desk`, `screen` or `mobile`; `auto` goes by width (up to 700 px: `mobile`) and theme (`screen`). */
  @property() layout = 'auto';

  /** Name of the tab with the charts. */
  @property({ attribute: 'charts-label' }) chartsLabel?: string;

  /** Name of the tab with the list or the details. */
  @property({ attribute: 'details-label' }) detailsLabel?: string;

  /** The panel where lines begin is closed. */
  @property({ type: Boolean, reflect: true, attribute: 'start-closed' }) startClosed = false;

  /** The panel where lines end is closed. */
  @property({ type: Boolean, reflect: true, attribute: 'end-closed' }) endClosed = false;

  /** The tab that is shown at a desk: `charts` or `details`. */
  @property({ reflect: true }) tab: 'charts' | 'details' = 'charts';

  /** Height of the sheet on a phone: `peek`, `half` or `full`. */
  @property({ reflect: true }) sheet: SheetHeight = 'half';

  /** Without the page's own tools and legend over the map. */
  @property({ type: Boolean, attribute: 'no-tools' }) noTools = false;

  /** The address of the page may wish for a look: `?theme=dark&lang=en&text=150`, before what was remembered. */
  @property({ type: Boolean, attribute: 'from-address' }) fromAddress = false;

  @state() private size: readonly [width: number, height: number] = [0, 0];
  @state() private dragged?: number;
  @state() private popupOpen = false;
  @state() private map?: YztMap;

  @query('.sheet') private sheetBox?: HTMLElement;

  #layout: PageLayout = 'desk';
  readonly #sizes = new ResizeObserver(() => this.#measure());
  readonly #drag = new SheetDrag({
    whole: () => this.size[1],
    now: () => this.sheetBox?.offsetHeight ?? 0,
    draw: (px) => (this.dragged = px),
    settle: (height) => this.#choose({ sheet: height }),
  });

  /** The layout the page has now. Also the attribute `data-layout`, for styles of the page. */
  get currentLayout(): PageLayout {
    return this.#layout;
  }

  /** What the page shows of itself now. */
  get pageState(): PageState {
    const { startClosed, endClosed, tab } = this;
    return { layout: this.#layout, startClosed, endClosed, tab: tab === 'details' ? tab : 'charts', sheet: sheetHeightOf(this.sheet) };
  }

  constructor() {
    super();
    this.addEventListener('yzt-popup-change', (event) => this.#onPopup(event.detail.open));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
    this.#measure();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  /** Brings a part of the page into sight: opens its panel, its tab, or the sheet. */
  async show(part: PagePart): Promise<void> {
    if (this.#layout === 'mobile') this.#choose({ sheet: 'full' });
    else if (part === 'resources') this.#choose({ startClosed: false });
    else this.#choose({ endClosed: false, ...(part === 'figures' ? {} : { tab: part }) });
    await this.updateComplete;
    this.renderRoot.querySelector(`.${part}`)?.scrollIntoView({ block: 'start' });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const theme = this.closest('[data-yzt-theme]')?.getAttribute('data-yzt-theme') ?? undefined;
    this.#layout = layoutOf({ wanted: this.layout, width: this.size[0], theme });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#uncover();
    const before = this.getAttribute('data-layout');
    if (before === this.#layout) return;
    this.setAttribute('data-layout', this.#layout);
    if (before === null) return;
    this.#refit();
    this.emit('yzt-page-change', this.pageState);
  }

  /** What lies over the map – on a wall its title and the panels, the time slider wherever it is – covers nothing that the map is asked to show. */
  #uncover(): void {
    const { map } = this;
    if (!map) return;
    const boxes = (names: readonly string[]): DOMRect[] => names.flatMap((name) => [...this.renderRoot.querySelectorAll(name)].map((one) => one.getBoundingClientRect()));
    const wall = this.#layout === 'screen';
    map.covered = coveredEdges(map.getBoundingClientRect(), {
      top: boxes(wall ? ['.bar', '.views'] : []),
      right: boxes(wall ? ['.panel.end'] : []),
      bottom: boxes(this.#layout === 'mobile' ? [] : ['.timeline']),
      left: boxes(wall ? ['.panel.start'] : []),
    });
  }

  /** In another layout other edges of the map are covered: what it began with is fitted again, once it has its size, unless it was moved since. */
  #refit(): void {
    const again = (): void => {
      const { map } = this;
      if (map?.bounds && map.showsBounds) map.fit(map.bounds);
    };
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(again)));
  }

  /** What the reader chose; told once. */
  #choose(choice: Partial<Pick<YztPage, 'startClosed' | 'endClosed' | 'tab' | 'sheet'>>): void {
    const before = JSON.stringify(this.pageState);
    Object.assign(this, choice);
    if (JSON.stringify(this.pageState) !== before) this.emit('yzt-page-change', this.pageState);
  }

  #measure(): void {
    const { clientWidth, clientHeight } = this;
    const [width, height] = this.size;
    if (clientWidth !== width || clientHeight !== height) this.size = [clientWidth, clientHeight];
  }

  /** On a phone a full sheet covers the map: what a row of the list has opened there must be seen. */
  #onPopup(open: boolean): void {
    this.popupOpen = open;
    if (open && this.#layout === 'mobile' && this.sheet === 'full') this.#choose({ sheet: 'half' });
  }

  #has(slot: string): boolean {
    return [...this.children].some((child) => child.slot === slot && isShownIn(child.getAttribute('data-yzt-layouts'), this.#layout));
  }

  #onGripKey(event: KeyboardEvent): void {
    const height = sheetHeightOf(this.sheet);
    const to: Readonly<Record<string, SheetHeight>> = {
      ArrowUp: steppedHeight(height, 1),
      ArrowDown: steppedHeight(height, -1),
      Home: 'peek',
      End: 'full',
    };
    const next = to[event.key];
    if (!next) return;
    event.preventDefault();
    this.#choose({ sheet: next });
  }

  override render(): TemplateResult {
    return pageTemplate({
      page: this,
      state: this.pageState,
      size: this.size,
      map: this.map,
      dragged: this.dragged,
      popupOpen: this.popupOpen,
      largeText: this.closest('[data-yzt-text]') !== null,
      has: (slot) => this.#has(slot),
      say: (text) => this.say(text),
      choose: (choice) => this.#choose(choice),
      onSlot: () => {
        this.map = this.querySelector('yzt-map') ?? undefined;
        this.requestUpdate();
      },
      onGripKey: (event) => this.#onGripKey(event),
      onGripClick: () => {
        if (!this.#drag.wasDrag) this.#choose({ sheet: this.sheet === 'half' ? 'full' : 'half' });
      },
      drag: this.#drag,
    });
  }
}
