import { describe, expect, it } from 'vitest';
import { arranged, canMove, listedLayers, remembered } from './layer-order.js';

const key = (one: string): string => one;

describe('the order of layers', () => {
  it('is that of a link, and who is not named in it stays in place', () => {
    expect(arranged(['底图', '水深', '渔港', '渔船'], key, ['渔船', '水深', '没有', '底图'])).toEqual(['渔船', '水深', '渔港', '底图']);
    expect(arranged(['a', 'b'], key, [])).toEqual(['a', 'b']);
  });

  it('is remembered as the page has it, also when layers come and go after somebody changed it', () => {
    expect(remembered([], ['a', 'b'])).toEqual(['a', 'b']);
    expect(remembered(['a', 'b', 'c'], ['c', 'd', 'a'])).toEqual(['a', 'c', 'd']);
    expect(remembered(['a', 'b'], ['n', 'b', 'a'])).toEqual(['n', 'a', 'b']);
  });

  it('changes among elements of one parent alone', () => {
    const [map, group] = [{}, {}] as ParentNode[];
    const [sea, land, fleet] = [{ parentNode: map }, { parentNode: map }, { parentNode: group }] as ChildNode[];
    expect([canMove(sea as ChildNode, land as ChildNode), canMove(sea as ChildNode, fleet as ChildNode), canMove(sea as ChildNode, sea as ChildNode)]).toEqual([true, false, false]);
  });

  it('leaves base maps under all others', () => {
    const parentNode = {} as ParentNode;
    const [sea, land, base, photo] = [{ parentNode }, { parentNode, isGround: false }, { parentNode, isGround: true }, { parentNode, isGround: true }];
    expect([canMove(sea, land), canMove(sea, base), canMove(base, land), canMove(base, photo)]).toEqual([true, false, false, true]);
  });

  it('is that of what lists show: the parts of a base map are none', () => {
    const base = { isOneLayer: true };
    const group = { groupElement: undefined };
    const layers = [base, { groupElement: base }, { groupElement: { groupElement: base } }, group, { groupElement: group }];
    expect(listedLayers<object>(layers)).toEqual([base, group, { groupElement: group }]);
  });
});
