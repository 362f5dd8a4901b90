/** Theme and language as the address wishes them: `?theme=dark&lang=en`. Returns all wishes. */
export function followWishes(): URLSearchParams {
  const wishes = new URLSearchParams(location.search);
  const theme = wishes.get('theme');
  const language = wishes.get('lang');
  if (theme) document.documentElement.dataset['yztTheme'] = theme;
  if (language) document.documentElement.lang = language;
  return wishes;
}
