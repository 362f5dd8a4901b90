import type { Text } from '@yizhangtu/base/locale';
import { setStyle } from '@yizhangtu/base/set-style';
import { html, nothing, type TemplateResult } from 'lit';
import { cssColor } from '../chart/group-rows.js';
import { shortNumber } from './scatter-axis.js';
import { sizeLegend } from './scatter-drawing.js';
import { trendWords } from './scatter-fit.js';
import { axisName, valueWords, type ScatterRows } from './scatter-rows.js';
import type { ScatterScene } from './scatter-scene.js';
import { densityNote, leftOut } from './scatter-words.js';

/** Parts of the largest value whose circles are shown: a quarter of the area is half the width. */
const PARTS = [1, 0.25, 0.0625];

/** What colours and sizes mean, what the trend says, what is not shown. */
export function scatterFoot(scene: ScatterScene, rows: ScatterRows, sizeField: string | undefined, say: (text: Text) => string): TemplateResult {
  const { dataset, locale, points, model } = rows;
  const single = scene.form !== 'density';
  const fit = scene.fit && trendWords(scene.fit, scene.logX || scene.logY);
  const notes = [...(fit ? [fit] : []), ...(single ? [] : [densityNote(points.rows.length, !model && !sizeField)]), ...leftOut(points)];
  const { largest } = scene;
  return html`${single && model && model.classes.length > 1
    ? html`<ul class="legend" part="legend">
        ${model.classes.map(({ label, color }) => html`<li><i class="key round" ${setStyle({ background: cssColor(color) })}></i>${say(label)}</li>`)}
      </ul>`
    : nothing}
  ${single && sizeField && largest !== undefined
    ? sizeLegend(PARTS.map((part) => shortNumber(largest * part, largest * part * 0.2)), largest, scene.fontSize, axisName(dataset, sizeField, locale), (value) => valueWords(rows, sizeField, value))
    : nothing}
  ${notes.map((note) => html`<p class="source">${say(note)}</p>`)}`;
}
