import LayerGroup from 'ol/layer/Group.js';
import type { Text } from '@yizhangtu/base/locale';
import { LayerElement } from '../layer/layer.js';
import type { Bounds } from '../shared/values.js';

/** Base of elements that hold layers: opacity, visibility and zoom range act on all of them. */
export abstract class LayerGroupElement extends LayerElement {
  /** Whether lists show the group as one layer, and not what is in it. */
  get isOneLayer(): boolean {
    return false;
  }

  /** Whether it is the ground that everything else lies on: lists of layers do not let the two change places. */
  get isGround(): boolean {
    return false;
  }

  /** What lists call the group where the page gave no label; undefined for a group like any other. */
  get usualLabel(): Text | undefined {
    return undefined;
  }

  /** The layers and groups directly inside, bottom first. */
  get layers(): readonly LayerElement[] {
    return this.mapElement?.stack.membersOf(this) ?? [];
  }

  /** The box around all members whose place is known; undefined where none is. */
  override get layerBounds(): Bounds | undefined {
    const boxes = this.layers.flatMap(({ layerBounds }) => (layerBounds ? [layerBounds] : []));
    if (boxes.length === 0) return undefined;
    const of = (side: 0 | 1 | 2 | 3): number[] => boxes.map((box) => box[side]);
    return [Math.min(...of(0)), Math.min(...of(1)), Math.max(...of(2)), Math.max(...of(3))];
  }

  /** A member was made visible, or came: says what that means for the others. @param winner The member. */
  abstract keepOne(winner?: LayerElement): void;

  protected override createOlLayer(): LayerGroup {
    return new LayerGroup();
  }
}
