import { asYztError, type YztError } from '@yizhangtu/base/errors';
import { LatestAnswer, rowsAsked } from '@yizhangtu/data/link';
import { rowsAreHere, type Answer, type DatasetLike, type Query } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import { begun, pause, SLICED_FROM } from '@yizhangtu/data/steps';
import { askedCounts, farSymbology, numbersOf, symbologyOf, varianceFitSteps, type Symbology } from '@yizhangtu/data/symbology';
import { classCounts } from '../legend/legend-rows.js';
import { fitIn, fitQuery } from './class-answers.js';
import { barsQuery, extentQuery, limitsOf, scaleOf, specOf, type ClassBars } from './classify-model.js';

/** Puts a question; of very many rows in this page not before pointer and frame have come in: classes, bars and fit have a task each. */
function inTurn<A>(dataset: DatasetLike, put: () => A | Promise<A>): A | Promise<A> {
  return rowsAreHere(dataset) && dataset.rowCount >= SLICED_FROM ? pause().then(put) : put();
}

function asked(dataset: DatasetLike, query: Query, signal: AbortSignal): Answer | Promise<Answer> {
  return inTurn(dataset, () => (rowsAreHere(dataset) ? dataset.ask(query, signal) : dataset.query(query, signal)));
}

function told<B>(coming: Answer | Promise<Answer>, tell: (answer: Answer) => B): B | Promise<B> {
  return 'then' in coming ? coming.then(tell) : tell(coming);
}

/** What a classifier keeps between two renderings, because it looks at every row. Of very many rows it is found in slices, and of rows elsewhere it is asked; what was known last stays until then. */
export class Classed {
  #model?: { readonly dataset: DatasetLike; readonly key: string; readonly model: Symbology };
  /** What answers are about: another dataset or field begins anew. */
  #subject?: { readonly dataset: DatasetLike; readonly field: string } | undefined;
  #waits = false;
  #problem?: YztError | undefined;
  readonly #settled: () => void;
  readonly #extent: LatestAnswer<Answer>;
  readonly #bars: LatestAnswer<ClassBars>;
  readonly #fit: LatestAnswer<number>;
  readonly #counts: LatestAnswer<ArrayLike<number>>;

  /** @param settled Called when something that was waited for is there. */
  constructor(settled: () => void) {
    this.#settled = settled;
    this.#extent = new LatestAnswer(settled);
    this.#bars = new LatestAnswer(settled);
    this.#fit = new LatestAnswer(settled);
    this.#counts = new LatestAnswer(settled);
  }

  get #all(): readonly LatestAnswer<unknown>[] {
    return [this.#extent, this.#bars, this.#fit, this.#counts];
  }

  /** True while what is shown is of other rows or other classes. */
  get stale(): boolean {
    return this.#waits || this.#all.some(({ stale }) => stale);
  }

  /** Why there are no classes, or no numbers of them. */
  get problem(): YztError | undefined {
    return this.#problem ?? this.#all.find(({ error }) => error)?.error;
  }

  /** Lets go of what is under way. */
  forget(): void {
    for (const one of this.#all) one.forget();
    this.#subject = undefined;
  }

  /** The symbology of words, made anew for other rows or other words. Of rows elsewhere it is undefined until it has come, and the one before stays where it is of the same field. */
  model(dataset: DatasetLike, words: string): Symbology | undefined {
    this.#waits = false;
    this.#problem = undefined;
    const key = `${dataset.version} ${words}`;
    if (this.#model?.dataset === dataset && this.#model.key === key) return this.#model.model;
    const model = rowsAreHere(dataset) ? symbologyOf(words, dataset) : this.#farModel(dataset, words);
    if (model) this.#model = { dataset, key, model };
    if (model || this.#problem) return model;
    this.#waits = true;
    const before = this.#model;
    return before?.dataset === dataset && before.model.field === specOf(words, undefined)?.field ? before.model : undefined;
  }

  #farModel(dataset: DatasetLike, words: string): Symbology | undefined {
    try {
      return farSymbology(words, dataset, this.#settled);
    } catch (reason) {
      this.#problem = asYztError(reason, 'bad-attribute', { zh: '无法分级。', en: 'No classes can be made.' });
      return undefined;
    }
  }

  /** Rows of each class that the other views leave; undefined until they are there. */
  counts(dataset: DatasetLike, model: Symbology): ArrayLike<number> | undefined {
    if (rowsAreHere(dataset)) return classCounts(model, dataset);
    const { field = '' } = model;
    this.#counts.ask(this.#about(dataset, field), [model, rowsAsked(dataset, [field])], (signal) => askedCounts(model, dataset as RemoteDataset, [field], signal));
    return this.#counts.answer;
  }

  /** Scale and bars of a field; undefined for fewer than two values, and until they are there. */
  bars(dataset: DatasetLike, field: string, log: boolean | undefined): ClassBars | undefined {
    const subject = this.#about(dataset, field);
    this.#extent.ask(subject, [dataset.version, dataset.schema], (signal) => asked(dataset, extentQuery(dataset, field), signal));
    const { answer } = this.#extent;
    const scale = answer && scaleOf(answer, log);
    if (!scale) return undefined;
    this.#bars.ask(subject, [answer, scale.log, rowsAsked(dataset, [field])], (signal) =>
      told(asked(dataset, barsQuery(field, scale, dataset.rowCount), signal), ({ groups }): ClassBars => ({ scale, groups: groups.filter(({ key }) => key !== null) })),
    );
    return this.#bars.answer;
  }

  /** How well the classes fit the numbers, missing ones apart; undefined until it is known. */
  fit(dataset: DatasetLike, model: Symbology): number | undefined {
    const { field = '' } = model;
    if (!dataset.column(field)) return Number.NaN;
    this.#fit.ask(this.#about(dataset, field), [model], (signal) => {
      if (!rowsAreHere(dataset)) return told(asked(dataset, fitQuery(model, [...dataset.filters.keys()]), signal), fitIn);
      const column = dataset.column(field);
      return column ? inTurn(dataset, () => begun(varianceFitSteps(numbersOf(column), model.classOf, limitsOf(model.classes).length + 1), { signal })) : Number.NaN;
    });
    return this.#fit.answer;
  }

  #about(dataset: DatasetLike, field: string): object {
    if (this.#subject?.dataset !== dataset || this.#subject.field !== field) this.#subject = { dataset, field };
    return this.#subject;
  }
}
