import { expect, fixture, html } from '@open-wc/testing';
import { mapPage, part, settled, venues } from '../shared/page.fixture.js';
import './index.js';
import type { YztZoomTool } from './index.js';

describe('yzt-zoom-tool', () => {
  it('zooms by its step and stops at the ends', async () => {
    const { map } = await mapPage(venues());
    const tool = await fixture<YztZoomTool>(html`<yzt-zoom-tool for="m"></yzt-zoom-tool>`);
    await settled();
    await expect(tool).to.be.accessible();
    part(tool, '[part=in]').click();
    await settled(500);
    expect(map.zoom).to.equal(12);
    map.maxZoom = 12;
    await settled(100);
    tool.requestUpdate();
    await settled();
    expect(part(tool, '[part=in]').getAttribute('aria-disabled')).to.equal('true');
    tool.step = 2;
    part(tool, '[part=out]').click();
    await settled(500);
    expect(map.zoom).to.equal(10);
  });
});
