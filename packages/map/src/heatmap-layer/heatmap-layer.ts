import { property } from 'lit/decorators.js';
import { DatasetController, type DatasetControllerOptions } from '@yizhangtu/data/link';
import type { Dataset } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { isRampName, type RampName } from '@yizhangtu/standards/ramps';
import type { DrawTarget } from '../renderer/types.js';
import { badValue } from '../shared/bad-value.js';
import { readNumber } from '../shared/read-number.js';
import type { SurfaceEngine } from '../surface/engine-door.js';
import type { HeatInput, HeatPicture } from '../surface/heat-picture.js';
import { lengthFrom } from '../surface/length.js';
import { weighing } from '../surface/row-numbers.js';
import { SurfaceLayerElement } from '../surface/surface-layer.js';

const DEFAULT_RADIUS = '24px';
const DEFAULT_RAMP: RampName = 'ylorrd';
/** Limits of the radius: below nothing is blurred, above everything is one spot. */
const LIMITS = { m: [1, 500_000], px: [2, 256] } as const;
const RECORDS = { zh: '条', en: 'records' } as const;

/**
 * A heatmap: where many rows lie close together, at a glance. The colours mean how much overlaps, not a number a square kilometre; for
 * that there is `yzt-density-layer`.
 * @tag yzt-heatmap-layer
 * @summary Heat surface of the rows of a dataset, without WebGL.
 * @fires yzt-error - The data of the layer's own `src` could not be read.
 */
export class YztHeatmapLayer extends SurfaceLayerElement {
  /** Number field that weighs the rows; without it each counts one. Missing and negative numbers count nothing. */
  @property({ attribute: 'weight-field' }) weightField?: string;

  #radius = DEFAULT_RADIUS;
  #ramp: RampName = DEFAULT_RAMP;
  #maximum?: number;
  #picture?: HeatPicture;

  /** Where the influence of a row ends: `24px` on the screen, `800m` or `1.5km` on the ground at the middle of the view. Default `24px`. */
  @property()
  get radius(): string {
    return this.#radius;
  }
  set radius(value: string | null | undefined) {
    const words = value ?? DEFAULT_RADIUS;
    if (lengthFrom(words, LIMITS)) this.#radius = words;
    else badValue(this, 'radius', value, '24px');
  }

  /** Ramp of the colours: `ylorrd`, `reds`, `ylgnbu`, `viridis` …; `-reversed` turns it round. Default `ylorrd`. */
  @property()
  get ramp(): string {
    return this.#ramp;
  }
  set ramp(value: string | null | undefined) {
    const name = value ?? DEFAULT_RAMP;
    if (isRampName(name)) this.#ramp = name;
    else badValue(this, 'ramp', value, DEFAULT_RAMP);
  }

  /** Intensity that has the last colour, for maps that are compared. Unset, the largest in view has it; the legend says which. */
  @property({ type: Number })
  get maximum(): number | undefined {
    return this.#maximum;
  }
  set maximum(value: number | null | undefined) {
    this.#maximum = readNumber(this, { name: 'maximum', min: Number.MIN_VALUE, max: Number.MAX_VALUE, example: '50' }, value, this.#maximum);
  }

  protected override newLink(options: DatasetControllerOptions<Dataset>): DatasetController {
    return new DatasetController(this, options);
  }

  protected override renew(): Symbology | undefined {
    return this.symbologyModel;
  }

  protected override draw(engine: SurfaceEngine, dataset: Dataset, target: DrawTarget): Symbology | undefined {
    this.#picture ??= new engine.HeatPicture(() => this.repaint());
    this.#picture.draw(this.#input(engine, dataset), target);
    return this.#picture.model;
  }

  protected override get counting(): Promise<void> | undefined {
    return this.#picture?.counting;
  }

  protected override clearPicture(): void {
    this.#picture?.clear();
    this.#picture = undefined;
  }

  #input(engine: SurfaceEngine, dataset: Dataset): HeatInput {
    const { weightField, maximum } = this;
    const { unit = this.say(RECORDS), ...weights } = weighing(this, dataset, weightField);
    return {
      geometry: dataset.geometry,
      passing: dataset.passing(),
      radius: lengthFrom(this.radius, LIMITS) ?? { value: 24, unit: 'px' },
      ramp: this.#ramp,
      dark: this.theme(engine).dark,
      unit,
      ...(maximum !== undefined && { maximum }),
      ...weights,
    };
  }
}
