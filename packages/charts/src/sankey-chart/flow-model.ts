import type { Answer, Key } from '@yizhangtu/data/model';
import type { Steps } from '@yizhangtu/data/steps';
import { cssColor } from '../chart/group-rows.js';
import { stepsTo, type FieldLooks } from '../tree/tree-leaves.js';
import { transitionsOf, transitionSteps, type FlowClass, type FlowKind, type TransitionOptions, type Transitions } from './transitions.js';

/** One flow as a page gives it through the `data` property. */
export interface FlowDatum {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

type Options = Pick<TransitionOptions, 'limit' | 'restLabel' | 'changesOnly'>;

/** Colours the theme has for classes. */
const COLORS = 8;

/** Classes and flows of plain data. The same name is the same class on both sides. */
export function transitionsOfData(data: readonly FlowDatum[], options: Options): Transitions {
  const places = new Map([...new Set(data.flatMap(({ from, to }) => [from, to]))].map((name, place) => [name, place]));
  const classOf = (key: Key): Omit<FlowClass, 'value'> => {
    const label = String(key);
    return { id: label, label, color: cssColor(`token:data-${((places.get(label) ?? 0) % COLORS) + 1}`), keys: [key] };
  };
  return transitionsOf(answerOf(data), { ...options, classOf });
}

/** As a dataset would answer, grouped by what was and split by what is. */
function answerOf(data: readonly FlowDatum[]): Answer {
  const splits: Key[] = [...new Set(data.map(({ to }) => to))];
  const groups = [...new Set(data.map(({ from }) => from))].map((from) => {
    const parts = splits.map((to) => {
      const value = data.filter((one) => one.from === from && one.to === to).reduce((sum, one) => sum + one.value, 0);
      return { count: 1, values: [value] };
    });
    return { key: from, count: 1, values: [], parts };
  });
  return { groups, splits, total: { key: null, count: data.length, values: [] } };
}

/** Words and colours of both sides. */
export interface FlowLooks {
  readonly from: FieldLooks;
  readonly to: FieldLooks;
}

/**
 * Classes and flows of an answer of a dataset, in steps. Classes of a code list stand in its order, others largest first.
 * @param level Level of the code list that values are taken together at, 1 for the top; undefined for the values themselves.
 */
export function transitionsOfAnswer(answer: Answer, looks: FlowLooks, level: number | undefined, options: Options): Steps<Transitions> {
  const classOf = (key: Key, side: 'from' | 'to'): FlowKind => {
    const steps = stepsTo(key, looks[side]);
    const way = steps.slice(0, Math.max(1, level ?? steps.length));
    const step = way[way.length - 1];
    // A code without a colour has that of the class above.
    const color = way.reduce<string | undefined>((found, one) => one.color ?? found, undefined);
    return { id: step?.id ?? '', label: step?.label ?? '', color, keys: step?.keys ?? [key], alone: step?.alone };
  };
  const compare = (a: FlowClass, b: FlowClass): number => (a.id < b.id ? -1 : 1);
  return transitionSteps(answer, { ...options, classOf, ...(looks.from.field.codes && { compare }) });
}
