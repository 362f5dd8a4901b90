import type { Dataset } from '@yizhangtu/data/model';
import { pause, SLICED_FROM } from '@yizhangtu/data/steps';
import { ExportableElement } from './exportable-element.js';

/** Questions that took so many ms leave the drawing to a task of its own. */
const LONG_MS = 10;

/** Base of charts that keep questions and drawing apart: of very many rows both in one task hold up the page for longer than two frames. */
export abstract class PacedElement extends ExportableElement {
  /** The dataset the chart works with, where its rows are here. */
  protected abstract get linkedDataset(): Dataset | undefined;

  /** Asks what the next update shows, as far as it is known by then. */
  protected askAhead(): void {}

  protected override scheduleUpdate(): void | Promise<unknown> {
    const draw = (): void | Promise<unknown> => super.scheduleUpdate();
    if (!this.hasUpdated || (this.linkedDataset?.rowCount ?? 0) < SLICED_FROM) return draw();
    const began = performance.now();
    this.askAhead();
    return performance.now() - began < LONG_MS ? draw() : pause().then(draw);
  }
}
