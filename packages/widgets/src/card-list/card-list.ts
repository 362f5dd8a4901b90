import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { DatasetLike } from '@yizhangtu/data/model';
import type { SymbolClass } from '@yizhangtu/data/symbology';
import { RowList } from '../feature-list/row-list.js';
import { fieldList } from '../popup/popup-rows.js';
import { card } from './card.js';
import { cardListStyles } from './card-list.styles.js';

/** Least width of a card, px at normal text size. */
const LEAST = 200;
/** Fields on a card at most; more would be a table. */
const MOST = 4;

/**
 * The rows of a dataset as cards: picture, badge, name and a few fields, as many in a line as fit. What all filters leave, only what is in
 * sight drawn, selection and hover shared with the map, flights there when a card is chosen.
 * @tag yzt-card-list
 * @summary Rows of a dataset as cards linked to the map.
 * @csspart base - The whole list with its head.
 * @csspart list - The part that scrolls.
 * @csspart row - The place of one card.
 * @csspart card - One card.
 * @csspart picture - The picture of a card.
 * @cssproperty --yzt-card-list-height - Height of the element. Default 420px.
 */
export class YztCardList extends RowList {
  static override styles: CSSResultGroup = [RowList.styles, cardListStyles];

  /** Field with the address of a picture: relative to the page, http or https. Without it cards have none. */
  @property({ attribute: 'image-field' }) imageField?: string;

  protected override readonly listName = { zh: '卡片列表', en: 'Cards' };

  protected override get perLine(): number {
    const { width } = this.scroller;
    const scale = Number.parseFloat(getComputedStyle(this).getPropertyValue('--yzt-text-scale')) || 1;
    return Number.isFinite(width) ? Math.max(1, Math.floor(width / (LEAST * scale))) : 1;
  }

  protected override get readFields(): readonly string[] {
    return this.imageField ? [this.imageField] : [];
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // All cards are of one height, or the list could not know where the others are.
    this.style.setProperty('--_per-line', String(this.perLine));
    this.style.setProperty('--_facts', String(Math.min(MOST, fieldList(this.fields).length)));
    this.toggleAttribute('pictures', Boolean(this.imageField));
  }

  protected override rowContent(dataset: DatasetLike, row: number, symbol: SymbolClass | undefined): TemplateResult {
    const { titleField, imageField, locale, noun = '' } = this;
    return card({ dataset, row, titleField, imageField, fields: fieldList(this.fields).slice(0, MOST), symbol, noun, locale });
  }
}
