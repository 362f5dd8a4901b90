import '@yizhangtu/market/random-draw';
import { Dataset } from '@yizhangtu/data/model';
import { usccCheckDigit, type Inspector } from '@yizhangtu/market/calc';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, inside, words } from '../shared/probe.js';
import { panel } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'market-random-draw',
  title: '市场监管/双随机抽查 random-draw',
  component: 'yzt-random-draw',
  args: { planId: 'QD-2026-07', strata: 'A=5; B=10; C=30:3; D=100' },
};
export default meta;

/** 600 subjects that do not exist. */
function pool(): Dataset {
  const rows = Array.from({ length: 600 }, (_, i) => i);
  const code = (i: number): string => {
    const first = `91370202MA${String(1000 + i).padStart(7, '0')}`;
    return first + (usccCheckDigit(first) ?? '');
  };
  return Dataset.fromColumns(
    {
      columns: {
        uscc: rows.map(code), name: rows.map((i) => t(`示例企业 ${i + 1} 号`, `Example company ${i + 1}`)), risk: rows.map((i) => 'AAAABBBBCCD'.charAt(i % 11)),
        district: rows.map((i) => ['370202', '370203', '370212'][i % 3] as string), excluded: rows.map((i) => (i % 29 === 7 ? t('近期已检查', 'inspected lately') : null)),
      },
    },
    { provenance: { source: t('示例数据', 'example data'), example: true } },
  );
}

const inspectors = (): Inspector[] => Array.from({ length: 12 }, (_, i) => ({
  id: `J${String(i + 1).padStart(2, '0')}`, name: t(`检查员 ${i + 1}`, `Inspector ${i + 1}`), lead: i % 3 === 0,
  ...(i % 4 === 0 && { avoids: [{ kind: 'area' as const, value: '370202', reason: t('原籍', 'home district') }] }),
}));

export const Basic: StoryObj = {
  name: '基本：600 个对象，12 名人员',
  render: (args) => panel(html`<yzt-random-draw label=${t('示例抽查', 'Example inspection')} .dataset=${pool()} .inspectors=${inspectors()} ${given(args)}></yzt-random-draw>`),
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'yzt-random-draw');
    const view = inside(element);
    await userEvent.click(await waitFor(() => view.getByRole('button', { name: t('冻结名录', 'Freeze the lists') })));
    const fields = await waitFor(() => {
      const found = [...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('li.now input[type=text]') ?? [])];
      if (found.length !== 5) throw new Error('the fields of the parties are not there');
      return found;
    });
    const texts = [t('市局', 'Bureau'), '2026073', t('公证处', 'Notary'), '37', t('张三', 'Zhang San')];
    for (const [at, field] of fields.entries()) await userEvent.type(field, texts[at] as string);
    await userEvent.click(view.getByRole('button', { name: t('生成承诺值', 'Make the commitment') }));
    await userEvent.click(await waitFor(() => view.getByRole('checkbox')));
    await userEvent.click(await waitFor(() => view.getByRole('button', { name: t('开始抽取', 'Draw') })));
    await waitFor(() => expect(element.record?.result.length).toBeGreaterThan(60));
    await userEvent.click(await waitFor(() => view.getByRole('button', { name: t('复核本次记录', 'Verify this record') })));
    await waitFor(() => expect(words(element)).toMatch(/复核一致|The record holds/));
  },
};
