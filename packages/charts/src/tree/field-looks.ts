import type { Locale } from '@yizhangtu/base/locale';
import type { Dataset, DatasetLike, Key } from '@yizhangtu/data/model';
import type { Steps } from '@yizhangtu/data/steps';
import { categoryWords } from '@yizhangtu/data/words';
import { classColor } from '../chart/group-rows.js';
import { schemeOf } from '@yizhangtu/standards/scheme';
import { SymbologyMemo, type ColoredHost } from '../chart/symbology-memo.js';
import { hasColors, type FieldLooks } from './tree-leaves.js';

/** What decides the looks of the values of a field. */
export interface LooksWanted {
  readonly dataset: DatasetLike | undefined;
  readonly field: string;
  readonly locale: Locale;
  /** Colours of the map, as the page asks for them. */
  readonly symbology: string | undefined;
  /** Field whose classes give colours where neither page nor code list does; undefined for none. */
  readonly colorField: string | undefined;
}

/** Looks, and what they come from: the same values as long as they are the same looks. */
export interface KeptLooks extends FieldLooks {
  readonly from: readonly unknown[];
}

/** Words and colours of the values of fields. Keeps a symbology for each spec. */
export class FieldLooksMemo {
  readonly #colors = new Map<string, SymbologyMemo>();
  readonly #chart: ColoredHost;

  /** @param chart Drawn again when colours have come. */
  constructor(chart: ColoredHost) {
    this.#chart = chart;
  }

  /** The looks of the values of a field: colours of the page, else of its code list, else of the classes of `colorField`. */
  of({ dataset, field: name, locale, symbology, colorField }: LooksWanted): KeptLooks {
    const field = dataset?.field(name) ?? { name };
    const official = symbology === undefined && hasColors(field);
    const spec = symbology ?? (official || colorField === undefined ? undefined : `class:${colorField}`);
    const model = dataset && spec !== undefined ? this.#memo(spec).of(spec, dataset, this.#chart) : undefined;
    const scheme = field.codes && schemeOf(field.codes.scheme, field.codes.version);
    return {
      from: [dataset, dataset?.schema, name, locale, official, model, scheme],
      field,
      locale,
      official,
      label: (key: Key) => (dataset ? categoryWords(dataset, name, key, locale) : String(key)),
      color: (key: Key) => classColor(model, model?.field, key),
    };
  }

  /** Makes colours of very many values in steps; undefined where they are there, or as good as no work. */
  ahead(spec: string, dataset: Dataset): Steps<void> | undefined {
    return this.#memo(spec).ahead(spec, dataset);
  }

  #memo(spec: string): SymbologyMemo {
    let memo = this.#colors.get(spec);
    if (!memo) {
      memo = new SymbologyMemo();
      this.#colors.set(spec, memo);
    }
    return memo;
  }
}
