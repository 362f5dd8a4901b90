/** The choice of a method and of a number of classes. */
import { html, type TemplateResult } from 'lit';
import type { Text } from '@yizhangtu/base/locale';
import { MAX_COUNT, type BreaksSpec } from '@yizhangtu/data/symbology';
import { METHODS, methodChoices } from './classify-model.js';

export function classChoices(spec: BreaksSpec, say: (text: Text) => string, alter: (change: Partial<BreaksSpec>) => void): TemplateResult {
  const method = (event: Event): void => alter({ method: (event.target as HTMLSelectElement).value as BreaksSpec['method'] });
  const count = (event: Event): void => alter({ count: Number((event.target as HTMLSelectElement).value) });
  const counts = Array.from({ length: MAX_COUNT - 1 }, (_, i) => i + 2);
  return html`<div class="choices">
      <label>
        <span class="caption">${say({ zh: '方法', en: 'Method' })}</span>
        <select class="method" @change=${method}>
          ${methodChoices(spec).map((one) => html`<option value=${one} .selected=${one === spec.method}>${say(METHODS[one].name)}</option>`)}
        </select>
      </label>
      <label>
        <span class="caption">${say({ zh: '级数', en: 'Classes' })}</span>
        <select class="count" @change=${count}>
          ${counts.map((one) => html`<option value=${one} .selected=${one === spec.count}>${one}</option>`)}
        </select>
      </label>
    </div>
    <p class="use">${say(METHODS[spec.method].use)}</p>`;
}
