// What every page of the product must keep: no other host, no policy violation, no error.

/** Watches a Playwright page. `faults()` lists what it did wrong since it was opened. */
export async function guard(page, base) {
  const faults = [];
  const allowed = (url) => url.startsWith(base) || /^(data|blob|about):/.test(url);
  page.on('request', (request) => {
    if (!allowed(request.url())) faults.push(`asked ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.stack ?? error.message}`));
  await page.route(
    (url) => !allowed(url.href),
    (route) => route.abort(),
  );
  await page.addInitScript(() => {
    window.policyViolations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.policyViolations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  return {
    async faults() {
      const violations = await page.evaluate(() => window.policyViolations);
      return [...faults, ...violations.map((each) => `policy: ${each}`)];
    },
  };
}
