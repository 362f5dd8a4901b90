/** What the line of a layer says besides its name: badges, how many rows, why it is not seen, what went wrong. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale, Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { LayerElement } from '@yizhangtu/map/layer';
import { swatch, swatchShape } from '../shared/swatch.js';
import { outOfScale } from './layer-tree.js';

type Say = (text: Text) => string;

/** A layer that loads: data layers and sources have these; a layer without them never shows the state. */
interface Loading {
  readonly loading?: boolean;
  readonly stale?: boolean;
  /** Of rows that are elsewhere. */
  readonly reach?: { readonly note: Text | undefined } | undefined;
  reload?(): void;
}

/** What is the matter with a layer, in words, each with the look of its badge. */
function states(layer: LayerElement, say: Say): [look: string, words: string][] {
  return [
    ...(layer.error ? [['failed', say({ zh: '加载失败', en: 'Failed' })] as [string, string]] : []),
    ...((layer as Loading).stale ? [['stale', say({ zh: '数据已过期', en: 'Out of date' })] as [string, string]] : []),
    ...(layer.layerDataset?.provenance.example ? [['example', say({ zh: '示例', en: 'Example' })] as [string, string]] : []),
  ];
}

export function badges(layer: LayerElement, say: Say): TemplateResult[] {
  return states(layer, say).map(([look, words]) => html`<span class="badge ${look}">${words}</span>`);
}

/** Why a layer is not seen at a zoom level, and what to do; undefined where it is. */
export function reasonOf(layer: LayerElement, zoom: number, say: Say): string | undefined {
  const out = outOfScale(layer, zoom);
  if (!out) return undefined;
  return out === 'zoom-in' ? say({ zh: '放大后显示', en: 'Zoom in to see it' }) : say({ zh: '缩小后显示', en: 'Zoom out to see it' });
}

/** Rows that pass the filters; undefined where nothing is counted, or the rows here are but a part of all. */
function countOf(layer: LayerElement): number | undefined {
  const dataset = (layer as Loading).reach ? undefined : layer.layerDataset;
  return dataset && !layer.error ? dataset.query({ measures: [{ kind: 'count' }] }).total.count : undefined;
}

export function countLine(layer: LayerElement, say: Say): TemplateResult | typeof nothing {
  if ((layer as Loading).loading) return html`<span class="count">${say({ zh: '加载中…', en: 'Loading…' })}</span>`;
  const count = countOf(layer);
  return count === undefined ? nothing : html`<span class="count">${formatNumber(count)}</span>`;
}

export function layerSwatch(layer: LayerElement): TemplateResult {
  const symbol = layer.symbologyModel?.classes[0];
  return html`<span class="place">${symbol ? swatch(swatchShape(layer.layerDataset?.geometry), symbol) : nothing}</span>`;
}

/** What went wrong, and a way to try again; else what is to be said of rows that are too many to be drawn one by one. */
export function trouble(layer: LayerElement, say: Say, locale: Locale): TemplateResult | typeof nothing {
  const note = (layer as Loading).reach?.note;
  if (!layer.error) return note ? html`<p class="notice plain"><span>${say(note)}</span></p>` : nothing;
  const { reload } = layer as Loading;
  return html`<p class="notice">
    <span>${layer.error.in(locale)}</span>
    ${reload ? html`<button class="link" type="button" @click=${() => reload.call(layer)}>${say({ zh: '重试', en: 'Try again' })}</button>` : nothing}
  </p>`;
}
