import { property } from 'lit/decorators.js';
import type { RowSource } from '@yizhangtu/data/row-source';
import type * as features from '@yizhangtu/data/remote-features';
import type { AxisPolicy, FeatureServiceOptions } from '@yizhangtu/data/remote-features';
import { badValue } from '../shared/bad-value.js';
import { FeatureServiceLayer } from './feature-service.js';

/** The code of feature services; type only, it comes when a layer asks. */
export type FeatureCode = typeof features;

const AXES: readonly AxisPolicy[] = ['auto', 'xy', 'yx'];

/** Base of the layers of OGC services, whose coordinates may come in either order. */
export abstract class OgcServiceLayer extends FeatureServiceLayer {
  #axis: AxisPolicy = 'auto';

  /**
   * Order of coordinates of the service: `xy` longitude or east first, `yx` latitude or north first. `auto` asks as the standard says, and looks
   * whether rows lie within the bounds that the service states.
   */
  @property()
  get axis(): AxisPolicy {
    return this.#axis;
  }
  set axis(value: AxisPolicy | null | undefined) {
    const axis = value ?? 'auto';
    if (AXES.includes(axis)) this.#axis = axis;
    else badValue(this, 'axis', value, 'yx');
  }

  protected override get options(): FeatureServiceOptions {
    return { ...super.options, axis: this.axis };
  }

  protected override async newSource(): Promise<RowSource> {
    const { options } = this;
    return this.rowsBy(await import('@yizhangtu/data/remote-features'), options);
  }

  /** The rows, by the code of feature services. */
  protected abstract rowsBy(code: FeatureCode, options: FeatureServiceOptions): RowSource;
}
