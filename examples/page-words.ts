/**
 * The page's own words in English. Chinese stands in the markup; `data-en` holds the English of a text, `data-en-label` that of the
 * attribute `label`. Elements of the library speak both languages by themselves.
 */
const chinese = new WeakMap<Element, Map<string, string>>();

/** The Chinese of a text (name '') or an attribute, kept when it is first replaced. */
function original(element: Element, name: string): string {
  const kept = chinese.get(element) ?? new Map<string, string>();
  chinese.set(element, kept);
  const known = kept.get(name);
  if (known !== undefined) return known;
  const now = name === '' ? (element.textContent ?? '') : (element.getAttribute(name) ?? '');
  kept.set(name, now);
  return now;
}

function write(element: Element, english: boolean): void {
  for (const { name, value } of [...element.attributes]) {
    if (name === 'data-en') element.textContent = english ? value : original(element, '');
    else if (name.startsWith('data-en-')) writeAttribute(element, name.slice('data-en-'.length), value, english);
  }
}

function writeAttribute(element: Element, name: string, value: string, english: boolean): void {
  element.setAttribute(name, english ? value : original(element, name));
}

/** Writes all words under `root` in the language of the page. */
export function writeWords(root: ParentNode): void {
  const english = document.documentElement.lang.startsWith('en');
  for (const element of root.querySelectorAll('*')) {
    if ([...element.attributes].some(({ name }) => name.startsWith('data-en'))) {
      original(element, '');
      write(element, english);
    }
  }
}

/** Theme and language as the address wishes them: `?theme=dark&lang=en`. Returns all wishes. */
export function followWishes(): URLSearchParams {
  const wishes = new URLSearchParams(location.search);
  const theme = wishes.get('theme');
  const language = wishes.get('lang');
  if (theme) document.documentElement.dataset['yztTheme'] = theme;
  if (language) document.documentElement.lang = language;
  return wishes;
}

/** Writes the words again whenever the language of the page changes. */
export function followLanguage(): void {
  writeWords(document);
  new MutationObserver(() => writeWords(document)).observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
}
