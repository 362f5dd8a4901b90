import type { Answer } from '../model/query-types.js';
import { answerFor, coalesced } from './coalesced.js';
import { ended } from './desk.js';
import type { GroupsQuestion } from './types.js';

type Put = (question: GroupsQuestion, signal: AbortSignal | undefined) => Promise<Answer>;

interface Waiting {
  readonly question: GroupsQuestion;
  readonly signal: AbortSignal | undefined;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

/** Gathers the questions that all views put after one change, and puts as few as possible. */
export class GroupBatch {
  #waiting: Waiting[] = [];
  readonly #put: Put;
  readonly #totals: () => boolean;

  /** @param totals Whether totals come with groups at no cost. */
  constructor(put: Put, totals: () => boolean) {
    this.#put = put;
    this.#totals = totals;
  }

  /** The answer to a question; it is put after the task that asks. */
  ask(question: GroupsQuestion, signal: AbortSignal | undefined): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setTimeout(() => this.#send());
      this.#waiting.push({ question, signal, resolve, reject });
    });
  }

  #send(): void {
    const waiting = this.#waiting.filter(({ signal }) => !signal?.aborted);
    for (const { signal, reject } of this.#waiting) if (signal?.aborted) reject(ended());
    this.#waiting = [];
    for (const { question, picks, totals } of coalesced(waiting.map((one) => one.question), this.#totals())) {
      picks.forEach((own, index) => {
        const { signal, resolve, reject } = waiting[index] as Waiting;
        this.#put(question, signal).then((answer) => resolve(answerFor(answer, own, totals.has(index))), reject);
      });
    }
  }
}
