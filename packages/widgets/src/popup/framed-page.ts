/** Nothing is fetched and nothing runs: styles of the page itself and pictures inside it are all it may have. */
const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`;

/**
 * A strange page as the source of a sandboxed frame: it can ask no host for anything, and a click in it leads nowhere.
 * The frame keeps scripts from running; this keeps pictures, style sheets and links from telling others who reads.
 */
export function framedPage(page: string): string {
  const parsed = new DOMParser().parseFromString(page, 'text/html');
  for (const link of parsed.querySelectorAll('a, area')) link.removeAttribute('href');
  for (const form of parsed.querySelectorAll('form')) form.removeAttribute('action');
  return `<!doctype html>${POLICY}${new XMLSerializer().serializeToString(parsed.documentElement)}`;
}
