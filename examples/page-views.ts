/** Pages with several views: each is a `<yzt-page>`, all but the first made from a template `name-view` when first asked for. Buttons `data-view` lead from one to the other. */

const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-view]')];

/** What a page says of its views. */
export interface Views {
  /** View → shared files it cannot do without: real data that not every copy of a page may carry. */
  readonly needs: Readonly<Record<string, string | readonly string[]>>;
  /** The view that the address wishes for; without one, or without its file, the first. */
  readonly wish?: string | null;
  /** Called once for each view that is there. */
  prepare?(view: HTMLElement): unknown;
}

/** The page that shows a view: `name`, or what the template makes. */
function viewElement(name: string, prepare: Views['prepare']): HTMLElement | undefined {
  const existing = document.getElementById(name);
  const template = document.getElementById(`${name}-view`);
  if (existing || !(template instanceof HTMLTemplateElement)) return existing ?? undefined;
  document.body.append(template.content.cloneNode(true));
  const made = document.getElementById(name) ?? undefined;
  if (made) prepare?.(made);
  return made;
}

/** Shows a view; the buttons go along. */
function showView(name: string, prepare: Views['prepare']): void {
  const shown = viewElement(name, prepare);
  if (!shown) return;
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset['view'] === name));
  const offered = buttons.filter((button) => button.isConnected);
  if (offered[0]?.parentElement !== shown) shown.append(...offered);
  for (const view of document.querySelectorAll('yzt-page')) view.hidden = view !== shown;
}

/** Files that stand beside this copy of the page. */
async function sharedFiles(): Promise<readonly unknown[]> {
  const answer = await fetch('./shared/files.json').catch(() => undefined);
  const files: unknown = answer?.ok ? await answer.json() : [];
  return Array.isArray(files) ? files : [];
}

/** Offers the views. The button of one whose file is missing goes, the last one alone goes too, and what is `.absent` says why. */
export async function offerViews({ needs, wish, prepare }: Views): Promise<void> {
  for (const view of document.querySelectorAll<HTMLElement>('yzt-page')) prepare?.(view);
  for (const button of buttons) button.addEventListener('click', () => showView(button.dataset['view'] ?? '', prepare));
  if (wish && !needs[wish]) showView(wish, prepare);
  const files = await sharedFiles();
  const missing = (name: string): boolean => [needs[name] ?? []].flat().some((file) => !files.includes(file));
  const left = buttons.filter((button) => !missing(button.dataset['view'] ?? ''));
  for (const button of buttons) if (!left.includes(button) || left.length === 1) button.remove();
  document.querySelector('.absent')?.toggleAttribute('hidden', left.length === buttons.length);
  if (wish && needs[wish] && !missing(wish)) showView(wish, prepare);
}
