import { waitUntil } from '@open-wc/testing';

/** What stands on the paper that `act` has printed; no dialog is shown. Waits until the frame is gone. */
export async function printedBy(act: () => void): Promise<string> {
  let printed: string | undefined;
  const frames = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof HTMLIFrameElement && node.contentWindow) {
      const inner = node.contentWindow;
      inner.print = () => {
        printed = inner.document.body.textContent ?? '';
        inner.dispatchEvent(new Event('afterprint'));
      };
    }
  });
  frames.observe(document.body, { childList: true });
  // The frame is filled in one turn, printing is asked for in the next: whoever watches has seen it.
  act();
  await waitUntil(() => printed !== undefined, 'nothing was printed');
  await waitUntil(() => document.querySelector('iframe[aria-hidden]') === null, 'the frame stays');
  frames.disconnect();
  return printed ?? '';
}
