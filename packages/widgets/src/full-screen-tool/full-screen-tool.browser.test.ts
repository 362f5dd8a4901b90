import { expect, fixture, html } from '@open-wc/testing';
import { mapPage, part, parts, settled, venues } from '../shared/page.fixture.js';
import './index.js';
import type { YztFullScreenTool } from './index.js';

describe('yzt-full-screen-tool', () => {
  const allow = (allowed: boolean) =>
    Object.defineProperty(document, 'fullscreenEnabled', { value: allowed, configurable: true });
  afterEach(() => Reflect.deleteProperty(document, 'fullscreenEnabled'));

  it('asks for the map, or for the part of the page it names', async () => {
    allow(true);
    const { map } = await mapPage(venues());
    const asked: Element[] = [];
    Element.prototype.requestFullscreen = function (this: Element) {
      asked.push(this);
      return Promise.reject(new TypeError('no gesture'));
    };
    const tool = await fixture<YztFullScreenTool>(html`<yzt-full-screen-tool for="m"></yzt-full-screen-tool>`);
    await settled();
    await expect(tool).to.be.accessible();
    part(tool, 'button').click();
    const panel = await fixture<HTMLElement>(html`<div id="whole"></div>`);
    tool.target = 'whole';
    await tool.toggle();
    expect([asked[0] === map, asked[1] === panel]).to.deep.equal([true, true]);
  });

  it('is not there where the browser does not allow it', async () => {
    allow(false);
    const tool = await fixture<YztFullScreenTool>(html`<yzt-full-screen-tool></yzt-full-screen-tool>`);
    expect(parts(tool, 'button')).to.have.length(0);
  });
});
