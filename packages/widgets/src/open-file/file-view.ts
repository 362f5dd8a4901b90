/** What is shown of one file. */
import { html, nothing, type TemplateResult } from 'lit';
import { x } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import type { OpenedFile } from './opened-file.js';
import { ENCODINGS, isUnsure, readWords, type ReadChoices } from './read-words.js';

/** A coordinate system to choose. */
export interface CrsChoice {
  readonly code: string;
  readonly label: Text;
}

/** What a person may do with a file. */
export interface FileActions {
  choose(file: OpenedFile, name: keyof ReadChoices, value: string): void;
  close(file: OpenedFile): void;
}

const AUTO: Text = { zh: '自动识别', en: 'Find out' };

/** One file of the list. */
export function fileView(file: OpenedFile, systems: readonly CrsChoice[], locale: Locale, actions: FileActions): TemplateResult {
  const say = (text: Text): string => inWords(text, locale);
  const { loading, error } = file.target;
  const close = say({ zh: `移除 ${file.name}`, en: `Remove ${file.name}` });
  return html`<li class="file" part="file">
    <div class="head">
      <span class="name" title=${file.name}>${file.name}</span>
      <button class="icon" type="button" title=${close} aria-label=${close} @click=${() => actions.close(file)}>${iconSvg(x)}</button>
    </div>
    ${loading ? progress(file, say) : error ? html`<p class="notice" role="alert">${error.in(locale)}</p>` : file.done ? facts(file, say) : nothing}
    ${loading || !(file.done || isUnsure(undefined, error)) ? nothing : choices(file, systems, say, actions)}
  </li>`;
}

function progress({ name, target }: OpenedFile, say: (text: Text) => string): TemplateResult {
  const label = say({ zh: `正在读取 ${name}`, en: `Reading ${name}` });
  return target.progress === undefined ? html`<progress aria-label=${label}></progress>` : html`<progress aria-label=${label} max="1" .value=${target.progress}></progress>`;
}

function facts({ target, layers }: OpenedFile, say: (text: Text) => string): TemplateResult {
  const { report, geometry } = target.dataset;
  const table = geometry.kind === 'none' && layers.length === 0 ? say({ zh: ' · 没有位置，只作表格', en: ' · no places, a table only' }) : '';
  return html`<p class="facts" part="facts">${say(readWords(report))}${table}</p>
    ${report.notes.length > 0 ? html`<ul class="notes" part="notes">${report.notes.map(({ text }) => html`<li>${say(text)}</li>`)}</ul>` : nothing}`;
}

function choices(file: OpenedFile, systems: readonly CrsChoice[], say: (text: Text) => string, actions: FileActions): TemplateResult {
  const { report } = file.target.dataset;
  const unsure = isUnsure(file.done ? report : undefined, file.target.error);
  const layers = file.done ? report.source?.layers : undefined;
  const select = (name: keyof ReadChoices, label: Text, entries: readonly (readonly [string, string])[], auto: Text | undefined): TemplateResult => {
    const now = file.choices[name] ?? '';
    const changed = (event: Event): void => actions.choose(file, name, (event.target as HTMLSelectElement).value);
    return html`<label>
      <span>${say(label)}</span>
      <select class=${name} @change=${changed}>
        ${auto ? html`<option value="" .selected=${now === ''}>${say(auto)}</option>` : nothing}
        ${entries.map(([value, words]) => html`<option value=${value} .selected=${value === now}>${words}</option>`)}
      </select>
    </label>`;
  };
  return html`<details ?open=${unsure}>
    <summary>${say({ zh: '读取选项', en: 'Reading options' })}</summary>
    <div class="choices">
      ${select('encoding', { zh: '文字编码', en: 'Encoding' }, ENCODINGS.map(([value, label]) => [value, say(label)] as const), AUTO)}
      ${select('crs', { zh: '坐标系', en: 'Coordinate system' }, systems.map(({ code, label }) => [code, `${say(label)}（${code}）`] as const), AUTO)}
      ${layers && layers.length > 1 ? select('layer', { zh: '图层', en: 'Layer' }, layers.map((one) => [one, one] as const), { zh: '第一个', en: 'The first' }) : nothing}
    </div>
  </details>`;
}
