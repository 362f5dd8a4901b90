import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import type { YztError } from '@yizhangtu/base/errors';
import './index.js';
import type { YztRemoteDataset } from './index.js';

interface Said {
  readonly sql: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}
const said = async (): Promise<Said> => (await fetch('/fault/clickhouse/said')).json() as Promise<Said>;
const askedFor = async (path: string): Promise<number> => Number(await (await fetch(`/fault/counts/${path}`)).text());
const headers = { 'X-ClickHouse-User': 'viewer', 'X-ClickHouse-Key': 'geheim' };

function quiet(element: YztRemoteDataset): YztError[] {
  const errors: YztError[] = [];
  element.addEventListener('yzt-error', (event) => {
    event.preventDefault();
    errors.push(event.detail);
  });
  return errors;
}

async function failing(attributes: Partial<YztRemoteDataset>): Promise<{ element: YztRemoteDataset; errors: YztError[] }> {
  const element = Object.assign(document.createElement('yzt-remote-dataset'), { table: 'demo.rows' }, attributes);
  const errors = quiet(element);
  await fixture(html`<div>${element}</div>`);
  await waitUntil(() => errors.length > 0);
  return { element, errors };
}

async function loaded(attributes: Partial<YztRemoteDataset> = {}): Promise<YztRemoteDataset> {
  const element = Object.assign(document.createElement('yzt-remote-dataset'), { src: '/fault/clickhouse', table: 'demo.rows' }, attributes);
  await fixture(html`<div>${element}</div>`);
  if (element.dataset.rowCount === 0) await oneEvent(element, 'yzt-load');
  return element;
}

describe('<yzt-remote-dataset>', () => {
  it('asks the engine what it has, says so, and shows nothing', async () => {
    const element = await loaded();
    expect(element.dataset.rowCount).to.equal(3);
    expect(element.dataset.columns.map(({ name }) => name)).to.deep.equal(['id', 'kind']);
    expect(element.dataset.bounds).to.deep.equal([120, 36, 121, 37]);
    expect(element.loading).to.equal(false);
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('does not ask again when it moves, and does when it comes back', async () => {
    const element = await loaded();
    const before = await askedFor('clickhouse');
    const other = await fixture<HTMLElement>(html`<section></section>`);
    other.append(element);
    await nextFrame();
    expect(await askedFor('clickhouse')).to.equal(before);
    element.remove();
    await nextFrame();
    setTimeout(() => other.append(element));
    await oneEvent(element, 'yzt-load');
    expect(await askedFor('clickhouse')).to.be.greaterThan(before);
  });

  it('puts the questions of one moment together, and the same question once', async () => {
    const { dataset } = await loaded();
    const before = await askedFor('clickhouse');
    const [a, b, c] = await Promise.all([
      dataset.query({ measures: [{ kind: 'count' }] }),
      dataset.query({ measures: [{ kind: 'distinct', field: 'kind' }] }),
      dataset.query({ measures: [{ kind: 'count' }] }),
    ]);
    expect([a.total.values, b.total.values.length, c.total.values]).to.deep.equal([[3], 1, [3]]);
    expect(await askedFor('clickhouse')).to.equal(before + 1);
    await dataset.query({ measures: [{ kind: 'count' }, { kind: 'distinct', field: 'kind' }] });
    expect(await askedFor('clickhouse')).to.equal(before + 1);
  });

  it('credentials go to the service, and into no attribute, message or other origin', async () => {
    const element = await loaded({ headers });
    expect((await said()).headers['x-clickhouse-key']).to.equal('geheim');
    expect(element.outerHTML).not.to.contain('geheim');
    expect(JSON.stringify(await said().then(({ sql, query }) => [sql, query]))).not.to.contain('geheim');
    const errors = quiet(element);
    element.src = '/fault/clickhouse/denied';
    await waitUntil(() => errors.length > 0);
    expect(errors[0]?.code).to.equal('forbidden');
    expect(errors[0]?.message).not.to.contain('geheim');
    // Another origin gets no headers: with them the browser would have to ask it first, and a plain request needs no asking.
    let sent: Readonly<Record<string, string>> | undefined;
    const own = window.fetch;
    window.fetch = (_, init) => {
      sent = init?.headers as Readonly<Record<string, string>>;
      return Promise.reject(new TypeError('not in a test'));
    };
    element.src = 'http://elsewhere.example/';
    await waitUntil(() => sent !== undefined);
    window.fetch = own;
    expect(JSON.stringify(sent)).not.to.contain('geheim');
  });

  for (const src of ['http://viewer:geheim@localhost/', '/clickhouse/?password=geheim', '/clickhouse/?user=viewer', 'ftp://host/']) {
    it(`refuses ${src} and does not repeat it`, async () => {
      const { errors } = await failing({ src });
      expect(errors[0]?.code).to.equal('bad-attribute');
      expect(errors[0]?.message).not.to.match(/geheim|viewer@/);
    });
  }

  for (const table of ['', 'a.b.c', 'rows; DROP TABLE x', 'demo.`x`', "demo.rows'"]) {
    it(`refuses the table ${JSON.stringify(table)}`, async () => {
      const { errors } = await failing({ src: '/fault/clickhouse', table });
      expect(errors[0]?.code).to.equal('bad-attribute');
      expect(errors[0]?.text.zh).to.contain('city.events');
    });
  }

  const FAULTS: readonly (readonly [string, string])[] = [
    ['/fault/status/403', 'forbidden'],
    ['/fault/status/500', 'http-error'],
    ['/fault/html', 'http-error'],
    ['/fault/reset', 'network'],
    ['http://localhost:1/', 'network'],
  ];
  for (const [src, code] of FAULTS) {
    it(`${src} is ${code}, in a sentence with tag and address`, async () => {
      const { element, errors } = await failing({ src });
      expect(errors).to.have.length(1);
      expect(errors[0]?.code).to.equal(code);
      expect(errors[0]?.text.zh).to.contain('<yzt-remote-dataset>');
      expect(element.loading).to.equal(false);
      expect(element.hasAttribute('error')).to.equal(true);
    });
  }

  it('a service that hangs ends in an error after the time limit', async () => {
    const { errors } = await failing({ src: '/fault/hang', timeLimit: 0.3 });
    expect(errors[0]?.code).to.equal('timeout');
    expect(errors[0]?.text.zh).to.contain('0.3 秒');
  });

  it('trouble is told once, however many questions meet it, and ends when something works', async () => {
    const element = await loaded();
    const errors = quiet(element);
    const own = window.fetch;
    window.fetch = () => Promise.reject(new TypeError('no network'));
    const ask = (field: string, value: string): Promise<unknown> => {
      element.dataset.setFilter(field, { kind: 'in', field, values: [value] });
      return element.dataset.query({ groupBy: 'kind', measures: [{ kind: 'count' }] }).catch((reason: unknown) => reason);
    };
    const reasons = await Promise.all([ask('kind', 'a'), ask('id', '1'), ask('kind', 'c')]);
    window.fetch = own;
    expect(errors).to.have.length(1);
    expect(new Set(reasons).size).to.equal(1);
    expect(element.hasAttribute('error')).to.equal(true);
    await ask('kind', 'd');
    expect(element.error).to.equal(undefined);
    expect(element.hasAttribute('error')).to.equal(false);
  });

  it('asks an OGC API instead, and sums up its rows in the page', async () => {
    const own = window.fetch;
    const json = (body: object): Response => new Response(JSON.stringify(body));
    const link = (rel: string, path: string): object => ({ rel, href: path, type: 'application/json' });
    const features = ['a', 'b', 'a'].map((kind, id) => ({ type: 'Feature', id, properties: { kind }, geometry: { type: 'Point', coordinates: [120 + id, 36] } }));
    window.fetch = (input) => {
      const { pathname, origin } = new URL(input as string);
      if (origin !== location.origin || !pathname.startsWith('/ogc')) return own(input);
      if (pathname === '/ogc/') return Promise.resolve(json({ links: [link('data', '/ogc/collections')] }));
      if (pathname === '/ogc/collections/venues') return Promise.resolve(json({ links: [link('items', '/ogc/items')] }));
      return Promise.resolve(pathname === '/ogc/items' ? json({ type: 'FeatureCollection', numberMatched: 3, features }) : new Response('', { status: 404 }));
    };
    try {
      const { dataset } = await loaded({ engine: 'ogc-api', src: '/ogc/', table: 'venues' });
      const { groups } = await dataset.query({ groupBy: 'kind', measures: [{ kind: 'count' }] });
      expect([dataset.rowCount, groups.map(({ key, count }) => [key, count])]).to.deep.equal([3, [['a', 2], ['b', 1]]]);
      const { errors } = await failing({ engine: 'ogc-api', src: '/ogc/', table: 'nothing' });
      expect(errors[0]?.code).to.equal('not-found');
    } finally {
      window.fetch = own;
    }
  });

  it('is loaded where its schema comes while the engine is asked', async () => {
    const element = Object.assign(document.createElement('yzt-remote-dataset'), { src: '/fault/clickhouse', table: 'demo.rows' });
    const { dataset } = element;
    const load = dataset.load.bind(dataset);
    dataset.load = () => {
      dataset.load = load;
      queueMicrotask(() => (dataset.schema = { id: 'late/rows@1', fields: [{ name: 'kind', label: { zh: '种类', en: 'Kind' } }] }));
      return load();
    };
    const told = oneEvent(element, 'yzt-load');
    await fixture(html`<div>${element}</div>`);
    await told;
    expect([element.loading, element.hasAttribute('loading'), dataset.rowCount]).to.deep.equal([false, false, 3]);
    expect(dataset.label('kind', 'zh-CN')).to.equal('种类');
  });

  it('the scope is a condition of every question, and no filter anybody sees', async () => {
    const { dataset } = await loaded({ scopeField: 'kind', scopeValues: 'a b' });
    await dataset.query({ groupBy: 'kind', measures: [{ kind: 'count' }] });
    expect((await said()).sql).to.contain("IN ('a', 'b')");
    expect(dataset.filters.size).to.equal(0);
  });
});
