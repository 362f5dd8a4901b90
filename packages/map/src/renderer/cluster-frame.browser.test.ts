import { expect, waitUntil } from '@open-wc/testing';
import { clusterWorkerState, setClusterWorkerUrl } from '@yizhangtu/data/cluster';
import { ClusterFrame } from './cluster-frame.js';
import { pointsOf } from './geometry.js';
import { columnsOf, STYLE } from './picture.fixture.js';
import { slotsOf } from './slots.js';
import { viewOf } from './view.js';

setClusterWorkerUrl(new URL('/packages/data/src/cluster/cluster.worker.ts', location.href));

const COUNT = 30_000;

function sourceOf(seed: number) {
  const coordinates = Float64Array.from({ length: 2 * COUNT }, (_, i) => (i % 2 ? 36 : 120) + ((i * 0.618 + seed) % 1) * 0.4);
  const columns = columnsOf({ kind: 'point', coordinates }, COUNT);
  const style = { ...STYLE, clusterDistance: 40 };
  return { geometry: columns.geometry, points: pointsOf(columns.geometry, 'EPSG:3857'), slots: slotsOf(columns, style), style };
}

const viewAt = (zoom: number) => viewOf({ center: [13380000, 4320000], resolution: 200 * 2 ** (9.6 - zoom), zoom, rotation: 0, size: [400, 300], pixelRatio: 1, worldWidth: 0, projection: 'EPSG:3857', moving: false });
const view = viewAt(9.6);
const rowsIn = (shown: ReturnType<ClusterFrame['shown']>) => shown.reduce((sum, { clusters }) => sum + clusters.alone.length + clusters.sizes.reduce((all, size) => all + size, 0), 0);

describe('clusters of data that are still coming', () => {
  it('are counted without a hierarchy, which is built when all are there', async () => {
    const frame = new ClusterFrame(() => undefined);
    const part = sourceOf(0);
    await waitUntil(() => rowsIn(frame.shown(part, view, 'auto', true)) === COUNT, 'they were never counted', { timeout: 15_000, interval: 1 });
    expect(clusterWorkerState()).to.equal('none');
    const whole = sourceOf(0.5);
    await waitUntil(() => frame.shown(whole, view, 'auto') && clusterWorkerState() === 'running', 'the worker never began', { timeout: 15_000, interval: 1 });
    // Loaded once more: what is shown stays as it is.
    frame.shown(whole, view, 'auto', true);
    expect(frame.isWaiting).to.equal(true);
    frame.clear();
    expect(clusterWorkerState()).to.equal('none');
  });

  it('are counted over several frames when they are counted live, and also under a filter that moves faster', async () => {
    const source = sourceOf(0);
    const [still, moved] = [new ClusterFrame(() => undefined), new ClusterFrame(() => undefined)];
    expect(still.shown(source, view, 'live')).to.deep.equal([]);
    expect(still.isCounting).to.equal(true);
    await waitUntil(() => rowsIn(still.shown(source, view, 'live')) === COUNT, 'they were never counted', { timeout: 15_000, interval: 1 });
    expect(still.isCounting).to.equal(false);
    const other = () => ({ ...source, slots: { ...source.slots, of: source.slots.of.slice() } });
    await waitUntil(() => rowsIn(moved.shown(other(), view, 'live')) === COUNT, 'they began again and again', { timeout: 15_000, interval: 1 });
    still.clear();
    moved.clear();
  });

  it('stay as they were shown when the hierarchy has come, unless it was asked for outright', async () => {
    const source = sourceOf(0);
    const kindOf = (shown: ReturnType<ClusterFrame['shown']>) => shown[0]?.clusters.kind;
    const [auto, nested] = [new ClusterFrame(() => undefined), new ClusterFrame(() => undefined)];
    await waitUntil(() => kindOf(auto.shown(source, view, 'auto')) === 'grid', 'they were never counted', { timeout: 15_000, interval: 1 });
    const before = auto.shown(source, view, 'auto')[0]?.clusters;
    await waitUntil(() => kindOf(nested.shown(source, view, 'hierarchical')) === 'tree', 'the hierarchy never came', { timeout: 15_000, interval: 1 });
    expect(auto.isWaiting).to.equal(false);
    expect(auto.shown(source, view, 'auto')[0]?.clusters).to.equal(before);
    const next = auto.shown(source, viewAt(8.6), 'auto');
    expect(kindOf(next)).to.equal('tree');
    expect(rowsIn(next)).to.equal(COUNT);
    auto.clear();
    nested.clear();
  });
});
