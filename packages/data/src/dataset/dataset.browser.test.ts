import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { YztError } from '@yizhangtu/base/errors';
import { setIngestWorkerUrl, workerState } from '../worker/index.js';
import { registerSchema } from '../model/index.js';
import { resume } from '../request/index.js';
import { msUntilStale } from './freshness.js';
import './index.js';
import type { YztDataset } from './index.js';

setIngestWorkerUrl(new URL('../worker/ingest.worker.ts', import.meta.url));

const POINT = { type: 'Feature', properties: { name: '馆' }, geometry: { type: 'Point', coordinates: [120.38, 36.07] } };

function quiet(element: YztDataset): YztError[] {
  const errors: YztError[] = [];
  element.addEventListener('yzt-error', (event) => {
    event.preventDefault();
    errors.push(event.detail);
  });
  return errors;
}

/** A dataset whose errors are counted and kept off the console. */
async function failing(src: string, timeLimit = 30): Promise<{ element: YztDataset; errors: YztError[] }> {
  const element = document.createElement('yzt-dataset');
  element.src = src;
  element.timeLimit = timeLimit;
  const errors = quiet(element);
  await fixture(html`<div>${element}</div>`);
  await waitUntil(() => errors.length > 0, 'an error', { timeout: 8000 });
  return { element, errors };
}

async function loaded(element: YztDataset): Promise<void> {
  if (!element.loading && element.dataset.rowCount > 0) return;
  await oneEvent(element, 'yzt-load');
}

const askedFor = async (path: string): Promise<number> => Number(await (await fetch(`/fault/counts/${path}`)).text());

describe('<yzt-dataset>', () => {
  it('loads small GeoJSON without a worker, says so, and shows nothing', async () => {
    const element = await fixture<YztDataset>(html`<yzt-dataset src="/fault/slow?ms=50&amp;n=7"></yzt-dataset>`);
    expect(element.loading).to.equal(true);
    expect(element.hasAttribute('loading')).to.equal(true);
    const { detail } = await oneEvent(element, 'yzt-load');
    expect(detail.rows).to.equal(1);
    expect(element.dataset.value(0, 'n')).to.equal(7);
    expect(element.dataset.bounds).to.deep.equal([120.38, 36.07, 120.38, 36.07]);
    expect(element.hasAttribute('loading')).to.equal(false);
    expect(getComputedStyle(element).display).to.equal('none');
    expect(workerState()).to.equal('none');
  });

  it('leaves columns out, also when that is said while the data is on its way', async () => {
    const element = await fixture<YztDataset>(html`<yzt-dataset .data=${{ columns: { name: ['a'], risk: ['D'] } }} without="risk none"></yzt-dataset>`);
    await loaded(element);
    expect(element.dataset.columns.map(({ name }) => name)).to.deep.equal(['name']);
    const late = document.createElement('yzt-dataset');
    late.setAttribute('src', '/fault/slow?ms=50&n=7');
    document.body.append(late);
    late.setAttribute('without', 'n');
    await loaded(late);
    expect([late.dataset.rowCount, late.dataset.column('n')]).to.deep.equal([1, undefined]);
    late.remove();
  });

  it('loads what is larger in the worker, and then small sources too', async () => {
    const element = await fixture<YztDataset>(html`<yzt-dataset src="/fault/points/30000"></yzt-dataset>`);
    await loaded(element);
    expect(element.dataset.rowCount).to.equal(30_000);
    expect(workerState()).to.equal('ready');
    element.src = '/fault/slow?ms=50&n=9';
    await oneEvent(element, 'yzt-load');
    expect(element.dataset.value(0, 'n')).to.equal(9);
    expect(workerState()).to.equal('ready');
  });

  it('hands a small source that is no collection of features to the worker', async () => {
    const element = await fixture<YztDataset>(html`<yzt-dataset src='data:application/json,[{"a":1},{"a":2}]'></yzt-dataset>`);
    await loaded(element);
    expect(element.dataset.rowCount).to.equal(2);
    expect(workerState()).to.equal('ready');
  });

  it('reads GBK', async () => {
    const element = await fixture<YztDataset>(html`<yzt-dataset src="/fault/gbk.csv"></yzt-dataset>`);
    await loaded(element);
    expect(element.dataset.value(0, '名称')).to.equal('体育馆');
    expect(element.dataset.geometry.kind).to.equal('point');
  });

  it('tells progress, which does not bubble', async () => {
    const element = document.createElement('yzt-dataset');
    const parts: number[] = [];
    element.addEventListener('yzt-progress', ({ detail }) => parts.push(detail.part ?? -1));
    let bubbled = 0;
    const count = (): void => void bubbled++;
    document.addEventListener('yzt-progress', count);
    element.src = '/fault/points/20000';
    await fixture(html`<div>${element}</div>`);
    await loaded(element);
    document.removeEventListener('yzt-progress', count);
    expect(element.dataset.rowCount).to.equal(20_000);
    expect(parts.length).to.be.greaterThan(2);
    expect(parts).to.deep.equal([...parts].sort((a, b) => a - b));
    expect(bubbled).to.equal(0);
  });

  const FAULTS: readonly (readonly [string, string, RegExp])[] = [
    ['/fault/status/404', 'not-found', /404/],
    ['/fault/status/403', 'token', /403.*密钥/],
    ['/fault/status/401', 'auth', /401.*token/],
    ['/fault/status/500', 'http-error', /500/],
    ['/fault/html', 'not-json', /网页/],
    ['/fault/cut', 'bad-json', /第 1 行第 \d+ 列处突然结束/],
    ['/fault/reset', 'network', /CORS/],
    ['http://localhost:1/nothing.geojson', 'network', /localhost:1/],
  ];
  for (const [src, code, words] of FAULTS) {
    it(`${src} is ${code}, in a sentence with tag, address and remedy, without the query`, async () => {
      const { element, errors } = await failing(`${src}?token=geheim`);
      expect(errors).to.have.length(1);
      const [error] = errors as [YztError];
      expect(error.code).to.equal(code);
      expect(error.text.zh).to.match(words).and.contain('<yzt-dataset>').and.contain(src);
      expect(error.text.en).to.contain(src);
      expect(error.message).not.to.contain('geheim');
      expect(element.error).to.equal(error);
      expect(element.hasAttribute('error')).to.equal(true);
      expect(element.loading).to.equal(false);
    });
  }

  it('a server that hangs ends in an error after the time limit', async () => {
    const { errors } = await failing('/fault/hang', 0.4);
    expect(errors[0]?.code).to.equal('timeout');
    expect(errors[0]?.text.zh).to.contain('0.4 秒');
  });

  it('a source that wants a login is asked for again when the host says resume(), and not once it is gone', async () => {
    const { element } = await failing('/fault/status/401');
    expect(element.error?.code).to.equal('auth');
    await aTimeout(50);
    const before = await askedFor('status/401');
    resume('https://elsewhere.example');
    await aTimeout(50);
    expect(await askedFor('status/401')).to.equal(before);
    resume(location.origin);
    await waitUntil(() => !element.loading && element.error, 'asked again');
    await aTimeout(100);
    const again = await askedFor('status/401');
    expect(again).to.be.greaterThan(before);
    element.remove();
    await aTimeout(50);
    resume();
    await aTimeout(100);
    expect(await askedFor('status/401')).to.equal(again);
  });

  it('an error ends with the next success, and the old rows stay until then', async () => {
    const { element } = await failing('/fault/status/404');
    element.src = '/fault/slow?n=1';
    await oneEvent(element, 'yzt-load');
    expect(element.error).to.equal(undefined);
    element.src = '/fault/status/404';
    quiet(element);
    await oneEvent(element, 'yzt-error');
    expect(element.dataset.rowCount).to.equal(1);
  });

  it('of many addresses in a row the last wins, and only it is said', async () => {
    const element = await fixture<YztDataset>(html`<yzt-dataset></yzt-dataset>`);
    const loads: unknown[] = [];
    element.addEventListener('yzt-load', () => loads.push(element.dataset.value(0, 'n')));
    for (let n = 1; n <= 30; n++) {
      element.src = `/fault/slow?ms=${(n * 37) % 120}&n=${n}`;
      await (n % 3 === 0 ? aTimeout(5) : element.updateComplete);
    }
    await waitUntil(() => !element.loading && element.dataset.value(0, 'n') === 30, 'the last', { timeout: 8000 });
    await aTimeout(200);
    expect(loads[loads.length - 1]).to.equal(30);
    expect(element.dataset.value(0, 'n')).to.equal(30);
    expect(element.error).to.equal(undefined);
  });

  it('cancel and removal end the request without an error; a move does not', async () => {
    const before = await askedFor('slow');
    const element = await fixture<YztDataset>(html`<yzt-dataset src="/fault/slow?ms=150&amp;n=5"></yzt-dataset>`);
    const errors = quiet(element);
    const other = document.createElement('div');
    element.parentElement?.append(other);
    other.append(element);
    await oneEvent(element, 'yzt-load');
    expect(await askedFor('slow')).to.equal(before + 1);
    const reloading = element.reload();
    element.cancel();
    await reloading;
    expect(element.loading).to.equal(false);
    void element.reload();
    element.remove();
    await aTimeout(300);
    expect(element.loading).to.equal(false);
    expect(errors).to.deep.equal([]);
  });

  it('takes data at hand, columns and a data block', async () => {
    const element = await fixture<YztDataset>(html`<yzt-dataset .data=${{ type: 'FeatureCollection', features: [POINT] }}></yzt-dataset>`);
    await loaded(element);
    expect(element.dataset.value(0, 'name')).to.equal('馆');
    element.data = { coordinates: Float64Array.of(1, 2, 3, 4), columns: { n: [1, 2] } };
    await oneEvent(element, 'yzt-load');
    expect(element.dataset.rowCount).to.equal(2);
    const holder = document.createElement('div');
    const block = document.createElement('script');
    block.type = 'application/json';
    block.textContent = JSON.stringify([{ name: 'a', lon: 120, lat: 36 }]);
    const embedded = document.createElement('yzt-dataset');
    embedded.append(block);
    holder.append(embedded);
    await fixture(html`<div>${holder}</div>`);
    await loaded(embedded);
    expect(embedded.dataset.bounds).to.deep.equal([120, 36, 120, 36]);
  });

  it('a schema registered late gives its words', async () => {
    const element = await fixture<YztDataset>(html`<yzt-dataset schema="late/one@1" .data=${[{ kind: '1' }]}></yzt-dataset>`);
    await loaded(element);
    expect(element.dataset.label('kind')).to.equal('kind');
    registerSchema({ id: 'late/one@1', fields: [{ name: 'kind', label: { zh: '类型', en: 'Kind' } }] });
    expect(element.dataset.label('kind', 'zh-CN')).to.equal('类型');
  });

  it('says filters and selection', async () => {
    const element = await fixture<YztDataset>(html`<yzt-dataset .data=${[{ kind: '1' }, { kind: '2' }]}></yzt-dataset>`);
    await loaded(element);
    setTimeout(() => element.dataset.setFilter('kind', { kind: 'in', field: 'kind', values: ['2'] }));
    const filter = await oneEvent(element, 'yzt-filter-change');
    expect([...filter.detail.filters.keys()]).to.deep.equal(['kind']);
    setTimeout(() => element.dataset.select([1]));
    expect((await oneEvent(element, 'yzt-selection-change')).detail).to.deep.equal({ rows: [1], cause: 'select' });
    setTimeout(() => {
      element.data = [{ kind: '3' }];
    });
    expect((await oneEvent(element, 'yzt-selection-change')).detail).to.deep.equal({ rows: [], cause: 'data' });
  });

  it('carries source, licence and date; is stale when too old', async () => {
    const element = await fixture<YztDataset>(
      html`<yzt-dataset source="青岛市体育局" licence="CC BY 4.0" updated-at="2020-01-01" example max-age="24" .data=${[]}></yzt-dataset>`,
    );
    expect(element.dataset.provenance).to.deep.equal({ source: '青岛市体育局', licence: 'CC BY 4.0', updated: '2020-01-01', example: true });
    await waitUntil(() => element.hasAttribute('stale'), 'stale');
    element.maxAge = undefined as unknown as number;
    await waitUntil(() => !element.stale, 'fresh again');
    const now = Date.UTC(2026, 0, 2);
    expect(msUntilStale('2026-01-01T00:00:00Z', 25, now)).to.equal(3_600_000);
    expect(msUntilStale('neulich', 25, now)).to.equal(undefined);
  });

  it('leaves no worker and no request after 200 mounts', async () => {
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    for (let i = 0; i < 200; i++) {
      const element = document.createElement('yzt-dataset');
      element.src = '/fault/slow?ms=20';
      holder.append(element);
      if (i % 20 === 0) await loaded(element);
      element.remove();
    }
    for (const element of document.querySelectorAll('yzt-dataset')) element.remove();
    await waitUntil(() => workerState() === 'none', 'no worker', { timeout: 3000 });
  });
});

describe('without a worker', () => {
  after(() => setIngestWorkerUrl(new URL('../worker/ingest.worker.ts', import.meta.url)));

  it('data is read on the page', async () => {
    setIngestWorkerUrl('/fault/status/404');
    const element = await fixture<YztDataset>(html`<yzt-dataset src="/fault/points/30000"></yzt-dataset>`);
    await oneEvent(element, 'yzt-load');
    expect(element.dataset.rowCount).to.equal(30_000);
    expect(workerState()).to.equal('unavailable');
  });
});
