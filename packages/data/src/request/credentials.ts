/** Who may say who we are, and to whom. */
import { base } from './base-url.js';

type Give = (url: URL) => Readonly<Record<string, string>> | undefined;

const givers = new Map<string, Give>();

/**
 * Sets what an origin is told about who asks: headers, looked up for each request. They go to that origin only – a redirect is not followed
 * with them – and are never part of state, export or messages.
 * @param origin For example `https://gis.qd.example`; an address of the origin does as well.
 * @returns Takes it back.
 * @throws TypeError for what is no address.
 */
export function setCredentials(origin: string, give: (url: URL) => Record<string, string> | undefined): () => void {
  const key = new URL(origin, base()).origin;
  givers.set(key, give);
  return () => {
    if (givers.get(key) === give) givers.delete(key);
  };
}

/** Headers for an address; undefined where nobody gives any. */
export function credentialsFor(address: string | URL): Readonly<Record<string, string>> | undefined {
  if (givers.size === 0) return undefined;
  const url = new URL(address, base());
  return givers.get(url.origin)?.(url);
}

/** Whether requests for an address carry credentials, so that it cannot be the address of an `<img>`. */
export function sendsCredentials(address: string | URL): boolean {
  return givers.size > 0 && givers.has(new URL(address, base()).origin);
}
