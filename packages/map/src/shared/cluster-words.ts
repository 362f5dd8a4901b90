/** What is said about clusters, for people who do not see them. Pure. */
import type { Locale, Text } from '@yizhangtu/base/locale';
import type { Symbology } from '@yizhangtu/data/symbology';
import type { ClusterHit } from '../renderer/types.js';

/** Classes that are named; the rest is summed up. */
const NAMED = 4;

/** Writes numbers. */
export type Format = (value: number) => string;

function percent(part: number, total: number): string {
  const share = (100 * part) / total;
  return share < 1 ? '<1%' : `${Math.round(share)}%`;
}

/** What is known of the rows of a cluster. */
type InCluster = Pick<ClusterHit, 'rows' | 'classCounts'>;

function countsIn({ classOf }: Symbology, { rows, classCounts }: InCluster): ArrayLike<number> {
  if (classCounts) return classCounts;
  const counts = new Uint32Array(256);
  for (const row of rows) counts[classOf[row] as number] = (counts[classOf[row] as number] as number) + 1;
  return counts;
}

/** How many rows of each class, the most first. */
export function classCounts(symbology: Symbology, cluster: InCluster): { readonly index: number; readonly count: number }[] {
  const counts = countsIn(symbology, cluster);
  const used = symbology.classes.map((_, index) => ({ index, count: counts[index] ?? 0 })).filter(({ count }) => count > 0);
  return used.sort((p, q) => q.count - p.count || p.index - q.index);
}

/** Shares of the classes in words; empty for a single class. */
export function shareWords(symbology: Symbology | undefined, cluster: InCluster): Text {
  if (!symbology || symbology.classes.length < 2) return { zh: '', en: '' };
  const all = classCounts(symbology, cluster);
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const named = all.slice(0, NAMED);
  const rest = all.slice(NAMED).reduce((sum, { count }) => sum + count, 0);
  const words = (locale: Locale, other: string) => {
    const parts = named.map(({ index, count }) => {
      const { zh, en } = symbology.classes[index]?.label ?? { zh: '', en: '' };
      return `${locale === 'en' ? en : zh} ${percent(count, total)}`;
    });
    return [...parts, ...(rest > 0 ? [`${other} ${percent(rest, total)}`] : [])];
  };
  return { zh: words('zh-CN', '其余').join('，'), en: words('en', 'others').join(', ') };
}

function withShares(text: Text, shares: Text): Text {
  return shares.zh === '' ? { zh: `${text.zh}。`, en: `${text.en}.` } : { zh: `${text.zh}：${shares.zh}。`, en: `${text.en}: ${shares.en}.` };
}

/** A cluster and what happened to it. */
export function clusterWords(count: number, shares: Text, did: 'zoomed' | 'opened', format: Format): Text {
  const said = withShares({ zh: `聚合点共 ${format(count)} 处`, en: `Cluster of ${format(count)}` }, shares);
  const done = did === 'zoomed' ? { zh: '已放大。', en: ' Zoomed in.' } : { zh: '已展开，可按 Tab 键逐个选择，Esc 收起。', en: ' Opened; press Tab to go through its places, Escape to close.' };
  return { zh: said.zh + done.zh, en: said.en + done.en };
}

/** The rows of a cluster were selected or let go. */
export function selectionWords(count: number, selected: boolean, format: Format): Text {
  return selected
    ? { zh: `已选中该聚合点的 ${format(count)} 处。`, en: `Selected the ${format(count)} of this cluster.` }
    : { zh: `已取消选择该聚合点的 ${format(count)} 处。`, en: `Deselected the ${format(count)} of this cluster.` };
}

/** Name of the list of opened places. */
export function spiderWords(shown: number, total: number, format: Format): Text {
  if (shown === total) return { zh: `此处 ${format(total)} 处`, en: `${format(total)} at this place` };
  return { zh: `此处 ${format(total)} 处，列出前 ${format(shown)} 处`, en: `${format(total)} at this place, the first ${format(shown)} listed` };
}

export const CLOSED: Text = { zh: '已收起。', en: 'Closed.' };
