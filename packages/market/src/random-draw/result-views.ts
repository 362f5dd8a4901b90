/** The last steps of a draw as markup: who inspects whom, the record, and whether it holds. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { MinutesRow } from '../calc/index.js';
import { loadSpan, PAGE_ROWS } from './draw-state.js';
import { classWord, type DrawView } from './draw-views.js';

/** 4 派员. */
export function pairsView(view: DrawView): TemplateResult | typeof nothing {
  const { say } = view;
  const { record, minutes, frozen, page } = view.state;
  if (!record || !minutes || !frozen) return nothing;
  const { least, most, unsent } = loadSpan(record, frozen.inspectors);
  const rows = minutes.table.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS);
  return html`<p>
      ${say({ zh: `每名人员 ${least}–${most} 个对象。`, en: `${least} to ${most} subjects an inspector.` })}
      ${unsent > 0 ? html`<span class="warn">${say({ zh: `${formatNumber(unsent)} 个对象无人可派。`, en: `Nobody may go to ${formatNumber(unsent)} subjects.` })}</span>` : nothing}
    </p>
    <div class="wide"><table class="drawn fresh">
      <thead><tr>
        <th scope="col">${say({ zh: '序号', en: 'No.' })}</th>
        <th scope="col">${say({ zh: '检查对象与检查人员', en: 'Subject and inspectors' })}</th>
      </tr></thead>
      <tbody>${rows.map((row) => pairRow(view, row))}</tbody>
    </table></div>
    ${pages(view, minutes.table.length)}`;
}

function pairRow({ say }: DrawView, { number, stratum, uscc, name, inspectors: [lead, ...others], skipped }: MinutesRow): TemplateResult {
  const comma = say({ zh: '、', en: ', ' });
  return html`<tr>
    <td>${number}<br />${classWord(stratum)}</td>
    <td>
      <span class="name">${name}</span> <span class="code">${uscc}</span><br />
      ${lead === undefined ? html`<span class="warn">${say({ zh: '无人可派', en: 'Nobody may go' })}</span>` : html`<span class="who">${lead}${say({ zh: '（主办）', en: ' (lead)' })}</span>${others.map((other) => html`${comma}<span class="who">${other}</span>`)}`}
      ${skipped.length > 0 ? html`<br /><span class="muted">${say({ zh: '回避：', en: 'Kept away: ' })}${skipped.map((one) => say({ zh: `${one.name}（${one.reason}）`, en: `${one.name} (${one.reason})` })).join(comma)}</span>` : nothing}
    </td>
  </tr>`;
}

function pages({ state, say, change }: DrawView, count: number): TemplateResult | typeof nothing {
  const last = Math.ceil(count / PAGE_ROWS) - 1;
  if (last < 1) return nothing;
  const { page } = state;
  return html`<div class="pages">
    <button type="button" ?disabled=${page === 0} @click=${() => change(() => ({ page: page - 1 }))}>${say({ zh: '上一页', en: 'Previous' })}</button>
    <span>${page + 1} / ${last + 1}</span>
    <button type="button" ?disabled=${page === last} @click=${() => change(() => ({ page: page + 1 }))}>${say({ zh: '下一页', en: 'Next' })}</button>
  </div>`;
}

/** 5 抽取记录. */
export function recordView(view: DrawView): TemplateResult | typeof nothing {
  const { say } = view;
  const { record } = view.state;
  if (!record) return nothing;
  return html`<dl class="hash"><dt>${say({ zh: '记录 SHA-256', en: 'SHA-256 of the record' })}</dt><dd>${record.recordHash}</dd></dl>
    <div class="buttons">
      <button class="primary" type="button" @click=${() => view.print()}>${say({ zh: '打印抽取记录', en: 'Print the minutes' })}</button>
      <button type="button" @click=${() => view.saveRecord()}>${say({ zh: '保存记录（JSON）', en: 'Save the record (JSON)' })}</button>
      <button type="button" @click=${() => view.saveTable()}>${say({ zh: '导出名单（CSV）', en: 'Export the list (CSV)' })}</button>
    </div>`;
}

/** 6 复核. A record of a file can be held against the lists at any time. */
export function verifyView(view: DrawView): TemplateResult {
  const { state, busy, say } = view;
  const onFile = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) view.verifyFile(file);
    input.value = '';
  };
  const openFiles = ({ currentTarget }: Event): void => ((currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click();
  return html`<p class="muted">${say({ zh: '按记录里的计划和种子，在当前名录上重算，逐项比对。', en: 'The draw is done again with the plan and the seed of the record, on the lists of this page, and compared part by part.' })}</p>
    <label class="field">${say({ zh: '抽取前公布的承诺值（可不填）', en: 'Commitment that was published before the draw (may be left out)' })}<input type="text" autocomplete="off" spellcheck="false" .value=${state.held} @input=${(event: Event) => view.change(() => ({ held: (event.target as HTMLInputElement).value }))} /></label>
    <p></p>
    <div class="buttons">
      ${state.record ? html`<button type="button" ?disabled=${busy} @click=${() => view.verifyOwn()}>${say({ zh: '复核本次记录', en: 'Verify this record' })}</button>` : nothing}
      <button type="button" ?disabled=${busy} @click=${openFiles}>${say({ zh: '复核已保存的记录…', en: 'Verify a saved record…' })}</button>
      <input type="file" accept=".json,application/json" hidden aria-label=${say({ zh: '抽取记录文件', en: 'File of a record' })} @change=${onFile} />
    </div>
        ${verdict(view)}`;
}

function verdict({ state, say }: DrawView): TemplateResult | typeof nothing {
  const { verified } = state;
  if (!verified) return nothing;
  const { valid, faults } = verified.result;
  return html`<div class="verdict ${valid ? 'valid' : 'invalid'}">
    <strong>${valid ? say({ zh: '复核一致', en: 'The record holds' }) : say({ zh: `复核不一致，${faults.length} 处`, en: `The record does not hold: ${faults.length} faults` })}</strong> · ${verified.of}
    ${valid ? nothing : html`<ul>${faults.map((fault) => html`<li>${say(fault)}</li>`)}</ul>`}
  </div>`;
}
