/** What a scatter plot shows, worked out in slices where there are very many rows. */
import { SlicedWork } from '@yizhangtu/data/link';
import type { Dataset, Filter } from '@yizhangtu/data/model';
import { SLICED_FROM, type Steps } from '@yizhangtu/data/steps';
import type { ReactiveControllerHost } from 'lit';
import { StepsMemo } from '../chart/steps-memo.js';
import { passes } from './scatter-filter.js';
import { crowdSteps } from './scatter-pixels.js';
import { pointSteps, type PointFields, type ScatterPoints } from './scatter-points.js';
import { sceneSteps, type ScatterInput, type ScatterScene } from './scatter-scene.js';

/** Points, where they lie, and what the filter of the chart leaves of them. */
export interface ScatterPicture {
  readonly points: ScatterPoints;
  /** undefined before the first layout, and without points. */
  readonly scene: ScatterScene | undefined;
  /** Points of each cell that the filter of the chart leaves; undefined for all, and where points are drawn one by one. */
  readonly kept: Uint32Array | undefined;
  /** The same point by point. */
  readonly inside: ((index: number) => boolean) | undefined;
}

/** What a picture is of. */
export interface PictureNeed {
  readonly dataset: Dataset;
  readonly fields: PointFields;
  readonly box: Omit<ScatterInput, 'points' | 'logX' | 'logY'>;
  /** Filters of the two fields. */
  readonly filters: readonly [across: Filter | undefined, up: Filter | undefined];
}

/** The picture of the last of many needs. */
export class ScatterPictures {
  readonly #work: SlicedWork<ScatterPicture>;
  readonly #points = new StepsMemo<ScatterPoints>();
  readonly #scene = new StepsMemo<ScatterScene>();
  readonly #kept = new StepsMemo<Uint32Array>();
  #dataset: Dataset | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#work = new SlicedWork(host, () => this.#dataset?.filtering !== undefined);
  }

  /** True while a picture is under way. */
  get pending(): boolean {
    return this.#work.pending;
  }

  /** Resolves when the last picture is there. */
  done(): Promise<void> {
    return this.#work.done();
  }

  /** Lets go of everything. */
  forget(): void {
    this.#work.forget();
    this.#dataset = undefined;
  }

  /** The picture; undefined before the first. */
  of(need: PictureNeed): ScatterPicture | undefined {
    const { dataset, fields, box, filters } = need;
    const { x, y, size, logX, logY } = fields;
    this.#dataset = dataset;
    const subject = [dataset, x, y, size, logX, logY];
    const mask = dataset.passing([x, y]);
    const shown = [box.width, box.height, box.fontSize, box.locale, box.trend, box.markers.join()];
    return this.#work.of(subject, [dataset.version, mask, ...shown, ...filters], dataset.rowCount >= SLICED_FROM, () => this.#steps(need, subject, mask, shown));
  }

  *#steps({ dataset, fields, box, filters }: PictureNeed, subject: readonly unknown[], mask: Uint8Array, shown: readonly unknown[]): Steps<ScatterPicture> {
    const points = yield* this.#points.of([...subject, dataset.version, mask], () => pointSteps(dataset, fields, mask));
    const [across, up] = filters;
    const ranged = across?.kind === 'range' || up?.kind === 'range';
    const inside = ranged ? (index: number): boolean => passes(across, points.x[index] as number) && passes(up, points.y[index] as number) : undefined;
    if (points.rows.length === 0 || box.width === 0 || box.height === 0) return { points, scene: undefined, kept: undefined, inside };
    const { logX, logY } = fields;
    const scene = yield* this.#scene.of([points, ...shown], () => sceneSteps({ ...box, logX, logY, points }));
    const kept = scene.crowd && inside && (yield* this.#kept.of([scene, across, up], () => crowdSteps(scene, inside)));
    return { points, scene, kept, inside };
  }
}
