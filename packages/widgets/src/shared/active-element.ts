/** The element of the page that has the focus; undefined when nothing in particular has it. */
export function activeElement(): HTMLElement | undefined {
  const active = document.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : undefined;
}
