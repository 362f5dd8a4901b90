/** Widgets by their tags, and the whole library by its facade. */
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import { YztMap, setTheme, type YztPopup } from 'yizhangtu';

const popup = document.querySelector('yzt-popup');
popup?.addEventListener('yzt-popup-change', ({ detail }) => (detail.open ? detail.hit?.row : undefined));
popup?.show([]);
export const same: YztPopup | null = popup;

const legend = document.createElement('yzt-legend');
legend.for = 'map';
legend.map = new YztMap();
legend.orientation = 'horizontal';
// @ts-expect-error -- a legend is linked to a map, not to a word
legend.map = 'map';

setTheme('dark');
// @ts-expect-error -- no such theme
setTheme('blue');

document.querySelector('yzt-appearance')?.addEventListener('yzt-appearance-change', ({ detail }) => {
  const size: number = detail.textSize;
  // @ts-expect-error -- the detail says theme, language and text size
  return [size, detail.colour];
});
