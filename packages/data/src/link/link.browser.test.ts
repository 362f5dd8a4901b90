import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { define } from '@yizhangtu/base/define';
import { YztElement } from '@yizhangtu/base/element';
import { html as template, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import '../dataset/index.js';
import type { YztDataset } from '../dataset/index.js';
import { Dataset } from '../model/index.js';
import { setIngestWorkerUrl } from '../worker/index.js';
import { DatasetController, QueryController, type DatasetElement } from './index.js';

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

const DATA = [
  { kind: 'a', open: 'y' },
  { kind: 'a', open: 'n' },
  { kind: 'b', open: 'y' },
];

async function settled(view: CountView): Promise<string> {
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
});
