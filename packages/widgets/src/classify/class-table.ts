/** How many rows fall into each class, as a table. */
import { html, type TemplateResult } from 'lit';
import type { Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { setStyle } from '@yizhangtu/base/set-style';
import type { DatasetLike } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { swatch, swatchShape } from '../shared/swatch.js';
import { countWords } from './classify-model.js';

/**
 * Swatch, class, rows that pass the filters of the other views, and their share. Numbers that may not be told have none.
 * @param counts Rows of each class; undefined while a server is asked.
 */
export function classTable(dataset: DatasetLike, model: Symbology, counts: ArrayLike<number> | undefined, say: (text: Text) => string): TemplateResult {
  const all = Math.max(1, Array.from(counts ?? []).reduce((sum, count) => sum + (count || 0), 0));
  const least = dataset.schema?.suppressBelow ?? 0;
  const shape = swatchShape(dataset.geometry);
  const share = (count: number): TemplateResult | string => {
    if (Number.isNaN(count) || (count > 0 && count < least)) return '';
    const percent = (count / all) * 100;
    return html`<span class="bar" ${setStyle({ '--_share': `${percent}%` })}></span>${formatNumber(percent, { digits: 0 })}%`;
  };
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${say({ zh: '级别', en: 'Class' })}</th>
        <th scope="col">${say({ zh: '个数', en: 'Rows' })}</th>
        <th scope="col">${say({ zh: '占比', en: 'Share' })}</th>
      </tr>
    </thead>
    <tbody>
      ${model.classes.map((one, index) => {
        const count = counts?.[index] ?? 0;
        return html`<tr part="class">
          <th scope="row">${swatch(shape, one)} ${say(one.label)}</th>
          <td>${counts && countWords(count, least)}</td>
          <td class="share">${counts && share(count)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}
