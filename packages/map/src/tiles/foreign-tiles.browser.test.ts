import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { setCredentials } from '@yizhangtu/data/request';
import { OTHER, Run } from './tile-run.fixture.js';

describe('tiles of another origin', () => {
  it('are drawn without its leave, which a picture of the map would need', async () => {
    for (const query of ['', '?cors=wrong']) {
      const run = await new Run().begin('good', { origin: OTHER, query });
      await waitUntil(() => run.layer.failedTiles === 0, 'no failure');
      await aTimeout(500);
      expect(run.codes).to.deep.equal([]);
      expect((await run.tally()).total).to.be.greaterThan(0);
      run.end();
    }
  });

  it('that need leave and have none are named with the header and the origin', async () => {
    for (const query of ['', '?cors=wrong']) {
      const run = await new Run().begin('good', { origin: OTHER, query, crossOrigin: 'anonymous' });
      const error = await run.failed();
      expect(error.code).to.equal('cors');
      expect(error.message).to.contain(OTHER).and.to.contain('Access-Control-Allow-Origin').and.to.contain(location.origin);
      run.end();
    }
  });

  it('are asked for past the cache where it holds an answer that was given without leave', async () => {
    const plain = await new Run().begin('good', { origin: OTHER, query: '?cors=cached' });
    await waitUntil(async () => (await plain.tally()).total > 0, 'the first map has asked');
    await aTimeout(300);
    const { url } = plain.layer;
    const [before] = [await plain.tally()];
    // Another layer of the same tiles, from which a picture of the map can be made.
    const layer = document.createElement('yzt-xyz-layer');
    Object.assign(layer, { crossOrigin: 'anonymous', url });
    plain.layer.replaceWith(layer);
    plain.layer = layer;
    await plain.drawn();
    expect(plain.codes).to.deep.equal([]);
    expect((await plain.tally()).total).to.be.greaterThan(before.total);
    plain.end();
  });

  it('fail with a reason where the server lets it be read, and say so where it does not', async () => {
    const open = await new Run().begin('exception', { origin: OTHER, query: '?cors=all', crossOrigin: 'anonymous' });
    expect((await open.failed()).code).to.equal('service-exception');
    open.end();
    const half = await new Run().begin('500', { origin: OTHER, query: '?cors=good' });
    const error = await half.failed();
    expect(error.code).to.equal('cors');
    expect(error.text.zh).to.contain('无法显示');
    // Nobody asks why any more.
    expect((await half.tally()).most).to.be.at.most(4);
    half.end();
  });

  it('get credentials of their own and no others', async () => {
    const takeBack = setCredentials(location.origin, () => ({ 'x-token': 'geheim' }));
    const run = await new Run().begin('good');
    await run.drawn();
    takeBack();
    expect(run.codes).to.deep.equal([]);
    run.end();
  });
});
