/** 全民健身一张图. The elements of the page, and the switch between its views. Everything else is linked by `dataset` and `for`. */
import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/charts/indicator';
import '@yizhangtu/charts/ranking-chart';
import '@yizhangtu/data/dataset';
import '@yizhangtu/fitness/coverage-panel';
import '@yizhangtu/fitness/venue-finder';
import '@yizhangtu/map/graticule-layer';
import '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';
import '@yizhangtu/map/polygon-layer';
import '@yizhangtu/page/page';
import '@yizhangtu/widgets/feature-list';
import '@yizhangtu/widgets/filter';
import '@yizhangtu/widgets/filter-summary';
import '@yizhangtu/widgets/layer-list';
import '@yizhangtu/widgets/popup';
import '@yizhangtu/widgets/print-tool';
import '@yizhangtu/widgets/share-tool';
import './schemas.js';
import { followWishes } from '../page-wishes.js';

const GROUNDS = 'fitness/hk_sports_grounds.geojson';
const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-view]')];

/** The page that shows a view. All but the first are made when they are first asked for. */
function viewElement(name: string): HTMLElement | undefined {
  const existing = document.getElementById(name);
  const template = document.getElementById(`${name}-view`);
  if (existing || !(template instanceof HTMLTemplateElement)) return existing ?? undefined;
  document.body.append(template.content.cloneNode(true));
  const made = document.getElementById(name) ?? undefined;
  if (made) prepare(made);
  return made;
}

function prepare(view: HTMLElement): void {
  view.querySelector('[data-open-list]')?.addEventListener('click', () => {
    void view.closest('yzt-page')?.show('details');
  });
}

/** Shows a view; the buttons that lead from one to the other go along. */
function showView(name: string): void {
  const shown = viewElement(name);
  if (!shown) return;
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset['view'] === name));
  if (buttons[0]?.parentElement !== shown) shown.append(...buttons);
  for (const view of document.querySelectorAll('yzt-page')) view.hidden = view !== shown;
}

/** Hong Kong's grounds are real data that not every copy of this page may carry: `shared/files.json` says whether this one does. */
async function offerHongKong(): Promise<boolean> {
  const answer = await fetch('./shared/files.json').catch(() => undefined);
  const files: unknown = answer?.ok ? await answer.json() : [];
  const there = Array.isArray(files) && files.includes(GROUNDS);
  if (!there) for (const button of buttons) if (button.dataset['view'] === 'hongkong') button.remove();
  document.querySelector('.absent')?.toggleAttribute('hidden', there);
  return there;
}

const wishes = followWishes();
for (const view of document.querySelectorAll('yzt-page')) prepare(view);
for (const button of buttons) button.addEventListener('click', () => showView(button.dataset['view'] ?? ''));
const wish = wishes.get('view') ?? '';
if (wish !== 'hongkong') showView(wish);
void offerHongKong().then((there) => {
  if (there && wish === 'hongkong') showView(wish);
});
