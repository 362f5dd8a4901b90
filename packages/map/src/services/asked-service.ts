import { property } from 'lit/decorators.js';
import type { DatasetSchema } from '@yizhangtu/data/model';
import { badValue } from '../shared/bad-value.js';
import { numberFrom } from '../shared/values.js';
import { namesFrom, type InfoWords } from './info-rows.js';
import { ServiceLayerElement } from './service-layer.js';

const COUNT = 5;

/** How answers are told, as properties say it. */
export type AskedWords = Omit<InfoWords, 'aliases'> & { readonly aliases: string };

/** Base of layers of services that say what is at a place. */
export abstract class AskedServiceElement extends ServiceLayerElement {
  /** Parameters of the service's own, as in an address: `env=size:3&buffer=8`. */
  @property() params = '';

  /** Does not ask the service what is at a click. */
  @property({ type: Boolean, attribute: 'no-identify' }) noIdentify = false;

  /** Fields that a click tells, in order, parted by spaces; all without. */
  @property() fields?: string;

  /** Names of fields for people, over those of the service: `DLMC=地类名称 TBMJ=图斑面积`. */
  @property() aliases = '';

  /** What is known of the fields: names, units, code lists, masks. Without it what the service says of them. */
  @property({ attribute: false }) schema?: DatasetSchema;

  #featureCount = COUNT;

  /** Features that a click tells of each layer or dataset, at most. */
  @property({ attribute: 'feature-count' })
  get featureCount(): number {
    return this.#featureCount;
  }
  set featureCount(value: number | string | null | undefined) {
    const count = value == null ? COUNT : numberFrom(value, 1, 50);
    if (count === undefined) badValue(this, 'feature-count', value, `${COUNT}`);
    else this.#featureCount = Math.floor(count);
  }

  /** How an answer is told. */
  protected get askedWords(): AskedWords {
    return { schema: this.schema, aliases: this.aliases, fields: namesFrom(this.fields), locale: this.locale };
  }
}
