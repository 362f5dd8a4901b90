import { property } from 'lit/decorators.js';
import { expressionColumn } from '../expression/expression-column.js';
import type { DerivedColumn } from '../model/derived-columns.js';
import type { FieldSchema } from '../model/types.js';
import { FieldElement } from './field-element.js';

/**
 * A field of a dataset that is worked out from others: `<yzt-field name="density" expression="round(people / areaKm2, 1)">` inside a
 * `yzt-dataset`. Layers, filters, charts and tables use it like any other field, and it is worked out again when the data change.
 *
 * It sees what everybody sees: a masked field stays masked. A field may use those written before it. Inside a `yzt-remote-dataset` ClickHouse
 * works it out itself, and of an OGC API or a WFS the page does, on the rows that came.
 * @tag yzt-field
 * @summary A worked-out field of a dataset.
 * @fires yzt-error - The expression cannot be read, or does not fit the data; the field is missing then.
 */
export class YztField extends FieldElement {
  /** How it is worked out: `areaM2 / 10000`, `if(built < '2000-01-01', '老', '新')`. */
  @property() expression?: string;

  #key = '';
  #made?: DerivedColumn | undefined;

  protected override definition(schema: FieldSchema): DerivedColumn | undefined {
    const { expression } = this;
    const key = JSON.stringify([schema, expression]);
    if (key !== this.#key) {
      this.#made = undefined;
      this.#key = key;
      this.#made = expression ? expressionColumn(schema, expression) : undefined;
    }
    return this.#made;
  }
}
