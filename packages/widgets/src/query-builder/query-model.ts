/** Pure logic of the query builder: conditions in groups, while they are being made, and the filter they mean. */
import type { Text } from '@yizhangtu/base/locale';
import type { FieldInfo, Filter, Key } from '@yizhangtu/data/model';

/** What a condition asks of a field. */
export type Operator =
  | 'is'
  | 'is-not'
  | 'contains'
  | 'lacks'
  | 'starts'
  | 'ends'
  | 'at-least'
  | 'at-most'
  | 'above'
  | 'below'
  | 'between'
  | 'empty'
  | 'filled';

/** One condition: field, operator, values. Incomplete while it is being made. */
export interface Rule {
  readonly kind: 'rule';
  readonly field: string;
  readonly operator: Operator;
  /** Values of `is` and `is-not`; a number, two numbers, instants in ms, or words of the others. */
  readonly values: readonly Key[];
}

/** Conditions that must all hold, or of which one is enough. */
export interface RuleGroup {
  readonly kind: 'group';
  readonly join: 'all' | 'any';
  readonly nodes: readonly RuleNode[];
}

export type RuleNode = Rule | RuleGroup;

/** Where a node is: places from the root down. The root is `[]`. */
export type NodePath = readonly number[];

/** Groups within groups that still fit a panel. */
export const MAX_DEPTH = 3;

export const EMPTY_GROUP: RuleGroup = { kind: 'group', join: 'all', nodes: [] };

/** Operators of each kind of field, the usual one first. */
const OPERATORS: Readonly<Record<FieldInfo['kind'], readonly Operator[]>> = {
  text: ['is', 'is-not', 'contains', 'lacks', 'starts', 'ends', 'empty', 'filled'],
  number: ['at-least', 'at-most', 'above', 'below', 'between', 'is', 'is-not', 'empty', 'filled'],
  date: ['between', 'at-least', 'below', 'empty', 'filled'],
  boolean: ['is', 'empty', 'filled'],
};

export const OPERATOR_WORDS: Readonly<Record<Operator, Text>> = {
  is: { zh: '是', en: 'is' },
  'is-not': { zh: '不是', en: 'is not' },
  contains: { zh: '含', en: 'contains' },
  lacks: { zh: '不含', en: 'does not contain' },
  starts: { zh: '开头是', en: 'begins with' },
  ends: { zh: '结尾是', en: 'ends with' },
  'at-least': { zh: '大于等于', en: 'at least' },
  'at-most': { zh: '小于等于', en: 'at most' },
  above: { zh: '大于', en: 'above' },
  below: { zh: '小于', en: 'below' },
  between: { zh: '介于', en: 'between' },
  empty: { zh: '为空', en: 'is empty' },
  filled: { zh: '不为空', en: 'is not empty' },
};

/** Dates are not larger or smaller but later or earlier. */
export const DATE_WORDS: Partial<Readonly<Record<Operator, Text>>> = {
  'at-least': { zh: '不早于', en: 'on or after' },
  below: { zh: '早于', en: 'before' },
};

export function operatorsOf(kind: FieldInfo['kind']): readonly Operator[] {
  return OPERATORS[kind];
}

/** A new condition on a field. */
export function newRule(field: string, kind: FieldInfo['kind']): Rule {
  return { kind: 'rule', field, operator: OPERATORS[kind][0] as Operator, values: [] };
}

/** A condition with another operator; its values stay where they mean the same. */
export function withOperator(rule: Rule, operator: Operator): Rule {
  const family = (one: Operator): string => {
    if (one === 'is' || one === 'is-not') return 'values';
    if (one === 'contains' || one === 'lacks' || one === 'starts' || one === 'ends') return 'words';
    return one === 'empty' || one === 'filled' ? 'none' : 'numbers';
  };
  return { ...rule, operator, values: family(operator) === family(rule.operator) ? rule.values : [] };
}

/** Replaces, or with undefined removes, the node at a path. */
export function withNode(root: RuleGroup, path: NodePath, node: RuleNode | undefined): RuleGroup {
  const [place, ...rest] = path;
  if (place === undefined) return node?.kind === 'group' ? node : EMPTY_GROUP;
  const nodes = root.nodes.flatMap((one, index): RuleNode[] => {
    if (index !== place) return [one];
    if (rest.length > 0 && one.kind === 'group') return [withNode(one, rest, node)];
    return node ? [node] : [];
  });
  return { ...root, nodes };
}

/** Adds a node at the end of the group at a path. */
export function withAdded(root: RuleGroup, path: NodePath, node: RuleNode): RuleGroup {
  const [place, ...rest] = path;
  if (place === undefined) return { ...root, nodes: [...root.nodes, node] };
  return {
    ...root,
    nodes: root.nodes.map((one, index) => (index === place && one.kind === 'group' ? withAdded(one, rest, node) : one)),
  };
}

const EMPTY_VALUES: readonly Key[] = [null, ''];

function ruleFilter({ field, operator, values }: Rule): Filter | undefined {
  const [first, second] = values;
  const range = (limits: { min?: number; max?: number; minExclusive?: boolean; maxExclusive?: boolean }): Filter | undefined =>
    typeof first === 'number' ? { kind: 'range', field, ...limits } : undefined;
  const words = typeof first === 'string' && first.trim() !== '' ? first.trim() : undefined;
  const number = first as number;
  switch (operator) {
    case 'is':
      return values.length > 0 ? { kind: 'in', field, values } : undefined;
    case 'is-not':
      return values.length > 0 ? { kind: 'not', filter: { kind: 'in', field, values } } : undefined;
    case 'contains':
      return words === undefined ? undefined : { kind: 'text', fields: [field], contains: words };
    case 'lacks':
      return words === undefined ? undefined : { kind: 'not', filter: { kind: 'text', fields: [field], contains: words } };
    case 'starts':
    case 'ends':
      return words === undefined ? undefined : { kind: 'compare', field, operator: `${operator}-with`, value: words };
    case 'at-least':
      return range({ min: number });
    case 'at-most':
      return range({ max: number });
    case 'above':
      return range({ min: number, minExclusive: true });
    case 'below':
      return range({ max: number, maxExclusive: true });
    case 'between':
      return typeof second === 'number' ? range({ min: Math.min(number, second), max: Math.max(number, second) }) : undefined;
    case 'empty':
      return { kind: 'in', field, values: EMPTY_VALUES };
    case 'filled':
      return { kind: 'not', filter: { kind: 'in', field, values: EMPTY_VALUES } };
  }
}

/** The filter that conditions mean; incomplete ones are left out. Undefined while none is complete. */
export function filterOf(node: RuleNode): Filter | undefined {
  if (node.kind === 'rule') return ruleFilter(node);
  const filters = node.nodes.flatMap((one) => filterOf(one) ?? []);
  const [only] = filters;
  return filters.length > 1 ? { kind: node.join, filters } : only;
}

function rangeRule({ field, min, max, minExclusive, maxExclusive }: Extract<Filter, { kind: 'range' }>): Rule | undefined {
  const rule = (operator: Operator, ...values: number[]): Rule => ({ kind: 'rule', field, operator, values });
  if (min !== undefined && max !== undefined) return minExclusive || maxExclusive ? undefined : rule('between', min, max);
  if (min !== undefined) return rule(minExclusive ? 'above' : 'at-least', min);
  return max === undefined ? undefined : rule(maxExclusive ? 'below' : 'at-most', max);
}

function isEmptyTest(values: readonly Key[]): boolean {
  return values.length === EMPTY_VALUES.length && EMPTY_VALUES.every((value) => values.includes(value));
}

function ruleOf(filter: Filter, not: boolean): Rule | undefined {
  if (filter.kind === 'in') {
    const { field, values } = filter;
    if (isEmptyTest(values)) return { kind: 'rule', field, operator: not ? 'filled' : 'empty', values: [] };
    return { kind: 'rule', field, operator: not ? 'is-not' : 'is', values };
  }
  if (filter.kind === 'text' && filter.fields?.length === 1) {
    return { kind: 'rule', field: filter.fields[0] as string, operator: not ? 'lacks' : 'contains', values: [filter.contains] };
  }
  if (not) return undefined;
  if (filter.kind === 'range') return rangeRule(filter);
  if (filter.kind !== 'compare') return undefined;
  return {
    kind: 'rule',
    field: filter.field,
    operator: filter.operator === 'starts-with' ? 'starts' : 'ends',
    values: [filter.value],
  };
}

function nodeOf(filter: Filter): RuleNode | undefined {
  if (filter.kind === 'not') return ruleOf(filter.filter, true);
  if (filter.kind !== 'all' && filter.kind !== 'any') return ruleOf(filter, false);
  const nodes = filter.filters.map(nodeOf);
  return nodes.includes(undefined) ? undefined : { kind: 'group', join: filter.kind, nodes: nodes as RuleNode[] };
}

/** The conditions of a filter, to go on with; undefined for one that no conditions here can say. */
export function groupOf(filter: Filter | undefined): RuleGroup | undefined {
  if (!filter) return EMPTY_GROUP;
  const node = nodeOf(filter);
  return node?.kind === 'rule' ? { ...EMPTY_GROUP, nodes: [node] } : node;
}
