import { fileName, saveFile } from '@yizhangtu/base/save-file';
import type { Text } from '@yizhangtu/base/locale';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** A chart, as far as its export menu works with it. */
interface ExportHost extends ReactiveControllerHost {
  readonly label: string;
  readonly renderRoot: ParentNode;
  toPng(scale?: number): Promise<Blob>;
  toSvg(): Promise<string>;
  toCsv(): Promise<Blob>;
}

const WORDS = {
  export: { zh: '导出', en: 'Export' },
  png: { zh: '图片 PNG', en: 'Picture PNG' },
  svg: { zh: '矢量图 SVG', en: 'Vector SVG' },
  csv: { zh: '数据 CSV', en: 'Data CSV' },
} satisfies Record<string, Text>;

/** The button 导出 and its small menu. Closes with Escape and when the focus goes elsewhere. */
export class ExportMenu implements ReactiveController {
  readonly #host: ExportHost;
  #open = false;

  constructor(host: ExportHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#open = false;
  }

  render(say: (text: Text) => string): TemplateResult {
    const open = this.#open;
    return html`<span class="export" data-no-picture @focusout=${this.#left} @keydown=${this.#key}>
      <button type="button" part="export" aria-expanded=${open} @click=${this.#toggle}>${say(WORDS.export)}</button>
      ${
        open
          ? html`<span class="menu">
              <button type="button" @click=${() => this.#save('png')}>${say(WORDS.png)}</button>
              <button type="button" @click=${() => this.#save('svg')}>${say(WORDS.svg)}</button>
              <button type="button" @click=${() => this.#save('csv')}>${say(WORDS.csv)}</button>
            </span>`
          : nothing
      }
    </span>`;
  }

  #set(open: boolean): void {
    if (open === this.#open) return;
    this.#open = open;
    this.#host.requestUpdate();
  }

  #toggle = (): void => {
    this.#set(!this.#open);
  };

  #left = (event: FocusEvent): void => {
    const box = event.currentTarget as Element;
    if (!(event.relatedTarget instanceof Node) || !box.contains(event.relatedTarget)) this.#set(false);
  };

  #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#open) return;
    event.stopPropagation();
    this.#focusButton();
    this.#set(false);
  };

  #focusButton(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('.export button')?.focus();
  }

  async #save(kind: 'png' | 'svg' | 'csv'): Promise<void> {
    const host = this.#host;
    this.#focusButton();
    this.#set(false);
    const name = fileName(host.label, kind);
    if (kind === 'png') saveFile(await host.toPng(), name);
    else if (kind === 'csv') saveFile(await host.toCsv(), name);
    else saveFile(new Blob([await host.toSvg()], { type: 'image/svg+xml' }), name);
  }
}
