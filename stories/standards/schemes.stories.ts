/** Every code list of the library with its colours, its source and how sure they are: what a designer looks up. */
import { setStyle } from '@yizhangtu/base/set-style';
import { ALL_SCHEMES } from '@yizhangtu/standards/all';
import { RAMPS, ramp } from '@yizhangtu/standards/ramps';
import { resolveIn, withPalette, type CodeScheme, type Evidence } from '@yizhangtu/standards/scheme';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import { t } from '../shared/words.js';

const meta: Meta = { id: 'standards-schemes', title: '标准/代码表与色板' };
export default meta;

function evidenceWords(evidence: Evidence | undefined): string {
  if (evidence === 'official') return t('标准原文', 'official');
  if (evidence === 'conventional') return t('通行用法', 'conventional');
  return evidence === undefined ? '' : t('待核对', 'to be checked');
}

const words = (text: { readonly zh: string; readonly en: string }): string => t(text.zh, text.en);

/** A colour as it is filled on the map: with its border, with its hatch. */
function chip(color: string | undefined, outline?: string, pattern?: 'hatch'): TemplateResult | typeof nothing {
  if (!color) return nothing;
  const hatch = pattern ? 'repeating-linear-gradient(45deg, transparent 0 3px, rgba(0,0,0,0.45) 3px 4px)' : 'none';
  return html`<span
    class="story-chip"
    ${setStyle({ 'background-color': color, 'background-image': hatch, ...(outline && { 'border-color': outline }) })}
  ></span>`;
}

function limits(min: number | undefined, max: number | undefined): string {
  if (min === undefined && max === undefined) return '';
  if (max === undefined) return `≥ ${min}`;
  return min === undefined ? `≤ ${max}` : `${min}–${max}`;
}

function rows(scheme: CodeScheme): TemplateResult[] {
  return scheme.entries.map((entry) => {
    const found = resolveIn(scheme, entry.code);
    const inherited = found?.colorFrom !== undefined && found.colorFrom !== entry.code;
    return html`<tr>
      <td><code>${entry.code}</code></td>
      <td>${chip(found?.color, entry.outline, entry.pattern)}</td>
      <td>${words(entry.label)}</td>
      <td>${limits(entry.min, entry.max)}</td>
      <td>${found?.color ? html`<code>${found.color}</code>${inherited ? ` ← ${found.colorFrom}` : ''}` : '—'}</td>
      <td>${evidenceWords(found?.colorEvidence)}</td>
      <td>${evidenceWords(entry.evidence ?? scheme.evidence)}${entry.source ? `:${entry.source}` : ''}</td>
    </tr>`;
  });
}

/** One code list as a table, with its other palettes below. */
function sheet(scheme: CodeScheme): TemplateResult {
  const { unit } = scheme;
  return html`<section class="story-sheet">
    <h2>${words(scheme.label)}</h2>
    <p class="story-note">
      <code>${scheme.scheme}@${scheme.version}</code> · ${evidenceWords(scheme.evidence)} ·
      ${t('来源', 'Source')}:${scheme.source}
    </p>
    <div class="story-scroll" tabindex="0" role="region" aria-label=${words(scheme.label)}>
      <table class="story-table">
        <thead>
          <tr>
            <th>${t('代码', 'Code')}</th>
            <th>${t('颜色', 'Colour')}</th>
            <th>${t('名称', 'Name')}</th>
            <th>${unit ? `${t('范围', 'Range')} (${unit})` : t('范围', 'Range')}</th>
            <th>${t('色值', 'Value')}</th>
            <th>${t('颜色依据', 'Colour is')}</th>
            <th>${t('条目依据', 'Entry is')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows(scheme)}
        </tbody>
      </table>
    </div>
    ${scheme.palettes?.map((palette) => {
      const painted = withPalette(scheme, palette.name);
      return html`<p class="story-note">
          ${t('另一套颜色', 'Other colours')} <code>${palette.name}</code> ${words(palette.label)} ·
          ${evidenceWords(palette.evidence)} · ${palette.source}
        </p>
        <p>${painted?.entries.map((entry) => html`${chip(entry.color)} ${words(entry.short ?? entry.label)} `)}</p>`;
    })}
  </section>`;
}

function schemeNamed(name: string): CodeScheme {
  const scheme = ALL_SCHEMES.find((one) => one.scheme === name);
  if (!scheme) throw new Error(`no scheme ${name}`);
  return scheme;
}

export const Overview: StoryObj = {
  name: '总览',
  render: () =>
    html`<section class="story-sheet">
      <h2>${t('代码表总览', 'All code lists')}</h2>
      <p class="story-note">
        ${t(
          '每个代码都带体系与版本；颜色与条目分别注明依据：标准原文、通行用法、待核对。',
          'Each code has its scheme and version; colours and entries say what they rest on.',
        )}
      </p>
      <div class="story-scroll" tabindex="0" role="region" aria-label=${t('代码表总览', 'All code lists')}>
        <table class="story-table">
          <thead>
            <tr>
              <th>${t('代码表', 'Code list')}</th>
              <th>${t('名称', 'Name')}</th>
              <th>${t('条目', 'Entries')}</th>
              <th>${t('有颜色', 'With colour')}</th>
              <th>${t('依据', 'Rests on')}</th>
              <th>${t('来源', 'Source')}</th>
            </tr>
          </thead>
          <tbody>
            ${ALL_SCHEMES.map(
              (scheme) =>
                html`<tr>
                  <td><code>${scheme.scheme}@${scheme.version}</code></td>
                  <td>${words(scheme.label)}</td>
                  <td>${scheme.entries.length}</td>
                  <td>${scheme.entries.filter((entry) => resolveIn(scheme, entry.code)?.color).length}</td>
                  <td>${evidenceWords(scheme.evidence)}</td>
                  <td>${scheme.source}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`,
  play: async ({ canvasElement }) => {
    const lines = [...canvasElement.querySelectorAll('tbody tr')];
    await expect(lines).toHaveLength(ALL_SCHEMES.length);
    for (const line of lines) await expect(line.lastElementChild?.textContent?.trim()).not.toBe('');
  },
};

export const Browse: StoryObj = {
  name: '查一张表',
  argTypes: { scheme: { control: 'select', options: ALL_SCHEMES.map((one) => one.scheme) } },
  args: { scheme: 'aqi' },
  render: ({ scheme }) => sheet(schemeNamed(String(scheme))),
};

/** A story of one list whose play function checks that what is shown is what the list says. */
function listStory(name: string, scheme: string): StoryObj {
  return {
    name,
    render: () => sheet(schemeNamed(scheme)),
    play: async ({ canvasElement }) => {
      const { entries } = schemeNamed(scheme);
      const shown = [...canvasElement.querySelectorAll('tbody tr')];
      await expect(shown).toHaveLength(entries.length);
      const first = entries.find((entry) => entry.color);
      if (!first) return;
      const row = shown.find((line) => line.querySelector('code')?.textContent === first.code);
      await expect(row?.textContent).toContain(first.color);
    },
  };
}

export const LandUse: StoryObj = listStory('用地用海分类（2023）', 'land-use');
export const LandSurvey: StoryObj = listStory('三调地类', 'land-survey');
export const Warning: StoryObj = listStory('四色预警', 'warning-level');
export const Typhoon: StoryObj = listStory('热带气旋等级', 'typhoon-class');
export const Aqi: StoryObj = listStory('空气质量指数', 'aqi');
export const Chart: StoryObj = listStory('海图颜色标记（S-52）', 's52-color');
export const SportsVenue: StoryObj = listStory('体育场地类型', 'sports-venue-type');

export const Ramps: StoryObj = {
  name: '分级色带',
  render: () =>
    html`<section class="story-sheet">
      <h2>${t('分级色带', 'Colour ramps')}</h2>
      <p class="story-note">${t('写法：breaks:字段:级数:方法:色带名；色带名加 -reversed 即反向。', 'Written as breaks:field:count:method:ramp; -reversed behind the ramp turns it round.')}</p>
      <table class="story-table">
        <tbody>
          ${RAMPS.map(
            ({ name }) =>
              html`<tr>
                <td><code>${name}</code></td>
                ${[3, 5, 7].map(
                  (count) =>
                    html`<td>
                      <div class="story-ramp">
                        ${ramp(name, count).map((color) => html`<span title=${color} ${setStyle({ 'background-color': color })}></span>`)}
                      </div>
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`,
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('tr')).toHaveLength(RAMPS.length);
  },
};
