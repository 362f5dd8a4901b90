import '@yizhangtu/widgets/open-file';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { toGaussKruger } from '@yizhangtu/map/crs';
import type { YztOpenFile } from '@yizhangtu/widgets/open-file';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, words } from '../shared/probe.js';
import { idOf, mapScene } from '../shared/scenes.js';

const meta: Meta = {
  id: 'widgets-open-file',
  title: '部件/打开文件 open-file',
  component: 'yzt-open-file',
};
export default meta;

/** Three parcels as land administration exchanges them; example data. @param described Names the coordinate system. */
function parcels(described: boolean): File {
  const head = described ? '[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n带号=40\n' : '';
  const texts = [[120.33, 36.1], [120.42, 36.15], [120.47, 36.2]].map(([lon = 0, lat = 0], index) => {
    const points = [[0, 0], [0, 0.02], [0.02, 0.02], [0.02, 0]].map(([dx = 0, dy = 0], i) => {
      const [east, north] = toGaussKruger(lon + dx, lat + dy, 120, 500_000);
      return `J${i + 1},1,${north.toFixed(3)},${(described ? 40_000_000 + east : east).toFixed(3)}`;
    });
    return `4,${(3.2 + index).toFixed(4)},3702${index},示例地块${index + 1},面,,工业用地,0601,@\n${points.join('\n')}`;
  });
  return new File([`${head}[地块坐标]\n${texts.join('\n')}\n`], described ? '示例地块.txt' : '没有写明坐标系的示例地块.txt');
}

const open = (canvasElement: HTMLElement, file: File): Promise<void> => (find(canvasElement, 'yzt-open-file') as YztOpenFile).open([file]);

export const Basic: StoryObj = {
  name: '基本：成为地图上的新图层',
  render: (args, context) => mapScene(context, { beside: html`<yzt-open-file for=${idOf(context, 'map')} ${given(args)}></yzt-open-file>` }),
  play: async ({ canvasElement }) => {
    await open(canvasElement, parcels(true));
    await drawn(canvasElement);
    const element = find(canvasElement, 'yzt-open-file');
    await waitFor(() => expect(words(element)).toMatch(/3 (行|rows).*EPSG:4528/));
    await expect(canvasElement.querySelectorAll('yzt-map > yzt-polygon-layer[dataset], yzt-map > yzt-polygon-layer').length).toBeGreaterThan(1);
  },
};

export const Unsure: StoryObj = {
  name: '文件没有写明坐标系：请人选择',
  render: (args, context) => mapScene(context, { beside: html`<yzt-open-file for=${idOf(context, 'map')} @yzt-error=${(event: Event) => event.preventDefault()} ${given(args)}></yzt-open-file>` }),
  play: async ({ canvasElement }) => {
    await open(canvasElement, parcels(false));
    const element = find(canvasElement, 'yzt-open-file');
    const select = await waitFor(() => {
      const found = element.shadowRoot?.querySelector<HTMLSelectElement>('select.crs');
      if (!found || found.options.length < 10) throw new Error('no choice yet');
      return found;
    });
    await userEvent.selectOptions(select, 'EPSG:4549');
    await waitFor(() => expect(words(element)).toMatch(/EPSG:4549 → /));
  },
};
