import type { nothing, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { YztElement } from '@yizhangtu/base/element';
import { DatasetController } from '@yizhangtu/data/link';
import type { Dataset, DatasetChange } from '@yizhangtu/data/model';
import { datasetState } from './dataset-state.js';

/** Base of every widget that works with one dataset: it names it, waits for it, and knows its states. */
export abstract class DatasetWidget extends YztElement {
  /** Id of the `<yzt-dataset>`, or a `Dataset` as a property. */
  @property() override dataset: string | Dataset | undefined;

  /** The link to the dataset, with the state of its loading. */
  protected readonly data = new DatasetController(this, {
    changes: ['data', 'filter'],
    onChange: (changes, dataset) => this.datasetChanged(changes, dataset),
    onDataset: () => this.datasetReplaced(),
  });

  /** Something in the dataset changed; widgets that keep things of it extend this. */
  protected datasetChanged(_changes: ReadonlySet<DatasetChange>, _dataset: Dataset): void {}

  /** The widget works with another dataset, or with none. */
  protected datasetReplaced(): void {}

  /**
   * What to show instead of the widget while there is nothing to work with: skeleton, error sentence; undefined when there is data.
   * @param lines Lines of the skeleton.
   */
  protected renderState(lines = 3): TemplateResult | typeof nothing | undefined {
    return datasetState(this.data, lines, this.locale);
  }
}
