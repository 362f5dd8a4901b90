import { asYztError, type YztError } from '@yizhangtu/base/errors';
import { glyphOf, onGlyphs } from '@yizhangtu/base/glyphs';
import { hint } from '@yizhangtu/base/hints';
import type { SymbolClass, Symbology } from '@yizhangtu/data/symbology';
import type { RenderClass } from '../renderer/types.js';
import { glyphToolsNow, whenGlyphTools } from './glyph-door.js';
import { glyphChoice, signedClasses, type GlyphChoice } from './glyph-words.js';

const NONE: GlyphChoice = { kind: 'none' };

/** What the signs of a layer need of it. */
interface GlyphHost extends Element {
  requestUpdate(): void;
}

/** The signs of one point layer, from its attribute to its classes. */
export class LayerGlyphs {
  readonly #host: GlyphHost;
  readonly #fail: (error: YztError) => void;
  #choice = NONE;
  /** Counts what has become known, so that whatever shows signs is made anew. */
  #known = 0;
  #end?: (() => void) | undefined;
  words: string | undefined;

  constructor(host: GlyphHost, fail: (error: YztError) => void) {
    this.#host = host;
    this.#fail = fail;
  }

  get used(): boolean {
    return this.#choice.kind !== 'none';
  }

  /** Changes whenever `signed` would give something else. */
  get mark(): string {
    return `${this.words ?? ''} ${this.#known}`;
  }

  /** Takes the words of the attribute. False for words that cannot be read: nothing changes then. */
  set(words: string | null | undefined): boolean {
    const choice = glyphChoice(words);
    if (!choice) return false;
    this.#choice = choice;
    this.words = words ?? undefined;
    return true;
  }

  /** Fetches the signs of the library and follows those of the page. */
  use(): void {
    if (!this.used) return;
    if (this.#host.isConnected) this.#end ??= onGlyphs(this.#renew);
    if (!glyphToolsNow()) whenGlyphTools().then(this.#renew, (reason: unknown) => this.#fail(notLoaded(this.#host, reason)));
  }

  /** The layer leaves the page. */
  rest(): void {
    this.#end?.();
    this.#end = undefined;
  }

  /** The code of signs, where it is on its way. */
  waits(): Promise<unknown> | undefined {
    return this.used && !glyphToolsNow() ? whenGlyphTools() : undefined;
  }

  signed(classes: Symbology['classes']): Symbology['classes'] {
    const out = signedClasses(classes, this.#choice);
    const names = new Set(out.map(({ glyph }) => glyph));
    if (glyphToolsNow()) for (const name of names) if (name && !glyphOf(name)) sayUnknown(this.#host, name);
    return out;
  }

  look(plain: RenderClass, { glyph }: SymbolClass): RenderClass {
    const drawing = glyph && glyphToolsNow()?.drawingOf(glyph);
    return drawing ? { ...plain, glyph: drawing } : plain;
  }

  readonly #renew = (): void => {
    this.#known++;
    this.#host.requestUpdate();
  };
}

function sayUnknown(host: Element, name: string): void {
  const some = glyphToolsNow()?.someNames() ?? '';
  hint(
    'bad-attribute',
    {
      zh: `<${host.localName}> 的 glyph 用到的字形「${name}」未注册，相应符号不带字形。请使用 ${some} 等内置名称，或先用 registerGlyph 注册。`,
      en: `<${host.localName}>: nobody has made the glyph "${name}" known, so its symbols have none. Use a name such as ${some}, or call registerGlyph first.`,
    },
    host,
  );
}

function notLoaded({ localName }: Element, reason: unknown): YztError {
  return asYztError(reason, 'network', {
    zh: `<${localName}>：字形的代码加载失败，符号暂不带字形。请检查网络，以及脚本旁的文件是否齐全。`,
    en: `<${localName}>: the code of glyphs did not load, so symbols have none. Check the network, and that all files beside the script are there.`,
  });
}
