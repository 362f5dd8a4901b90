/**
 * What a page itself writes, in its two languages. Elements speak both by themselves; of the author's words the Chinese stand in the markup and the
 * English beside them: `data-en` for a text, `data-en-label` for the attribute `label`, and so for others. `<yzt-appearance>` and `<yzt-page>` write them;
 * a page without either calls `followPageWords()`.
 */
import { watchEnvironment } from './environment.js';
import { pageLocale, type Locale } from './locale.js';

const PREFIX = 'data-en';
/** Attributes of plain elements that are read or heard. Nothing that runs or loads: markup from elsewhere may carry any `data-…`. */
const READ = /^(?:title|alt|placeholder|label|aria-(?:label|description|roledescription|valuetext))$/;
/** What an element of the library does not take from here. */
const KEPT = /^(?:on|id$|class$|style$|slot$|part$|src|href$|is$)/;

/** The Chinese of texts (name '') and attributes, kept when they are first replaced. */
const chinese = new WeakMap<Element, Map<string, string | null>>();

function original(element: Element, name: string): string | null {
  const kept = chinese.get(element) ?? new Map<string, string | null>();
  chinese.set(element, kept);
  const known = kept.get(name);
  if (known !== undefined) return known;
  const now = name === '' ? element.textContent : element.getAttribute(name);
  kept.set(name, now);
  return now;
}

function writeAttribute(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function write(element: Element, english: boolean): void {
  const allowed = element.localName.startsWith('yzt-') ? (name: string) => !KEPT.test(name) : (name: string) => READ.test(name);
  for (const { name, value } of [...element.attributes]) {
    if (!name.startsWith(PREFIX)) continue;
    const of = name.slice(PREFIX.length + 1);
    // In Chinese only what was English before is written: a text that the page has changed since stays.
    if (!english && !chinese.get(element)?.has(of)) continue;
    const chineseWords = original(element, of);
    if (name === PREFIX) element.textContent = english ? value : chineseWords;
    else if (name[PREFIX.length] === '-' && allowed(of)) writeAttribute(element, of, english ? value : chineseWords);
  }
}

/** Writes the page's own words under `root` in the language of the page. Elements in shadow roots have words of their own and are left alone. */
export function writePageWords(root: ParentNode = document): void {
  const english = pageLocale() === 'en';
  if (root instanceof Element) write(root, english);
  for (const element of root.querySelectorAll('*')) if ([...element.attributes].some(({ name }) => name.startsWith(PREFIX))) write(element, english);
}

let followers = 0;
let stop: (() => void) | undefined;

function start(): () => void {
  // What is added while the page is English is written too.
  const additions = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) writePageWords(node);
  });
  let written: Locale | undefined;
  const follow = (): void => {
    if (pageLocale() === written) return;
    written = pageLocale();
    writePageWords();
    additions.disconnect();
    if (written === 'en') additions.observe(document.documentElement, { childList: true, subtree: true });
  };
  const end = watchEnvironment(follow);
  follow();
  return () => {
    end();
    additions.disconnect();
  };
}

/** Writes the page's own words now and whenever its language changes. Returns the function that ends it; many may follow, one watches. */
export function followPageWords(): () => void {
  followers++;
  if (followers === 1) stop = start();
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    followers--;
    if (followers > 0) return;
    stop?.();
    stop = undefined;
  };
}
