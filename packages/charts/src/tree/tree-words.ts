import type { Text } from '@yizhangtu/base/locale';
import type { TreeNode } from './class-tree.js';

/** Words of charts of trees. */
export const TREE_WORDS = {
  all: { zh: '全部', en: 'All' },
  code: { zh: '代码', en: 'Code' },
  item: { zh: '类别', en: 'Class' },
  way: { zh: '所在层级', en: 'Where you are' },
  only: { zh: '只看此类', en: 'Only these' },
} satisfies Record<string, Text>;

/** Name of the node that holds what a class has beside its subclasses. */
export function ownWords(label: string): Text {
  return { zh: `${label}（未细分）`, en: `${label}, undivided` };
}

/** Name of many small classes together. */
export function restWords(count: number): Text {
  return { zh: `其余 ${count} 类`, en: `${count} other classes` };
}

export interface TreeSummary {
  readonly label: string;
  readonly node: TreeNode;
  readonly isRoot: boolean;
  /** A value with its unit. */
  format(value: number): string;
  share(part: number, whole: number): string;
}

/** A tree in one sentence: the whole, how many classes, the three largest with their shares. */
export function treeSummary({ label, node, isRoot, format, share }: TreeSummary): Text {
  const head = { zh: label === '' ? '图表' : label, en: label === '' ? 'Chart' : label };
  if (node.children.length === 0 && isRoot) return { zh: `${head.zh}：没有数据`, en: `${head.en}: no data` };
  const first = node.children.slice(0, 3).map((child) => `${child.label} ${share(child.value, node.value)}`);
  const where = isRoot ? { zh: '合计', en: 'total' } : { zh: `${node.label}合计`, en: `${node.label}, total` };
  const count = node.children.length;
  return {
    zh: `${head.zh}：${where.zh} ${format(node.value)}，分 ${count} 类，${first.join('、')}${count > 3 ? '等' : ''}。`,
    en: `${head.en}: ${where.en} ${format(node.value)}, ${count} classes, first ${first.join(', ')}.`,
  };
}
