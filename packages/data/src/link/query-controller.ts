import type { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Dataset } from '../model/dataset.js';
import { rowsAreHere, type DatasetLike } from '../model/dataset-like.js';
import type { Answer, Query } from '../model/query-types.js';
import type { DatasetChange } from '../model/types.js';
import { begun, isPromise, type Steps } from '../steps/drive.js';
import { LatestAnswer } from './latest-answer.js';

/** What a view wants to know, and of which dataset. */
export interface QueryNeed {
  readonly dataset?: DatasetLike | undefined;
  readonly query: Query;
  /** What else has to be worked out in steps before an answer is shown, of rows that are here; undefined for nothing. */
  ahead?(dataset: Dataset): Steps<void> | undefined;
}

/** What decides which rows a question is about: the same value as long as they are the same rows. */
export function rowsAsked(dataset: DatasetLike, ignore: readonly string[] | undefined): unknown {
  if (rowsAreHere(dataset)) return dataset.passing(ignore);
  return JSON.stringify([...dataset.filters].filter(([key]) => !ignore?.includes(key)));
}

/** An answer at once, or as soon as what would hold up the page has been worked out. */
function prepared(dataset: DatasetLike, { query, ahead }: QueryNeed, signal: AbortSignal): Answer | Promise<Answer> {
  if (!rowsAreHere(dataset)) return dataset.query(query, signal);
  const answer = dataset.ask(query, signal);
  const late = (given: Answer): Answer | Promise<Answer> => {
    const steps = ahead?.(dataset);
    return steps ? begun(thenGive(steps, given), { signal }) : given;
  };
  return isPromise(answer) ? answer.then(late) : late(answer);
}

function* thenGive(steps: Steps<void>, given: Answer): Steps<Answer> {
  yield* steps;
  return given;
}

/**
 * Answers the question of a view, and asks again when the data or a filter that counts has changed. The question is put anew in every
 * update of the host, so it may depend on any property. An answer may come later: until then the last one stays, and the host has the
 * attribute `stale`.
 */
export class QueryController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #need: () => QueryNeed | undefined;
  readonly #latest: LatestAnswer<Answer>;
  #dataset?: DatasetLike;
  #stop?: () => void;
  #subject: { readonly dataset: DatasetLike; readonly question: string } | undefined;
  #said?: YztError;
  #marked = false;
  /** What the question stands at during an update, which reads the answer many times and changes nothing that it is about. */
  #inUpdate: 'no' | 'unasked' | 'asked' = 'no';

  constructor(host: ReactiveControllerHost, need: () => QueryNeed | undefined) {
    this.#host = host;
    this.#need = need;
    this.#latest = new LatestAnswer(() => this.#host.requestUpdate());
    host.addController(this);
  }

  /** The answer; undefined without a dataset, before the first one, or when the question cannot be answered. The same object until it changes. */
  get answer(): Answer | undefined {
    this.#ask();
    return this.#latest.answer;
  }

  /** Why there is no answer, or no new one: a field the dataset does not have, an engine that cannot be reached. */
  get error(): YztError | undefined {
    this.#ask();
    return this.#latest.error;
  }

  /** True while an answer is under way. */
  get pending(): boolean {
    this.#ask();
    return this.#latest.pending;
  }

  /** True where `answer` is of rows that others have taken the place of: a new one is under way, or did not come. */
  get stale(): boolean {
    return this.#latest.stale;
  }

  hostUpdate(): void {
    this.#follow(this.#need()?.dataset);
    this.#inUpdate = 'unasked';
    // An update that throws never comes to its end.
    queueMicrotask(() => (this.#inUpdate = 'no'));
  }

  hostUpdated(): void {
    const dataset = this.#dataset;
    const stale = this.stale || (dataset !== undefined && rowsAreHere(dataset) && dataset.filtering !== undefined);
    if (stale === this.#marked || !(this.#host instanceof Element)) return;
    this.#marked = stale;
    this.#host.toggleAttribute('stale', stale);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#follow(undefined);
    this.#latest.forget();
  }

  #follow(dataset: DatasetLike | undefined): void {
    if (dataset === this.#dataset) return;
    this.#stop?.();
    this.#dataset = dataset;
    this.#stop = dataset?.subscribe((changes) => this.#changed(changes), this.#host);
  }

  #changed(changes: ReadonlySet<DatasetChange>): void {
    if (changes.has('data') || changes.has('filter')) this.#host.requestUpdate();
  }

  #ask(): void {
    if (this.#inUpdate === 'asked') return;
    if (this.#inUpdate === 'unasked') this.#inUpdate = 'asked';
    const need = this.#need();
    if (!need?.dataset) {
      this.#latest.forget();
      return;
    }
    const { dataset, query } = need;
    const { ignore, ...about } = query;
    const question = JSON.stringify(about);
    if (this.#subject?.dataset !== dataset || this.#subject.question !== question) this.#subject = { dataset, question };
    const rows = rowsAsked(dataset, ignore);
    this.#latest.ask(this.#subject, [dataset.version, dataset.schema, rows], (signal) => prepared(dataset, need, signal));
    this.#sayWrong(this.#latest.error);
  }

  /** The sentence stands in the element; its author reads it with the tag. */
  #sayWrong(error: YztError | undefined): void {
    if (error === this.#said) return;
    this.#said = error;
    if (!error || !(this.#host instanceof Element)) return;
    const tag = this.#host.localName;
    hint(error.code, { zh: `<${tag}>:${error.text.zh}`, en: `<${tag}>: ${error.text.en}` }, this.#host);
  }
}
