/** Milliseconds of work between two pauses: half a frame. */
const SLICE_MS = 8;

/** Runs work that gives way now and then to its end at once. */
export function atOnce<T>(work: Iterator<unknown, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * Runs work that gives way now and then in slices, between which events and frames come in. It begins after what is going on now.
 * @param done Called with the result.
 * @returns Stops it.
 */
export function inSlices<T>(work: Iterator<unknown, T, void>, done: (result: T) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const slice = () => {
    const end = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) {
        done(step.value);
        return;
      }
    } while (performance.now() < end);
    timer = setTimeout(slice);
  };
  timer = setTimeout(slice);
  return () => clearTimeout(timer);
}
