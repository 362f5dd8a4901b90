import { environmentChanged } from './environment.js';
import { FONT_SIZES, SIZE_TOKENS, THEME_COLORS, THEMES, type Theme } from './tokens.js';

/** The theme a page may ask for: one of the four, or `auto`, which follows the system's light or dark. */
export type ThemeChoice = Theme | 'auto';

function block(selector: string, values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([name, value]) => `--yzt-${name}:${value}`);
  return `${selector}{${lines.join(';')}}`;
}

function fontSizes(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(FONT_SIZES).map(([name, px]) => [`font-size-${name}`, `calc(${px}px * var(--yzt-text-scale))`]),
  );
}

/**
 * The style sheet of all tokens. `html` has the lowest weight that wins over nothing, so a page overrides any token in `:root`.
 * Type sizes are computed where a scale is set, because a custom property keeps the value of the place it was computed in.
 */
export function tokenCss(): string {
  const scaled = 'html,[data-yzt-theme],[data-yzt-text],[data-yzt-density]';
  const dark = block('html[data-yzt-theme=auto]', { ...THEME_COLORS.dark });
  return [
    block('html', { ...SIZE_TOKENS, ...THEME_COLORS.light, 'text-scale': '1', 'control-height': '32px' }),
    ...THEMES.map((theme) => block(`[data-yzt-theme=${theme}]`, { ...THEME_COLORS[theme] })),
    // Check boxes, lists of choices and scroll bars are drawn by the browser: it must know too.
    '[data-yzt-theme=light],[data-yzt-theme=contrast]{color-scheme:light}[data-yzt-theme=dark],[data-yzt-theme=screen]{color-scheme:dark}',
    `@media (prefers-color-scheme:dark){${dark}html[data-yzt-theme=auto]{color-scheme:dark}}`,
    // 大屏 is read from metres away: larger type, growing with the height of the wall.
    block('[data-yzt-theme=screen]', { 'text-scale': '1.25' }),
    `@media (min-height:1000px){${block('[data-yzt-theme=screen]', { 'text-scale': '1.5' })}}`,
    `@media (min-height:1600px){${block('[data-yzt-theme=screen]', { 'text-scale': '2.25' })}}`,
    block('[data-yzt-density=compact]', { 'control-height': '28px' }),
    `@media (pointer:coarse){${block('html,[data-yzt-density]', { 'control-height': '44px' })}}`,
    block('[data-yzt-text="150"]', { 'text-scale': '1.5' }),
    block('[data-yzt-text="200"]', { 'text-scale': '2' }),
    `@media (prefers-reduced-motion:reduce){${block('html', { duration: '0ms' })}}`,
    block(scaled, fontSizes()),
  ].join('\n');
}

let sheet: CSSStyleSheet | undefined;

/** Makes the tokens known to the document. Constructed style sheets are allowed under a strict CSP; done once per document. */
export function installTokens(): void {
  if (sheet && document.adoptedStyleSheets.includes(sheet)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(tokenCss());
  }
  document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
}

/** Sets the theme of a part of the page; the whole page by default. */
export function setTheme(theme: ThemeChoice, root: HTMLElement = document.documentElement): void {
  root.dataset['yztTheme'] = theme;
  environmentChanged();
}

/** The value of a token as it holds at an element, for canvas drawing. Empty when the token does not exist. */
export function token(element: Element, name: string): string {
  return getComputedStyle(element).getPropertyValue(`--yzt-${name}`).trim();
}

/** Several tokens at once: one style computation for all. */
export function tokens<K extends string>(element: Element, names: readonly K[]): Record<K, string> {
  const style = getComputedStyle(element);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--yzt-${name}`).trim()])) as Record<K, string>;
}
