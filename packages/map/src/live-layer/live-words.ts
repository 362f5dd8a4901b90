/** What is said of a connection to people who do not see it: its state, never its messages. */
import type { Text } from '@yizhangtu/base/locale';
import type { LiveState } from '@yizhangtu/data/live';

/** The sentence for a change; undefined for one that nobody needs to hear of. */
export function liveWords(state: LiveState, before: LiveState, label: string): Text | undefined {
  const [zh, en] = label === '' ? ['实时数据', 'Live data'] : [label, label];
  if (state === 'stopped') return { zh: `${zh}：连接被拒绝，已停止更新`, en: `${en}: refused, no longer updated` };
  if (state === 'reconnecting' && before === 'live') return { zh: `${zh}：连接中断，正在重连`, en: `${en}: connection lost, reconnecting` };
  return state === 'live' && before === 'reconnecting' ? { zh: `${zh}：已恢复更新`, en: `${en}: updated again` } : undefined;
}
