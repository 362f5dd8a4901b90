import '@yizhangtu/map/line-layer';
import '@yizhangtu/widgets/time-slider';
import { Dataset } from '@yizhangtu/data/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fireEvent, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, inside, rowsLeft, words } from '../shared/probe.js';
import { mapScene, missingData, idOf, note, panel, pendingData } from '../shared/scenes.js';
import { seededStorm, seededVessels } from '../shared/times.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'widgets-time-slider',
  title: '部件/时间轴 time-slider',
  component: 'yzt-time-slider',
  argTypes: { mode: { control: 'inline-radio', options: ['step', 'range', 'cumulative'] } },
};
export default meta;

const sliderOf = (dataset: Dataset, args: Record<string, unknown>): ReturnType<typeof panel> =>
  panel(html`<yzt-time-slider .dataset=${dataset} ${given(args)}></yzt-time-slider>`, true);

const stormLayer = (dataset: Dataset): ReturnType<typeof panel> =>
  html`<yzt-point-layer
    label=${t('台风路径点', 'Storm positions')}
    .dataset=${dataset}
    symbology="class:grade"
    size="12"
  ></yzt-point-layer>`;

/** The slider shown, and the data it filters. */
function shown(canvas: HTMLElement): { slider: HTMLElementTagNameMap['yzt-time-slider']; data: Dataset } {
  const slider = find(canvas, 'yzt-time-slider');
  return { slider, data: slider.dataset as Dataset };
}

export const Basic: StoryObj = {
  name: '基本：逐时，播放',
  args: { step: '3 hour', value: '2022-09-12T08:00', speed: 4 },
  render: (args, context) => {
    const storm = seededStorm();
    return html`${mapScene(context, { layers: stormLayer(storm), zoom: 4 })}
      <div class="story-under">${sliderOf(storm, args)}</div>`;
  },
  play: async ({ canvasElement }) => {
    const { slider, data } = shown(canvasElement);
    await waitFor(() => expect(rowsLeft(data)).toBe(1));
    await userEvent.click(await inside(slider).findByRole('button', { name: /播放$|^Play/ }));
    await waitFor(() => expect(slider.value.slice(0, 16)).not.toBe('2022-09-12T08:00'));
    await userEvent.click(inside(slider).getByRole('button', { name: /暂停|Pause/ }));
    await expect(slider.playing).toBe(false);
  },
};

export const Range: StoryObj = {
  name: '时段：两端',
  args: { mode: 'range', step: 'hour', value: '2022-09-07T00:00/2022-09-10T00:00' },
  render: (args) => sliderOf(seededVessels(20_000), args),
  play: async ({ canvasElement }) => {
    const { slider, data } = shown(canvasElement);
    const [, end] = await inside(slider).findAllByRole('slider');
    const before = rowsLeft(data);
    await fireEvent.input(end as HTMLElement, { target: { value: '200' } });
    await fireEvent.change(end as HTMLElement);
    await waitFor(() => expect(rowsLeft(data)).toBeGreaterThan(before));
  },
};

export const Cumulative: StoryObj = {
  name: '累计：截至某时',
  args: { mode: 'cumulative', step: 'day', value: '2022-09-10' },
  render: (args) => sliderOf(seededVessels(8000), args),
};

export const Several: StoryObj = {
  name: '多个数据集同步',
  args: { step: '3 hour', mode: 'cumulative', value: '2022-09-11T20:00' },
  render: (args, context) => {
    const [storm, vessels] = [seededStorm(), seededVessels(3000)];
    return html`${note('渔船与台风在同一根时间轴上移动。', 'Vessels and storm move along one track.')}
      ${mapScene(context, {
        layers: html`<yzt-point-layer label=${t('渔船', 'Vessels')} .dataset=${vessels} size="4"></yzt-point-layer
          >${stormLayer(storm)}`,
        zoom: 5,
      })}
      <div class="story-under">${sliderOf(storm, { ...args, also: [{ dataset: vessels, field: 'reportedAt' }] })}</div>`;
  },
};

export const Months: StoryObj = {
  name: '按月，二十年',
  args: { mode: 'range', step: 'month' },
  render: (args) =>
    sliderOf(
      Dataset.fromColumns(
        {
          columns: {
            since: Array.from({ length: 4000 }, (_, i) => new Date(Date.UTC(2006, 0, 1) + ((i * 7919) % 7300) * 86_400_000)),
          },
        },
        { provenance: { example: true } },
      ),
      args,
    ),
};

export const NoTimes: StoryObj = {
  name: '数据没有时间',
  render: (args) => sliderOf(Dataset.fromColumns({ columns: { name: ['市南区'] } }), args),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-time-slider'))).toMatch(/没有可用的时间|no times/));
  },
};

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) =>
    html`${pendingData(context)}
    ${panel(html`<yzt-time-slider dataset=${idOf(context, 'venues')} ${given(args)}></yzt-time-slider>`, true)}`,
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) =>
    html`${missingData(context)}
    ${panel(html`<yzt-time-slider dataset=${idOf(context, 'venues')} ${given(args)}></yzt-time-slider>`, true)}`,
  play: async ({ canvasElement }) => {
    const slider = find(canvasElement, 'yzt-time-slider');
    await waitFor(() => expect(inside(slider).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
