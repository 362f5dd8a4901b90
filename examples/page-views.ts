/** Pages with two views: each is a `<yzt-page>`, the second made from a template when it is first asked for. Buttons `data-view` lead from one to the other. */

const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-view]')];

/** The page that shows a view: `name`, or what the template `name-view` makes. */
function viewElement(name: string): HTMLElement | undefined {
  const existing = document.getElementById(name);
  const template = document.getElementById(`${name}-view`);
  if (existing || !(template instanceof HTMLTemplateElement)) return existing ?? undefined;
  document.body.append(template.content.cloneNode(true));
  return document.getElementById(name) ?? undefined;
}

/** Shows a view; the buttons go along. */
export function showView(name: string): void {
  const shown = viewElement(name);
  if (!shown) return;
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset['view'] === name));
  if (buttons[0]?.parentElement !== shown) shown.append(...buttons);
  for (const view of document.querySelectorAll('yzt-page')) view.hidden = view !== shown;
}

/**
 * Offers the views, unless a shared file that the second needs is not there: real data that not every copy of a page may carry. `shared/files.json` says
 * which are. Without it the buttons go, and what is `.absent` says why.
 * @returns Whether the views are offered.
 */
export async function offerViews(file: string): Promise<boolean> {
  for (const button of buttons) button.addEventListener('click', () => showView(button.dataset['view'] ?? ''));
  const answer = await fetch('./shared/files.json').catch(() => undefined);
  const files: unknown = answer?.ok ? await answer.json() : [];
  const there = Array.isArray(files) && files.includes(file);
  if (!there) for (const button of buttons) button.remove();
  document.querySelector('.absent')?.toggleAttribute('hidden', there);
  return there;
}
