import { drive, type Steps } from '@yizhangtu/data/steps';

/** Milliseconds of work between two pauses: half a frame. */
const SLICE_MS = 8;

/**
 * Runs work that gives way now and then in slices, between which events and frames come in. It begins after what is going on now.
 * @param done Called with the result.
 * @param sliceMs Milliseconds of work between two pauses.
 * @returns Stops it.
 */
export function inSlices<T>(work: Steps<T>, done: (result: T) => void, sliceMs = SLICE_MS): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const begin = setTimeout(() => {
    void run(work, signal, done, sliceMs);
  });
  return () => {
    clearTimeout(begin);
    stop.abort();
  };
}

async function run<T>(work: Steps<T>, signal: AbortSignal, done: (result: T) => void, sliceMs: number): Promise<void> {
  try {
    done(await drive(work, { signal, sliceMs }));
  } catch (reason) {
    if (!signal.aborted) throw reason;
  }
}
