/** The part of the legend that says what sizes mean: circles in each other, with round numbers. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Locale, Text } from '@yizhangtu/base/locale';
import type { Dataset } from '@yizhangtu/data/model';
import type { SymbolSizes } from '@yizhangtu/data/symbology';
import { setStyle } from '@yizhangtu/base/set-style';
import { numberWords } from '@yizhangtu/data/words';

/** Height of a line of numbers at 100 % text size, and width of the stroke that leads to it, CSS px. */
const LINE = 16;
const LEADER = 10;

/** One circle and where its number stands. */
export interface PlacedSize {
  readonly value: number;
  readonly radius: number;
  /** Top of the circle; all stand on one ground. */
  readonly top: number;
  /** Middle of the number: beside the top, and never over another one. */
  readonly textAt: number;
}

/** Places circles on one ground, the largest first, and their numbers one below the other, `line` px high each. `height` has room for both. */
export function placedSizes({ steps }: Pick<SymbolSizes, 'steps'>, line = LINE): { readonly sizes: readonly PlacedSize[]; readonly height: number; readonly width: number } {
  const largest = steps.reduce((most, { diameter }) => Math.max(most, diameter), 0);
  const ground = line / 2 + largest;
  let last = -Infinity;
  const sizes = steps.map(({ value, diameter }) => {
    const top = ground - diameter;
    last = Math.max(top, last + line);
    return { value, radius: diameter / 2, top, textAt: last };
  });
  return { sizes, height: Math.max(ground, last + line / 2) + 1, width: largest + LEADER };
}

/** What the part is written with. */
export interface SizesWriting {
  readonly say: (text: Text) => string;
  readonly locale: Locale;
  /** 1 at 100 % text size. */
  readonly textScale: number;
}

/** The circles with their numbers. A screen reader hears a sentence. */
export function legendSizes(sizes: SymbolSizes | undefined, dataset: Dataset | undefined, { say, locale, textScale }: SizesWriting): TemplateResult | typeof nothing {
  if (!sizes || !dataset) return nothing;
  const line = Math.round(LINE * textScale);
  const placed = placedSizes(sizes, line);
  const middle = (placed.width - LEADER) / 2 + 1;
  const numbers = sizes.steps.map(({ value }) => numberWords(dataset, sizes.field, value, locale));
  const name = say(sizes.label);
  const words = say({ zh: `符号大小表示${name}，面积与数值成正比，如 ${numbers.join('、')}`, en: `Size of the symbols: ${name}; area is proportional to the value, such as ${numbers.join(', ')}` });
  return html`<div class="sizes" part="sizes" role="img" aria-label=${words}>
    <div class="sizes-name">${name}</div>
    <div class="sizes-chart">
      <svg width=${placed.width + 2} height=${placed.height} aria-hidden="true" focusable="false">
        ${placed.sizes.map(
          ({ radius, top, textAt }) => svg`<circle cx=${middle} cy=${top + radius} r=${Math.max(1, radius - 0.5)} /><path d="M${middle} ${top + 0.5}L${placed.width - 4} ${textAt + 0.5}h6" />`,
        )}
      </svg>
      <ol class="sizes-numbers">
        ${placed.sizes.map(({ textAt }, index) => html`<li ${setStyle({ top: `${textAt - line / 2}px` })}>${numbers[index]}</li>`)}
      </ol>
    </div>
  </div>`;
}
