import '@yizhangtu/market/entity-profile';
import { Dataset } from '@yizhangtu/data/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, words } from '../shared/probe.js';
import { panel } from '../shared/scenes.js';
import { t } from '../shared/words.js';

/** The example code of GB 32100-2015, with its right check digit. */
const CODE = '91350100M000100Y43';

const meta: Meta = {
  id: 'market-entity-profile',
  title: '市场监管/主体画像 entity-profile',
  component: 'yzt-entity-profile',
  args: { code: CODE, public: false, today: '2026-06-30', fields: 'district' },
};
export default meta;

const subjects = (): Dataset =>
  Dataset.fromColumns(
    { coordinates: Float64Array.of(120.38, 36.07), columns: { uscc: [CODE], name: [t('示例商贸 1 号', 'Example trading 1')], risk: ['D'], district: ['370202'] } },
    { provenance: { source: t('示例数据', 'example data'), example: true } },
  );

const events = (): Dataset => {
  const day = (text: string): Date => new Date(`${text}T00:00:00+08:00`);
  return Dataset.fromColumns({
    columns: {
      uscc: Array.from({ length: 5 }, () => CODE),
      date: ['2019-04-08', '2019-05-20', '2023-09-01', '2024-11-12', '2025-06-20'].map(day),
      kind: ['founded', 'licence', 'device', 'inspection', 'report'],
      dept: [t('登记科', 'Registry'), t('审批科', 'Permits'), t('特设科', 'Equipment'), t('执法队', 'Inspection'), null],
      summary: [t('设立登记', 'Registered'), t('食品经营许可', 'Food licence'), t('叉车 1 台定期检验', 'Fork-lift, periodic test'), t('双随机抽查', 'Random inspection'), t('2024 年度报告', 'Report of 2024')],
      result: [null, null, null, t('未发现问题', 'Nothing found'), null],
      due: [null, null, day('2025-09-01'), null, null],
    },
  });
};

export const Basic: StoryObj = {
  name: '基本：一个主体的一生，一台设备逾期',
  render: (args) => panel(html`<yzt-entity-profile .dataset=${subjects()} .events=${events()} ${given(args)}></yzt-entity-profile>`),
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'yzt-entity-profile');
    await waitFor(() => expect(words(element)).toMatch(/逾期 1 项|1 overdue/));
    await waitFor(() => expect(words(element)).toMatch(/校验正确|check digit right/));
  },
};
