import '@yizhangtu/market/data';
import '@yizhangtu/market/overdue-devices';
import { Dataset } from '@yizhangtu/data/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, words } from '../shared/probe.js';
import { panel } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'market-overdue-devices',
  title: '市场监管/特种设备超期未检 overdue-devices',
  component: 'yzt-overdue-devices',
  args: { 'plan-id': 'TS-2026-07', today: '', each: 2, limit: 8 },
};
export default meta;

const devices = (): Dataset => {
  const day = (text: string): Date => new Date(`${text}T00:00:00+08:00`);
  return Dataset.fromColumns(
    {
      coordinates: Float64Array.of(120.38, 36.07, 120.38, 36.07, 120.4, 36.1, 120.43, 36.12),
      columns: {
        id: ['SB00001', 'SB00002', 'SB00003', 'SB00004'], uscc: ['A', 'A', 'B', 'C'], class: ['lift', 'crane', 'boiler', 'vehicle'], holder: ['F1', 'F1', 'F2', 'F3'],
        name: [t('示例商贸 1 号', 'Example trading 1'), t('示例商贸 1 号', 'Example trading 1'), t('示例制造 2 号', 'Example works 2'), t('示例物流 3 号', 'Example freight 3')],
        district: [t('市南区', 'Shinan'), t('市南区', 'Shinan'), t('李沧区', 'Licang'), t('李沧区', 'Licang')],
        due: ['2026-06-01', '2026-04-12', '2025-09-30', '2026-09-01'].map(day),
      },
    },
    { provenance: { source: t('示例数据', 'example data'), example: true, updated: '2026-06-30' } },
  );
};

const staff = (): Dataset =>
  Dataset.fromColumns(
    { columns: { id: ['J1', 'J2', 'J3'], name: [t('示例检查员 1', 'Inspector 1'), t('示例检查员 2', 'Inspector 2'), t('示例检查员 3', 'Inspector 3')], lead: ['true', 'true', 'false'], avoids: ['holder:F2:亲属', null, null] } },
    { provenance: { example: true } },
  );

export const Basic: StoryObj = {
  name: '基本：两户超期，派员，一人回避',
  render: (args) => panel(html`<yzt-overdue-devices .dataset=${devices()} .staff=${staff()} ${given(args)}></yzt-overdue-devices>`),
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'yzt-overdue-devices');
    await waitFor(() => expect(words(element)).toMatch(/2 户使用单位的 3 台设备超期|3 devices of 2 subjects/));
    await userEvent.click(element.shadowRoot?.querySelector('[part=assign]') as HTMLElement);
    await waitFor(() => expect(words(element)).toMatch(/已派员：2 户|Inspectors assigned to 2 subjects/));
  },
};
