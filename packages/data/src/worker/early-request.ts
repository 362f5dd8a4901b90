import { credentialsFor } from '../request/credentials.js';
import type { EarlyRequest } from '../request/receive.js';

/** Asks for an address at once, before the code that will read the answer is there. Its failures are told by whoever awaits it. */
export function beginRequest(url: string, fresh: boolean | undefined): EarlyRequest {
  const stop = new AbortController();
  const headers = credentialsFor(url);
  const response = fetch(url, { signal: stop.signal, cache: fresh ? 'no-cache' : 'default', ...(headers && { headers, redirect: 'manual' }) });
  response.catch(() => undefined);
  return { response, stop };
}
