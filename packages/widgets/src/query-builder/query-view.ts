import { html, nothing, type TemplateResult } from 'lit';
import { plus, trash } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import { writtenUnit } from '@yizhangtu/base/units';
import type { DatasetLike, FieldInfo, Group, Key } from '@yizhangtu/data/model';
import { categoryWords } from '@yizhangtu/data/words';
import { dayInstant, dayText } from '../shared/days.js';
import {
  DATE_WORDS,
  EMPTY_GROUP,
  MAX_DEPTH,
  newRule,
  OPERATOR_WORDS,
  operatorsOf,
  withOperator,
  type NodePath,
  type Operator,
  type Rule,
  type RuleGroup,
  type RuleNode,
} from './query-model.js';

/** What the builder shows, and what happens when it is used. */
export interface QueryView {
  readonly dataset: DatasetLike;
  /** Fields that may be asked about. */
  readonly fields: readonly FieldInfo[];
  readonly locale: Locale;
  say(text: Text): string;
  /** Values to choose from; undefined where they are typed. */
  values(field: string): readonly Group[] | undefined;
  /** Another node in the place of one; undefined removes it. */
  onNode(path: NodePath, node: RuleNode | undefined): void;
  onAdd(path: NodePath, node: RuleNode): void;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

function fieldSelect(view: QueryView, rule: Rule, path: NodePath): TemplateResult {
  const onChange = (event: Event): void => {
    const field = view.fields.find(({ name }) => name === valueOf(event));
    if (field) view.onNode(path, newRule(field.name, field.kind));
  };
  return html`<select class="field" aria-label=${view.say({ zh: '字段', en: 'Field' })} @change=${onChange}>
    ${view.fields.map(
      ({ name }) =>
        html`<option value=${name} .selected=${name === rule.field}>${view.dataset.label(name, view.locale)}</option>`,
    )}
  </select>`;
}

function operatorSelect(view: QueryView, rule: Rule, kind: FieldInfo['kind'], path: NodePath): TemplateResult {
  const words = (operator: Operator): string =>
    inWords((kind === 'date' ? DATE_WORDS[operator] : undefined) ?? OPERATOR_WORDS[operator], view.locale);
  const onChange = (event: Event): void => view.onNode(path, withOperator(rule, valueOf(event) as Operator));
  return html`<select class="operator" aria-label=${view.say({ zh: '运算符', en: 'Operator' })} @change=${onChange}>
    ${operatorsOf(kind).map(
      (operator) => html`<option value=${operator} .selected=${operator === rule.operator}>${words(operator)}</option>`,
    )}
  </select>`;
}

interface Box {
  readonly type: 'number' | 'date' | 'text';
  readonly label: string;
  readonly value: string;
  onValue(text: string): void;
}

function box({ type, label, value, onValue }: Box): TemplateResult {
  return html`<input
    type=${type}
    step=${type === 'number' ? 'any' : nothing}
    autocomplete="off"
    aria-label=${label}
    .value=${value}
    @input=${(event: Event) => event.stopPropagation()}
    @change=${(event: Event) => {
      event.stopPropagation();
      onValue(valueOf(event));
    }}
  />`;
}

/** One or two boxes for numbers or days. */
function limits(view: QueryView, rule: Rule, kind: FieldInfo['kind'], path: NodePath): TemplateResult {
  const date = kind === 'date';
  const two = rule.operator === 'between';
  const { unit } = view.dataset.field(rule.field);
  const one = (index: 0 | 1, label: string): TemplateResult =>
    box({
      type: date ? 'date' : 'number',
      label,
      value: date ? dayText(rule.values[index]) : String(rule.values[index] ?? ''),
      onValue: (text) => {
        const value = date ? dayInstant(text, index === 1) : text.trim() === '' ? undefined : Number(text);
        const values = [rule.values[0], rule.values[1]] as (Key | undefined)[];
        values[index] = value ?? undefined;
        view.onNode(path, { ...rule, values: (two ? values : values.slice(0, 1)) as Key[] });
      },
    });
  const value = view.say({ zh: '值', en: 'Value' });
  const from = view.say({ zh: '从', en: 'From' });
  const to = view.say({ zh: '到', en: 'To' });
  return html`${one(0, two ? from : value)}${two ? html`<span class="dash" aria-hidden="true">–</span>${one(1, to)}` : nothing}
  ${unit && !date ? html`<span class="unit">${writtenUnit(unit, view.locale)}</span>` : nothing}`;
}

/** Values to choose from, as many as there are, and those chosen that are gone. */
function choices(view: QueryView, rule: Rule, groups: readonly Group[], path: NodePath): TemplateResult {
  const gone = rule.values.filter((value) => !groups.some(({ key }) => key === value));
  const keys = [...groups.map(({ key }) => key), ...gone].filter((key) => key !== null && key !== '');
  const toggle = (key: Key): void => {
    const values = rule.values.includes(key) ? rule.values.filter((one) => one !== key) : [...rule.values, key];
    view.onNode(path, { ...rule, values });
  };
  return html`<div class="choices" role="group" aria-label=${view.dataset.label(rule.field, view.locale)}>
    ${keys.map(
      (key) =>
        html`<button
          class="chip"
          type="button"
          aria-pressed=${rule.values.includes(key) ? 'true' : 'false'}
          @click=${() => toggle(key)}
        >
          ${categoryWords(view.dataset, rule.field, key, view.locale)}
        </button>`,
    )}
  </div>`;
}

/** Whether the values are listed for choosing, and need a line of their own. */
function isChosen(view: QueryView, rule: Rule, kind: FieldInfo['kind']): boolean {
  const { codes, values } = view.dataset.field(rule.field);
  const exact = rule.operator === 'is' || rule.operator === 'is-not';
  return exact && (kind !== 'number' || !!codes || !!values) && view.values(rule.field) !== undefined;
}

function editor(view: QueryView, rule: Rule, kind: FieldInfo['kind'], path: NodePath): TemplateResult | typeof nothing {
  const { operator } = rule;
  if (operator === 'empty' || operator === 'filled') return nothing;
  const exact = operator === 'is' || operator === 'is-not';
  const groups = isChosen(view, rule, kind) ? view.values(rule.field) : undefined;
  if (groups) return choices(view, rule, groups, path);
  if (kind === 'number' || kind === 'date') return limits(view, rule, kind, path);
  return box({
    type: 'text',
    label: view.say({ zh: '值', en: 'Value' }),
    value: rule.values.join('、'),
    onValue: (text) => {
      const words = exact ? text.split(/[、,，]/).map((word) => word.trim()) : [text.trim()];
      view.onNode(path, { ...rule, values: words.filter(Boolean) });
    },
  });
}

function removeButton(view: QueryView, label: string, path: NodePath): TemplateResult {
  return html`<button class="icon" type="button" aria-label=${label} title=${label} @click=${() => view.onNode(path, undefined)}>
    ${iconSvg(trash)}
  </button>`;
}

function ruleView(view: QueryView, rule: Rule, path: NodePath): TemplateResult {
  const kind = view.dataset.column(rule.field)?.kind ?? 'text';
  const name = view.dataset.label(rule.field, view.locale);
  return html`<li class=${isChosen(view, rule, kind) ? 'rule wide' : 'rule'} part="rule">
    ${fieldSelect(view, rule, path)} ${operatorSelect(view, rule, kind, path)}
    <span class="value">${editor(view, rule, kind, path)}</span>
    ${removeButton(view, view.say({ zh: `删除条件：${name}`, en: `Remove condition: ${name}` }), path)}
  </li>`;
}

function joinButtons(view: QueryView, group: RuleGroup, path: NodePath): TemplateResult {
  const one = (join: RuleGroup['join'], words: string): TemplateResult =>
    html`<button
      type="button"
      aria-pressed=${group.join === join ? 'true' : 'false'}
      @click=${() => view.onNode(path, { ...group, join })}
    >
      ${words}
    </button>`;
  return html`<span class="join" role="group" aria-label=${view.say({ zh: '条件之间', en: 'Conditions are joined' })}>
    ${one('all', view.say({ zh: '全部满足', en: 'All' }))}${one('any', view.say({ zh: '任一满足', en: 'Any' }))}
  </span>`;
}

/** A group of conditions, with the groups in it. */
export function groupView(view: QueryView, group: RuleGroup, path: NodePath = []): TemplateResult {
  const { say, fields } = view;
  const [field] = fields;
  const add = (node: RuleNode): void => view.onAdd(path, node);
  return html`<div class="group" part="group" role="group" aria-label=${say({ zh: '条件组', en: 'Group of conditions' })}>
    <div class="head">
      ${joinButtons(view, group, path)}
      ${path.length > 0 ? removeButton(view, say({ zh: '删除条件组', en: 'Remove group' }), path) : nothing}
    </div>
    <ul>
      ${group.nodes.map((node, index) =>
        node.kind === 'rule' ? ruleView(view, node, [...path, index]) : html`<li>${groupView(view, node, [...path, index])}</li>`,
      )}
    </ul>
    <div class="add">
      <button class="link" type="button" ?disabled=${!field} @click=${() => field && add(newRule(field.name, field.kind))}>
        ${iconSvg(plus)}${say({ zh: '加条件', en: 'Add condition' })}
      </button>
      ${
        path.length < MAX_DEPTH - 1
          ? html`<button
              class="link"
              type="button"
              ?disabled=${!field}
              @click=${() => field && add({ ...EMPTY_GROUP, join: group.join === 'all' ? 'any' : 'all', nodes: [newRule(field.name, field.kind)] })}
            >
              ${iconSvg(plus)}${say({ zh: '加条件组', en: 'Add group' })}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}
