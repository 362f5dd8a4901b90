/** The code of signs, fetched by the first layer that wants it. */
import type * as tools from './glyph-tools.js';

export type GlyphTools = typeof tools;

let here: GlyphTools | undefined;
let coming: Promise<GlyphTools> | undefined;

/** The code if it is there already. */
export function glyphToolsNow(): GlyphTools | undefined {
  return here;
}

/** The code as soon as it is there. */
export function whenGlyphTools(): Promise<GlyphTools> {
  coming ??= import('./glyph-tools.js').then(
    (module) => {
      module.provide();
      return (here = module);
    },
    (reason: unknown) => {
      coming = undefined;
      throw reason;
    },
  );
  return coming;
}
