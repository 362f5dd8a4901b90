import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { YztError } from '@yizhangtu/base/errors';
import { folderOpen } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { elementById } from '@yizhangtu/base/lookup';
import { setStyle } from '@yizhangtu/base/set-style';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import type { YztDataset } from '@yizhangtu/data/dataset';
import { MapWidget } from '../shared/map-widget.js';
import { stateStyles } from '../shared/panel.styles.js';
import { DropZone } from './drop-zone.js';
import { groupFiles } from './file-groups.js';
import { fileView, type CrsChoice } from './file-view.js';
import type { OpenedFiles } from './open-file-events.js';
import { openFileStyles } from './open-file.styles.js';
import { OpenedFile, OwnTarget, PageTarget, type FileTarget } from './opened-file.js';
import { chosen, readWords, type ReadChoices } from './read-words.js';

/** What a file dialog offers. */
const ACCEPT = '.zip,.shp,.dbf,.prj,.cpg,.shx,.geojson,.json,.topojson,.kml,.kmz,.gpx,.csv,.tsv,.txt,.xlsx,.parquet,.wkt,.wkb,.fgb,.yztc';

/**
 * Opens files of the person who looks at the page: by a button, or by dropping them on the map. A file becomes a new layer of the map, or the
 * rows of a dataset of the page. It says what was read – rows, format, encoding, coordinate system, what was skipped – and lets the person
 * choose encoding, system and layer where a file does not say them. Files stay in the browser.
 * @tag yzt-open-file
 * @summary Opens and drops files: shapefile, GeoJSON, KML, GPX, CSV, 界址点.
 * @fires yzt-open - A file has been read; `detail` has its name, the dataset and the layers that were made.
 * @csspart base - The whole element.
 * @csspart button - The button that opens the dialog of files.
 * @csspart file - One file.
 * @csspart facts - What was read of a file.
 * @csspart notes - What was skipped, mended or kept.
 * @csspart zone - The frame over the map while files hang over it.
 */
export class YztOpenFile extends MapWidget {
  static override styles = [hostStyles, focusStyles, buttonStyles, hiddenTextStyles, stateStyles, openFileStyles];

  /** Id of the `<yzt-dataset>` whose rows the file becomes. Without it each file is a new layer of the map. */
  @property() override dataset: string | undefined;

  /** Id of the part of the page that files are dropped on. Without it: the map. The element itself always takes them. */
  @property({ attribute: 'drop-on' }) dropOn?: string;

  /** Words of the button. */
  @property() label = '';

  @state() private opened: readonly OpenedFile[] = [];
  @state() private over = false;
  @state() private overOwn = false;
  @state() private said = '';
  /** Sources of the last choice that there was no room for. */
  @state() private left = 0;
  @state() private systems: readonly CrsChoice[] = [];

  #count = 0;
  readonly #zone = new DropZone({ over: (over) => (this.over = over), drop: (files) => void this.open(files) });
  readonly #own = new DropZone({ over: (over) => (this.overOwn = over), drop: (files) => void this.open(files) });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#own.listen(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#own.listen(undefined);
    this.#zone.listen(undefined);
    for (const { target } of this.opened) target.cancel();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const zone = this.dropOn ? elementById(this, this.dropOn) : this.mapElement;
    this.#zone.listen(this.isConnected && zone instanceof Element ? zone : undefined);
  }

  /**
   * Opens files, as if they had been dropped: the parts of a shapefile together, every other file by itself. Resolves when all are read or
   * have failed. Each failure is also told by `yzt-error`.
   */
  async open(files: readonly File[]): Promise<void> {
    this.clearError();
    const groups = groupFiles(files);
    // One dataset has room for one source.
    const taken = this.dataset ? groups.slice(0, 1) : groups;
    this.left = groups.length - taken.length;
    const opened = taken.flatMap(({ name, files: all }) => {
      const target = this.#target();
      return target ? [new OpenedFile(name, all, target)] : [];
    });
    this.opened = this.dataset ? opened : [...this.opened, ...opened];
    void this.#loadSystems();
    await Promise.all(opened.map((file) => this.#read(file, {})));
  }

  /** Rows of the page's dataset, or new ones. */
  #target(): FileTarget | undefined {
    const onState = (): void => this.requestUpdate();
    if (!this.dataset) return new OwnTarget(this, onState);
    const element = elementById(this, this.dataset);
    if (element?.localName === 'yzt-dataset') return new PageTarget(element as YztDataset, onState);
    const id = this.dataset.slice(0, 80);
    this.fail(
      new YztError('dataset-not-found', {
        zh: `<yzt-open-file dataset="${id}">：没有 id 为「${id}」的 <yzt-dataset>。请检查 id；不写 dataset 则新建图层。`,
        en: `<yzt-open-file dataset="${id}">: there is no <yzt-dataset> with the id "${id}". Check the id; without dataset a new layer is made.`,
      }),
    );
    return undefined;
  }

  async #read(file: OpenedFile, choices: ReadChoices): Promise<void> {
    const reading = file.read(choices);
    this.requestUpdate();
    const done = await reading;
    const { error, dataset } = file.target;
    if (!this.opened.includes(file)) return;
    if (done) await this.#show(file);
    else if (error) {
      this.said = this.say({ zh: `${file.name} 没有读成`, en: `${file.name} could not be read` });
      this.fail(error);
    }
    this.requestUpdate();
    if (done) this.emit('yzt-open', { name: file.name, dataset, layers: file.layers } satisfies OpenedFiles);
  }

  async #show(file: OpenedFile): Promise<void> {
    const { dataset } = file.target;
    const { zh, en } = readWords(dataset.report);
    this.said = this.say({ zh: `已打开 ${file.name}：${zh}`, en: `Opened ${file.name}: ${en}` });
    const map = this.mapElement;
    if (this.dataset || !map || dataset.geometry.kind === 'none') return;
    const { layersFor } = await import('./file-layers.js');
    // Read anew, it may have other kinds of geometry.
    for (const layer of file.layers) layer.remove();
    file.layers = await layersFor(map, dataset, file.name.replace(/\.\w+$/, ''), this.#count++);
  }

  async #loadSystems(): Promise<void> {
    if (this.systems.length > 0) return;
    const { crsChoices } = await import('./crs-choices.js');
    this.systems = crsChoices();
  }

  readonly #actions = {
    choose: (file: OpenedFile, name: keyof ReadChoices, value: string): void => {
      this.clearError();
      void this.#read(file, chosen(file.choices, name, value));
    },
    close: (file: OpenedFile): void => {
      this.opened = this.opened.filter((one) => one !== file);
      file.close();
      this.said = this.say({ zh: `已移除 ${file.name}`, en: `Removed ${file.name}` });
      this.renderRoot.querySelector<HTMLButtonElement>('[part=button]')?.focus();
    },
  };

  #pick(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  }

  #picked(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file again is a change, too.
    input.value = '';
    if (files.length > 0) void this.open(files);
  }

  override render(): TemplateResult {
    const where = this.#zone.target ?? this.mapElement ? { zh: '或把文件拖到地图上', en: 'or drop files on the map' } : { zh: '或把文件拖到这里', en: 'or drop files here' };
    return html`<div part="base" class=${this.overOwn ? 'over' : ''}>
        <div class="ask">
          <button part="button" class="primary" type="button" @click=${this.#pick}>${iconSvg(folderOpen)}<span>${this.label || this.say({ zh: '打开文件', en: 'Open a file' })}</span></button>
          <p>${this.say(where)}</p>
          <p class="formats">
            ${this.say({ zh: 'Shapefile（ZIP，或 .shp 与 .dbf、.prj 一起选）、GeoJSON、KML、GPX、CSV、Excel、界址点 TXT 等；文件只在本机读取，不上传', en: 'Shapefile (ZIP, or .shp with .dbf and .prj), GeoJSON, KML, GPX, CSV, Excel, boundary points and more; files are read here and never sent' })}
          </p>
        </div>
        <input type="file" multiple hidden accept=${ACCEPT} @change=${this.#picked} />
        ${this.left > 0 ? html`<p class="notes">${this.say({ zh: `另有 ${this.left} 个文件没有打开：一个数据集只装一个文件`, en: `${this.left} more not opened: a dataset takes one file` })}</p>` : nothing}
        ${this.opened.length > 0 ? html`<ul>${this.opened.map((file) => fileView(file, this.systems, this.locale, this.#actions))}</ul>` : nothing}
        <span class="hidden-text" role="status">${this.said}</span>
      </div>
      ${this.over ? this.#frame() : nothing}`;
  }

  /** The frame over the part of the page that would take the files. */
  #frame(): TemplateResult | typeof nothing {
    const box = this.#zone.target?.getBoundingClientRect();
    if (!box) return nothing;
    return html`<div class="zone" part="zone" aria-hidden="true" ${setStyle({ left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` })}>
      <span>${this.say({ zh: '松开以打开文件', en: 'Drop to open' })}</span>
    </div>`;
  }
}
