import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/charts/indicator';
import '@yizhangtu/charts/ranking-chart';
import '@yizhangtu/page/page';
import '@yizhangtu/widgets/feature-list';
import '@yizhangtu/widgets/filter';
import '@yizhangtu/widgets/filter-summary';
import '@yizhangtu/widgets/layer-list';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, loaded } from '../shared/probe.js';
import { idOf, landLayer, venueLayer, venuesData, type Named } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'page-page',
  title: '页面/一张图页面 page',
  component: 'yzt-page',
  args: { layout: 'auto' },
  parameters: { layout: 'fullscreen' },
};
export default meta;

/** What a department puts into a page. */
function parts(context: Named): TemplateResult {
  const data = idOf(context, 'venues');
  const map = idOf(context, 'map');
  const unit = t('处', '');
  const noun = t('场馆', 'venues');
  return html`${venuesData(context)}
    <yzt-map id=${map} label=${t('青岛市健身场馆分布图', 'Map of sports venues in Qingdao')} bounds="119.5 35.42 121.05 37.42" max-bounds="118 34 123 39">
      ${landLayer()}${venueLayer(context)}
    </yzt-map>
    <yzt-filter slot="search" dataset=${data} kind="text" label="" placeholder=${t('搜索场馆名称、地址', 'Search names and addresses')}></yzt-filter>
    <h2 slot="resources">${t('场馆查询', 'Find venues')}</h2>
    <yzt-filter-summary slot="resources" dataset=${data} unit=${unit} noun=${noun}></yzt-filter-summary>
    <yzt-filter slot="resources" dataset=${data} field="typeGroup" no-source></yzt-filter>
    <h2 slot="resources">${t('图层', 'Layers')}</h2>
    <yzt-layer-list slot="resources" for=${map}></yzt-layer-list>
    <yzt-indicator slot="figures" dataset=${data} label=${t('健身场馆', 'Venues')} unit=${unit}></yzt-indicator>
    <yzt-indicator slot="figures" dataset=${data} label=${t('开放率', 'Open to the public')} share="openState=open" digits="1"></yzt-indicator>
    <yzt-bar-chart slot="charts" dataset=${data} group-by="typeGroup" orientation="horizontal" symbology="class:typeGroup" unit=${unit} label=${t('各类场馆', 'Venues by type')} no-source></yzt-bar-chart>
    <yzt-ranking-chart slot="charts" dataset=${data} group-by="district" unit=${unit} label=${t('各区市场馆', 'Venues by district')} no-source></yzt-ranking-chart>
    <yzt-feature-list slot="details" dataset=${data} for=${map} fields="typeCode district openState" symbology="class:typeGroup" unit=${unit} noun=${noun}></yzt-feature-list>`;
}

function page(context: Named, args: Readonly<Record<string, unknown>>): TemplateResult {
  return html`<yzt-page
    label=${t('全民健身一张图', 'Public fitness map')}
    owner=${t('青岛市体育局（示例）', 'Qingdao Sports Bureau (example)')}
    updated-at="2026-06-30"
    ${given(args)}
  >
    <span slot="emblem" aria-hidden="true">${t('健', 'F')}</span>
    ${parts(context)}
  </yzt-page>`;
}

export const Basic: StoryObj = {
  name: '基本：按宽度与主题换版式',
  render: (args, context) => page(context, args),
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    const shell = find(canvasElement, 'yzt-page');
    await waitFor(() => expect(shell.shadowRoot?.querySelector('yzt-attribution')).toBeTruthy());
    await waitFor(() => expect(shell.shadowRoot?.querySelector('[role=tablist]')).toBeTruthy());
  },
};

export const Closed: StoryObj = {
  name: '两侧收起：整个页面都是地图',
  args: { startClosed: true, endClosed: true },
  render: (args, context) => page(context, args),
};

export const Screen: StoryObj = {
  name: '大屏',
  args: { layout: 'screen' },
  globals: { theme: 'screen' },
  render: (args, context) => page(context, args),
};

export const Mobile: StoryObj = {
  name: '手机：三档面板',
  args: { layout: 'mobile' },
  render: (args, context) => html`<div class="phone">${page(context, args)}</div>`,
};
