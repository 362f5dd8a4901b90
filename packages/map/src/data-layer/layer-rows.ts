import { DatasetLikeController, type DatasetControllerOptions } from '@yizhangtu/data/link';
import { rowsAreHere, type Dataset, type DatasetLike } from '@yizhangtu/data/model';
import { whenReach } from '../reach/door.js';
import type { ReachLayer, ReachOptions } from '../reach/rows-in-reach.js';
import { codeMissing } from '../shared/code-missing.js';

/** Keeps a layer on the rows it draws: those of its dataset, or of one whose rows are elsewhere those within reach of the map. */
export class LayerRows extends DatasetLikeController {
  readonly #layer: ReachLayer;

  constructor(layer: ReachLayer, options: ReachOptions & Pick<DatasetControllerOptions<DatasetLike>, 'given'>) {
    const { onChange, onOwnEnd } = options;
    super(layer, {
      ...options,
      changes: ['data'],
      onChange: (changes, dataset) => rowsAreHere(dataset) && onChange(changes),
      onDataset: (dataset) => {
        layer.reach = layer.reach?.end();
        onChange(new Set(['data']));
        if (!dataset || rowsAreHere(dataset)) return;
        whenReach().then(
          (Reach) => {
            if (this.dataset === dataset) layer.reach = new Reach(layer, dataset, options);
          },
          (reason: unknown) => onOwnEnd(codeMissing(layer, reason)),
        );
      },
    });
    this.#layer = layer;
  }

  /** Undefined while there are none. */
  get rows(): Dataset | undefined {
    const { dataset } = this;
    return dataset && (rowsAreHere(dataset) ? dataset : this.#layer.reach?.rows);
  }

  override get loading(): boolean {
    return super.loading || !!this.#layer.reach?.loading;
  }
}
