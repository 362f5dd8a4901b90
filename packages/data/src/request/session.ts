/** Sessions that ended, told once for each origin and not once for each tile, and how the host says that it has renewed them. */

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    /** An origin wants somebody to log in. On `document`, once for each origin until `resume()`. */
    'yzt-auth-request': { readonly origin: string };
  }
}

const ended = new Set<string>();
const listeners = new Set<(origin: string | undefined) => void>();

/** An origin asked for a login. The first time the page is told. */
export function sessionEnded(origin: string): void {
  if (ended.has(origin)) return;
  ended.add(origin);
  if (typeof document === 'object') document.dispatchEvent(new CustomEvent('yzt-auth-request', { detail: { origin } }));
}

/** Whether an origin has asked for a login since it was last resumed. */
export function awaitsLogin(origin: string): boolean {
  return ended.has(origin);
}

/**
 * Goes on: the host has renewed the session. Layers ask again for what they could not get, without a reload of the page.
 * @param origin The one that was renewed; all without.
 */
export function resume(origin?: string): void {
  if (origin === undefined) ended.clear();
  else ended.delete(origin);
  for (const listener of [...listeners]) listener(origin);
}

function online(): void {
  resume();
}

/** Tells when to go on: the host called `resume()`, or the machine is online again. Returns the function that stops listening. */
export function onResume(listener: (origin: string | undefined) => void): () => void {
  if (listeners.size === 0 && typeof window === 'object') window.addEventListener('online', online);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && typeof window === 'object') window.removeEventListener('online', online);
  };
}
