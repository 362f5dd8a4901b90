/**
 * Calls `listener` when the window comes to a screen of another density or the page is zoomed.
 * @returns The function that ends it.
 */
export function watchPixelRatio(listener: (ratio: number) => void): () => void {
  let query: MediaQueryList;
  const changed = (): void => {
    query.removeEventListener('change', changed);
    watch();
    listener(devicePixelRatio);
  };
  const watch = (): void => {
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', changed);
  };
  watch();
  return () => query.removeEventListener('change', changed);
}
