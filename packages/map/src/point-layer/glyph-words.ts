/** Which sign each class gets, in words: `vessel`, `class`, `足球场=ball; 游泳馆=swim; *=flag`. Pure. */
import type { SymbolClass, Symbology } from '@yizhangtu/data/symbology';
import { classWith } from '../shared/class-with.js';

/** What `glyph` says. */
export type GlyphChoice =
  | { readonly kind: 'none' }
  /** Each class shows the sign its code list gives it. */
  | { readonly kind: 'class' }
  /** By the value of the class; `*` for all others. */
  | { readonly kind: 'by-value'; readonly names: ReadonlyMap<string, string> }
  | { readonly kind: 'one'; readonly name: string };

const NAME = /^[a-z][a-z\d-]*$/;

/** Reads the words. Undefined for what cannot be read. */
export function glyphChoice(words: string | null | undefined): GlyphChoice | undefined {
  const text = words?.trim() ?? '';
  if (text === '') return { kind: 'none' };
  if (text === 'class') return { kind: 'class' };
  if (!text.includes('=')) return NAME.test(text) ? { kind: 'one', name: text } : undefined;
  const names = new Map<string, string>();
  for (const pair of text.split(/[;；]/)) {
    if (pair.trim() === '') continue;
    const at = pair.lastIndexOf('=');
    const value = pair.slice(0, Math.max(0, at)).trim();
    const name = pair.slice(at + 1).trim();
    if (value === '' || !NAME.test(name)) return undefined;
    names.set(value, name);
  }
  return { kind: 'by-value', names };
}

function nameFor(choice: GlyphChoice, { key, label, glyph }: SymbolClass): string | undefined {
  if (choice.kind === 'none') return undefined;
  if (choice.kind === 'class') return glyph;
  if (choice.kind === 'one') return choice.name;
  const values = [key === undefined || key === null ? '' : String(key), label.zh, label.en];
  const found = values.map((value) => choice.names.get(value)).find((name) => name !== undefined);
  return found ?? choice.names.get('*');
}

/** Classes with the signs of a choice in place of those of their code lists. */
export function signedClasses(classes: Symbology['classes'], choice: GlyphChoice): Symbology['classes'] {
  return classes.map((one) => {
    const glyph = nameFor(choice, one);
    return glyph === one.glyph ? one : classWith(one, { glyph });
  });
}
