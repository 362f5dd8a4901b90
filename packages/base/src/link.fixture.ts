import { fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LinkController, LinkTarget, type LinkKind } from './link.js';

/** A partner with nothing but the power to be found. Tests define it under one name or another. */
export class Partner extends LitElement {
  readonly linkTarget = new LinkTarget(this, 'test-partner');
  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

export type Change = readonly [next: string | undefined, previous: string | undefined];

export class Host extends LitElement {
  @property() for?: string;
  @property({ attribute: false }) partner?: Element;
  readonly changes: Change[] = [];
  inWillUpdate?: Element;
  readonly link = new LinkController<Partner, Host>(this, KIND, (next, previous) => this.changes.push([next?.title, previous?.title]));
  override willUpdate(): void {
    this.inWillUpdate = this.link.target;
  }
  override render(): TemplateResult {
    return html`${this.link.target?.title ?? 'none'}`;
  }
}

export class Beside extends LitElement {
  @property() for?: string;
  readonly link = new LinkController<Partner, Beside>(this, { ...KIND, given: () => undefined, id: (host) => host.for || undefined, enclosing: false });
}

export const KIND: LinkKind<Partner, Host> = {
  name: 'test-partner',
  given: (host) => host.partner,
  id: (host) => host.for || undefined,
  enclosing: true,
  is: (node): node is Partner => node instanceof Partner,
  missing: 'map-not-found',
};

customElements.define('test-partner', Partner);
customElements.define('test-host', Host);
customElements.define('test-beside', Beside);

/** Every late definition needs a name of its own, because a name can be defined once. */
let count = 0;
export function lateName(): string {
  return `test-late-${++count}`;
}

export const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export async function page(markup: string): Promise<HTMLElement> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const parsed = new DOMParser().parseFromString(`<template>${markup}</template>`, 'text/html').querySelector('template');
  box.append(document.importNode(parsed?.content ?? document.createDocumentFragment(), true));
  await settled();
  return box;
}

export function host(root: ParentNode): Host {
  return root.querySelector('test-host') as Host;
}

export function element(root: ParentNode, selector: string): HTMLElement {
  const hit = root.querySelector<HTMLElement>(selector);
  if (!hit) throw new Error(`no ${selector}`);
  return hit;
}

/** An open shadow root on a fresh `<div>` in `parent`, filled from markup. */
export function shadowIn(parent: Element, markup: string): ShadowRoot {
  const div = parent.appendChild(document.createElement('div'));
  const root = div.attachShadow({ mode: 'open' });
  const parsed = new DOMParser().parseFromString(`<template>${markup}</template>`, 'text/html').querySelector('template');
  root.append(document.importNode(parsed?.content ?? document.createDocumentFragment(), true));
  return root;
}
