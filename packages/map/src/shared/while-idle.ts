/** Milliseconds of work between two pauses, where nobody says how much time there is. */
const SLICE_MS = 4;

/** The part of `IdleDeadline` that is used; Safari has none. */
interface Deadline {
  timeRemaining(): number;
}

const fixed = (): Deadline => {
  const end = performance.now() + SLICE_MS;
  return { timeRemaining: () => end - performance.now() };
};

/**
 * Does work that nobody waits for, a little at a time, while the page has nothing else to do.
 * @param work Gives way now and then.
 * @returns Stops it.
 */
export function whileIdle(work: Iterator<unknown, void, void>): () => void {
  const hasIdle = typeof requestIdleCallback === 'function';
  let handle: number;
  const next = () => {
    handle = hasIdle ? requestIdleCallback(slice) : window.setTimeout(() => slice(fixed()));
  };
  const slice = (deadline: Deadline) => {
    do {
      if (work.next().done) return;
    } while (deadline.timeRemaining() > 1);
    next();
  };
  next();
  return () => (hasIdle ? cancelIdleCallback(handle) : clearTimeout(handle));
}
