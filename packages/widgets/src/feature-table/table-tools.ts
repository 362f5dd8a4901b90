import { html, nothing, type TemplateResult } from 'lit';
import { columns as columnsIcon, copy, download, fileText, locate, table, x } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import type { Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { DatasetLike } from '@yizhangtu/data/model';
import { countWords, type Counted } from '../shared/counted.js';
import { exampleBadge } from '../shared/provenance.js';

/** The small panels of the table. */
export type TablePanel = 'columns' | 'export';
/** Ways out of the table. */
export type ExportKind = 'xlsx' | 'csv' | 'copy';

/** What stands above the table, and what happens when it is used. */
export interface TableTools {
  readonly dataset: DatasetLike;
  readonly total: number;
  readonly counted: Counted;
  /** Rows to be exported: the selected ones, or all that pass. */
  readonly exported: number;
  readonly open: TablePanel | undefined;
  /** Too narrow for words on the buttons. */
  readonly narrow: boolean;
  /** A map to fly to. */
  readonly canZoom: boolean;
  /** Only the selected rows leave the page. */
  readonly onlySelected: boolean;
  /** A file is being written; the part that is, 0 to 1, where that takes longer. */
  readonly exporting: { readonly busy: boolean; readonly progress?: number | undefined };
  /** The list of columns while it is open. */
  readonly chooser: TemplateResult | typeof nothing;
  say(text: Text): string;
  onPanel(panel: TablePanel): void;
  onZoom(): void;
  onClear(): void;
  onOnlySelected(on: boolean): void;
  onExport(kind: ExportKind): void;
}

function selected({ dataset, canZoom, say, onZoom, onClear }: TableTools): TemplateResult | typeof nothing {
  const count = dataset.selection.size;
  if (count === 0) return nothing;
  const zoom = say({ zh: '缩放至选中', en: 'Zoom to selection' });
  const clear = say({ zh: '取消选择', en: 'Clear selection' });
  return html`<span class="selected">
    <span>${say({ zh: '已选', en: 'Selected' })} <b>${formatNumber(count)}</b></span>
    ${
      canZoom
        ? html`<button class="icon" type="button" title=${zoom} aria-label=${zoom} @click=${onZoom}>${iconSvg(locate)}</button>`
        : nothing
    }
    <button class="icon" type="button" title=${clear} aria-label=${clear} @click=${onClear}>${iconSvg(x)}</button>
  </span>`;
}

function exportPanel(tools: TableTools): TemplateResult {
  const { dataset, exported, onlySelected, say, onExport } = tools;
  const { busy, progress } = tools.exporting;
  const rows = formatNumber(exported);
  const done = Math.floor(100 * (progress ?? 0));
  const words: Text = progress === undefined ? { zh: `共 ${rows} 行`, en: `${rows} rows` } : { zh: `正在导出 ${done}%…`, en: `Exporting ${done}%…` };
  const item = (kind: ExportKind, icon: typeof copy, words: string): TemplateResult =>
    html`<button type="button" class="item" ?disabled=${busy || exported === 0} @click=${() => onExport(kind)}>
      ${iconSvg(icon)}<span>${words}</span>
    </button>`;
  return html`<div id="export" class="pop float" role="dialog" aria-label=${say({ zh: '导出', en: 'Export' })} data-disclosure>
    <p>${say(words)}</p>
    ${
      dataset.selection.size > 0
        ? html`<label>
            <input
              type="checkbox"
              .checked=${onlySelected}
              @change=${(event: Event) => tools.onOnlySelected((event.target as HTMLInputElement).checked)}
            />
            <span>${say({ zh: '仅导出选中的行', en: 'Selected rows only' })}</span>
          </label>`
        : nothing
    }
    ${item('xlsx', table, say({ zh: 'Excel 表格（.xlsx）', en: 'Excel workbook (.xlsx)' }))}
    ${item('csv', fileText, say({ zh: 'CSV 文本（.csv）', en: 'CSV text (.csv)' }))}
    ${item('copy', copy, say({ zh: '复制到剪贴板', en: 'Copy to clipboard' }))}
  </div>`;
}

function opener(tools: TableTools, panel: TablePanel, icon: typeof copy, words: string): TemplateResult {
  const open = tools.open === panel;
  return html`<button
    type="button"
    aria-haspopup="dialog"
    aria-expanded=${open ? 'true' : 'false'}
    data-disclosure=${panel}
    title=${tools.narrow ? words : nothing}
    @click=${() => tools.onPanel(panel)}
  >
    ${iconSvg(icon)}<span class=${tools.narrow ? 'hidden-text' : ''}>${words}</span>
  </button>`;
}

/** How many rows there are, what is selected, and the tools. */
export function tableTools(tools: TableTools): TemplateResult {
  const { dataset, total, counted, say } = tools;
  const { before, after } = countWords(dataset, counted);
  const all = total < dataset.rowCount ? ` / ${formatNumber(dataset.rowCount)}` : '';
  return html`<div class="tools" part="tools">
    <p class="total">${say(before)}<b>${formatNumber(total)}</b>${all}${say(after)} ${exampleBadge([dataset], say)}</p>
    ${selected(tools)}
    <div class="buttons">
      ${opener(tools, 'columns', columnsIcon, say({ zh: '列', en: 'Columns' }))}
      ${opener(tools, 'export', download, say({ zh: '导出', en: 'Export' }))}
      ${tools.open === 'columns' ? tools.chooser : nothing} ${tools.open === 'export' ? exportPanel(tools) : nothing}
    </div>
  </div>`;
}
