import { setStyle } from '@yizhangtu/base/set-style';
import { html, nothing, type TemplateResult } from 'lit';
import type { TreeNode } from './class-tree.js';

export interface Breadcrumb {
  /** From the root to the class that is shown. */
  readonly nodes: readonly TreeNode[];
  readonly height: number;
  /** Name of the way for screen readers. */
  readonly name: string;
  /** Word on the switch that filters by the class that is shown; undefined for no switch. */
  readonly only: string | undefined;
  readonly isOnly: boolean;
  onGo(node: TreeNode): void;
  onOnly(): void;
}

/** The way from the root to the class that is shown, each step a button back to it. Nothing at the root. */
export function breadcrumb(way: Breadcrumb): TemplateResult | typeof nothing {
  if (way.nodes.length < 2) return nothing;
  const last = way.nodes.length - 1;
  return html`<nav class="way" part="breadcrumb" aria-label=${way.name} data-no-picture ${setStyle({ height: `${way.height}px` })}>
    <ol>
      ${way.nodes.map((node, index) =>
        index === last
          ? html`<li><span aria-current="true">${node.label}</span></li>`
          : html`<li><button type="button" @click=${() => way.onGo(node)}>${node.label}</button></li>`,
      )}
    </ol>
    ${way.only === undefined ? nothing : html`<button type="button" class="only" aria-pressed=${way.isOnly} @click=${way.onOnly}>${way.only}</button>`}
  </nav>`;
}
