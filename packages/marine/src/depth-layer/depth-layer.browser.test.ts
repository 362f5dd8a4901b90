import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { GridData } from '@yizhangtu/data/value-grid';
import '@yizhangtu/map/map';
import './index.js';
import type { YztDepthLayer } from './depth-layer.js';

/** Depths that grow to the east, from 0 to 38 m. */
const slope: GridData = {
  extent: [120, 35, 122, 37],
  width: 20,
  height: 20,
  values: Array.from({ length: 400 }, (_, at) => 2 * (at % 20)),
  unit: 'm',
  label: '水深',
  source: '示例数据',
};

async function shown(attributes: Readonly<Record<string, string>>, theme = 'light'): Promise<YztDepthLayer> {
  const layer = document.createElement('yzt-depth-layer');
  for (const [name, value] of Object.entries(attributes)) layer.setAttribute(name, value);
  layer.grid = slope;
  const page = await fixture<HTMLElement>(html`<div data-yzt-theme=${theme}><yzt-map center="121 36" zoom="6">${layer}</yzt-map></div>`);
  page.querySelector('yzt-map')?.style.setProperty('height', '300px');
  await waitUntil(() => layer.symbologyModel !== undefined, 'a legend', { timeout: 20_000 });
  return layer;
}

const colors = (layer: YztDepthLayer): (string | undefined)[] => layer.symbologyModel?.classes.map(({ color }) => color) ?? [];

describe('yzt-depth-layer', function depthLayer() {
  this.timeout(40_000);

  it('shades depths between three contours as charts do, and says that it is none', async () => {
    const layer = await shown({ shallow: '5' });
    const { classes = [], notes = [] } = layer.symbologyModel ?? {};
    expect(classes.map(({ label }) => label.zh)).to.deep.equal(['极浅水域 5 以下', '较浅水域 5–10', '较深水域 10–30', '深水 30 以上']);
    expect(notes.map(({ zh }) => zh)).to.include('非航海用图：本图不得用于航行').and.to.include('粗线：安全等深线 10 m');
    expect([colors(layer)[0], layer.form, layer.fillOpacity]).to.deep.equal(['#73b6ef', 'both', 1]);
    expect(layer.valueAt([121, 36])).to.be.closeTo(19, 1);
  });

  it('goes by the light of the theme, and by that of the page', async () => {
    expect(colors(await shown({}, 'dark')).slice(-1)).to.deep.equal(['#151c25']);
    const wall = await shown({ light: 'night' }, 'screen');
    expect(colors(wall)[0]).to.equal('#030413');
    wall.light = 'dusk';
    await waitUntil(() => colors(wall)[0] === '#16232f', 'dusk');
  });

  it('takes the usual contours where those that are given do not go from shallow to deep', async () => {
    const layer = await shown({ safety: '50' });
    expect(layer.symbologyModel?.classes[1]?.label.zh).to.equal('较浅水域 2–10');
  });
});
