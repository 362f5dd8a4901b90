import '@yizhangtu/widgets/appearance';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, inside } from '../shared/probe.js';
import { panel } from '../shared/scenes.js';

/** Nothing is remembered here: the next story starts with the toolbar's choices. */
const meta: Meta = {
  id: 'widgets-appearance',
  title: '部件/外观 appearance',
  component: 'yzt-appearance',
  render: (args) => panel(html`<yzt-appearance storage-key="" ${given(args)}></yzt-appearance>`),
};
export default meta;

export const Basic: StoryObj = { name: '基本' };

export const Choose: StoryObj = {
  name: '切换主题、语言、字号',
  play: async ({ canvasElement }) => {
    const page = document.documentElement;
    const bar = inside(find(canvasElement, 'yzt-appearance'));
    await userEvent.selectOptions(bar.getByRole('combobox'), 'dark');
    await expect(page).toHaveAttribute('data-yzt-theme', 'dark');
    const english = bar.getByRole('button', { name: /English/ });
    english.focus();
    await userEvent.keyboard('{Enter}');
    await expect(page.lang).toMatch(/^en/);
    await userEvent.click(await bar.findByRole('button', { name: /150/ }));
    await expect(page).toHaveAttribute('data-yzt-text', '150');
    find(canvasElement, 'yzt-appearance').choose({ theme: 'light', language: 'zh-CN', textSize: 100 });
    await expect(page.lang).toBe('zh-CN');
  },
};

export const FewThemes: StoryObj = { name: '只给两种主题', args: { themes: 'light dark' } };

export const LanguageOnly: StoryObj = { name: '只有语言', args: { noTheme: true, noTextSize: true } };
