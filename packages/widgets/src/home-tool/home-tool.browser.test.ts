import { expect, fixture, html } from '@open-wc/testing';
import { mapPage, part, settled, venues } from '../shared/page.fixture.js';
import { boundsOf } from './home-tool.js';
import './index.js';
import type { YztHomeTool } from './index.js';

describe('yzt-home-tool', () => {
  it('goes back to where the map began, or to its own bounds', async () => {
    const { map } = await mapPage(venues());
    const tool = await fixture<YztHomeTool>(html`<yzt-home-tool for="m"></yzt-home-tool>`);
    await settled();
    await expect(tool).to.be.accessible();
    map.center = [121, 37];
    map.zoom = 6;
    part(tool, 'button').click();
    await settled(900);
    expect(map.center[0]).to.be.closeTo(120.38, 1e-6);
    expect(map.zoom).to.be.closeTo(11, 1e-6);
    tool.bounds = '119.5 35.5 121 37';
    tool.goHome();
    await settled(600);
    expect(map.center[0]).to.be.closeTo(120.25, 0.01);
  });

  it('reads four numbers as bounds and nothing else', () => {
    expect(boundsOf('119.5 35.5 121, 37')).to.deep.equal([119.5, 35.5, 121, 37]);
    for (const words of [undefined, '', '1 2 3', '1 2 3 x', '1 2 3 4 5']) expect(boundsOf(words)).to.equal(undefined);
  });
});
