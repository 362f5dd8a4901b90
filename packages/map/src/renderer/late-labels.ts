/** Labels of a layer. The code that places and writes them is fetched by the first layer that has some: the first picture of most pages has none. */
import type * as labelCode from './label-code.js';
import type { LabelPainter, LabelSpot } from './label-painter.js';
import type { DrawTarget, RenderColumns, RenderStyle } from './types.js';

type LabelCode = typeof labelCode;

let here: LabelCode | undefined;
let coming: Promise<void> | undefined;

/** Resolves when the code is there. */
export function whenLabels(): Promise<void> {
  coming ??= import('./label-code.js').then((module) => void (here = module));
  return coming;
}

/** Draws labels as soon as there is code for it. */
export class LateLabels {
  #painter?: LabelPainter | undefined;

  /** Labels for as many spots as have room, in their order. While the code is on its way there are none, and another picture is waited for. */
  draw(target: DrawTarget, style: RenderStyle, label: NonNullable<RenderColumns['label']>, spots: (code: LabelCode) => Iterable<LabelSpot>): void {
    if (here) {
      (this.#painter ??= new here.LabelPainter()).draw(target, style, label, spots(here));
      return;
    }
    const { redraw } = style;
    void whenLabels().then(redraw);
    (redraw && target.wait ? target.wait : target.again)?.();
  }

  clear(): void {
    this.#painter?.clear();
  }
}
