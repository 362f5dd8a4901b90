import '@yizhangtu/charts/bar-chart';
import { packTable } from '@yizhangtu/data/pack';
import { rowText } from '@yizhangtu/data/words';
import '@yizhangtu/data/dataset';
import '@yizhangtu/widgets/feature-list';
import '@yizhangtu/widgets/filter';
import '@yizhangtu/widgets/legend';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { seededVenues } from '../shared/data.js';
import { given } from '../shared/given.js';
import { drawn, find, inside, loaded, rowsLeft, words } from '../shared/probe.js';
import { idOf, mapScene, missingData, note, panel, venueLayer, venuesData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'data-dataset',
  title: '数据/数据集 dataset',
  component: 'yzt-dataset',
};
export default meta;

export const Linked: StoryObj = {
  name: '基本：一份数据，处处联动',
  render: (_args, context) =>
    html`${note('点图例、柱子或筛选，其他视图只显示剩下的。', 'A legend class, a bar or a chip filters all other views.')}
    ${venuesData(context)}
    ${mapScene(context, {
      layers: venueLayer(context),
      beside: html`<yzt-filter dataset=${idOf(context, 'venues')} field="openState"></yzt-filter>
        <yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    })}
    ${panel(
      html`<yzt-bar-chart
        dataset=${idOf(context, 'venues')}
        group-by="district"
        unit=${t('处', '')}
        label=${t('各区市场馆', 'Venues by district')}
      ></yzt-bar-chart>`,
      true,
    )}`,
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    await drawn(canvasElement);
    const chip = await inside(find(canvasElement, 'yzt-filter')).findByRole(
      'button',
      { name: /不开放|Closed/ },
      { timeout: 5000 },
    );
    await userEvent.click(chip);
    const left = rowsLeft(data);
    await expect(left).toBeLessThan(data.rowCount);
    const answer = data.query({ groupBy: 'district', measures: [{ kind: 'count' }] });
    await expect(answer.total.count).toBe(left);
    data.clearFilters();
  },
};

const CSV = `名称,经度,纬度,面积
示例健身广场,120.38,36.07,3200
示例游泳馆,120.41,36.10,1800
示例步道,120.35,36.09,
`;

export const Csv: StoryObj = {
  name: 'CSV：经纬度列自动识别',
  render: (args, context) =>
    html`<yzt-dataset
        id=${idOf(context, 'venues')}
        src=${`data:text/csv;charset=utf-8,${encodeURIComponent(CSV)}`}
        source=${t('示例', 'Example')}
        example
        ${given(args)}
      ></yzt-dataset>
      ${panel(html`<yzt-feature-list dataset=${idOf(context, 'venues')} title-field="名称" fields="面积"></yzt-feature-list>`)}`,
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    await expect(data.rowCount).toBe(3);
    await expect(data.geometry.kind).toBe('point');
    await expect(rowText(data, 2, '面积')).toBe('—');
  },
};

/** Some venues as packed columns, as an address: a page would name a file that `yzt-pack` wrote. */
function packedUrl(count: number): string {
  const { rowCount, columns, geometry, report } = seededVenues(count);
  const schema = { id: 'story/venue@1', fields: [{ name: 'areaM2', label: { zh: '建筑面积', en: 'Floor area' }, unit: '㎡', digits: 0 }] };
  const bytes = packTable({ rowCount, columns, geometry, report }, { schema, provenance: { source: '青岛市体育局（示例）', example: true } });
  return `data:application/octet-stream;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}

export const Packed: StoryObj = {
  name: '打包列：别名、单位、来源随文件走',
  render: (args, context) =>
    html`${note('构建时用 yzt-pack 转好，页面不再解析。', 'Packed at build time by yzt-pack; the page has nothing to parse.')}
    <yzt-dataset id=${idOf(context, 'venues')} src=${packedUrl(2000)} ${given(args)}></yzt-dataset>
    ${panel(html`<yzt-feature-list dataset=${idOf(context, 'venues')} title-field="name" fields="areaM2 district"></yzt-feature-list>`)}`,
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    await expect(data.rowCount).toBe(2000);
    await expect(data.label('areaM2', 'zh-CN')).toBe('建筑面积');
    await expect(data.provenance.example).toBe(true);
    await expect(data.value(1, 'name')).toBe('示例场馆 0002');
    await waitFor(() => expect(words(find(canvasElement, 'yzt-feature-list'))).toContain('示例场馆 0002'));
  },
};

export const Records: StoryObj = {
  name: '记录数组',
  args: {
    data: [
      { name: '示例场馆甲', district: '市南区', areaM2: 1200 },
      { name: '示例场馆乙', district: '崂山区', areaM2: 800 },
    ],
  },
  render: (args, context) =>
    html`<yzt-dataset id=${idOf(context, 'venues')} example ${given(args)}></yzt-dataset>
      ${panel(html`<yzt-feature-list dataset=${idOf(context, 'venues')} fields="district areaM2"></yzt-feature-list>`)}`,
  play: async ({ canvasElement }) => {
    await expect((await loaded(canvasElement)).rowCount).toBe(2);
  },
};

export const Failed: StoryObj = {
  name: '读取失败：说明原因与办法',
  render: (_args, context) =>
    html`${missingData(context)}${panel(html`<yzt-feature-list dataset=${idOf(context, 'venues')}></yzt-feature-list>`)}`,
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'yzt-dataset');
    await waitFor(() => expect(element.error).toBeDefined(), { timeout: 10_000 });
    await waitFor(() => expect(words(find(canvasElement, 'yzt-feature-list')).length).toBeGreaterThan(10));
  },
};
