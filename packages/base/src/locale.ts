/** Languages and how an element finds its own. The page says its language in `lang`, as HTML has it. */

/** One message in every language of the library. Both are written where the message is used, so neither can go missing. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Locale = 'zh-CN' | 'en';

/** The locale of a language tag: `en…` is English, everything else the source language zh-CN. */
export function localeOfTag(tag: string | null | undefined): Locale {
  return /^en(?:$|[-_])/i.test(tag ?? '') ? 'en' : 'zh-CN';
}

/** The locale of the page, from `<html lang>`. zh-CN where there is no document. */
export function pageLocale(): Locale {
  return typeof document === 'undefined' ? 'zh-CN' : localeOfTag(document.documentElement.lang);
}

/** The locale of the nearest `lang` around an element, through shadow roots. */
export function localeOf(element: Element): Locale {
  let node: Element | undefined = element;
  while (node) {
    const holder: Element | null = node.closest('[lang]');
    if (holder) return localeOfTag(holder.getAttribute('lang'));
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return pageLocale();
}

/** The words of a message in a locale. */
export function inWords(text: Text, locale: Locale = pageLocale()): string {
  return locale === 'en' ? text.en : text.zh;
}
