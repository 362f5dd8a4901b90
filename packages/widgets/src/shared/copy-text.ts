/**
 * Puts text on the clipboard, also on a page over plain http, where browsers have no clipboard API.
 * @param root Where a field for the text may stand for a moment: the shadow root of the asker, so that nothing of the page sees it.
 * @returns Whether it worked.
 */
export async function copyText(text: string, root: ShadowRoot): Promise<boolean> {
  // The DOM types promise a clipboard; over plain http there is none.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) {
    try {
      await clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed in this frame: the old way may still be.
    }
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.setAttribute('aria-hidden', 'true');
  Object.assign(field.style, { position: 'fixed', top: '0', left: '0', opacity: '0' });
  const focused = root.activeElement;
  root.append(field);
  field.select();
  let done = false;
  try {
    // Deprecated and without a replacement over plain http.
    done = document.execCommand('copy');
  } catch {
    done = false;
  }
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
