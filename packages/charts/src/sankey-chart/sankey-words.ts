import type { Text } from '@yizhangtu/base/locale';
import type { Transitions } from './transitions.js';

export const SANKEY_WORDS = {
  from: { zh: '原来', en: 'From' },
  to: { zh: '现在', en: 'To' },
  unchanged: { zh: '未变', en: 'unchanged' },
} satisfies Record<string, Text>;

export interface SankeySummary {
  readonly label: string;
  readonly transitions: Transitions;
  /** A value with its unit. */
  format(value: number): string;
  share(part: number, whole: number): string;
}

/** A transition in one sentence: the whole, how much stays, the three largest changes. */
export function sankeySummary({ label, transitions, format, share }: SankeySummary): Text {
  const { from, to, flows, total, unchanged } = transitions;
  const head = { zh: label === '' ? '图表' : label, en: label === '' ? 'Chart' : label };
  if (!(total > 0)) return { zh: `${head.zh}：没有数据`, en: `${head.en}: no data` };
  const changes = flows.filter((flow) => !flow.unchanged).sort((a, b) => b.value - a.value);
  const first = (arrow: string): string[] =>
    changes.slice(0, 3).map((flow) => `${from[flow.from]?.label ?? ''}${arrow}${to[flow.to]?.label ?? ''} ${format(flow.value)}`);
  const zh = [`${head.zh}：共 ${format(total)}`, ...(unchanged > 0 ? [`未变 ${share(unchanged, total)}`] : [])];
  const en = [`${head.en}: ${format(total)} in all`, ...(unchanged > 0 ? [`${share(unchanged, total)} unchanged`] : [])];
  if (changes.length > 0) {
    zh.push(`变化最大的是 ${first('变为').join('、')}`);
    en.push(`largest changes ${first(' to ').join(', ')}`);
  }
  return { zh: `${zh.join('，')}。`, en: `${en.join(', ')}.` };
}

/** The line under a chart that leaves out what stays. */
export function unchangedWords(value: string, share: string): Text {
  return { zh: `未变的 ${value}（${share}）没有画出。`, en: `${value} (${share}) stayed as it was and is not drawn.` };
}
