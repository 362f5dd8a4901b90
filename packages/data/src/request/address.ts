/** Addresses as they may be shown. */

/** Values of a query that only say what a service is asked for. */
const HARMLESS = /^(service|request|version|layers?|typenames?)$/i;
/** Longer addresses are of no use to a reader. */
const LONGEST = 300;

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
