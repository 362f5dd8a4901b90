import LayerGroup from 'ol/layer/Group.js';
import type { Text } from '@yizhangtu/base/locale';
import { LayerElement } from '../layer/layer.js';

/** Base of elements that hold layers: opacity, visibility and zoom range act on all of them. */
export abstract class LayerGroupElement extends LayerElement {
  /** Whether lists show the group as one layer, and not what is in it. */
  get isOneLayer(): boolean {
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

  /** A member was made visible, or came: says what that means for the others. @param winner The member. */
  abstract keepOne(winner?: LayerElement): void;

  protected override createOlLayer(): LayerGroup {
    return new LayerGroup();
  }
}
