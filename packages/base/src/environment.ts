/**
 * One watch on what surrounds all elements: language, theme, density and text size. They are plain attributes of the page
 * (`lang`, `data-yzt-theme`, `data-yzt-density`, `data-yzt-text`), so any framework can set them; elements are told together.
 */
const WATCHED = ['lang', 'data-yzt-theme', 'data-yzt-density', 'data-yzt-text'];
const MEDIA = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-reduced-motion: reduce)'];

const listeners = new Set<() => void>();
let stop: (() => void) | undefined;

function tell(): void {
  for (const listener of [...listeners]) listener();
}

/** `MediaQueryList.addEventListener` is missing in Safari 13 only; our floor has it. */
function start(): () => void {
  const observer = new MutationObserver(tell);
  observer.observe(document.documentElement, { attributes: true, subtree: true, attributeFilter: WATCHED });
  const queries = MEDIA.map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', tell);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener('change', tell);
  };
}

/** Calls `listener` after each change of language, theme, density or text size. Returns the function that ends it. */
export function watchEnvironment(listener: () => void): () => void {
  listeners.add(listener);
  stop ??= start();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
  };
}

/** Tells all elements at once; for changes the watch cannot see, such as a theme set inside a shadow root. */
export function environmentChanged(): void {
  tell();
}
