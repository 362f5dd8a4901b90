import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import { mapPage, part, parts, settled, venues, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztLegend } from './index.js';

const rows = (legend: YztLegend) => parts(legend, 'button.row').map((row) => row.textContent?.replace(/\s+/g, ' ').trim());

describe('yzt-legend', () => {
  it('shows every class with its count, and what is missing', async () => {
    await mapPage(venues());
    const legend = await fixture<YztLegend>(html`<yzt-legend for="m"></yzt-legend>`);
    await settled();
    expect(rows(legend)).to.include('足球场 3');
    expect(rows(legend)).to.include('无数据 1');
    expect(words(legend)).to.include('健身场馆');
    expect(words(legend)).to.include('示例数据');
    await expect(legend).to.be.accessible();
  });

  it('filters by a click, follows the filters of others, and shows all again', async () => {
    const data = venues();
    await mapPage(data);
    const legend = await fixture<YztLegend>(html`<yzt-legend for="m"></yzt-legend>`);
    await settled();
    part(legend, 'button.row').click();
    await settled();
    expect(data.filters.get('kind')).to.deep.equal({ kind: 'in', field: 'kind', values: ['足球场'] });
    expect(part(legend, 'button.row').getAttribute('aria-pressed')).to.equal('true');
    data.setFilter('district', { kind: 'in', field: 'district', values: ['市南区'] });
    await settled();
    expect(rows(legend)).to.include('足球场 2');
    part(legend, 'button.link').click();
    await settled();
    expect(data.filters.has('kind')).to.equal(false);
    expect(parts(legend, '[aria-pressed=true]')).to.have.length(0);
  });

  it('is stale while a filter is being looked for, and counts by it then', async () => {
    const rowCount = 120_000;
    const data = Dataset.fromColumns({
      columns: { name: Array.from({ length: rowCount }, (_, i) => `企业 ${i}`), kind: Array.from({ length: rowCount }, (_, i) => (i % 2 ? '足球场' : '健身房')) },
      coordinates: Float64Array.from({ length: 2 * rowCount }, (_, i) => (i % 2 ? 36 + (i % 997) / 10_000 : 120 + (i % 991) / 10_000)),
    });
    await mapPage(data);
    const legend = await fixture<YztLegend>(html`<yzt-legend for="m"></yzt-legend>`);
    await waitUntil(() => rows(legend).includes('足球场 60,000'), 'counted', { timeout: 10_000 });
    // It may be stale for some milliseconds only, so it is watched, not looked at now and then.
    let stale = false;
    const watch = new MutationObserver(() => (stale ||= legend.hasAttribute('stale')));
    watch.observe(legend, { attributeFilter: ['stale'] });
    data.setFilter('text', { kind: 'text', contains: '企业 11999' });
    expect(data.filtering).to.be.a('promise');
    await data.filtering;
    await waitUntil(() => !legend.hasAttribute('stale') && rows(legend).includes('足球场 6'), 'in force', { timeout: 10_000 });
    watch.disconnect();
    expect(stale).to.equal(true);
  });

  it('says what sizes mean, in round numbers with the unit, and for a screen reader', async () => {
    const { layer } = await mapPage(venues());
    layer.sizeField = 'area';
    const legend = await fixture<YztLegend>(html`<yzt-legend for="m"></yzt-legend>`);
    await settled();
    const numbers = parts(legend, '.sizes-numbers li').map((item) => item.textContent);
    expect(numbers.length).to.be.greaterThan(1);
    expect(part(legend, '.sizes').getAttribute('aria-label')).to.include(numbers.join('、'));
    const radii = parts(legend, '.sizes circle').map((circle) => Number(circle.getAttribute('r')));
    expect([...radii].sort((a, b) => b - a)).to.deep.equal(radii);
    await expect(legend).to.be.accessible();
    layer.sizeField = undefined as unknown as string;
    await settled();
    expect(parts(legend, '.sizes')).to.have.length(0);
  });

  it('heads colours of another field than the sizes by that field, and says its unit once', async () => {
    const data = Dataset.fromColumns(
      { columns: { people: [100, 400], area: [1, 3] }, coordinates: Float64Array.of(120.3, 36, 120.4, 36.1) },
      { schema: { id: 't', fields: [{ name: 'people', label: { zh: '人口', en: 'People' }, unit: '人' }, { name: 'area', label: { zh: '人均面积', en: 'Area a head' }, unit: '㎡' }] } },
    );
    const { layer } = await mapPage(data, 'breaks:area:2');
    layer.sizeField = 'people';
    const legend = await fixture<YztLegend>(html`<yzt-legend for="m"></yzt-legend>`);
    await settled();
    expect(part(legend, '.title').textContent?.trim()).to.equal('人均面积');
    expect(rows(legend)).to.deep.equal(['2 ㎡ 以下 1', '2 ㎡ 以上 1']);
    expect(part(legend, '.sizes-name').textContent).to.equal('人口');
    expect(parts(legend, '.sizes-numbers li')[0]?.textContent).to.equal('200 人');
    layer.sizeField = 'area';
    await settled();
    expect(part(legend, '.title').textContent?.trim()).to.equal('健身场馆');
  });

  it('shows the picture of a map service under the name of its layer, and a sentence where there is none', async () => {
    const { layer } = await mapPage(venues());
    const images = [
      { url: 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', alt: '图例：地块' },
      { url: '/tests/none-legend.png', alt: '图例：道路' },
    ];
    Object.defineProperties(layer, { symbologyModel: { value: undefined }, legendImages: { get: () => images } });
    const legend = await fixture<YztLegend>(html`<yzt-legend for="m"></yzt-legend>`);
    await settled(200);
    expect(part(legend, '.title').textContent?.trim()).to.equal('健身场馆');
    const shown = (selector: string): boolean[] => parts(legend, selector).map((element) => element.checkVisibility());
    expect([shown('img'), shown('.note')]).to.deep.equal([[true, false], [false, true]]);
    expect(words(legend)).to.include('服务没有给出“图例：道路”');
    await expect(legend).to.be.accessible();
    legend.orientation = 'horizontal';
    await settled();
    expect(parts(legend, 'img')).to.have.length(0);
  });

  it('shows classes that a map service draws with its words, by its layers', async () => {
    const { layer } = await mapPage(venues());
    const url = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
    const images = [{ url, alt: '', label: '公园', heading: '绿地' }, { url, alt: '', label: '广场' }];
    Object.defineProperties(layer, { symbologyModel: { value: undefined }, legendImages: { get: () => images } });
    const legend = await fixture<YztLegend>(html`<yzt-legend for="m"></yzt-legend>`);
    await settled(200);
    expect(parts(legend, 'li').map((item) => item.textContent?.replace(/\s+/g, ' ').trim())).to.deep.equal(['绿地 公园', '广场']);
    expect(parts(legend, 'li img')).to.have.length(2);
    await expect(legend).to.be.accessible();
  });

  describe('collapsible', () => {
    const open = (legend: YztLegend) => part(legend, '.toggle').getAttribute('aria-expanded');
    const folding = async (width: number, height: number) => {
      const { map } = await mapPage(venues());
      map.style.cssText = `display:block;width:${width}px;height:${height}px`;
      const legend = await fixture<YztLegend>(html`<yzt-legend for="m" collapsible style="position:absolute"></yzt-legend>`);
      await settled(120);
      return { map, legend };
    };

    it('has a ground of its own, or the map would be read through it', async () => {
      const { legend } = await folding(700, 500);
      expect(getComputedStyle(legend).backgroundColor).to.match(/^rgb\(/);
      legend.collapsible = false;
      await settled(30);
      expect(getComputedStyle(legend).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
    });

    it('is open where it covers little of the map, folds and unfolds by its heading', async () => {
      const { legend } = await folding(700, 500);
      expect(open(legend)).to.equal('true');
      const row = part(legend, 'button.row');
      expect(row.checkVisibility({ visibilityProperty: true })).to.equal(true);
      part(legend, '.toggle').click();
      await settled(60);
      expect([legend.collapsed, legend.hasAttribute('collapsed'), open(legend)]).to.deep.equal([true, true, 'false']);
      expect(row.checkVisibility({ visibilityProperty: true })).to.equal(false);
      expect(legend.offsetHeight).to.be.lessThan(56);
      await expect(legend).to.be.accessible();
    });

    it('is folded where it would cover much, follows the size of map and text, and keeps to the reader’s choice', async () => {
      const { map, legend } = await folding(160, 300);
      expect(open(legend)).to.equal('false');
      map.style.cssText = 'display:block;width:900px;height:600px';
      await settled(120);
      expect(open(legend)).to.equal('true');
      legend.style.fontSize = '40px';
      await settled(120);
      expect(open(legend)).to.equal('false');
      part(legend, '.toggle').click();
      await settled(120);
      map.style.width = '160px';
      await settled(120);
      expect(open(legend)).to.equal('true');
    });

    it('scrolls within the height the page gives it, and leaves a wish in the markup alone', async () => {
      await mapPage(venues());
      const legend = await fixture<YztLegend>(
        html`<yzt-legend for="m" collapsible collapsed style="--yzt-legend-max-height: 60px"></yzt-legend>`,
      );
      await settled(120);
      expect(open(legend)).to.equal('false');
      legend.collapsed = false;
      await settled(60);
      const box = part(legend, '.fold');
      expect(box.offsetHeight).to.equal(60);
      expect(box.scrollHeight).to.be.greaterThan(60);
    });
  });

  it('drops a layer that leaves the map and says so', async () => {
    const { layer } = await mapPage(venues());
    const legend = await fixture<YztLegend>(html`<yzt-legend for="m"></yzt-legend>`);
    await settled();
    layer.remove();
    await settled();
    expect(words(legend)).to.equal('没有可显示图例的图层');
  });

  it('greys a layer that is out of its scale', async () => {
    const { map, layer } = await mapPage(venues());
    const legend = await fixture<YztLegend>(html`<yzt-legend for="m"></yzt-legend>`);
    layer.minZoom = 12;
    await settled();
    expect(words(legend)).to.include('当前比例尺不显示');
    map.zoom = 13;
    await settled(200);
    expect(words(legend)).not.to.include('当前比例尺不显示');
  });

  it('switches layers on and off where asked to', async () => {
    const { layer } = await mapPage(venues());
    const legend = await fixture<YztLegend>(html`<yzt-legend for="m" toggles></yzt-legend>`);
    await settled();
    part(legend, 'button.icon').click();
    await settled();
    expect(layer.invisible).to.equal(true);
    expect(part(legend, 'button.icon').getAttribute('aria-label')).to.equal('显示健身场馆');
    await expect(legend).to.be.accessible();
  });

  it('shows the forms and signs of the map, in colours that can be told apart', async () => {
    const { layer } = await mapPage(venues());
    const legend = await fixture<YztLegend>(html`<yzt-legend for="m"></yzt-legend>`);
    const swatches = () => parts(legend, '.swatch').map((swatch) => [swatch.tagName, swatch.querySelectorAll('g path').length]);
    expect(swatches().every(([tag]) => tag === 'SPAN')).to.equal(true);
    layer.setAttribute('shape', 'diamond');
    await settled();
    expect(swatches().every(([tag, signs]) => tag === 'svg' && signs === 0)).to.equal(true);
    layer.setAttribute('glyph', '足球场=hospital');
    await layer.updateComplete;
    await settled(60);
    expect(swatches().map(([, signs]) => signs)).to.deep.equal(swatches().map((_, index) => (index === 0 ? 1 : 0)));
    const [form, sign] = part(legend, '.swatch').querySelectorAll('path');
    expect(getComputedStyle(form as Element).fill).not.to.equal(getComputedStyle(sign as Element).fill);
    await expect(legend).to.be.accessible();
  });

  it('says what is not drawn, even in one line', async () => {
    const { layer } = await mapPage(venues());
    const model = layer.symbologyModel;
    const said = { notes: [{ zh: '每格一类', en: 'One class a cell' }], leftOut: { zh: '另有 3 个未画', en: '3 are not drawn' } };
    Object.defineProperty(layer, 'symbologyModel', { get: () => ({ ...model, ...said }) });
    const notes = async (orientation: 'vertical' | 'horizontal') => {
      const legend = await fixture<YztLegend>(html`<yzt-legend for="m" orientation=${orientation}></yzt-legend>`);
      await settled();
      return parts(legend, '.note').map((note) => note.textContent);
    };
    expect(await notes('vertical')).to.deep.equal(['每格一类', '另有 3 个未画']);
    expect(await notes('horizontal')).to.deep.equal(['另有 3 个未画']);
  });

  it('speaks English and lies in one line', async () => {
    await mapPage(venues());
    const legend = await fixture<YztLegend>(html`<yzt-legend for="m" orientation="horizontal" lang="en"></yzt-legend>`);
    await settled();
    expect(words(legend)).to.include('No data');
    legend.style.width = '160px';
    const base = part(legend, '.base');
    expect(base.scrollWidth).to.be.greaterThan(base.clientWidth);
    await expect(legend).to.be.accessible();
  });
});
