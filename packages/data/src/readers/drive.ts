/** Drives a reading in slices, so that whoever runs it stays responsive and can stop it. */
import type { Reading } from './types.js';

/** How a reading is driven. */
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

/** Runs a reading to its end. @throws DOMException `AbortError` when the signal says so. */
export async function drive<T>(reading: Reading<T>, options: DriveOptions = {}): Promise<T> {
  const { signal, onProgress, sliceMs = 12 } = options;
  let began = performance.now();
  for (;;) {
    if (signal?.aborted) throw abortError();
    const step = reading.next();
    if (step.done) return step.value;
    if (performance.now() - began < sliceMs) continue;
    onProgress?.(step.value);
    await pause();
    began = performance.now();
  }
}
