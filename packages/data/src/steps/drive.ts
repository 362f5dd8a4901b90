/** Long work in slices, so that whoever runs it stays responsive and can stop it. */

/** Work in steps: yields the part done, 0 to 1, so that a driver can report, pause and stop. */
export type Steps<T> = Generator<number, T, void>;

/** How work is driven. */
export interface DriveOptions {
  readonly signal?: AbortSignal | undefined;
  /** Part done, 0 to 1; at most once a slice. */
  readonly onProgress?: ((part: number) => void) | undefined;
  /** Milliseconds of work between two pauses. */
  readonly sliceMs?: number;
}

/** A pause that lets events in. A message, because browsers make timers that follow each other wait 4 ms. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** The error of whatever was stopped on purpose. */
export function abortError(): DOMException {
  return new DOMException('Aborted', 'AbortError');
}

/** From so many rows on what is asked of all of them may take longer than a frame. */
export const SLICED_FROM = 100_000;

/** Milliseconds of work between two pauses, where nobody says otherwise. */
const SLICE_MS = 12;

/** A page may have put its own class in the place of `Promise`, so this goes by what it does. */
export function isPromise<A>(result: A | Promise<A>): result is Promise<A> {
  return typeof (result as Partial<Promise<A>> | undefined)?.then === 'function';
}

/** Runs steps for as long as a slice lasts: what they come to if that was enough, else a promise of it. */
export function begun<T>(steps: Steps<T>, options: DriveOptions = {}): T | Promise<T> {
  const { signal, onProgress, sliceMs = SLICE_MS } = options;
  const began = performance.now();
  for (;;) {
    if (signal?.aborted) return Promise.reject(abortError());
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began < sliceMs) continue;
    onProgress?.(step.value);
    return pause().then(() => drive(steps, options));
  }
}

/** Runs steps to their end, and leaves what is made of it a task of its own. @throws DOMException `AbortError` when the signal says so. */
export async function drive<T>(steps: Steps<T>, options: DriveOptions = {}): Promise<T> {
  const { signal, onProgress, sliceMs = SLICE_MS } = options;
  let began = performance.now();
  for (;;) {
    if (signal?.aborted) throw abortError();
    const step = steps.next();
    const ms = performance.now() - began;
    if (ms >= (step.done ? sliceMs / 2 : sliceMs)) {
      if (!step.done) onProgress?.(step.value);
      await pause();
      began = performance.now();
    }
    if (step.done) return step.value;
  }
}

/** Runs steps to their end at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
