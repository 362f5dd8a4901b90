/** The lines of the tree as templates. What they do is the list's. */
import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { chevronDown, chevronRight, ellipsis, gripVertical } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import type { Locale, Text } from '@yizhangtu/base/locale';
import type { LayerElement } from '@yizhangtu/map/layer';
import { badges, countLine, layerSwatch, reasonOf, trouble } from './layer-line.js';
import { isOn, subjectOf, tickOf, type TreeGroup, type TreeNode, type TreeRow } from './layer-tree.js';
import type { RowDrag } from './row-drag.js';

type Node = TreeNode<LayerElement>;
type Row = TreeRow<LayerElement>;

/** What the lines need of the list. */
export interface TreeView {
  readonly say: (text: Text) => string;
  readonly locale: Locale;
  readonly zoom: number;
  readonly drag: RowDrag;
  /** Every line that is shown. */
  readonly rows: readonly Row[];
  /** The layer or group whose line takes the focus. */
  readonly current: object | undefined;
  /** The layer whose details are open. */
  readonly detailed: LayerElement | undefined;
  name(subject: { readonly label: string; readonly usualLabel?: Text | undefined }): string;
  isOpen(group: TreeGroup): boolean;
  isMovable(row: Row): boolean;
  tick(node: Node, on: boolean): void;
  setOpen(group: TreeGroup, open: boolean): void;
  detail(layer: LayerElement | undefined): void;
  details(row: Row, layer: LayerElement): TemplateResult;
}

/** Steps of the indent; what is deeper stands as deep as the last one. */
const DEEPEST = 5;
const levelOf = ({ level }: Row): string => `level-${Math.min(level, DEEPEST)}`;

/** Whether a group shows one of its layers at a time. */
export function isExclusive(node: Node | undefined): boolean {
  return node?.kind === 'group' && node.group.exclusive === true;
}

/** The box is for the pointer; keys and screen readers have the line. */
function box({ tick }: TreeView, node: Node, kind: 'checkbox' | 'radio', state: 'on' | 'off' | 'mixed'): TemplateResult {
  return html`<input
    class="tick"
    type=${kind}
    tabindex="-1"
    aria-hidden="true"
    .checked=${live(state === 'on')}
    .indeterminate=${live(state === 'mixed')}
    @input=${(event: Event) => event.stopPropagation()}
    @change=${(event: Event) => tick(node, (event.target as HTMLInputElement).checked)}
  />`;
}

function grip({ drag, isMovable }: TreeView, row: Row): TemplateResult | typeof nothing {
  if (!isMovable(row)) return nothing;
  return html`<span
    class="grip"
    aria-hidden="true"
    @pointerdown=${(event: PointerEvent) => drag.start(event)}
    @pointermove=${(event: PointerEvent) => drag.move(event)}
    @pointerup=${(event: PointerEvent) => drag.end(event)}
    @pointercancel=${(event: PointerEvent) => drag.end(event)}
    >${iconSvg(gripVertical)}</span
  >`;
}

function more({ say, current, detailed, detail }: TreeView, layer: LayerElement, name: string): TemplateResult {
  const open = detailed === layer;
  const label = say({ zh: `${name}：设置与来源`, en: `${name}: settings and source` });
  return html`<button
    class="icon more"
    type="button"
    tabindex=${current === layer ? 0 : -1}
    title=${label}
    aria-label=${say({ zh: '设置与来源', en: 'Settings and source' })}
    aria-expanded=${open ? 'true' : 'false'}
    @click=${() => detail(open ? undefined : layer)}
  >
    ${iconSvg(ellipsis)}
  </button>`;
}

function layerItem(view: TreeView, row: Row, layer: LayerElement): TemplateResult {
  const { say, zoom, current, detailed } = view;
  const [name, on, reason] = [view.name(layer), isOn(layer), reasonOf(layer, zoom, say)];
  return html`<li
    class=${classMap({ layer: true, out: reason !== undefined, [levelOf(row)]: true })}
    part="layer"
    role="treeitem"
    tabindex=${current === layer ? 0 : -1}
    aria-level=${row.level}
    aria-posinset=${row.siblings.indexOf(row.node) + 1}
    aria-setsize=${row.siblings.length}
    aria-checked=${on ? 'true' : 'false'}
  >
    <div class="line">
      ${grip(view, row)}
      <label>
        ${box(view, row.node, isExclusive(row.parent?.node) ? 'radio' : 'checkbox', on ? 'on' : 'off')}${layerSwatch(layer)}
        <span class="name">${name} ${badges(layer, say)}${reason === undefined ? nothing : html`<span class="reason">${reason}</span>`}</span>
      </label>
      ${countLine(layer, say)}${more(view, layer, name)}
    </div>
    ${detailed === layer ? view.details(row, layer) : nothing}${trouble(layer, say, view.locale)}
  </li>`;
}

const CHECKED = { on: 'true', off: 'false', mixed: 'mixed' } as const;

function groupItem(view: TreeView, row: Row, node: Extract<Node, { kind: 'group' }>): TemplateResult {
  const { group } = node;
  const [tick, name, open] = [tickOf(node), view.name(group), view.isOpen(group)];
  const words = html`<span class="name">${name}</span>`;
  return html`<li
    class="group ${levelOf(row)}"
    part="group"
    role="treeitem"
    tabindex=${view.current === group ? 0 : -1}
    aria-level=${row.level}
    aria-posinset=${row.siblings.indexOf(row.node) + 1}
    aria-setsize=${row.siblings.length}
    aria-expanded=${open ? 'true' : 'false'}
    aria-checked=${isExclusive(node) ? nothing : CHECKED[tick]}
  >
    <div class="line">
      ${grip(view, row)}
      <span class="fold" aria-hidden="true" @click=${() => view.setOpen(group, !open)}>${iconSvg(open ? chevronDown : chevronRight)}</span>
      ${isExclusive(node) ? words : html`<label>${box(view, node, 'checkbox', tick)}${words}</label>`}
    </div>
  </li>`;
}

/** The lines of the tree, one under the other: a line that held others would be called by all of their names. */
export function treeLines(view: TreeView): unknown {
  return repeat(
    view.rows,
    ({ node }) => subjectOf(node),
    (row) => (row.node.kind === 'layer' ? layerItem(view, row, row.node.layer) : groupItem(view, row, row.node)),
  );
}
