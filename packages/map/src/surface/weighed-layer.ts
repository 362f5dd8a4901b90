import { property } from 'lit/decorators.js';
import type { YztError } from '@yizhangtu/base/errors';
import { DatasetLikeController, type DatasetControllerOptions } from '@yizhangtu/data/link';
import { rowsAreHere, type DatasetLike } from '@yizhangtu/data/model';
import { whenPlaces } from './places-door.js';
import type { PlacesInReach, PlacesWanted, WeighedPlaces } from './places-in-reach.js';
import { codeMissing } from '../shared/code-missing.js';
import { rowWeights, weightWords, type Weighing } from './row-numbers.js';
import { SurfaceLayerElement } from './surface-layer.js';

/** What such a layer draws: places, what they weigh, and the words of the weight. */
export type Weighed = WeighedPlaces & Omit<Weighing, 'weights'> & { readonly densest?: WeighedPlaces | undefined };

/** Base of the layers that draw where rows lie, each with a weight: heat and density. Rows that are elsewhere are counted there in small cells. */
export abstract class WeighedLayerElement extends SurfaceLayerElement<DatasetLike> {
  /** Number field that weighs the rows; without it each counts one. Missing and negative numbers count nothing. */
  @property({ attribute: 'weight-field' }) weightField?: string;

  #asked?: PlacesInReach | undefined;
  #coming?: DatasetLike | undefined;
  #told?: YztError | undefined;

  /** How places of rows elsewhere are wanted. */
  protected abstract get wanted(): Omit<PlacesWanted, 'weightField'>;

  protected override newLink(options: DatasetControllerOptions<DatasetLike>): DatasetLikeController {
    return new DatasetLikeController(this, {
      ...options,
      onDataset: (dataset, previous) => {
        this.#end();
        options.onDataset?.(dataset, previous);
      },
    });
  }

  protected override clearPicture(): void {
    this.#end();
  }

  /** What is drawn of a dataset; undefined while nothing is known of it. */
  protected weighed(dataset: DatasetLike): Weighed | undefined {
    const weights = rowWeights(this, dataset, this.weightField);
    const words = weights ? weightWords(dataset, this.weightField as string) : {};
    if (rowsAreHere(dataset)) return { geometry: dataset.geometry, passing: dataset.passing(), ...(typeof weights === 'object' && { weights }), ...words };
    const asked = this.#asked ?? this.#fetch(dataset);
    if (!asked) return undefined;
    const { densest: reach, ...wanted } = this.wanted;
    asked.look({ ...wanted, densest: reach, weightField: weights ? this.weightField : undefined });
    const { places, densest, pending } = asked;
    this.toggleAttribute('stale', pending && places !== undefined);
    return places && (reach === undefined || densest) ? { ...places, ...words, densest } : undefined;
  }

  #fetch(dataset: DatasetLike): undefined {
    if (this.#coming === dataset) return;
    this.#coming = dataset;
    whenPlaces().then(
      (Places) => {
        if (this.#coming !== dataset) return;
        this.#asked = new Places(this, dataset, (error) => this.#settled(error));
        this.redraw();
      },
      (reason: unknown) => this.fail(codeMissing(this, reason)),
    );
  }

  #settled(error: YztError | undefined): void {
    if (error && error !== this.#told) this.fail(error);
    else if (!error && this.#told) this.clearError();
    this.#told = error;
    this.redraw();
  }

  #end(): void {
    this.#asked = this.#asked?.end();
    this.#coming = undefined;
    if (this.#told) this.clearError();
    this.#told = undefined;
  }
}
