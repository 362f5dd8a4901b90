/** Where a JSON text breaks. Run only when `JSON.parse` has refused it: its messages differ between browsers and often name no place. */

/** The first character that cannot stand where it stands; the length of the text if it ends too early. */
export function jsonFault(text: string): number {
  return new FaultFinder(text).find();
}

/** Line and column of a place, both from 1. */
export function placeOf(text: string, index: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: index - start + 1 };
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const BLANK = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** Walks a JSON text with a stack of its own, so that no depth overflows. */
class FaultFinder {
  readonly #text: string;
  #at = 0;
  /** Open brackets. */
  readonly #open: ('{' | '[')[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  find(): number {
    let expect: 'value' | 'after' = 'value';
    for (;;) {
      this.#skip(BLANK);
      const step: 'value' | 'after' | 'done' | 'fault' = expect === 'value' ? this.#value() : this.#after();
      if (step === 'fault' || step === 'done') return this.#at;
      expect = step;
    }
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const hit = pattern.exec(this.#text);
    this.#at += hit?.[0].length ?? 0;
    return hit !== null && hit[0].length > 0;
  }

  #value(): 'value' | 'after' | 'fault' {
    const char = this.#text[this.#at];
    if (char === '{' || char === '[') {
      this.#at++;
      this.#open.push(char);
      this.#skip(BLANK);
      const closing = char === '{' ? '}' : ']';
      if (this.#text[this.#at] === closing) return this.#close();
      return char === '{' ? this.#key() : 'value';
    }
    if (char === '"') return this.#string() ? 'after' : 'fault';
    return this.#skip(NUMBER) || this.#skip(WORD) ? 'after' : 'fault';
  }

  #close(): 'after' {
    this.#at++;
    this.#open.pop();
    return 'after';
  }

  #string(): boolean {
    if (this.#text[this.#at] !== '"') return false;
    for (this.#at++; this.#at < this.#text.length; ) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 92) {
        if (!this.#skip(ESCAPE)) return false;
      } else if (code < 32) return false;
      else {
        this.#at++;
        if (code === 34) return true;
      }
    }
    return false;
  }

  #key(): 'value' | 'fault' {
    this.#skip(BLANK);
    if (!this.#string()) return 'fault';
    this.#skip(BLANK);
    if (this.#text[this.#at] !== ':') return 'fault';
    this.#at++;
    return 'value';
  }

  #after(): 'value' | 'after' | 'done' | 'fault' {
    const around = this.#open[this.#open.length - 1];
    const char = this.#text[this.#at];
    if (around === undefined) return char === undefined ? 'done' : 'fault';
    if (char === (around === '{' ? '}' : ']')) return this.#close();
    if (char !== ',') return 'fault';
    this.#at++;
    return around === '{' ? this.#key() : 'value';
  }
}
