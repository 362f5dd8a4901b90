import { LatestAnswer, rowsAsked } from '@yizhangtu/data/link';
import type { Answer, Dataset } from '@yizhangtu/data/model';
import { begun, pause, SLICED_FROM } from '@yizhangtu/data/steps';
import { numbersOf, symbologyOf, varianceFitSteps, type Symbology } from '@yizhangtu/data/symbology';
import { barsQuery, extentQuery, limitsOf, scaleOf, type ClassBars } from './classify-model.js';

/** Puts a question; of very many rows not before pointer and frame have come in: classes, bars and fit have a task each. */
function inTurn<A>(dataset: Dataset, put: () => A | Promise<A>): A | Promise<A> {
  return dataset.rowCount < SLICED_FROM ? put() : pause().then(put);
}

/** What a classifier keeps between two renderings, because it looks at every row. Of very many rows it is found in slices, and what was known last stays until then. */
export class Classed {
  #model?: { readonly dataset: Dataset; readonly key: string; readonly model: Symbology };
  /** What answers are about: another dataset or field begins anew. */
  #subject?: { readonly dataset: Dataset; readonly field: string } | undefined;
  readonly #extent: LatestAnswer<Answer>;
  readonly #bars: LatestAnswer<ClassBars>;
  readonly #fit: LatestAnswer<number>;

  /** @param settled Called when something that was waited for is there. */
  constructor(settled: () => void) {
    this.#extent = new LatestAnswer(settled);
    this.#bars = new LatestAnswer(settled);
    this.#fit = new LatestAnswer(settled);
  }

  /** True while what is shown is of other rows or other classes. */
  get stale(): boolean {
    return this.#extent.stale || this.#bars.stale || this.#fit.stale;
  }

  /** Lets go of what is under way. */
  forget(): void {
    for (const one of [this.#extent, this.#bars, this.#fit]) one.forget();
    this.#subject = undefined;
  }

  /** The symbology of words, made anew for other rows or other words. */
  model(dataset: Dataset, words: string): Symbology {
    const key = `${dataset.version} ${words}`;
    if (this.#model?.dataset !== dataset || this.#model.key !== key) this.#model = { dataset, key, model: symbologyOf(words, dataset) };
    return this.#model.model;
  }

  /** Scale and bars of a field; undefined for fewer than two values, and until they are there. */
  bars(dataset: Dataset, field: string, log: boolean | undefined): ClassBars | undefined {
    const subject = this.#about(dataset, field);
    this.#extent.ask(subject, [dataset.version, dataset.schema], (signal) => inTurn(dataset, () => dataset.ask(extentQuery(dataset, field), signal)));
    const { answer } = this.#extent;
    const scale = answer && scaleOf(answer, log);
    if (!scale) return undefined;
    this.#bars.ask(subject, [answer, scale.log, rowsAsked(dataset, [field])], (signal) => {
      const told = ({ groups }: Answer): ClassBars => ({ scale, groups: groups.filter(({ key }) => key !== null) });
      const coming = inTurn(dataset, () => dataset.ask(barsQuery(field, scale, dataset.rowCount), signal));
      return 'then' in coming ? coming.then(told) : told(coming);
    });
    return this.#bars.answer;
  }

  /** How well the classes fit the numbers, missing ones apart; undefined until it is known. */
  fit(dataset: Dataset, model: Symbology): number | undefined {
    const column = dataset.column(model.field ?? '');
    if (!column) return Number.NaN;
    this.#fit.ask(this.#about(dataset, column.name), [model], (signal) => inTurn(dataset, () => begun(varianceFitSteps(numbersOf(column), model.classOf, limitsOf(model.classes).length + 1), { signal })));
    return this.#fit.answer;
  }

  #about(dataset: Dataset, field: string): object {
    if (this.#subject?.dataset !== dataset || this.#subject.field !== field) this.#subject = { dataset, field };
    return this.#subject;
  }
}
