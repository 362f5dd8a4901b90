import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { chevronLeft, chevronRight } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import type { Text } from '@yizhangtu/base/locale';
import { setStyle } from '@yizhangtu/base/set-style';
import type { YztMap } from '@yizhangtu/map/map';
import { deskWidth } from './page-layout.js';
import { panelTabs } from './page-tabs.js';
import { dataTime, SHEET_WORDS, WORDS } from './page-words.js';
import type { PageState, YztPage } from './page.js';
import type { SheetDrag } from './sheet-drag.js';
import { SHEET_HEIGHTS, sheetPx, sheetRest } from './sheet-heights.js';

/** What the template of a page shows. */
export interface PageView {
  readonly page: YztPage;
  readonly state: PageState;
  /** Width and height of the page in px. */
  readonly size: readonly [number, number];
  readonly map: YztMap | undefined;
  /** Height of the sheet under the finger, px. */
  readonly dragged: number | undefined;
  readonly popupOpen: boolean;
  readonly largeText: boolean;
  /** Whether something stands in a slot and is shown in this layout. */
  has(slot: string): boolean;
  say(text: Text): string;
  choose(choice: Partial<Pick<YztPage, 'startClosed' | 'endClosed' | 'tab' | 'sheet'>>): void;
  onSlot(): void;
  onGripKey(event: KeyboardEvent): void;
  onGripClick(): void;
  readonly drag: SheetDrag;
}

function bar({ page, state, has, say, onSlot }: PageView): TemplateResult {
  const hand = state.layout === 'mobile';
  const time = page.updatedAt ? say(dataTime(page.updatedAt)) : '';
  return html`<header class="bar" part="bar">
    <div class="brand">
      <span class="emblem" ?hidden=${!has('emblem')}><slot name="emblem" @slotchange=${onSlot}></slot></span>
      <h1>${page.label}</h1>
      <p class="owner">
        ${page.owner ? html`<span>${page.owner}</span>` : nothing}${time ? html`<span class="when">${time}</span>` : nothing}
      </p>
    </div>
    ${hand ? html`<div class="search" ?hidden=${!has('search')}><slot name="search" @slotchange=${onSlot}></slot></div>` : nothing}
    <nav class="views" aria-label=${say(WORDS.views)} ?hidden=${!has('views')}><slot name="views" @slotchange=${onSlot}></slot></nav>
    <div class="status"><slot name="status" @slotchange=${onSlot}></slot>${hand ? nothing : html`<yzt-appearance ?from-address=${page.fromAddress}></yzt-appearance>`}</div>
  </header>`;
}

/** What the page itself puts over its map. */
function tools({ page, map }: PageView): TemplateResult | typeof nothing {
  if (page.noTools || !map) return nothing;
  return html`<yzt-zoom-tool .map=${map}></yzt-zoom-tool>
    <yzt-home-tool .map=${map}></yzt-home-tool>
    <yzt-full-screen-tool .map=${map}></yzt-full-screen-tool>`;
}

function legend({ page, map, onSlot }: PageView): TemplateResult {
  const own = page.noTools || !map ? nothing : html`<yzt-legend .map=${map} collapsible></yzt-legend>`;
  return html`<div class="legend"><slot name="legend" @slotchange=${onSlot}>${own}</slot></div>`;
}

/** The button on the edge of the map that closes a panel and opens it again. */
function edge({ state, say, choose }: PageView, side: 'start' | 'end', shown: boolean): TemplateResult | typeof nothing {
  if (!shown || state.layout !== 'desk') return nothing;
  const start = side === 'start';
  const closed = start ? state.startClosed : state.endClosed;
  const label = say(start ? (closed ? WORDS.openStart : WORDS.closeStart) : closed ? WORDS.openEnd : WORDS.closeEnd);
  return html`<button
    type="button"
    class="edge ${side}"
    title=${label}
    aria-label=${label}
    aria-expanded=${closed ? 'false' : 'true'}
    aria-controls=${side}
    @click=${() => choose(start ? { startClosed: !closed } : { endClosed: !closed })}
  >
    ${iconSvg(start === closed ? chevronRight : chevronLeft)}
  </button>`;
}

function stage(view: PageView, edges: { readonly start: boolean; readonly end: boolean }): TemplateResult {
  const { has, onSlot } = view;
  return html`<main class="stage" part="stage">
    <div class="map"><slot @slotchange=${onSlot}></slot></div>
    <div class="tools">${tools(view)}<slot name="tools" @slotchange=${onSlot}></slot></div>
    <div class="low">
      ${view.state.layout === 'mobile' ? nothing : legend(view)}
      <div class="timeline" ?hidden=${!has('timeline')}><slot name="timeline" @slotchange=${onSlot}></slot></div>
    </div>
    ${edge(view, 'start', edges.start)}${edge(view, 'end', edges.end)}
  </main>`;
}

function strip({ page, state, map, onSlot }: PageView): TemplateResult {
  const sources = map
    ? html`<yzt-attribution .map=${map} .approvalNumber=${page.approvalNumber}></yzt-attribution>`
    : nothing;
  if (state.layout === 'mobile') return html`<footer class="strip" part="strip">${sources}</footer>`;
  return html`<footer class="strip" part="strip">
    ${map ? html`<yzt-scale-line .map=${map}></yzt-scale-line><yzt-coordinates .map=${map}></yzt-coordinates>` : nothing}
    <slot name="strip" @slotchange=${onSlot}></slot>
    ${sources}
  </footer>`;
}

function resources({ has, onSlot }: PageView): TemplateResult {
  return html`<div class="resources" ?hidden=${!has('resources')}><slot name="resources" @slotchange=${onSlot}></slot></div>`;
}

function figures({ has, onSlot }: PageView): TemplateResult {
  return html`<div class="figures" ?hidden=${!has('figures')}><slot name="figures" @slotchange=${onSlot}></slot></div>`;
}

function charts({ has, onSlot }: PageView, shown = true): TemplateResult {
  return html`<div class="charts" id="charts" ?hidden=${!shown || !has('charts')}>
    <slot name="charts" @slotchange=${onSlot}></slot>
  </div>`;
}

function details({ has, onSlot }: PageView, shown = true): TemplateResult {
  return html`<div class="details" id="details" ?hidden=${!shown || !has('details')}>
    <slot name="details" @slotchange=${onSlot}></slot>
  </div>`;
}

function sheet(view: PageView): TemplateResult {
  const { page, state, size, map, dragged, has, say, onSlot, drag } = view;
  return html`<section
    class=${classMap({ sheet: true, dragged: dragged !== undefined, peek: state.sheet === 'peek' })}
    part="sheet"
    aria-label=${say(WORDS.figures)}
    ${setStyle({ height: `${dragged ?? sheetPx(state.sheet, size[1])}px` })}
  >
    <button
      type="button"
      class="grip"
      role="slider"
      aria-orientation="vertical"
      aria-valuemin="0"
      aria-valuemax="2"
      aria-valuenow=${SHEET_HEIGHTS.indexOf(state.sheet)}
      aria-valuetext=${say(SHEET_WORDS[state.sheet])}
      aria-label=${say(WORDS.grip)}
      @keydown=${view.onGripKey}
      @click=${view.onGripClick}
      @pointerdown=${(event: PointerEvent) => drag.start(event)}
      @pointermove=${(event: PointerEvent) => drag.move(event)}
      @pointerup=${() => drag.end()}
      @pointercancel=${() => drag.end()}
    ></button>
    ${figures(view)}
    <div class="primary" ?hidden=${!has('primary')}><slot name="primary" @slotchange=${onSlot}></slot></div>
    ${charts(view)}${details(view)}${resources(view)}
    <div class="settings">
      ${page.noTools || !map ? nothing : legend(view)}
      <yzt-appearance ?from-address=${page.fromAddress}></yzt-appearance>
      ${map ? html`<yzt-attribution .map=${map} .approvalNumber=${page.approvalNumber}></yzt-attribution>` : nothing}
    </div>
  </section>`;
}

function startPanel(view: PageView, shown: boolean): TemplateResult {
  const { state, has, say, onSlot } = view;
  const wall = state.layout === 'screen';
  return html`<section class="panel start" id="start" part="start" ?hidden=${!shown} aria-label=${say(wall ? WORDS.figures : WORDS.resources)}>
    ${
      wall
        ? html`${figures(view)}${details(view)}`
        : html`<div class="search" ?hidden=${!has('search')}><slot name="search" @slotchange=${onSlot}></slot></div>
            ${resources(view)}`
    }
  </section>`;
}

function endPanel(view: PageView, shown: boolean): TemplateResult {
  const { state, size, has, say } = view;
  const wall = state.layout === 'screen';
  const both = !wall && has('charts') && has('details') && deskWidth(size[0]) !== 'wide';
  return html`<section class="panel end" id="end" part="end" ?hidden=${!shown} aria-label=${say(wall ? WORDS.charts : WORDS.figures)}>
    ${
      wall
        ? charts(view)
        : html`${figures(view)}${both ? panelTabs(view) : nothing}
          ${charts(view, !both || state.tab === 'charts')}${details(view, !both || state.tab === 'details')}`
    }
  </section>`;
}

/** The page in the layout it has. */
export function pageTemplate(view: PageView): TemplateResult {
  const { state, size, has, largeText, popupOpen } = view;
  const wall = state.layout === 'screen';
  const hand = state.layout === 'mobile';
  const start = wall ? has('figures') || has('details') : has('search') || has('resources');
  const end = wall ? has('charts') : has('figures') || has('charts') || has('details');
  const width = state.layout === 'desk' ? deskWidth(size[0]) : undefined;
  // Where both panels stand on one side, one button closes them.
  const startShown = start && (wall || !(width === 'narrow' ? state.endClosed : state.startClosed));
  const endShown = end && (wall || !state.endClosed);
  const classes = {
    base: true,
    [state.layout]: true,
    narrow: width === 'narrow',
    wide: width === 'wide',
    'large-text': largeText,
    'popup-open': popupOpen,
  };
  const edges = { start: start && width !== 'narrow', end: width === 'narrow' ? start || end : end };
  return html`<div class=${classMap(classes)} part="base" ${setStyle({ '--_sheet-rest': `${sheetRest(state.sheet, size[1])}px` })}>
    ${bar(view)} ${hand ? nothing : startPanel(view, startShown)} ${stage(view, edges)} ${hand ? strip(view) : endPanel(view, endShown)}
    ${hand ? sheet(view) : strip(view)}
  </div>`;
}
