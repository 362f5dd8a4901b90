import type { Dataset } from '@yizhangtu/data/model';
import { numbersOf, symbologyOf, varianceFit, type Symbology } from '@yizhangtu/data/symbology';
import { limitsOf } from './classify-model.js';

/** What a classifier keeps between two renderings, because it looks at every row. */
export class Classed {
  #model?: { readonly dataset: Dataset; readonly key: string; readonly model: Symbology };
  #fit?: { readonly model: Symbology; readonly fit: number };

  /** The symbology of words, made anew for other rows or other words. */
  model(dataset: Dataset, words: string): Symbology {
    const key = `${dataset.version} ${words}`;
    if (this.#model?.dataset !== dataset || this.#model.key !== key) this.#model = { dataset, key, model: symbologyOf(words, dataset) };
    return this.#model.model;
  }

  /** How well the classes fit the numbers, missing ones apart. */
  fit(dataset: Dataset, model: Symbology): number {
    if (this.#fit?.model === model) return this.#fit.fit;
    const column = dataset.column(model.field ?? '');
    const fit = column ? varianceFit(numbersOf(column), model.classOf, limitsOf(model.classes).length + 1) : Number.NaN;
    this.#fit = { model, fit };
    return fit;
  }
}
