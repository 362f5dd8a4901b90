/** What is under a layer's line when it is opened: its strength, where it is, its place in the order, and where its data come from. */
import { html, nothing, type TemplateResult } from 'lit';
import { arrowDown, arrowUp, locate } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import type { Text } from '@yizhangtu/base/locale';
import type { LayerElement } from '@yizhangtu/map/layer';
import { day } from '../shared/provenance.js';

/** What the details need of the list. */
export interface DetailsView {
  readonly layer: LayerElement;
  readonly say: (text: Text) => string;
  readonly opacity: boolean;
  /** Goes to the layer; undefined where nobody knows where it is. */
  readonly show: (() => void) | undefined;
  /** Moves it one place; undefined where it cannot. Both undefined: nothing is offered. */
  readonly up: (() => void) | undefined;
  readonly down: (() => void) | undefined;
  readonly changed: () => void;
}

function facts({ layer, say }: DetailsView): [Text, string][] {
  const { source, licence, updated } = layer.layerDataset?.provenance ?? {};
  const all: [Text, string | undefined][] = [
    [{ zh: '来源', en: 'Source' }, source || layer.attribution],
    [{ zh: '许可', en: 'Licence' }, licence],
    [{ zh: '日期', en: 'Date' }, updated && day(updated)],
    [{ zh: '说明', en: 'Note' }, layer.layerDataset?.provenance.example ? say({ zh: '示例数据，并非真实', en: 'Example data, not real' }) : undefined],
  ];
  return all.filter((fact): fact is [Text, string] => Boolean(fact[1]));
}

function slider({ layer, say, changed }: DetailsView): TemplateResult {
  const percent = Math.round(layer.opacity * 100);
  return html`<div class="strength">
    <label for="opacity">${say({ zh: '不透明度', en: 'Opacity' })}</label>
    <input
      id="opacity"
      type="range"
      min="0"
      max="100"
      step="5"
      .value=${String(percent)}
      @input=${(event: Event) => {
        event.stopPropagation();
        layer.opacity = Number((event.target as HTMLInputElement).value) / 100;
        changed();
      }}
    />
    <output for="opacity">${percent}%</output>
  </div>`;
}

/** The panel of one layer. */
export function layerDetails(view: DetailsView): TemplateResult {
  const { say, show, up, down } = view;
  const known = facts(view);
  const move = (words: Text, icon: typeof arrowUp, act: (() => void) | undefined): TemplateResult =>
    html`<button class="act ${icon === arrowUp ? 'up' : 'down'}" type="button" title=${say(words)} aria-label=${say(words)} ?disabled=${!act} @click=${act}>${iconSvg(icon)}</button>`;
  return html`<div class="settings">
    ${view.opacity ? slider(view) : nothing}
    ${
      show || up || down
        ? html`<div class="acts">
            ${show ? html`<button class="act show" type="button" @click=${show}>${iconSvg(locate)}${say({ zh: '缩放至图层', en: 'Zoom to layer' })}</button>` : nothing}
            ${up || down ? html`<span>${move({ zh: '上移', en: 'Move up' }, arrowUp, up)}${move({ zh: '下移', en: 'Move down' }, arrowDown, down)}</span>` : nothing}
          </div>`
        : nothing
    }
    ${known.length > 0 ? html`<dl>${known.map(([name, value]) => html`<div><dt>${say(name)}</dt><dd>${value}</dd></div>`)}</dl>` : nothing}
  </div>`;
}
