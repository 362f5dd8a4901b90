/** What a designer needs: colours of every theme with their contrast, type and space, icons. All values are read from the tokens. */
import { GLYPHS } from '@yizhangtu/base/glyph-set';
import { icon, ICON_NAMES } from '@yizhangtu/base/icons';
import { setStyle } from '@yizhangtu/base/set-style';
import { FONT_SIZES, SIZE_TOKENS, THEME_COLORS, THEMES, type ColorTokens, type Theme } from '@yizhangtu/base/tokens';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, svg, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import { contrast } from '../shared/contrast.js';
import { t } from '../shared/words.js';

const meta: Meta = { id: 'design', title: '设计/基础', parameters: { controls: { disable: true } } };
export default meta;

const THEME_WORDS: Readonly<Record<Theme, readonly [zh: string, en: string]>> = {
  light: ['浅色 light', 'light'],
  dark: ['深色 dark', 'dark'],
  screen: ['大屏 screen', 'screen'],
  contrast: ['高对比 contrast', 'contrast'],
};

/** The colour a token is read against: words of a soft colour on it, map colours on land, everything else on the surface. */
function ground(name: string): keyof ColorTokens {
  const soft = /^(color-\w+)-text$/.exec(name);
  if (soft && `${soft[1]}-soft` in THEME_COLORS.light) return `${soft[1]}-soft` as keyof ColorTokens;
  if (name === 'color-text-on-accent') return 'color-accent';
  return name.startsWith('map-') ? 'map-land' : 'color-surface';
}

function swatch(theme: Theme, name: keyof ColorTokens): TemplateResult {
  const value = THEME_COLORS[theme][name];
  const below = ground(name);
  const ratio = contrast(value, THEME_COLORS[theme][below]);
  const words = ratio === undefined ? '' : ` · ${ratio.toFixed(1)} : 1 ${t('对', 'on')} ${String(below)}`;
  return html`<li>
    <span class="story-chip" ${setStyle({ 'background-color': value })}></span>
    <span><code>${name}</code><small>${value}${words}</small></span>
  </li>`;
}

export const Colors: StoryObj = {
  name: '色板',
  render: () =>
    html`${THEMES.map(
      (theme) =>
        html`<section class="story-sheet" data-yzt-theme=${theme}>
          <h2>${t(...THEME_WORDS[theme])}</h2>
          <p class="story-note">
            ${t(
              '文字对比度 ≥ 4.5，图形与焦点 ≥ 3。边框、底色、光晕不作此要求。',
              'Text has a contrast of 4.5 or more, marks and focus 3 or more; hairlines, soft grounds and halos need none.',
            )}
          </p>
          <ul class="story-swatches">
            ${(Object.keys(THEME_COLORS[theme]) as (keyof ColorTokens)[])
              .filter((name) => !name.startsWith('shadow'))
              .map((name) => swatch(theme, name))}
          </ul>
        </section>`,
    )}`,
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('section')).toHaveLength(THEMES.length);
    for (const { 'color-text': text, 'color-surface': surface } of Object.values(THEME_COLORS)) {
      await expect(contrast(text, surface)).toBeGreaterThanOrEqual(4.5);
    }
  },
};

export const TypeAndSpace: StoryObj = {
  name: '字号与间距',
  render: () =>
    html`<section class="story-sheet">
        <h2>${t('字号', 'Type')}</h2>
        ${Object.entries(FONT_SIZES).map(
          ([name, px]) =>
            html`<p ${setStyle({ 'font-size': `var(--yzt-font-size-${name})`, margin: '8px 0', 'line-height': '1.25' })}>
              ${t('全民健身 1,284 处', 'Public fitness 1,284')} <small>font-size-${name} · ${px} px</small>
            </p>`,
        )}
      </section>
      <section class="story-sheet">
        <h2>${t('间距与圆角', 'Space and corners')}</h2>
        <table class="story-table">
          <tbody>
            ${Object.entries(SIZE_TOKENS).map(
              ([name, value]) =>
                html`<tr>
                  <td><code>--yzt-${name}</code></td>
                  <td>${value}</td>
                  <td>
                    ${
                      name.startsWith('space')
                        ? html`<span
                            class="story-chip"
                            ${setStyle({ width: value, 'background-color': 'var(--yzt-color-accent)' })}
                          ></span>`
                        : ''
                    }
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </section>`,
};

export const Icons: StoryObj = {
  name: '图标',
  render: () =>
    html`<section class="story-sheet">
      <h2>${t(`图标，${ICON_NAMES.length} 个`, `${ICON_NAMES.length} icons`)}</h2>
      <p class="story-note">${t('线性图标，24 × 24 网格，Lucide(ISC)。', 'Outlines on a grid of 24 × 24, Lucide (ISC).')}</p>
      <ul class="story-swatches">
        ${ICON_NAMES.map((name) => html`<li>${icon(name, 24)}<code>${name}</code></li>`)}
      </ul>
    </section>`,
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('svg')).toHaveLength(ICON_NAMES.length);
  },
};

/** One sign as the map draws it, at a size. */
function sign({ parts }: (typeof GLYPHS)[number], size: number): TemplateResult {
  return html`<svg class="story-sign" width=${size} height=${size} viewBox="-14 -14 28 28" aria-hidden="true">
    <circle r="13" />
    <g transform="scale(0.86) translate(-12 -12)">
      ${parts.map(({ d, stroke }) => (stroke === undefined ? svg`<path d=${d} />` : svg`<path class="stroke" d=${d} stroke-width=${stroke} />`))}
    </g>
  </svg>`;
}

export const Glyphs: StoryObj = {
  name: '地图字形',
  render: () => html`<section class="story-sheet">
      <h2>${t(`地图字形，${GLYPHS.length} 个`, `${GLYPHS.length} signs for map symbols`)}</h2>
      <p class="story-note">
        ${t('实心，24 × 24 网格，本组件库自绘，不是标准图式；左起 14、20、28 像素。', 'Solid, on a grid of 24 × 24, our own drawings and no signs of a standard; at 14, 20 and 28 px.')}
      </p>
      <ul class="story-swatches">
        ${GLYPHS.map((glyph) => html`<li>${sign(glyph, 14)}${sign(glyph, 20)}${sign(glyph, 28)}<span>${t(glyph.label.zh, glyph.label.en)}</span><code>${glyph.name}</code></li>`)}
      </ul>
    </section>`,
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('svg')).toHaveLength(3 * GLYPHS.length);
  },
};
