/** Questions on their way to an engine: the same one is put once, few at a time, and what nobody waits for any more is ended. */

/** Questions under way at once: a browser keeps six connections to a host, and other parts of the page want some. */
const AT_ONCE = 4;
/** Answers kept, and for how long: a filter that is taken back is answered at once. */
const [KEPT, KEPT_MS] = [64, 60_000];

type Run<T> = (signal: AbortSignal) => Promise<T>;

/** What an ended question says. */
export function ended(): DOMException {
  return new DOMException('nobody waits for the answer', 'AbortError');
}

/** One question and all who wait for its answer. */
class Job<T> {
  readonly run: Run<T>;
  readonly stop = new AbortController();
  readonly #waiting = new Set<{ resolve(value: T): void; reject(reason: unknown): void }>();
  readonly #abandoned: () => void;

  constructor(run: Run<T>, abandoned: () => void) {
    this.run = run;
    this.#abandoned = abandoned;
  }

  join(signal: AbortSignal | undefined): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(ended());
      const one = { resolve, reject };
      this.#waiting.add(one);
      signal?.addEventListener('abort', () => {
        if (!this.#waiting.delete(one)) return;
        reject(ended());
        if (this.#waiting.size > 0) return;
        this.stop.abort();
        this.#abandoned();
      });
    });
  }

  settle(tell: (one: { resolve(value: T): void; reject(reason: unknown): void }) => void): void {
    const all = [...this.#waiting];
    this.#waiting.clear();
    all.forEach(tell);
  }
}

/** Takes questions by key. */
export class Desk {
  readonly #jobs = new Map<string, Job<unknown>>();
  readonly #queue: (() => void)[] = [];
  readonly #kept = new Map<string, { readonly value: unknown; readonly until: number }>();
  readonly #atOnce: number;
  readonly #most: number;
  readonly #keptMs: number;
  #running = 0;

  /** @param most Answers kept. @param keptMs For how long. */
  constructor(atOnce = AT_ONCE, most = KEPT, keptMs = KEPT_MS) {
    this.#atOnce = atOnce;
    this.#most = most;
    this.#keptMs = keptMs;
  }

  /**
   * The answer to a question: kept from before, shared with whoever asks the same now, or asked for.
   * @param key Everything the answer depends on. The same key always has the same type of answer.
   * @param signal Ends the wait; the question itself is ended when nobody else waits for it.
   */
  ask<T>(key: string, run: Run<T>, signal?: AbortSignal): Promise<T> {
    const kept = this.#kept.get(key);
    if (kept && kept.until > Date.now()) return Promise.resolve(kept.value as T);
    let job = this.#jobs.get(key) as Job<T> | undefined;
    if (!job) {
      const made: Job<T> = new Job(run, () => this.#jobs.get(key) === (made as Job<unknown>) && this.#jobs.delete(key));
      job = made;
      this.#jobs.set(key, made as Job<unknown>);
      this.#queue.push(() => void this.#start(key, made));
    }
    const answer = job.join(signal);
    this.#next();
    return answer;
  }

  /** Forgets all answers: the data are others now. Questions under way are answered as they are. */
  forget(): void {
    this.#kept.clear();
    this.#jobs.clear();
  }

  #next(): void {
    while (this.#running < this.#atOnce) {
      const start = this.#queue.shift();
      if (!start) return;
      start();
    }
  }

  async #start<T>(key: string, job: Job<T>): Promise<void> {
    if (job.stop.signal.aborted) return;
    this.#running++;
    try {
      const value = await job.run(job.stop.signal);
      if (this.#jobs.get(key) === (job as Job<unknown>)) this.#keep(key, value);
      job.settle((one) => one.resolve(value));
    } catch (reason) {
      job.settle((one) => one.reject(reason));
    } finally {
      this.#running--;
      if (this.#jobs.get(key) === (job as Job<unknown>)) this.#jobs.delete(key);
      this.#next();
    }
  }

  #keep(key: string, value: unknown): void {
    this.#kept.delete(key);
    this.#kept.set(key, { value, until: Date.now() + this.#keptMs });
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value as string);
  }
}
