import type { Locale } from '@yizhangtu/base/locale';
import { whenLabels } from '../renderer/late-labels.js';
import { rowText } from '@yizhangtu/data/words';
import type { Dataset } from '@yizhangtu/data/model';

/** Reads labels from a field; missing values have none. Undefined without a field or where the dataset does not have it. */
export function labelReader(dataset: Dataset, field: string | undefined, locale: Locale): ((row: number) => string) | undefined {
  if (!field || !dataset.column(field)) return undefined;
  // Asked for ahead of the frame that needs it.
  void whenLabels();
  return (row) => (dataset.value(row, field) === null ? '' : rowText(dataset, row, field, locale));
}
