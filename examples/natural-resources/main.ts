/** 自然资源一张图. The elements of the page, its views, and two switches: the year and the code list that map and charts show. */
import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/charts/indicator';
import '@yizhangtu/charts/pie-chart';
import '@yizhangtu/charts/ranking-chart';
import '@yizhangtu/charts/sankey-chart';
import '@yizhangtu/charts/scatter-chart';
import '@yizhangtu/charts/sunburst-chart';
import '@yizhangtu/data/dataset';
import '@yizhangtu/data/field';
import '@yizhangtu/map/cog-layer';
import '@yizhangtu/map/graticule-layer';
import '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';
import '@yizhangtu/map/polygon-layer';
import '@yizhangtu/natural-resources/compliance-check';
import '@yizhangtu/natural-resources/data';
import '@yizhangtu/natural-resources/land-use-layer';
import '@yizhangtu/natural-resources/land-use-table';
import '@yizhangtu/page/page';
import '@yizhangtu/standards/all';
import '@yizhangtu/widgets/draw-area';
import '@yizhangtu/widgets/feature-table';
import '@yizhangtu/widgets/filter';
import '@yizhangtu/widgets/filter-summary';
import '@yizhangtu/widgets/layer-list';
import '@yizhangtu/widgets/open-file';
import '@yizhangtu/widgets/popup';
import '@yizhangtu/widgets/print-tool';
import '@yizhangtu/widgets/share-tool';
import '@yizhangtu/widgets/swipe';
import '@yizhangtu/widgets/terrain-profile';
import './schemas.js';
import type { YztDataset } from '@yizhangtu/data/dataset';
import type { YztMap } from '@yizhangtu/map/map';
import { landAreaColumn } from '@yizhangtu/natural-resources/calc';
import { offerViews } from '../page-views.js';
import { followWishes } from '../page-wishes.js';

void offerViews({
  needs: {
    terrain: ['landuse/nlcd2011_zion_west.geojson', 'dem/srtm_zion_cog.tif'],
    hazards: 'hazards/landslides_southern_ecuador.geojson',
  },
  wish: followWishes().get('view'),
  // Areas of the land cover on the ellipsoid, for charts and table alike.
  prepare: (view) => view.querySelector<YztDataset>('#cover')?.dataset.derive(landAreaColumn('areaM2')),
});

const chosen = { year: '2023', list: 'ydyh' };
const parcels = document.querySelector<YztDataset>('#parcels');

/** Attributes written `data-set-path="{list}{year}"`, with the year and the code list that are chosen. */
function writeFields(): void {
  const { year, list } = chosen;
  // A change is that from 2019; in 2019 itself there is none.
  const before = year === '2019' ? '' : `${list}2019`;
  for (const element of document.querySelectorAll('#qingdao *')) {
    for (const { name, value } of [...element.attributes]) {
      if (!name.startsWith('data-set-')) continue;
      element.setAttribute(name.slice('data-set-'.length), value.replace('{before}', before).replace('{list}', list).replace('{year}', year));
    }
  }
}

/** A class that is chosen stays chosen in another year; another code list has other classes. */
function moveFilter(from: string, to: string, sameList: boolean): void {
  const dataset = parcels?.dataset;
  const filter = dataset?.filters.get(from);
  if (!dataset || !filter || from === to) return;
  dataset.setFilter(from, undefined);
  if (sameList && filter.kind === 'in') dataset.setFilter(to, { ...filter, field: to });
}

function choose(next: Partial<typeof chosen>): void {
  const before = { ...chosen };
  Object.assign(chosen, next);
  moveFilter(before.list + before.year, chosen.list + chosen.year, before.list === chosen.list);
  writeFields();
  for (const key of ['year', 'list'] as const) {
    for (const button of document.querySelectorAll<HTMLElement>(`[data-${key}]`)) button.setAttribute('aria-pressed', String(button.dataset[key] === chosen[key]));
  }
}

/** Two years beside each other: 2019 left of the divider, 2023 right of it. */
const swipeButton = document.querySelector<HTMLElement>('.swipe');
function swipe(on: boolean): void {
  swipeButton?.setAttribute('aria-pressed', String(on));
  document.querySelector('yzt-swipe')?.toggleAttribute('off', !on);
  document.querySelector('#land-2019')?.toggleAttribute('invisible', !on);
}
swipeButton?.addEventListener('click', () => {
  const on = swipeButton.getAttribute('aria-pressed') !== 'true';
  if (on) choose({ year: '2023' });
  swipe(on);
});

for (const key of ['year', 'list'] as const) {
  for (const button of document.querySelectorAll<HTMLElement>(`[data-${key}]`)) {
    button.addEventListener('click', () => {
      // Who asks for one year wants it on the whole map.
      if (key === 'year') swipe(false);
      choose({ [key]: button.dataset[key] ?? '' });
    });
  }
}

const redLine = document.querySelector<YztDataset>('#redline');
document.querySelector('.sample')?.addEventListener('click', () => {
  if (!redLine) return;
  const src = './data/redline.geojson';
  // A file opened since wins over the address; a drawing has only taken the place of the rows.
  if (redLine.src === src && !redLine.data) void redLine.reload();
  redLine.data = undefined;
  redLine.src = src;
});
redLine?.addEventListener('yzt-load', () => {
  const { bounds } = redLine.dataset;
  if (bounds) document.querySelector<YztMap>('#map')?.fit(bounds, { padding: 80 });
});
