// @ts-check
/**
 * What a page prints: its printing is kept from the dialog, and its words are given back.
 * @param {import('playwright').Page} page @param {string} tag Element with the button. @param {string} button Its words. @returns {Promise<string>}
 */
export function printed(page, tag, button) {
  return page.evaluate(([name = '', words = '']) => new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      const frame = /** @type {HTMLIFrameElement | null} */ (document.querySelector('body > iframe'));
      const view = frame?.contentWindow;
      if (!frame || !view) return;
      observer.disconnect();
      view.print = () => resolve(frame.contentDocument?.body.textContent ?? '');
    }).observe(document.body, { childList: true });
    const buttons = [...(document.querySelector(name)?.shadowRoot?.querySelectorAll('button') ?? [])];
    buttons.find((one) => one.textContent?.trim() === words)?.click();
  }), [tag, button]);
}
