/** Pure logic of the appearance switch: what can be chosen, and what is remembered. */
import type { Text } from '@yizhangtu/base/locale';
import type { ThemeChoice } from '@yizhangtu/base/theme';

/** Text sizes (适老化), per cent. */
export type TextSize = 100 | 150 | 200;

/** Languages of the library, as `<html lang>` has them. */
export type Language = 'zh-CN' | 'en';

/** What a reader chose. Missing parts are the page's own. */
export interface Appearance {
  readonly theme?: ThemeChoice;
  readonly language?: Language;
  readonly textSize?: TextSize;
}

/** Names of the themes. */
export const THEME_WORDS: Readonly<Record<ThemeChoice, Text>> = {
  auto: { zh: '跟随系统', en: 'System' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
  screen: { zh: '大屏', en: 'Big screen' },
  contrast: { zh: '高对比', en: 'High contrast' },
};

export const THEME_CHOICES = Object.keys(THEME_WORDS) as readonly ThemeChoice[];
/** How the tag of a language begins. */
const LANGUAGES: readonly (readonly [string, Language])[] = [
  ['zh', 'zh-CN'],
  ['en', 'en'],
];
export const TEXT_SIZES: readonly TextSize[] = [100, 150, 200];

/** A theme by its name, undefined for any other word. */
export function themeOf(word: unknown): ThemeChoice | undefined {
  return THEME_CHOICES.find((theme) => theme === word);
}

/** A text size, undefined for any other number or word. */
export function textSizeOf(value: unknown): TextSize | undefined {
  return TEXT_SIZES.find((size) => size === Number(value));
}

/** The themes a page offers, in its order; all of them for no known word. */
export function themeList(words: string | undefined): readonly ThemeChoice[] {
  const themes = (words ?? '')
    .split(/[\s,]+/)
    .map(themeOf)
    .filter((theme): theme is ThemeChoice => theme !== undefined);
  return themes.length > 0 ? [...new Set(themes)] : THEME_CHOICES;
}

/** What was remembered. Anything can lie in a page's storage: only what is known is taken. */
export function remembered(json: string | null): Appearance {
  let found: unknown;
  try {
    found = JSON.parse(json ?? 'null');
  } catch {
    return {};
  }
  if (typeof found !== 'object' || found === null) return {};
  const { theme, language, textSize } = found as Record<string, unknown>;
  const knownTheme = themeOf(theme);
  const knownSize = textSizeOf(textSize);
  return {
    ...(knownTheme && { theme: knownTheme }),
    ...((language === 'zh-CN' || language === 'en') && { language }),
    ...(knownSize && { textSize: knownSize }),
  };
}

/** What an address wishes for: `?theme=dark&lang=en&text=150`. Other parts of it, and values that nobody knows, are left out. */
export function wishedBy(search: string): Appearance {
  const wishes = new URLSearchParams(search);
  const theme = themeOf(wishes.get('theme'));
  const language = LANGUAGES.find(([begin]) => (wishes.get('lang') ?? '').toLowerCase().startsWith(begin))?.[1];
  const textSize = textSizeOf(wishes.get('text'));
  return { ...(theme && { theme }), ...(language && { language }), ...(textSize && { textSize }) };
}
