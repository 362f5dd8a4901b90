/** What the page itself does not let through: the browser tells of it beside the failed request. */

/** Addresses the content security policy stopped, with the directive. */
const stopped = new Map<string, string>();
const MOST = 200;
/** The browser's word comes in a task of its own. */
const WORD_MS = 50;
let listening = false;

/** Listens from the first request on. */
export function watchPolicy(): void {
  if (listening || typeof document !== 'object') return;
  listening = true;
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective, disposition }) => {
    if (disposition === 'report') return;
    if (stopped.size > MOST) stopped.clear();
    stopped.set(blockedURI, effectiveDirective);
  });
}

/** Why the page does not let an address through. */
export type Block = { readonly kind: 'mixed' } | { readonly kind: 'policy'; readonly directive: string };

/** Hosts a secure page may ask without encryption. */
const LOCAL = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Whether a page may not ask for an address because the page came encrypted and the address is not. */
export function isMixed(pageProtocol: string, url: URL): boolean {
  return pageProtocol === 'https:' && url.protocol === 'http:' && !LOCAL.test(url.hostname);
}

/** Whether the page itself was the reason of a failure. Asked after one. */
export async function blockOf(url: URL): Promise<Block | undefined> {
  if (typeof location === 'object' && isMixed(location.protocol, url)) return { kind: 'mixed' };
  if (!listening) return undefined;
  await new Promise((resolve) => setTimeout(resolve, WORD_MS));
  // Of other origins the browser may tell the origin only.
  const directive = stopped.get(url.href) ?? stopped.get(url.href.replace(/#.*$/, '')) ?? stopped.get(url.origin);
  return directive === undefined ? undefined : { kind: 'policy', directive };
}
