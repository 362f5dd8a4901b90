/** The unit behind a name. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '@yizhangtu/base/locale';
import { writtenUnit } from '@yizhangtu/base/units';

/** A unit as data have it, in English by its symbol there: ㎡ is m². A word that is no unit (处) stays. */
export function legendUnit(unit: string | undefined, say: (text: Text) => string): TemplateResult | typeof nothing {
  if (!unit) return nothing;
  return html`<span class="unit">${say({ zh: `(${unit})`, en: ` (${writtenUnit(unit, 'en')})` })}</span>`;
}
