import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { YztElement } from '@yizhangtu/base/element';
import { localeOfTag } from '@yizhangtu/base/locale';
import { followPageWords } from '@yizhangtu/base/page-words';
import { buttonStyles, focusStyles, hostStyles } from '@yizhangtu/base/styles';
import { setTheme, type ThemeChoice } from '@yizhangtu/base/theme';
import {
  remembered,
  TEXT_SIZES,
  textSizeOf,
  THEME_WORDS,
  themeList,
  themeOf,
  wishedBy,
  type Appearance,
  type Language,
  type TextSize,
} from './appearance-choices.js';
import { appearanceStyles } from './appearance.styles.js';

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    'yzt-appearance-change': Required<Appearance>;
  }
}

/** What the reader has chosen, and at which address: that one has no more say in it. */
const chosen = new Map<string, string>();

/**
 * Theme, language and text size of the page, for the reader to choose.
 *
 * It sets plain attributes of `<html>` (`data-yzt-theme`, `lang`, `data-yzt-text`), so the page's own styles can follow them too. The
 * choice is remembered in the browser where that is allowed. The author's own words are written in the language chosen: the Chinese stand in the
 * markup, the English beside them in `data-en` (a text) and `data-en-label`, `data-en-unit` … (an attribute).
 * @tag yzt-appearance
 * @summary Switch for theme, language and text size.
 * @csspart base - The row of switches.
 * @fires yzt-appearance-change - The reader chose another theme, language or text size.
 */
export class YztAppearance extends YztElement {
  static override styles = [hostStyles, focusStyles, buttonStyles, appearanceStyles];

  /** Themes offered, parted by spaces. Default: `auto light dark screen contrast`. */
  @property() themes?: string;

  /** Without the choice of a theme. */
  @property({ type: Boolean, attribute: 'no-theme' }) noTheme = false;

  /** Without the choice of a language. */
  @property({ type: Boolean, attribute: 'no-language' }) noLanguage = false;

  /** Without the choice of a text size. */
  @property({ type: Boolean, attribute: 'no-text-size' }) noTextSize = false;

  /** Name under which the browser remembers the choice. Empty: not remembered. */
  @property({ attribute: 'storage-key' }) storageKey = 'yzt-appearance';

  /** The address of the page may wish for a look: `?theme=dark&lang=en&text=150`. It goes before what was remembered, until the reader chooses, and is not remembered. */
  @property({ type: Boolean, attribute: 'from-address' }) fromAddress = false;

  /** What the page looks like now. */
  get appearance(): Required<Appearance> {
    const { dataset, lang } = document.documentElement;
    return {
      theme: themeOf(dataset['yztTheme']) ?? 'light',
      language: localeOfTag(lang),
      textSize: textSizeOf(dataset['yztText']) ?? 100,
    };
  }

  #endWords: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#apply({ ...this.#load(), ...this.#wishes() });
    this.#endWords ??= followPageWords();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endWords?.();
    this.#endWords = undefined;
  }

  /** Sets theme, language or text size as if the reader had chosen it, and remembers it. */
  choose(choice: Appearance): void {
    for (const part of Object.keys(choice)) chosen.set(part, location.search);
    this.#apply(choice);
    this.#save(choice);
    this.emit('yzt-appearance-change', this.appearance);
  }

  #apply({ theme, language, textSize }: Appearance): void {
    const root = document.documentElement;
    if (theme) setTheme(theme);
    if (language) root.lang = language;
    if (textSize === 100) delete root.dataset['yztText'];
    else if (textSize) root.dataset['yztText'] = String(textSize);
    this.requestUpdate();
  }

  #wishes(): Appearance {
    if (!this.fromAddress) return {};
    return Object.fromEntries(Object.entries(wishedBy(location.search)).filter(([part]) => chosen.get(part) !== location.search));
  }

  /** Storage is missing or throws in private windows, in sandboxed frames and under some policies: then nothing is remembered. */
  #load(): Appearance {
    if (!this.storageKey) return {};
    try {
      return remembered(localStorage.getItem(this.storageKey));
    } catch {
      return {};
    }
  }

  #save(choice: Appearance): void {
    if (!this.storageKey) return;
    try {
      localStorage.setItem(this.storageKey, JSON.stringify({ ...this.#load(), ...choice }));
    } catch {
      // Not remembered; see `#load`.
    }
  }

  #theme(current: ThemeChoice): TemplateResult {
    return html`<select
      aria-label=${this.say({ zh: '主题', en: 'Theme' })}
      @change=${(event: Event) => {
        const theme = themeOf((event.target as HTMLSelectElement).value);
        if (theme) this.choose({ theme });
      }}
    >
      ${themeList(this.themes).map((theme) => html`<option value=${theme} .selected=${theme === current}>${this.say(THEME_WORDS[theme])}</option>`)}
    </select>`;
  }

  #button(words: string, label: string, pressed: boolean, choice: Appearance, size = ''): TemplateResult {
    return html`<button
      type="button"
      aria-label=${label}
      title=${label}
      aria-pressed=${pressed ? 'true' : 'false'}
      @click=${() => this.choose(choice)}
    >
      <span class=${size} aria-hidden="true">${words}</span>
    </button>`;
  }

  #language(current: Language): TemplateResult {
    return html`<div class="choice" role="group" aria-label=${this.say({ zh: '语言', en: 'Language' })}>
      ${this.#button('中', '中文', current === 'zh-CN', { language: 'zh-CN' })}
      ${this.#button('EN', 'EN (English)', current === 'en', { language: 'en' })}
    </div>`;
  }

  #textSize(current: TextSize): TemplateResult {
    const letter = this.say({ zh: '文', en: 'A' });
    return html`<div class="choice" role="group" aria-label=${this.say({ zh: '字号', en: 'Text size' })}>
      ${TEXT_SIZES.map((size) => this.#button(letter, `${letter} ${size}%`, size === current, { textSize: size }, `size-${size}`))}
    </div>`;
  }

  override render(): TemplateResult {
    const { theme, language, textSize } = this.appearance;
    return html`<div class="base" part="base" role="group" aria-label=${this.say({ zh: '外观', en: 'Appearance' })}>
      ${this.noTheme ? nothing : this.#theme(theme)}${this.noLanguage ? nothing : this.#language(language)}
      ${this.noTextSize ? nothing : this.#textSize(textSize)}
    </div>`;
  }
}
