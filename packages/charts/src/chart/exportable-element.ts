import { YztElement } from '@yizhangtu/base/element';
import { token } from '@yizhangtu/base/theme';
import { nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ChartTable } from './chart-table.js';
import { ExportMenu } from './export-menu.js';

/** A chart as files: pictures of what is drawn, and its table. */
export abstract class ExportableElement extends YztElement {
  /** Title over the chart. */
  @property() label = '';
  /** With a menu to save the chart as a picture and its data as CSV. */
  @property({ type: Boolean }) exportable = false;

  readonly #menu = new ExportMenu(this);

  /** The data of the chart as a table. */
  protected abstract get table(): ChartTable;

  /** Makes something of the drawn chart, also while it shows something else. */
  protected abstract withMarks<T>(make: (root: Element) => T | Promise<T>): Promise<T>;

  /** The chart with its title, legend and source as an SVG document that stands alone, in the colours it has now. */
  async toSvg(): Promise<string> {
    const { svgOf } = await import('../picture/chart-files.js');
    return this.withMarks((root) => svgOf(root, token(this, 'color-surface'), this.label));
  }

  /** The chart with its title, legend and source as a PNG picture. @param scale Pixels for one px of the page; 2 is sharp in print. */
  async toPng(scale = 2): Promise<Blob> {
    const { pngOf } = await import('../picture/chart-files.js');
    return this.withMarks((root) => pngOf(root, token(this, 'color-surface'), scale));
  }

  /** The data of the chart as a CSV file: UTF-8 with byte order mark, plain numbers, no formulas. */
  async toCsv(): Promise<Blob> {
    // The rows as they are now, whatever is shown when the writing begins.
    const { table, label } = this;
    const { csvOf } = await import('../picture/chart-files.js');
    return csvOf(table, label);
  }

  /** The button 导出 with its menu. */
  protected renderExport(): TemplateResult | typeof nothing {
    return this.exportable ? this.#menu.render((text) => this.say(text)) : nothing;
  }
}
