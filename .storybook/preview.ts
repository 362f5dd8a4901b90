import type { Decorator, Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import { installTokens } from '@yizhangtu/base/theme';
import manifest from '../.cache/custom-elements.json';
import './preview.css';

setCustomElementsManifest(manifest);
installTokens();

/** Toolbar choices are the attributes a page sets on `<html>`; the elements follow them by themselves. */
const onPage: Decorator = (story, { globals }) => {
  const page = document.documentElement;
  const { theme, language, textSize, density } = globals as Record<string, string>;
  page.lang = language ?? 'zh-CN';
  page.setAttribute('data-yzt-theme', theme ?? 'light');
  if (textSize && textSize !== '100') page.setAttribute('data-yzt-text', textSize);
  else page.removeAttribute('data-yzt-text');
  page.toggleAttribute('data-yzt-density', density === 'compact');
  if (density === 'compact') page.setAttribute('data-yzt-density', 'compact');
  return story();
};

function choices(name: string, icon: string, items: readonly (readonly [value: string, title: string])[]): object {
  return {
    name,
    description: name,
    toolbar: { title: name, icon, items: items.map(([value, title]) => ({ value, title })), dynamicTitle: true },
  };
}

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [onPage],
  initialGlobals: { theme: 'light', language: 'zh-CN', textSize: '100', density: 'normal' },
  globalTypes: {
    theme: choices('主题', 'paintbrush', [
      ['light', '浅色 light'],
      ['dark', '深色 dark'],
      ['screen', '大屏 screen'],
      ['contrast', '高对比 contrast'],
      ['auto', '随系统 auto'],
    ]),
    language: choices('语言', 'globe', [
      ['zh-CN', '中文'],
      ['en', 'English'],
    ]),
    textSize: choices('字号', 'zoom', [
      ['100', '字号 100%'],
      ['150', '字号 150%'],
      ['200', '字号 200%'],
    ]),
    density: choices('密度', 'menu', [
      ['normal', '标准间距'],
      ['compact', '紧凑'],
    ]),
  },
  parameters: {
    layout: 'padded',
    backgrounds: { disable: true },
    controls: { expanded: true, sort: 'requiredFirst' },
    a11y: { test: 'error' },
    options: {
      storySort: { order: ['设计', ['色板', '字号与间距', '图标'], '数据', '地图', '图表', '部件', '海洋', '标准'] },
    },
  },
};

export default preview;
