import { expect } from '@open-wc/testing';
import { clusterTree, clusterWorkerState, setClusterWorkerUrl, type ClusterTree } from './index.js';

const WORKER = new URL('./cluster.worker.ts', import.meta.url);

function places(count: number): Float64Array {
  let seed = 11;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  return Float64Array.from({ length: 2 * count }, () => random() * 20_000);
}

async function hintsOf(act: () => Promise<unknown>): Promise<string[]> {
  const warn = console.warn;
  const said: string[] = [];
  console.warn = (line: unknown) => said.push(String(line));
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return said;
}

async function reasonOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(() => undefined, (reason: unknown) => reason);
}

describe('clusterTree', () => {
  beforeEach(() => setClusterWorkerUrl(WORKER));

  it('builds in a worker that lives only while it builds', async () => {
    const [one, two] = [clusterTree({ xy: places(3000), distance: 48, finest: 0 }), clusterTree({ xy: places(10), distance: 48, finest: 0 })];
    expect(clusterWorkerState()).to.equal('running');
    const trees = await Promise.all([one, two]);
    expect(trees.map((tree) => tree.order.length)).to.deep.equal([3000, 10]);
    expect(clusterWorkerState()).to.equal('none');
  });

  it('ends the worker when the last task is given up', async () => {
    const stop = new AbortController();
    const building = clusterTree({ xy: places(50_000), distance: 48, finest: -6 }, stop.signal);
    stop.abort();
    expect((await reasonOf(building)) as DOMException).to.have.property('name', 'AbortError');
    expect(clusterWorkerState()).to.equal('none');
    expect((await reasonOf(clusterTree({ xy: places(2), distance: 48, finest: 0 }, stop.signal))) as DOMException).to.have.property('name', 'AbortError');
  });

  it('gives the same tree on the page where there can be no worker, and says so', async () => {
    const request = { xy: places(2000), distance: 48, finest: 0 };
    const there = await clusterTree(request);
    setClusterWorkerUrl('/fault/status/404');
    let here: ClusterTree | undefined;
    const said = await hintsOf(async () => (here = await clusterTree(request)));
    expect(said).to.have.length(1);
    expect(clusterWorkerState()).to.equal('unavailable');
    expect([...(here as ClusterTree).order]).to.deep.equal([...there.order]);
    expect([...(here as ClusterTree).x]).to.deep.equal([...there.x]);
  });
});
