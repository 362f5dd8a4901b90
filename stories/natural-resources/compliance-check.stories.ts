import '@yizhangtu/data/dataset';
import '@yizhangtu/natural-resources/compliance-check';
import type { YztDataset } from '@yizhangtu/data/dataset';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { Dataset, plainShapes } from '@yizhangtu/data/model';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, words } from '../shared/probe.js';
import { idOf, panel, type Named } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'natural-resources-compliance-check',
  title: '自然资源/合规审查 compliance-check',
  component: 'yzt-compliance-check',
};
export default meta;

type Corner = [lon: number, lat: number];
const shape = (ring: readonly Corner[]): Dataset => Dataset.fromColumns({ geometry: plainShapes('polygon', [ring]), columns: { name: ['示例'] } });
/** Two control layers and a red line that leans over both. 示例数据. */
const FARMLAND: readonly Corner[] = [[120.3, 36.1], [120.312, 36.1], [120.31, 36.112], [120.3, 36.11], [120.3, 36.1]];
const GROWTH: readonly Corner[] = [[120.308, 36.095], [120.33, 36.095], [120.33, 36.12], [120.308, 36.12], [120.308, 36.095]];
const RED: readonly Corner[] = [[120.305, 36.102], [120.318, 36.104], [120.316, 36.11], [120.304, 36.108], [120.305, 36.102]];

/** A dataset of the page that is filled by script. */
function filled(id: string, ring: readonly Corner[]): TemplateResult {
  const fill = (element?: Element): void => {
    const data = shape(ring);
    (element as YztDataset | undefined)?.dataset.setTable({ rowCount: data.rowCount, columns: data.columns, geometry: data.geometry, report: data.report });
  };
  return html`<yzt-dataset id=${id} source=${t('示例', 'Example')} example ${ref(fill)}></yzt-dataset>`;
}

function scene(context: Named, args: Record<string, unknown>): TemplateResult {
  const rules = JSON.stringify([
    { dataset: idOf(context, 'farmland'), label: '永久基本农田', labelEn: 'Basic farmland', verdict: 'prohibited' },
    { dataset: idOf(context, 'growth'), label: '城镇开发边界', labelEn: 'Urban growth boundary', op: 'outside', verdict: 'restricted' },
  ]);
  return html`${filled(idOf(context, 'farmland'), FARMLAND)}${filled(idOf(context, 'growth'), GROWTH)}
    ${panel(html`<yzt-compliance-check label=${t('合规审查', 'Compliance check')} .dataset=${shape(RED)} rules=${rules} ${given(args)}></yzt-compliance-check>`)}`;
}

export const Basic: StoryObj = {
  name: '基本：红线占压永久基本农田，越出开发边界',
  args: { sliver: 1 },
  render: (args, context) => scene(context, args),
  play: async ({ canvasElement }) => {
    const check = find(canvasElement, 'yzt-compliance-check');
    await waitFor(() => expect(words(check)).toMatch(/触及禁止性规则|Meets a prohibition/), { timeout: 5000 });
    await expect(words(check)).toMatch(/合计|Total/);
  },
};
