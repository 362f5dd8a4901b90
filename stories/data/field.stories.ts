import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/data/field';
import '@yizhangtu/widgets/feature-table';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { venuesUrl } from '../shared/data.js';
import { find, loaded, words } from '../shared/probe.js';
import { idOf, panel, type Named } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'data-field',
  title: '数据/派生字段 field',
  component: 'yzt-field',
};
export default meta;

const venues = (context: Named, fields: unknown): unknown =>
  html`<yzt-dataset id=${idOf(context, 'venues')} src=${venuesUrl} schema="fitness/venue@1" source=${t('青岛市体育局（示例）', 'Qingdao Sports Bureau (example)')} example>${fields}</yzt-dataset>`;

export const Basic: StoryObj = {
  name: '基本：算出来的字段照常分组、列表',
  render: (_, context) =>
    html`${venues(
      context,
      html`<yzt-field name="hectares" label=${t('面积', 'Area')} unit=${t('公顷', 'ha')} digits="2" expression="areaM2 / 10000"></yzt-field>
        <yzt-field
          name="size"
          label=${t('规模', 'Size')}
          expression=${t("如果(为空(hectares), '不详', 如果(hectares >= 1, '大型', 如果(hectares >= 0.1, '中型', '小型')))", "if(missing(hectares), 'unknown', if(hectares >= 1, 'large', if(hectares >= 0.1, 'medium', 'small')))")}
        ></yzt-field>`,
    )}
    ${panel(
      html`<yzt-bar-chart dataset=${idOf(context, 'venues')} group-by="size" label=${t('各规模场馆数', 'Venues by size')}></yzt-bar-chart>
        <yzt-feature-table dataset=${idOf(context, 'venues')} fields="name areaM2 hectares size"></yzt-feature-table>`,
      true,
    )}`,
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    await waitFor(() => expect(data.column('size')?.kind).toBe('text'));
    await waitFor(() => expect(words(find(canvasElement, 'yzt-feature-table'))).toMatch(/规模|Size/));
    await waitFor(() => expect(words(find(canvasElement, 'yzt-bar-chart'))).toMatch(/小型|small/));
  },
};

export const Wrong: StoryObj = {
  name: '写错了：说出位置和改法',
  render: (_, context) =>
    html`${venues(
      context,
      html`<yzt-field
        name="x"
        expression="areaM2 / (2 +"
        @yzt-error=${(event: CustomEvent<{ text: { zh: string; en: string } }>) => {
          event.preventDefault();
          const output = (event.target as Element).closest('.story-root, body')?.querySelector(`#${idOf(context, 'said')}`);
          if (output) output.textContent = t(event.detail.text.zh, event.detail.text.en);
        }}
      ></yzt-field>`,
    )}
    ${panel(html`<p id=${idOf(context, 'said')} role="status"></p>`)}`,
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    await waitFor(() => expect(find(canvasElement, 'yzt-field').error?.code).toBe('bad-expression'));
  },
};
