import { property } from 'lit/decorators.js';
import type { PropertyValues } from 'lit';
import LayerGroup from 'ol/layer/Group.js';
import { LayerElement } from '../layer/layer.js';

/**
 * A group of layers: opacity, visibility and zoom range act on all layers inside it. Groups nest.
 * @tag yzt-layer-group
 * @summary Layers that are shown, faded and hidden together.
 * @slot - The layers of the group.
 */
export class YztLayerGroup extends LayerElement {
  /** Shows at most one layer of the group: making one visible hides the others, as for base maps. */
  @property({ type: Boolean }) exclusive = false;

  /** The layers and groups directly inside, bottom first. */
  get layers(): readonly LayerElement[] {
    return this.mapElement?.stack.membersOf(this) ?? [];
  }

  protected override createOlLayer(): LayerGroup {
    return new LayerGroup();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('exclusive') && this.exclusive) this.keepOne();
  }

  /**
   * Hides every visible member but one. Does nothing unless the group is exclusive.
   * @param winner The member to keep; without it the topmost visible one.
   */
  keepOne(winner?: LayerElement): void {
    if (!this.exclusive) return;
    const visible = this.layers.filter((layer) => !layer.invisible);
    const kept = winner ?? visible[visible.length - 1];
    for (const layer of visible) if (layer !== kept) layer.invisible = true;
  }
}
