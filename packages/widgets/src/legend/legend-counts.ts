import type { TemplateResult } from 'lit';
import type { Locale } from '@yizhangtu/base/locale';
import { LatestAnswer, rowsAsked } from '@yizhangtu/data/link';
import { askedCounts, type Symbology } from '@yizhangtu/data/symbology';
import { errorNotice } from '../shared/dataset-state.js';
import { filterKeyOf } from './legend-rows.js';

/** Numbers of rows by class of layers whose rows are elsewhere: asked for once, what was known last stays until the next ones are there. */
export class LegendCounts {
  readonly #answers = new Map<object, LatestAnswer<readonly number[]>>();
  readonly #settled: () => void;

  /** @param settled Called when numbers that were waited for have come, or will not come. */
  constructor(settled: () => void) {
    this.#settled = settled;
  }

  /** True while the numbers of a layer are those of other filters. */
  get stale(): boolean {
    return [...this.#answers.values()].some(({ stale }) => stale);
  }

  /** Why a layer has no numbers. @param view The legend. */
  notice(layer: object, locale: Locale, view: object): TemplateResult | undefined {
    const error = this.#answers.get(layer)?.error;
    return error && errorNotice(error, locale, view);
  }

  /** The numbers of the classes of a layer; undefined until they are there, and where all its rows are in the page. */
  of(layer: object, model: Symbology): readonly number[] | undefined {
    const { whole, classes } = model;
    if (!whole) return undefined;
    let answer = this.#answers.get(layer);
    if (!answer) this.#answers.set(layer, (answer = new LatestAnswer(this.#settled)));
    const own = filterKeyOf(model);
    const ignore = own === undefined ? [] : [own];
    // A moved map has other rows and the same classes.
    answer.ask(classes, [whole.version, rowsAsked(whole, ignore)], (signal) => askedCounts(model, whole, ignore, signal));
    return answer.answer;
  }

  /** Lets go of the layers that are not among these. */
  keep(layers: readonly object[]): void {
    for (const [layer, answer] of this.#answers) {
      if (layers.includes(layer)) continue;
      answer.forget();
      this.#answers.delete(layer);
    }
  }
}
