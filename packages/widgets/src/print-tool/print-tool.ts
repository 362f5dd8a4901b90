import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { asYztError, YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { printer, x } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { fileName, saveFile } from '@yizhangtu/base/save-file';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import type { LayerElement } from '@yizhangtu/map/layer';
import { MapWidget } from '../shared/map-widget.js';
import { stateStyles } from '../shared/panel.styles.js';
import { toolStyles } from '../shared/tool.styles.js';
import { PAPERS, scaleFrom, type Orientation, type PaperName } from './paper.js';
import { printForm, RESOLUTIONS } from './print-form.js';
import type { Printed, PrintPlan } from './print-job.js';
import { notExportable } from './print-words.js';
import { printToolStyles } from './print-tool.styles.js';

/** What was printed; for logs of a page. */
export interface PrintDetail {
  readonly format: 'png' | 'pdf';
  readonly heading: string;
  readonly paper: PaperName;
  /** Denominator of the scale. */
  readonly scale: number;
}

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    'yzt-print': PrintDetail;
  }
}

const PREVIEW_DELAY_MS = 300;

/**
 * A button that puts the map on paper: with title, legend, scale, north arrow, 审图号, sources, maker, date and watermark, as PNG or PDF, made in
 * the browser. The scale on the sheet is true at the middle of the map. Layers whose images may not be read are named, and the reader can
 * print without them.
 * @tag yzt-print-tool
 * @summary Map sheets as PNG and PDF, without a server.
 * @fires yzt-print - A file was given to the reader; `detail` says what.
 * @csspart base - The frame of the button.
 * @csspart button - The button.
 * @csspart dialog - The dialog with preview and choices.
 */
export class YztPrintTool extends MapWidget {
  static override styles = [hostStyles, focusStyles, buttonStyles, hiddenTextStyles, stateStyles, toolStyles, printToolStyles];

  /** 图名. Default: the label of the map, else the title of the page. The reader can change it. */
  @property() heading?: string;

  /** 制图单位. The reader can change it. */
  @property() unit = '';

  /** 审图号. Default: that of the attribution bar in the map, of the page around it, of the top layer that has one. */
  @property({ attribute: 'approval-number' }) approvalNumber = '';

  /** Words across the sheet: who prints, for whom. The reader can change them unless `fixed-watermark` is set. */
  @property() watermark = '';

  /** The reader cannot change the watermark. */
  @property({ type: Boolean, attribute: 'fixed-watermark' }) fixedWatermark = false;

  /** Paper at first: `A4`, `A3` or `A2`. */
  @property() paper: PaperName = 'A4';

  /** `landscape` or `portrait` at first. */
  @property() orientation: Orientation = 'landscape';

  /** Dots per inch at first: 96, 150 or 300. */
  @property({ type: Number }) resolution = 150;

  @state() private open = false;
  @state() private busy: 'preview' | 'png' | 'pdf' | undefined;
  @state() private result: Printed | undefined;
  @state() private scaleWords = '';
  @state() private legend = true;
  @query('dialog') private dialog!: HTMLDialogElement | null;

  #without: readonly LayerElement[] = [];
  #stop?: AbortController | undefined;
  #timer?: ReturnType<typeof setTimeout>;
  #turn: Promise<unknown> = Promise.resolve();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
    this.open = false;
  }

  /** Opens the dialog. */
  show(): void {
    this.#without = [];
    this.clearError();
    this.open = true;
    this.#preview(0);
  }

  /** Closes the dialog. */
  close(): void {
    this.#end();
    this.open = false;
    this.result = undefined;
  }

  /**
   * Makes the sheet as a file, as the choices are now.
   * @param format `png` or `pdf`.
   * @throws YztError `not-exportable` naming the layers whose images may not be read; `map-not-found` without a map.
   */
  async makeFile(format: 'png' | 'pdf'): Promise<Blob> {
    const plan = this.#plan(this.resolution / 96);
    const { canvas, tainted } = await this.#printed(plan);
    if (!canvas) throw notExportable(tainted);
    const { printFile } = await import('./print-job.js');
    return printFile(canvas, format, plan);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const known = { paper: Object.keys(PAPERS), orientation: ['landscape', 'portrait'], resolution: RESOLUTIONS } as const;
    if (changed.has('paper')) this.paper = this.#known('paper', this.paper, known.paper as PaperName[]);
    if (changed.has('orientation')) this.orientation = this.#known('orientation', this.orientation, known.orientation);
    if (changed.has('resolution')) this.resolution = this.#known('resolution', this.resolution, known.resolution, 150);
  }

  /** A value that is one of some; for any other the usual one, and a word about it. */
  #known<T extends string | number>(name: string, value: T, all: readonly T[], usual = all[0] as T): T {
    if (all.includes(value)) return value;
    const choices = all.join('、');
    hint(
      'bad-attribute',
      {
        zh: `<${this.localName}>：${name}="${value}" 无法识别，按 ${usual} 处理。可写 ${choices}。`,
        en: `<${this.localName}>: ${name}="${value}" is not known; ${usual} is used. It may be ${all.join(', ')}.`,
      },
      this,
    );
    return usual;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { dialog } = this;
    // The top layer: a map clips what lies over it, and a page may have anything above it.
    if (this.open && dialog && !dialog.open) dialog.showModal();
    this.#showCanvas();
  }

  get #heading(): string {
    return this.heading ?? (this.mapElement?.label || document.title);
  }

  #plan(pixelRatio: number): PrintPlan {
    const { mapElement: map, paper, orientation, unit, approvalNumber, watermark, legend, locale } = this;
    if (!map) {
      const zh = '<yzt-print-tool>：没有地图可打印。请把它放进 <yzt-map>，或用 for 写明地图的 id。';
      throw new YztError('map-not-found', { zh, en: '<yzt-print-tool>: there is no map to print. Put it into a <yzt-map>, or name the id of the map with for.' });
    }
    return { map, paper, orientation, scale: scaleFrom(this.scaleWords), heading: this.#heading, unit, approvalNumber, watermark, legend, pixelRatio, without: this.#without, locale };
  }

  /** One sheet after the other: a map can be one picture at a time. */
  #printed(plan: PrintPlan): Promise<Printed> {
    const run = this.#turn.then(async () => {
      const { printed } = await import('./print-job.js');
      return printed(plan);
    });
    this.#turn = run.catch(() => undefined);
    return run;
  }

  #preview(delay = PREVIEW_DELAY_MS): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#makePreview(), delay);
  }

  async #makePreview(): Promise<void> {
    this.busy = 'preview';
    this.#stop?.abort();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    await this.#attempt(async () => {
      this.result = await this.#printed({ ...this.#plan(1), signal });
    });
  }

  async #attempt(action: () => Promise<void>): Promise<void> {
    const { busy } = this;
    try {
      this.clearError();
      await action();
    } catch (reason) {
      if (reason instanceof DOMException && reason.name === 'AbortError') return;
      const error = asYztError(reason, 'render-failed', {
        zh: '<yzt-print-tool>：没有能制成图。请换小一些的纸张或分辨率再试。',
        en: '<yzt-print-tool>: the sheet could not be made. Try again with smaller paper or fewer dots per inch.',
      });
      this.fail(error);
    }
    if (this.busy === busy) this.busy = undefined;
  }

  async #save(format: 'png' | 'pdf'): Promise<void> {
    this.busy = format;
    await this.#attempt(async () => {
      const blob = await this.makeFile(format);
      saveFile(blob, fileName(this.#heading, format));
      this.emit('yzt-print', { format, heading: this.#heading, paper: this.paper, scale: this.result?.scale ?? NaN });
    });
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#stop?.abort();
    this.busy = undefined;
  }

  #showCanvas(): void {
    const [place, canvas] = [this.renderRoot.querySelector('.sheet'), this.result?.canvas];
    if (!place || place.firstChild === (canvas ?? null)) return;
    while (place.firstChild) place.firstChild.remove();
    if (canvas) place.append(canvas);
  }

  #printWithout(): void {
    this.#without = [...this.#without, ...(this.result?.tainted ?? [])];
    this.#preview(0);
  }

  #form(): TemplateResult {
    const { paper, orientation, resolution, unit, watermark, fixedWatermark, legend, scaleWords } = this;
    const values = { heading: this.#heading, paper, orientation, resolution, unit, watermark, fixedWatermark, legend, scaleWords, automaticScale: this.result?.scale };
    return printForm(values, (text) => this.say(text), (change) => {
      Object.assign(this, change);
      this.#preview();
    });
  }

  #notes(): TemplateResult {
    const say = (zh: string, en: string): string => this.say({ zh, en });
    const { tainted = [], late = [], legendIsCut = false } = this.result ?? {};
    const names = (layers: readonly LayerElement[]): string => layers.map((layer) => layer.label || layer.localName).join(say('、', ', '));
    return html`<div class="notes" role="status">
      ${this.error && tainted.length === 0 ? html`<p class="notice">${this.say(this.error.text)}</p>` : nothing}
      ${
        tainted.length > 0
          ? html`<div class="notice">
              <p>${this.say(notExportable(tainted).text)}</p>
              <button type="button" @click=${() => this.#printWithout()}>${say('不含它导出', 'Print without')}</button>
            </div>`
          : nothing
      }
      ${this.#without.length > 0 ? html`<p>${say(`未包含：${names(this.#without)}。`, `Left out: ${names(this.#without)}.`)}</p>` : nothing}
      ${late.length > 0 ? html`<p>${say(`还没有载完：${names(late)}。`, `Not fully loaded: ${names(late)}.`)}</p>` : nothing}
      ${legendIsCut ? html`<p>${say('图例放不下，已截去一部分。可换大一号纸张，或隐藏一些图层。', 'The legend has no room and is cut. Choose larger paper, or hide layers.')}</p>` : nothing}
    </div>`;
  }

  #dialog(): TemplateResult {
    const say = (zh: string, en: string): string => this.say({ zh, en });
    const ready = this.busy === undefined && this.result?.canvas !== undefined;
    return html`<dialog part="dialog" aria-labelledby="title" @close=${() => this.close()}>
      <div class="head">
        <h2 id="title">${say('打印地图', 'Print the map')}</h2>
        <button class="icon" type="button" aria-label=${say('关闭', 'Close')} @click=${() => this.dialog?.close()}>${iconSvg(x)}</button>
      </div>
      <div class="body">
        <div class=${classMap({ preview: true, busy: this.busy === 'preview' })} aria-busy=${this.busy ? 'true' : 'false'}>
          <div class="sheet" role="img" aria-label=${say(`预览：${this.#heading}`, `Preview: ${this.#heading}`)}></div>
          ${this.busy === 'preview' && !this.result ? html`<p class="empty">${say('正在制图…', 'Drawing…')}</p>` : nothing}
        </div>
        ${this.#form()} ${this.#notes()}
      </div>
      <div class="foot">
        <button type="button" ?disabled=${!ready} @click=${() => void this.#save('png')}>
          ${this.busy === 'png' ? say('正在制图…', 'Drawing…') : say('下载 PNG', 'Download PNG')}
        </button>
        <button class="primary" type="button" ?disabled=${!ready} @click=${() => void this.#save('pdf')}>
          ${this.busy === 'pdf' ? say('正在制图…', 'Drawing…') : say('下载 PDF', 'Download PDF')}
        </button>
      </div>
    </dialog>`;
  }

  override render(): TemplateResult {
    const label = this.say({ zh: '打印', en: 'Print' });
    return html`<div class="base" part="base">
        <button part="button" type="button" title=${label} aria-label=${label} aria-haspopup="dialog" ?disabled=${!this.mapElement} @click=${() => this.show()}>
          ${iconSvg(printer)}
        </button>
      </div>
      ${this.open ? this.#dialog() : nothing}`;
  }
}
