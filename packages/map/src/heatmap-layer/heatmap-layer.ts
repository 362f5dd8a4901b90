import { property } from 'lit/decorators.js';
import type { DatasetLike } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { isRampName, type RampName } from '@yizhangtu/standards/ramps';
import type { DrawTarget } from '../renderer/types.js';
import type { PlacesWanted } from '../surface/places-in-reach.js';
import { badValue } from '../shared/bad-value.js';
import { readNumber } from '../shared/read-number.js';
import type { SurfaceEngine } from '../surface/engine-door.js';
import type { HeatInput, HeatPicture } from '../surface/heat-picture.js';
import { lengthFrom, type Length } from '../surface/length.js';
import { WeighedLayerElement } from '../surface/weighed-layer.js';

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
export class YztHeatmapLayer extends WeighedLayerElement {
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

  /** Cells that are not seen: a twelfth of the radius, from one to four pixels. */
  protected override get wanted(): Omit<PlacesWanted, 'weightField'> {
    const { value, unit } = this.#length;
    const [px, metres] = unit === 'px' ? [value, 0] : [0, value];
    return { cell: { px: Math.max(1, Math.min(4, px / 12)), metres: metres / 12 }, reach: { px, metres }, densest: undefined };
  }

  get #length(): Length {
    return lengthFrom(this.radius, LIMITS) ?? { value: 24, unit: 'px' };
  }

  protected override renew(): Symbology | undefined {
    return this.symbologyModel;
  }

  protected override draw(engine: SurfaceEngine, dataset: DatasetLike, target: DrawTarget): Symbology | undefined {
    this.#picture ??= new engine.HeatPicture(() => this.repaint());
    const input = this.#input(engine, dataset);
    if (input) this.#picture.draw(input, target);
    return this.#picture.model;
  }

  protected override get counting(): Promise<void> | undefined {
    return this.#picture?.counting;
  }

  protected override clearPicture(): void {
    super.clearPicture();
    this.#picture?.clear();
    this.#picture = undefined;
  }

  #input(engine: SurfaceEngine, dataset: DatasetLike): HeatInput | undefined {
    const { maximum } = this;
    const weighed = this.weighed(dataset);
    if (!weighed) return undefined;
    return { unit: this.say(RECORDS), ...weighed, radius: this.#length, ramp: this.#ramp, dark: this.theme(engine).dark, ...(maximum !== undefined && { maximum }) };
  }
}
