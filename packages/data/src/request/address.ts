/** Addresses as they are asked for, and as they may be shown. */

/** Words of a query that say who somebody is. */
const SECRETS = /^(user|password|passwd|pwd|token|access_token|apikey|api_key|key|tk|ak|sk|authorization)$/i;
/** Values of a query that only say what a service is asked for. */
const HARMLESS = /^(service|request|version|layers?|typenames?)$/i;
/** Longer addresses are of no use to a reader. */
const LONGEST = 300;

/** Where an address of the page leads. */
export function base(): string | undefined {
  return typeof document === 'object' ? document.baseURI : typeof location === 'object' ? location.href : undefined;
}

/** Whether an address says who somebody is. */
export function holdsSecret(url: URL): boolean {
  return url.username !== '' || url.password !== '' || [...url.searchParams.keys()].some((name) => SECRETS.test(name));
}

/**
 * An address fit to be shown. The page's own origin, user and password and the fragment are left out; values of the query, which may be keys
 * or conditions on personal data, become `…`, but for places of a template and what an OGC service is asked for.
 */
export function withoutSecrets(url: string): string {
  if (/^(?:blob|data):/.test(url)) return url.replace(/:.*$/s, ':…');
  const bare = url.replace(/#.*$/s, '').replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?]*@/i, '$1');
  const own = typeof location === 'object' && bare.startsWith(`${location.origin}/`) ? bare.slice(location.origin.length) : bare;
  const shown = own.replace(/([?&])([^=&]+)=([^&]*)/g, (whole, mark: string, name: string, value: string) => (/^[^{}]*\{[^}]+\}[^{}]*$/.test(value) || HARMLESS.test(name) ? whole : `${mark}${name}=…`));
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
}
