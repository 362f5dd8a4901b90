import type { Symbology } from '@yizhangtu/data/symbology';
import type { Engine } from '../data-layer/engine-door.js';
import { YztPointLayer } from '../point-layer/point-layer.js';
import { atLabelPoints } from './point-renderer.js';

/**
 * Rows of any geometry as bubbles: a polygon has one at the place of its label, a line in its middle, and the area of a bubble follows the
 * number in `size-field`. The largest is drawn first, so that it hides none. It shows totals, which the fill of a polygon cannot.
 * @tag yzt-bubble-layer
 * @summary Polygons as proportional circles, over their fill or instead of it.
 * @fires yzt-error - The symbology cannot be used (the bubbles are drawn alike), or the code of clusters did not load.
 */
export class YztBubbleLayer extends YztPointLayer {
  protected override drawing(engine: Engine): Engine {
    return { ...engine, newRenderer: (kind) => atLabelPoints(engine.newRenderer(kind)) };
  }

  protected override marked(model: Symbology): Symbology {
    return { ...super.marked(model), shape: 'disc' };
  }
}
