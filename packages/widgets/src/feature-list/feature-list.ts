import type { TemplateResult } from 'lit';
import type { DatasetLike } from '@yizhangtu/data/model';
import type { SymbolClass } from '@yizhangtu/data/symbology';
import { fieldList } from '../popup/popup-rows.js';
import { listRow } from './list-row.js';
import { RowList } from './row-list.js';

/**
 * The rows of a dataset as a list: the text twin of the map.
 *
 * It shows what all filters leave, draws only what is in sight (a hundred thousand rows scroll smoothly), shares selection and
 * hover with the map, and flies there when a row is chosen.
 * @tag yzt-feature-list
 * @summary Rows of a dataset as a long list linked to the map.
 * @csspart base - The whole list with its head.
 * @csspart list - The part that scrolls.
 * @csspart row - One row.
 * @cssproperty --yzt-feature-list-height - Height of the element. Default 420px.
 */
export class YztFeatureList extends RowList {
  protected override readonly listName = { zh: '要素列表', en: 'List of features' };

  protected override rowContent(dataset: DatasetLike, row: number, symbol: SymbolClass | undefined): TemplateResult {
    const { titleField, locale, noun = '' } = this;
    return listRow({ dataset, row, titleField, fields: fieldList(this.fields), symbol, noun, locale });
  }
}
