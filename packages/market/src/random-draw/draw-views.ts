/** The first steps of a draw as markup: lists and rules, the parties and their commitment, the draw itself. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { setStyle } from '@yizhangtu/base/set-style';
import { CREDIT_RISK } from '@yizhangtu/standards/credit-risk';
import { entryIn } from '@yizhangtu/standards/scheme';
import type { Inspector, StratumRule } from '../calc/index.js';
import { expectedOf, partsOf } from './draw-rules.js';
import { partiesSpeak, type DrawState, type Party } from './draw-state.js';

/** What the lists hold now, before they are frozen. */
export interface ListFacts {
  readonly subjects: number;
  readonly excluded: number;
  readonly wrongCodes: number;
  readonly inspectors: readonly Inspector[];
  readonly counts: ReadonlyMap<string, { able: number; excluded: number }>;
}

/** What the views are made of, and what they may do. */
export interface DrawView {
  readonly state: DrawState;
  readonly facts: ListFacts;
  /** Something is being worked out. */
  readonly busy: boolean;
  /** A list is on its way, or could not be had. */
  readonly incomplete: boolean;
  /** Part of it that is done, 0 to 1. */
  readonly progress: number;
  say(text: Text): string;
  /** Changes the state as it is then: several fields may change before the view is drawn again. */
  change(more: (state: DrawState) => Partial<DrawState>): void;
  freeze(): void;
  thaw(): void;
  commit(): void;
  draw(): void;
  print(): void;
  saveRecord(): void;
  saveTable(): void;
  verifyOwn(): void;
  verifyFile(file: File): void;
}

const number = (value: number): string => formatNumber(value);
const typed = (event: Event): string => (event.target as HTMLInputElement).value;

/** Hashes with their names. */
function hashes(rows: readonly (readonly [string, string])[]): TemplateResult {
  return html`<dl class="hash">${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
}

/** A class with its colour, where it is a credit risk class. */
export function classWord(code: string): TemplateResult {
  const color = entryIn(CREDIT_RISK, code)?.color;
  return html`${color ? html`<span class="class" aria-hidden="true" ${setStyle({ '--_class': color })}></span>` : nothing}${code}`;
}

/** 1 冻结名录. */
export function freezeView(view: DrawView): TemplateResult {
  const { state, facts, busy, incomplete, say } = view;
  const { frozen } = state;
  const leads = facts.inspectors.filter(({ lead }) => lead === true).length;
  const wrong = facts.wrongCodes;
  return html`<p>
      ${say({
        zh: `检查对象 ${number(facts.subjects)} 个，其中排除 ${number(facts.excluded)} 个；执法检查人员 ${number(facts.inspectors.length)} 人，其中主办 ${number(leads)} 人。`,
        en: `${number(facts.subjects)} subjects, ${number(facts.excluded)} of them left out; ${number(facts.inspectors.length)} inspectors, ${number(leads)} of them leads.`,
      })}
      ${wrong > 0 ? html`<span class="warn">${say({ zh: `${number(wrong)} 个社会信用代码校验不符，请核对。`, en: `${number(wrong)} credit codes fail their check digit; please look.` })}</span>` : nothing}
    </p>
    ${rulesTable(view)}
    ${
      frozen
        ? html`${hashes([[say({ zh: '对象名录 SHA-256', en: 'SHA-256 of the pool' }), frozen.poolHash], [say({ zh: '人员名录 SHA-256', en: 'SHA-256 of the inspectors' }), frozen.inspectorsHash]])}
            <div class="buttons"><button type="button" ?disabled=${busy} @click=${() => view.thaw()}>${say({ zh: '解冻，从头再来', en: 'Start over' })}</button></div>`
        : html`<div class="buttons">
            <button class="primary" type="button" ?disabled=${busy || incomplete || facts.subjects === 0} @click=${() => view.freeze()}>${say({ zh: '冻结名录', en: 'Freeze the lists' })}</button>
          </div>`
    }`;
}

function rulesTable(view: DrawView): TemplateResult {
  const { state, say } = view;
  const heads: readonly Text[] = [{ zh: '分类', en: 'Class' }, { zh: '可抽', en: 'Able' }, { zh: '比例（%）', en: 'Share (%)' }, { zh: '至少', en: 'At least' }, { zh: '应抽', en: 'To draw' }];
  return html`<div class="wide"><table class="rules">
    <caption>${say({ zh: '按风险分类抽取，比例可改', en: 'Drawn by risk class; shares can be changed' })}</caption>
    <thead><tr>${heads.map((head, at) => html`<th scope="col" class=${at > 0 ? 'number' : ''}>${say(head)}</th>`)}</tr></thead>
    <tbody>${state.rules.map((rule, at) => ruleRow(view, rule, at))}</tbody>
  </table></div>`;
}

function ruleRow(view: DrawView, rule: StratumRule, at: number): TemplateResult {
  const { state, facts, say } = view;
  const able = facts.counts.get(rule.stratum)?.able ?? 0;
  const put = (more: Partial<StratumRule>): void => view.change(({ rules }) => ({ rules: rules.map((one, index) => (index === at ? { ...one, ...more } : one)) }));
  const onShare = (event: Event): void => {
    const perTenThousand = typed(event) === '' ? undefined : partsOf(Number(typed(event)));
    if (perTenThousand === undefined) (event.target as HTMLInputElement).value = String(rule.perTenThousand / 100);
    else put({ perTenThousand });
  };
  const onLeast = (event: Event): void => put({ least: Math.max(0, Math.floor(Number(typed(event)) || 0)) });
  const locked = state.committed !== undefined;
  const label = say({ zh: `${rule.stratum} 类`, en: `class ${rule.stratum}` });
  return html`<tr>
    <th scope="row">${classWord(rule.stratum)}</th>
    <td class="number">${number(able)}</td>
    <td class="number"><input type="number" min="0" max="100" step="0.01" aria-label=${say({ zh: `${label}比例，%`, en: `Share of ${label}, %` })} .value=${String(rule.perTenThousand / 100)} ?disabled=${locked} @change=${onShare} /></td>
    <td class="number"><input type="number" min="0" step="1" aria-label=${say({ zh: `${label}至少抽`, en: `At least, of ${label}` })} .value=${String(rule.least ?? 0)} ?disabled=${locked} @change=${onLeast} /></td>
    <td class="number">${number(expectedOf(rule, able))}</td>
  </tr>`;
}

function partyRow(view: DrawView, party: Party, at: number): TemplateResult {
  const { state, say } = view;
  const put = (more: Partial<Party>): void => view.change(({ parties }) => ({ parties: parties.map((one, index) => (index === at ? { ...one, ...more } : one)) }));
  const locked = state.committed !== undefined;
  return html`<div class="party">
    <label class="field">${say({ zh: `见证方 ${at + 1}`, en: `Party ${at + 1}` })}<input type="text" autocomplete="off" .value=${party.name} ?disabled=${locked} @input=${(event: Event) => put({ name: typed(event) })} /></label>
    <label class="field">${say({ zh: '提供的内容', en: 'What it brings' })}<input type="text" autocomplete="off" .value=${party.part} ?disabled=${locked} @input=${(event: Event) => put({ part: typed(event) })} /></label>
  </div>`;
}

/** 2 公布承诺. */
export function commitView(view: DrawView): TemplateResult {
  const { state, busy, say } = view;
  const { committed } = state;
  const put = (more: Partial<DrawState>): void => view.change(() => more);
  const ready = partiesSpeak(state) && state.operator.trim() !== '';
  return html`<p class="muted">${say({ zh: '至少两方各写一段内容（当天开奖号、随手写的数），合成种子。先公布承诺值，再抽取。', en: 'Two parties or more each bring a text, such as a lottery result of the day or a number. Together they make the seed. Its commitment is published before the draw.' })}</p>
    ${state.parties.map((party, at) => partyRow(view, party, at))}
    <label class="field">${say({ zh: '操作人', en: 'Operator' })}<input type="text" autocomplete="off" .value=${state.operator} ?disabled=${committed !== undefined} @input=${(event: Event) => put({ operator: typed(event) })} /></label>
    ${
      committed
        ? html`${hashes([[say({ zh: '承诺值（SHA-256），请公布', en: 'Commitment (SHA-256), to be published' }), committed.commitment]])}
            <label class="tick"><input type="checkbox" .checked=${state.published} ?disabled=${state.record !== undefined} @change=${(event: Event) => put({ published: (event.target as HTMLInputElement).checked })} />${say({ zh: '承诺值已公布，各方已抄录', en: 'The commitment is published, and every party has a copy' })}</label>`
        : html`<p></p><div class="buttons">
              <button type="button" ?disabled=${busy} @click=${() => view.change(({ parties }) => ({ parties: [...parties, { name: '', part: '' }] }))}>${say({ zh: '再加一方', en: 'One more party' })}</button>
              <button class="primary" type="button" ?disabled=${busy || !ready} @click=${() => view.commit()}>${say({ zh: '生成承诺值', en: 'Make the commitment' })}</button>
            </div>
            ${ready ? nothing : html`<p class="muted">${say({ zh: '需要两方的名称和内容，以及操作人。', en: 'Names and texts of two parties and an operator are due.' })}</p>`}`
    }`;
}

/** 3 抽取. */
export function drawView(view: DrawView): TemplateResult {
  const { state, busy, progress, say } = view;
  const { record } = state;
  if (!record) {
    return html`<p class="muted">${say({ zh: '结果由名录、计划和种子算出，谁来算都一样。', en: 'The result follows from lists, plan and seed, whoever works it out.' })}</p>
      ${busy ? html`<progress max="1" .value=${progress} aria-label=${say({ zh: '正在抽取', en: 'Drawing' })}></progress>` : nothing}
      <div class="buttons"><button class="primary" type="button" ?disabled=${busy} @click=${() => view.draw()}>${say({ zh: '开始抽取', en: 'Draw' })}</button></div>`;
  }
  return html`<p><strong>${say({ zh: `共抽中 ${number(record.result.length)} 个`, en: `${number(record.result.length)} drawn` })}</strong></p>
    <p>${record.strata.map(({ stratum, drawn, count }, at) => html`${at > 0 ? say({ zh: '；', en: '; ' }) : nothing}${classWord(stratum)} ${say({ zh: `${number(count)} 中抽 ${number(drawn)}`, en: `${number(drawn)} of ${number(count)}` })}`)}</p>`;
}
