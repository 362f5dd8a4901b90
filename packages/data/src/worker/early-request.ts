/** A request that is on its way, and how to end it. */
export interface EarlyRequest {
  readonly response: Promise<Response>;
  readonly stop: AbortController;
}

/** Asks for an address at once, before the code that will read the answer is there. Its failures are told by whoever awaits it. */
export function beginRequest(url: string, fresh: boolean | undefined): EarlyRequest {
  const stop = new AbortController();
  const response = fetch(url, { signal: stop.signal, cache: fresh ? 'no-cache' : 'default' });
  response.catch(() => undefined);
  return { response, stop };
}
