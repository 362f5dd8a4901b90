/** The tasks of more than 50 ms of the main thread, from construction to `end()`. */
export class LongTasks {
  #from = performance.now();
  #lengths = [];
  #observer = new PerformanceObserver((list) => this.#take(list.getEntries()));

  constructor() {
    this.#observer.observe({ entryTypes: ['longtask'] });
  }

  #take(entries) {
    for (const { startTime, duration } of entries) if (startTime + duration > this.#from) this.#lengths.push(duration);
  }

  /** Their sum and the longest, in ms. Waits for the browser to report the last one. */
  async end() {
    await new Promise((resolve) => setTimeout(resolve, 60));
    this.#take(this.#observer.takeRecords());
    this.#observer.disconnect();
    return { blocked: this.#lengths.reduce((sum, length) => sum + length, 0), longest: Math.max(0, ...this.#lengths) };
  }
}
