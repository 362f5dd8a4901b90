/** Words of a query that say who somebody is. */
const SECRETS = /^(user|password|passwd|pwd|token|access_token|apikey|api_key|key|tk|ak|sk|authorization)$/i;

/** Whether an address says who somebody is. */
export function holdsSecret(url: URL): boolean {
  return url.username !== '' || url.password !== '' || [...url.searchParams.keys()].some((name) => SECRETS.test(name));
}
