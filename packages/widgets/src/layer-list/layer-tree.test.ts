import { describe, expect, it } from 'vitest';
import {
  isOn,
  layerTree,
  leaves,
  listed,
  outOfScale,
  searched,
  setTick,
  tickOf,
  type TreeGroup,
  type TreeLayer,
  type TreeNode,
} from './layer-tree.js';

function group(label: string, around?: TreeGroup): TreeGroup {
  return { label, invisible: false, ...(around && { groupElement: around }) };
}
function layer(label: string, around?: TreeGroup): TreeLayer {
  return { label, invisible: false, ...(around && { groupElement: around }) };
}
function drawn(nodes: readonly TreeNode[]): unknown[] {
  return nodes.map((node) => (node.kind === 'layer' ? node.layer.label : { [node.group.label]: drawn(node.children) }));
}

describe('layerTree', () => {
  it('lists the top layer first and keeps groups together', () => {
    const sea = group('海洋');
    const fleet = group('渔业', sea);
    const layers = [layer('底图'), layer('水深', sea), layer('渔船', fleet), layer('渔港', fleet), layer('注记')];
    expect(drawn(layerTree(layers))).toEqual(['注记', { 海洋: [{ 渔业: ['渔港', '渔船'] }, '水深'] }, '底图']);
  });

  it('is empty for a map without layers', () => expect(layerTree([])).toEqual([]));
});

describe('listed', () => {
  it('has a group that is one layer in the place of all that is in it', () => {
    const base = { ...group('底图'), isOneLayer: true };
    const layers = [layer('影像', base), layer('影像注记', base), layer('渔港', group('海洋'))];
    expect(drawn(layerTree(listed(layers)))).toEqual([{ 海洋: ['渔港'] }, '底图']);
    setTick({ kind: 'layer', layer: base }, false, listed(layers));
    expect([base.invisible, layers.map(({ invisible }) => invisible)]).toEqual([true, [false, false, false]]);
    // Another layer switched on: what is in a base map that is off stays as it is.
    setTick({ kind: 'layer', layer: layers[2] as TreeLayer }, true, listed(layers));
    expect(layers.map(({ invisible }) => invisible)).toEqual([false, false, false]);
  });
});

describe('setTick', () => {
  const make = () => {
    const sea = group('海洋');
    const layers = [layer('水深', sea), layer('渔船', sea), layer('注记')];
    const tree = layerTree(layers);
    return { sea, layers, tree, node: tree[1] as TreeNode, states: () => layers.map(isOn) };
  };

  it('switches a group off and on with all that is in it', () => {
    const { node, layers, states } = make();
    expect(tickOf(node)).toBe('on');
    setTick(node, false, layers);
    expect(states()).toEqual([false, false, true]);
    expect(tickOf(node)).toBe('off');
    setTick(node, true, layers);
    expect(states()).toEqual([true, true, true]);
  });

  it('is mixed when some are on, and a tick on one switches all on', () => {
    const { node, layers } = make();
    for (const one of layers.slice(0, 1)) one.invisible = true;
    expect(tickOf(node)).toBe('mixed');
    setTick(node, true, layers);
    expect(tickOf(node)).toBe('on');
  });

  it('shows one layer of a group that was off, and not its neighbours', () => {
    const { node, sea, layers, states } = make();
    sea.invisible = true;
    expect(states()).toEqual([false, false, true]);
    const boats = leaves(node).find(({ label }) => label === '渔船') as TreeLayer;
    setTick({ kind: 'layer', layer: boats }, true, layers);
    expect(states()).toEqual([false, true, true]);
    expect(sea.invisible).toBe(false);
  });
});

describe('searched', () => {
  const label = (subject: { readonly label: string }): string => subject.label;
  const tree = layerTree([layer('渔船 AIS', group('渔业安全')), layer('水深')]);
  it('finds by layer and by group, whatever width and case', () => {
    expect(drawn(searched(tree, 'ais', label))).toEqual([{ 渔业安全: ['渔船 AIS'] }]);
    expect(drawn(searched(tree, '渔业', label))).toEqual([{ 渔业安全: ['渔船 AIS'] }]);
    expect(drawn(searched(tree, ' ', label))).toHaveLength(2);
    expect(searched(tree, '没有', label)).toEqual([]);
    // A base map without a label is listed by its usual name.
    expect(searched(tree, '底图', () => '底图')).toEqual(tree);
  });
});

describe('outOfScale', () => {
  it('says which way to go', () => {
    const near = { label: '', invisible: false, minZoom: 10, maxZoom: 14 };
    expect(outOfScale(near, 9.9)).toBe('zoom-in');
    expect(outOfScale(near, 10)).toBeUndefined();
    expect(outOfScale(near, 14)).toBeUndefined();
    expect(outOfScale(near, 14.1)).toBe('zoom-out');
  });
});
