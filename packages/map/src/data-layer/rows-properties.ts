import { property } from 'lit/decorators.js';
import { LayerElement } from '../layer/layer.js';
import type { RenderWay } from '../renderer/types.js';
import type { RowsInReach } from '../reach/rows-in-reach.js';
import { badValue } from '../shared/bad-value.js';
import type { Bounds } from '../shared/values.js';

const WAYS: readonly RenderWay[] = ['auto', 'features', 'pixels', 'webgl'];

/** What a page may say to every layer that draws rows, wherever they come from. */
export abstract class RowsLayerProperties extends LayerElement {
  #way: RenderWay = 'auto';

  /** How rows are drawn: `fixed:data-1`, `fixed:#1f5fd0`, `class:typeCode`, `breaks:areaM2:5:quantile:blues`, `bivariate:income:rent`. */
  @property() symbology = 'fixed:data-1';

  /** Field whose text stands beside each symbol, where there is room. */
  @property({ attribute: 'label-field' }) labelField?: string;

  /**
   * Greatest width of a line of a label, in Han characters, 2 to 40: a longer name goes on below, in up to three lines, broken where it reads
   * well. Without it a label has one line.
   */
  @property({ type: Number, attribute: 'label-width' }) labelWidth?: number | undefined;

  /** Rows do not react to the pointer. */
  @property({ type: Boolean, attribute: 'no-hover' }) noHover = false;

  /** Rows are not selected by a click or a box. */
  @property({ type: Boolean, attribute: 'no-select' }) noSelect = false;

  /**
   * How rows get onto the canvas: `features` as canvas paths, one after the other; `pixels` by script into a picture that is kept; `auto`
   * as paths while fewer than 2,000 are seen, as pixels from there on, and from 100,000 points on by WebGL where there is a real graphics
   * card; `webgl` by WebGL in any case (points only; what it cannot draw is drawn as pixels, with a hint). The picture is the same.
   */
  @property()
  get renderer(): RenderWay {
    return this.#way;
  }
  set renderer(value: RenderWay | null | undefined) {
    const way = value ?? 'auto';
    if (WAYS.includes(way)) this.#way = way;
    else badValue(this, 'renderer', value, 'pixels');
  }

  /** The rows within reach, where those of the dataset are elsewhere. @internal */
  readonly reach: RowsInReach | undefined;

  override lookAt(bounds?: Bounds): void {
    this.reach?.lookAt(bounds);
  }
}
