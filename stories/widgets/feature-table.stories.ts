import '@yizhangtu/widgets/feature-table';
import { Dataset } from '@yizhangtu/data/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, inside, loaded, words } from '../shared/probe.js';
import { idOf, mapScene, missingData, note, panel, pendingData, someVenues, venueLayer, venuesData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'widgets-feature-table',
  title: '部件/要素表 feature-table',
  component: 'yzt-feature-table',
};
export default meta;

const tableOf =
  (count: number): StoryObj['render'] =>
  (args) =>
    panel(
      html`<yzt-feature-table
        .dataset=${someVenues(count)}
        unit="处"
        noun=${t('场馆', 'venues')}
        ${given(args)}
      ></yzt-feature-table>`,
      true,
    );

export const Basic: StoryObj = {
  name: '基本：与地图联动',
  args: {
    fields: 'name district typeGroup areaM2 capacity openState phone',
    pinned: 'name',
    footer: 'sum:areaM2 mean:capacity',
  },
  render: (args, context) =>
    html`${venuesData(context)} ${mapScene(context, { layers: venueLayer(context) })}
      <div class="story-under">
        ${panel(
          html`<yzt-feature-table
            dataset=${idOf(context, 'venues')}
            for=${idOf(context, 'map')}
            unit="处"
            noun=${t('场馆', 'venues')}
            ${given(args)}
          ></yzt-feature-table>`,
          true,
        )}
      </div>`,
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const map = await drawn(canvasElement);
    const table = find(canvasElement, 'yzt-feature-table');
    const grid = await inside(table).findByRole('grid', {}, { timeout: 5000 });
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await waitFor(() => expect(data.selection.size).toBe(1));
    await waitFor(() => expect(map.zoom).toBeGreaterThan(11), { timeout: 5000 });
  },
};

/** A million registered businesses, seeded: ten districts, eight trades, a capital that falls off steeply. */
function millionBusinesses(count: number): Dataset {
  const trades = ['零售业', '餐饮业', '批发业', '居民服务业', '软件业', '建筑业', '交通运输业', '制造业'];
  const districts = ['市南区', '市北区', '李沧区', '崂山区', '黄岛区', '城阳区', '即墨区', '胶州市', '平度市', '莱西市'];
  const codes = (size: number, step: number): Uint32Array =>
    Uint32Array.from({ length: count }, (_, i) => Math.floor(i / step) % size);
  return Dataset.fromColumns(
    {
      columns: {
        id: Float64Array.from({ length: count }, (_, i) => i + 1),
        trade: { dictionary: trades, codes: codes(8, 1) },
        district: { dictionary: districts, codes: codes(10, 3) },
        capital: Float64Array.from({ length: count }, (_, i) => Math.round(5_000_000 / (1 + ((i * 7919) % 9973))) / 10),
        since: Array.from({ length: count }, (_, i) => String(1990 + ((i * 31) % 37))),
      },
    },
    {
      schema: {
        id: 'story/business@1',
        label: { zh: '市场主体', en: 'Businesses' },
        fields: [
          { name: 'id', label: { zh: '序号', en: 'No.' }, digits: 0 },
          { name: 'trade', label: { zh: '行业', en: 'Trade' } },
          { name: 'district', label: { zh: '所在区市', en: 'District' } },
          { name: 'capital', label: { zh: '注册资本', en: 'Capital' }, unit: '万元', digits: 1 },
          { name: 'since', label: { zh: '成立年份', en: 'Founded' } },
        ],
      },
      provenance: { source: '示例', example: true },
    },
  );
}

export const Million: StoryObj = {
  name: '1,000,000 行',
  args: { footer: 'sum:capital' },
  render: (args) =>
    html`${note('滚动、排序、全选、导出都在浏览器内完成。', 'Scrolling, ordering, selecting and exporting all happen in the browser.')}
    ${panel(
      html`<yzt-feature-table
        .dataset=${millionBusinesses(1_000_000)}
        unit="家"
        noun=${t('市场主体', 'businesses')}
        ${given(args)}
      ></yzt-feature-table>`,
      true,
    )}`,
  play: async ({ canvasElement }) => {
    const table = find(canvasElement, 'yzt-feature-table');
    const grid = await inside(table).findByRole('grid', {}, { timeout: 10_000 });
    grid.focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await waitFor(() => expect(words(table)).toContain('1,000,000'));
    await expect(inside(table).getAllByRole('row').length).toBeLessThan(60);
  },
};

export const Columns: StoryObj = {
  name: '列：选择、顺序、固定',
  args: { fields: 'name openState areaM2 district typeGroup', pinned: 'name', widths: 'name:180', sort: '-areaM2' },
  render: tableOf(200),
  play: async ({ canvasElement }) => {
    const table = find(canvasElement, 'yzt-feature-table');
    await userEvent.click(await inside(table).findByRole('button', { name: /^(列|Columns)$/ }));
    const list = await inside(table).findByRole('dialog');
    await expect(list).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(inside(table).queryByRole('dialog')).toBeNull());
  },
};

export const One: StoryObj = { name: '1 行，名称很长', render: tableOf(1) };

export const None: StoryObj = {
  name: '0 行',
  render: tableOf(0),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-feature-table'))).toMatch(/暂无场馆|No venues yet/));
  },
};

export const NothingPasses: StoryObj = {
  name: '没有符合条件的',
  render: (args) => {
    const dataset = someVenues(40);
    dataset.setFilter('text', { kind: 'text', contains: '火星' });
    return panel(
      html`<yzt-feature-table .dataset=${dataset} unit="处" noun=${t('场馆', 'venues')} ${given(args)}></yzt-feature-table>`,
      true,
    );
  },
  play: async ({ canvasElement }) => {
    const table = inside(find(canvasElement, 'yzt-feature-table'));
    await userEvent.click(await table.findByRole('button', { name: /清除|Clear/ }));
    await waitFor(() => expect(table.getAllByRole('row').length).toBeGreaterThan(3));
  },
};

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) =>
    html`${pendingData(context)}
    ${panel(html`<yzt-feature-table dataset=${idOf(context, 'venues')} ${given(args)}></yzt-feature-table>`, true)}`,
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) =>
    html`${missingData(context)}
    ${panel(html`<yzt-feature-table dataset=${idOf(context, 'venues')} ${given(args)}></yzt-feature-table>`, true)}`,
  play: async ({ canvasElement }) => {
    const table = find(canvasElement, 'yzt-feature-table');
    await waitFor(() => expect(inside(table).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
