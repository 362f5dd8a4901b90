import { expect, fixture, html } from '@open-wc/testing';
import { mapPage, part, parts, settled, venues, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztAttribution } from './index.js';

describe('yzt-attribution', () => {
  it('always says the 审图号, or that the map is a sketch', async () => {
    const bar = await fixture<YztAttribution>(html`<yzt-attribution for="none"></yzt-attribution>`);
    expect(words(bar)).to.equal('审图号：—（示意图）');
    bar.approvalNumber = 'GS(2023)2767号';
    await bar.updateComplete;
    expect(words(bar)).to.equal('审图号：GS(2023)2767号');
    bar.lang = 'en';
    await settled();
    expect(words(bar)).to.equal('Map approval GS(2023)2767号');
  });

  it('takes the 审图号 of a base map where the page gives none', async () => {
    const { layer } = await mapPage(venues());
    Object.assign(layer, { approvalNumber: '审图号：GS(2024)1号' });
    const bar = await fixture<YztAttribution>(html`<yzt-attribution for="m"></yzt-attribution>`);
    await settled();
    expect(part(bar, '.approval').textContent).to.equal('审图号：GS(2024)1号');
    bar.approvalNumber = 'GS(2023)2号';
    await settled();
    expect(part(bar, '.approval').textContent).to.equal('审图号：GS(2023)2号');
  });

  it('names sources, date and example data of what is shown', async () => {
    const { layer } = await mapPage(venues());
    layer.attribution = '底图 https://example.cn/licence <b>javascript:alert(1)</b>';
    const bar = await fixture<YztAttribution>(html`<yzt-attribution for="m"></yzt-attribution>`);
    await settled();
    expect(words(bar)).to.include('青岛市体育局');
    expect(words(bar)).to.include('数据时间 2026-03-01');
    expect(words(bar)).to.include('示例数据');
    expect(parts<HTMLAnchorElement>(bar, 'a').map(({ href }) => href)).to.deep.equal(['https://example.cn/licence']);
    expect(part(bar, '.source').textContent).to.include('<b>javascript:alert(1)</b>');
    await expect(bar).to.be.accessible();
    layer.invisible = true;
    await settled();
    expect(words(bar)).not.to.include('青岛市体育局');
  });
});
