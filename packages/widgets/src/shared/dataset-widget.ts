import type { nothing, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { YztElement } from '@yizhangtu/base/element';
import { DatasetController, DatasetLikeController } from '@yizhangtu/data/link';
import type { Dataset, DatasetChange, DatasetLike } from '@yizhangtu/data/model';
import type { RowsNeed } from '@yizhangtu/data/remote-rows';
import { datasetState, type WaitedFor } from './dataset-state.js';

/** What widgets of one dataset have in common, wherever its rows are. */
abstract class LinkedWidget<D extends DatasetLike> extends YztElement {
  /** Id of the `<yzt-dataset>`, or a `Dataset` as a property. */
  @property() override dataset: string | DatasetLike | undefined;

  /** The link to the dataset, with the state of its loading. */
  protected abstract readonly data: { readonly dataset: D | undefined } & WaitedFor;

  /** Something in the dataset changed; widgets that keep things of it extend this. */
  protected datasetChanged(_changes: ReadonlySet<DatasetChange>, _dataset: D): void {}

  /** The widget works with another dataset, or with none. */
  protected datasetReplaced(): void {}

  /**
   * What to show instead of the widget while there is nothing to work with: skeleton, error sentence; undefined when there is data.
   * @param lines Lines of the skeleton.
   */
  protected renderState(lines = 3): TemplateResult | typeof nothing | undefined {
    return datasetState(this.data, lines, this.locale, this);
  }
}

/** Base of every widget that reads the rows of one dataset: it names it, waits for it, and knows its states. */
export abstract class DatasetWidget extends LinkedWidget<Dataset> {
  protected override readonly data = new DatasetController(this, {
    changes: ['data', 'filter'],
    onChange: (changes, dataset) => this.datasetChanged(changes, dataset),
    onDataset: () => this.datasetReplaced(),
    need: (whole) => this.rowsNeeded(whole),
  });

  /** Which rows of a dataset elsewhere must come here: those that pass all filters, unless a widget counts beyond some. */
  protected rowsNeeded(_whole: DatasetLike): RowsNeed {
    return {};
  }
}

/** Base of every widget that only asks a dataset, so that its rows may be elsewhere. */
export abstract class DatasetLikeWidget extends LinkedWidget<DatasetLike> {
  protected override readonly data = new DatasetLikeController(this, {
    changes: ['data', 'filter'],
    onChange: (changes, dataset) => this.datasetChanged(changes, dataset),
    onDataset: () => this.datasetReplaced(),
  });
}
