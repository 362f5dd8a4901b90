import type { Text } from '@yizhangtu/base/locale';

export const MAP: Text = { zh: '地图', en: 'Map' };

export const KEYS: Text = {
  zh: '方向键平移，加减号缩放，Home 回到初始视图，回车选取中心处的要素，Esc 取消选择。',
  en: 'Arrow keys pan, plus and minus zoom, Home goes to the first view, Enter picks what is at the centre, Escape clears the selection.',
};

export const NOTHING_HERE: Text = { zh: '此处没有要素', en: 'Nothing here' };
export const CLEARED: Text = { zh: '已取消选择', en: 'Selection cleared' };

export function zoomWords(zoom: number): Text {
  const level = String(Math.round(zoom * 10) / 10);
  return { zh: `缩放级别 ${level}`, en: `Zoom level ${level}` };
}

export function selectedWords(count: number): Text {
  return { zh: `已选中 ${count} 项`, en: `${count} selected` };
}
