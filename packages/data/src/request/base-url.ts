/** Where an address of the page leads. In a file of its own: the start of a page needs it, and not what stands beside it. */
export function base(): string | undefined {
  return typeof document === 'object' ? document.baseURI : typeof location === 'object' ? location.href : undefined;
}
