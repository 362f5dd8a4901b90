/** What the address wishes for: `?view=food&theme=dark&lang=en`. Theme and language are followed by the page itself, `<yzt-page from-address>`. */
export function followWishes(): URLSearchParams {
  return new URLSearchParams(location.search);
}
