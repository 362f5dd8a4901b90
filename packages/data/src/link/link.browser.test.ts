import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { define } from '@yizhangtu/base/define';
import { YztElement } from '@yizhangtu/base/element';
import { html as template, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import '../dataset/index.js';
import type { YztDataset } from '../dataset/index.js';
import { Dataset } from '../model/index.js';
import { setIngestWorkerUrl } from '../worker/index.js';
import { YztError } from '@yizhangtu/base/errors';
import type { Answer, DatasetLike } from '../model/index.js';
import { RemoteDataset } from '../remote/index.js';
import { DatasetController, DatasetLikeController, QueryController, speaks, type DatasetElement } from './index.js';

setIngestWorkerUrl(new URL('../worker/ingest.worker.ts', import.meta.url));

class CountView extends YztElement {
  @property() override dataset: string | Dataset | DatasetElement | undefined;
  @property() src?: string;
  @property({ attribute: 'group-by' }) groupBy = 'kind';
  renders = 0;
  readonly link = new DatasetController(this, { onOwnEnd: (error) => error && this.fail(error) });
  readonly query = new QueryController(this, () => ({
    dataset: this.link.dataset,
    query: { groupBy: this.groupBy, measures: [{ kind: 'count' }], ignore: [this.groupBy] },
  }));

  override render(): TemplateResult {
    this.renders++;
    const { answer, error } = this.query;
    return template`${error?.code ?? answer?.groups.map((group) => `${String(group.key)}:${group.count}`).join(' ') ?? 'none'}`;
  }

  get shown(): string {
    return (this.shadowRoot?.textContent ?? '').trim();
  }
}
define('test-count-view', CountView);

/** Works with any dataset. */
class AskingView extends YztElement {
  @property() override dataset: string | DatasetLike | undefined;
  readonly link = new DatasetLikeController(this);
  readonly query = new QueryController(this, () => ({
    dataset: this.link.dataset,
    query: { groupBy: 'kind', measures: [{ kind: 'count' }], ignore: ['own'] },
  }));

  override render(): TemplateResult {
    const { answer, error } = this.query;
    const spoken = error && speaks(error, this) ? '!' : '';
    return template`${answer?.total.count ?? 'none'} ${spoken}${error?.code ?? ''}`;
  }

  get shown(): string {
    return (this.shadowRoot?.textContent ?? '').trim();
  }
}
define('test-asking-view', AskingView);

/** A dataset that answers when told to. */
function lateDataset() {
  const held = Dataset.fromColumns({ columns: { kind: ['a'] } });
  const asked: { signal: AbortSignal | undefined; answer(count: number): void; fail(error: YztError): void }[] = [];
  const late = {
    get filters() {
      return held.filters;
    },
    setFilter: held.setFilter.bind(held),
    subscribe: held.subscribe.bind(held),
    version: 0,
    schema: undefined,
    query: (_query: unknown, signal?: AbortSignal) =>
      new Promise<Answer>((resolve, fail) => {
        const answer = (count: number): void => resolve({ groups: [], total: { key: null, count, values: [count] } });
        asked.push({ signal, answer, fail });
      }),
  };
  return { dataset: late as unknown as DatasetLike, asked };
}

const DATA = [
  { kind: 'a', open: 'y' },
  { kind: 'a', open: 'n' },
  { kind: 'b', open: 'y' },
];

async function settled(view: CountView | AskingView): Promise<string> {
  await nextFrame();
  await view.updateComplete;
  return view.shown;
}

describe('linking to a dataset', () => {
  it('by id, before and after the dataset is there; lets go when it leaves', async () => {
    const root = await fixture<HTMLElement>(html`<div><test-count-view dataset="d"></test-count-view></div>`);
    const view = root.firstElementChild as CountView;
    expect(await settled(view)).to.equal('none');
    const dataset = document.createElement('yzt-dataset');
    dataset.id = 'd';
    dataset.data = DATA;
    root.append(dataset);
    await oneEvent(dataset, 'yzt-load');
    expect(await settled(view)).to.equal('a:2 b:1');
    dataset.id = 'other';
    expect(await settled(view)).to.equal('none');
    dataset.id = 'd';
    expect(await settled(view)).to.equal('a:2 b:1');
    dataset.remove();
    expect(await settled(view)).to.equal('none');
  });

  it('a view leaves its own filter out, and follows the others', async () => {
    const dataset = Dataset.fromColumns({ columns: { kind: ['a', 'a', 'b'], open: ['y', 'n', 'y'] } });
    const view = await fixture<CountView>(html`<test-count-view .dataset=${dataset}></test-count-view>`);
    dataset.setFilter('open', { kind: 'in', field: 'open', values: ['y'] });
    expect(await settled(view)).to.equal('a:1 b:1');
    const { answer } = view.query;
    dataset.setFilter('kind', { kind: 'in', field: 'kind', values: ['b'] });
    expect(await settled(view)).to.equal('a:1 b:1');
    expect(view.query.answer).to.equal(answer);
  });

  it('is not rendered for a hover it did not ask for', async () => {
    const dataset = Dataset.fromColumns({ columns: { kind: ['a'] } });
    const view = await fixture<CountView>(html`<test-count-view .dataset=${dataset}></test-count-view>`);
    await settled(view);
    const before = view.renders;
    dataset.setHover(0);
    await settled(view);
    expect(view.renders).to.equal(before);
  });

  it('tells loading and errors of the dataset', async () => {
    const root = await fixture<HTMLElement>(html`<div><yzt-dataset id="e"></yzt-dataset><test-count-view dataset="e"></test-count-view></div>`);
    const dataset = root.firstElementChild as YztDataset;
    const view = root.lastElementChild as CountView;
    dataset.addEventListener('yzt-error', (event) => event.preventDefault());
    dataset.src = '/fault/status/403';
    await dataset.updateComplete;
    expect(view.link.loading).to.equal(true);
    await waitUntil(() => view.link.error !== undefined);
    expect(view.link.error?.code).to.equal('forbidden');
    expect(view.link.loading).to.equal(false);
  });

  it('an unknown field is an error of the view, not of the page', async () => {
    const dataset = Dataset.fromColumns({ columns: { kind: ['a'] } });
    const view = await fixture<CountView>(html`<test-count-view group-by="wert" .dataset=${dataset}></test-count-view>`);
    expect(view.shown).to.equal('unknown-field');
  });

  it('loads data of its own from src; a dataset named wins', async () => {
    const view = await fixture<CountView>(html`<test-count-view src="/fault/slow?ms=10&amp;n=3" group-by="n"></test-count-view>`);
    await waitUntil(() => view.shown === '3:1');
    view.dataset = Dataset.fromColumns({ columns: { n: [8, 8] } });
    await settled(view);
    expect(view.shown).to.equal('8:2');
    view.addEventListener('yzt-error', (event) => event.preventDefault());
    view.dataset = undefined;
    view.src = '/fault/status/404';
    await waitUntil(() => view.error?.code === 'not-found');
  });

  it('loads data of its own once the attribute dataset is taken off', async () => {
    const view = await fixture<CountView>(html`<test-count-view dataset="nowhere" src="/fault/slow?ms=10&amp;n=3" group-by="n"></test-count-view>`);
    expect(view.shown).to.not.equal('3:1');
    view.removeAttribute('dataset');
    await waitUntil(() => view.shown === '3:1');
  });

  it('subscribes to nothing once it has left', async () => {
    const dataset = Dataset.fromColumns({ columns: { kind: ['a'] } });
    let live = 0;
    const subscribe = dataset.subscribe.bind(dataset);
    dataset.subscribe = (listener) => {
      live++;
      const end = subscribe(listener);
      return () => {
        live--;
        end();
      };
    };
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    for (let i = 0; i < 20; i++) {
      const view = new CountView();
      view.dataset = dataset;
      holder.append(view);
      await view.updateComplete;
      expect(live).to.equal(2);
      view.remove();
      await Promise.resolve();
      await Promise.resolve();
    }
    expect(live).to.equal(0);
  });

  it('an answer may come later: the last one stays, marked stale, and what is overtaken is dropped', async () => {
    const { dataset, asked } = lateDataset();
    const view = await fixture<AskingView>(html`<test-asking-view .dataset=${dataset}></test-asking-view>`);
    expect(view.shown).to.equal('none');
    expect(asked).to.have.length(1);
    asked[0]?.answer(5);
    await settled(view);
    expect(view.shown).to.equal('5');
    for (const value of [1, 2]) {
      dataset.setFilter('n', { kind: 'range', field: 'n', min: value });
      await settled(view);
    }
    expect(view.shown).to.equal('5');
    expect(view.hasAttribute('stale')).to.equal(true);
    expect(asked[1]?.signal?.aborted).to.equal(true);
    asked[1]?.answer(1);
    asked[2]?.answer(2);
    await settled(view);
    await settled(view);
    expect(view.shown).to.equal('2');
    expect(view.hasAttribute('stale')).to.equal(false);
  });

  it('a filter the view ignores asks nothing; leaving the page ends the question', async () => {
    const { dataset, asked } = lateDataset();
    const view = await fixture<AskingView>(html`<test-asking-view .dataset=${dataset}></test-asking-view>`);
    dataset.setFilter('own', { kind: 'range', field: 'n', min: 1 });
    await settled(view);
    expect(asked).to.have.length(1);
    view.remove();
    expect(asked[0]?.signal?.aborted).to.equal(true);
  });

  it('an error of the engine is shown by every view and said aloud by one', async () => {
    const { dataset, asked } = lateDataset();
    const root = await fixture(html`<div><test-asking-view .dataset=${dataset}></test-asking-view><test-asking-view .dataset=${dataset}></test-asking-view></div>`);
    const views = [...root.children] as AskingView[];
    const error = new YztError('network', { zh: '无法连接', en: 'no answer' });
    for (const one of asked) one.fail(error);
    for (const view of views) await settled(view);
    expect(views.map((view) => view.shown)).to.deep.equal(['none !network', 'none network']);
  });

  it('a view that reads rows gets those of data elsewhere, and lets go of them when it leaves', async () => {
    const fields = [{ name: 'kind', kind: 'text' as const }];
    const whole = new RemoteDataset({
      label: 'Test',
      describe: () => Promise.resolve({ rowCount: 2, fields, places: false }),
      groups: () => Promise.resolve({ groups: [], total: { key: null, count: 2, values: [2] } }),
      page: () => Promise.resolve([{ id: 1, values: ['a'] }, { id: 2, values: ['b'] }]),
    });
    let followers = 0;
    const subscribe = whole.subscribe.bind(whole);
    whole.subscribe = (...args) => {
      const end = subscribe(...args);
      followers++;
      return () => {
        followers--;
        end();
      };
    };
    const view = await fixture<CountView>(html`<test-count-view .dataset=${whole as unknown as Dataset}></test-count-view>`);
    expect(view.link.loading).to.equal(true);
    await waitUntil(() => view.shown === 'a:1 b:1', view.shown);
    expect([view.link.loading, view.link.ready, view.link.error]).to.deep.equal([false, true, undefined]);
    expect(followers).to.be.greaterThan(0);
    view.remove();
    await waitUntil(() => followers === 0, 'followers');
  });
});
