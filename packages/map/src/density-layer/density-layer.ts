import { property } from 'lit/decorators.js';
import type { DatasetLike } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import type { DrawTarget } from '../renderer/types.js';
import type { View } from '../renderer/view.js';
import type { PlacesWanted } from '../surface/places-in-reach.js';
import { badValue } from '../shared/bad-value.js';
import { readNumber } from '../shared/read-number.js';
import type { DensityForm, DensityInput, DensityPicture } from '../surface/density-picture.js';
import type { SurfaceEngine } from '../surface/engine-door.js';
import { lengthFrom } from '../surface/length.js';
import { WeighedLayerElement } from '../surface/weighed-layer.js';

export type { DensityForm };

const DEFAULT_RADIUS = '1km';
const DEFAULT_BREAKS = '6:jenks:ylgnbu';
const FILL_OPACITY = 0.75;
/** Cells across a view beyond which the surface itself is coarser. */
const ACROSS = 200;
const LIMITS = { m: [10, 1_000_000] } as const;
const RECORDS = { zh: '个', en: 'records' } as const;

/**
 * Kernel density with a unit: rows, or a weight, a square kilometre of ground, the same at every latitude and in every projection.
 * Drawn as filled bands or as lines between round limits. Limits come from all rows, so a colour keeps its meaning while filters move.
 * @tag yzt-density-layer
 * @summary Kernel density of a dataset in numbers a square kilometre.
 * @fires yzt-error - `breaks` cannot be read, or the data of the layer's own `src`.
 */
export class YztDensityLayer extends WeighedLayerElement {
  /** How the numbers are cut into classes: `6:jenks:ylgnbu`, `5:pretty`, `10,20,50:reds`. Below the first limit nothing is drawn. */
  @property() breaks = DEFAULT_BREAKS;

  #radius = DEFAULT_RADIUS;
  #form: DensityForm = 'bands';
  #fillOpacity?: number;
  #picture?: DensityPicture;
  #spec?: DensityInput['spec'];

  /** Where the influence of a row ends on the ground: `800m`, `1.5km`. The standard deviation of the kernel is a third of it. Default `1km`. */
  @property()
  get radius(): string {
    return this.#radius;
  }
  set radius(value: string | null | undefined) {
    const words = value ?? DEFAULT_RADIUS;
    if (lengthFrom(words, LIMITS)) this.#radius = words;
    else badValue(this, 'radius', value, '800m');
  }

  /** `bands` fills the areas between limits, `lines` draws the lines of equal density. */
  @property()
  get form(): DensityForm {
    return this.#form;
  }
  set form(value: DensityForm | null | undefined) {
    const form = value ?? 'bands';
    if (form === 'bands' || form === 'lines') this.#form = form;
    else badValue(this, 'form', value, 'lines');
  }

  /** Opacity of the bands, from 0 to 1. Default 0.75. */
  @property({ type: Number, attribute: 'fill-opacity' })
  get fillOpacity(): number {
    return this.#fillOpacity ?? FILL_OPACITY;
  }
  set fillOpacity(value: number | null | undefined) {
    this.#fillOpacity = readNumber(this, { name: 'fill-opacity', min: 0, max: 1, example: '0.75' }, value, this.#fillOpacity);
  }

  /** The density at a place in the part of the map that was drawn, a square kilometre; undefined elsewhere. */
  valueAt(lonLat: readonly [number, number]): number | undefined {
    return this.#picture?.valueAt(lonLat[0], lonLat[1]);
  }

  /** Cells of an eighth of the radius, or wider where the view is so wide that the surface is coarser too. */
  protected override get wanted(): Omit<PlacesWanted, 'weightField'> {
    const radius = this.#metres;
    const map = this.mapElement;
    return { cell: { px: Math.max(map?.clientWidth ?? 0, map?.clientHeight ?? 0) / ACROSS, metres: radius / 8 }, reach: { px: 0, metres: radius }, densest: this.#spec?.edges ? undefined : radius };
  }

  get #metres(): number {
    return lengthFrom(this.radius, LIMITS)?.value ?? 1000;
  }

  protected override renew(engine: SurfaceEngine, dataset: DatasetLike, view: View | undefined): Symbology | undefined {
    const input = this.#input(engine, dataset);
    return input ? this.#pictureOf(engine).model(input, view) : this.symbologyModel;
  }

  protected override draw(engine: SurfaceEngine, dataset: DatasetLike, target: DrawTarget): Symbology | undefined {
    const input = this.#input(engine, dataset);
    return input ? this.#pictureOf(engine).draw(input, target) : this.symbologyModel;
  }

  #pictureOf(engine: SurfaceEngine): DensityPicture {
    return (this.#picture ??= new engine.DensityPicture(() => this.redraw()));
  }

  protected override get counting(): Promise<void> | undefined {
    return this.#picture?.counting;
  }

  protected override clearPicture(): void {
    super.clearPicture();
    this.#picture?.clear();
    this.#picture = undefined;
  }

  #input(engine: SurfaceEngine, dataset: DatasetLike): DensityInput | undefined {
    const { form, fillOpacity } = this;
    const spec = this.reading(this.breaks || DEFAULT_BREAKS, DEFAULT_BREAKS, (words) => engine.breaksSpec(words));
    this.#spec = spec;
    const weighed = this.weighed(dataset);
    return weighed && { unit: this.say(RECORDS), ...weighed, radius: this.#metres, spec, form, fillOpacity, dark: this.theme(engine).dark };
  }
}
