import { property } from 'lit/decorators.js';
import type { PropertyValues } from 'lit';
import type { LayerElement } from '../layer/layer.js';
import { LayerGroupElement } from './group-element.js';

/**
 * A group of layers: opacity, visibility and zoom range act on all layers inside it. Groups nest.
 * @tag yzt-layer-group
 * @summary Layers that are shown, faded and hidden together.
 * @slot - The layers of the group.
 */
export class YztLayerGroup extends LayerGroupElement {
  /** Shows at most one layer of the group: making one visible hides the others, as for base maps. */
  @property({ type: Boolean }) exclusive = false;

  /** Lists show the group closed at first, as in a catalogue of hundreds of layers. */
  @property({ type: Boolean }) folded = false;

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('exclusive') && this.exclusive) this.keepOne();
    if (changed.has('folded')) this.layerChanged();
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
