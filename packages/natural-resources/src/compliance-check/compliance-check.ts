import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { asYztError, isAbort, YztError } from '@yizhangtu/base/errors';
import { formatDate } from '@yizhangtu/base/dates';
import { hint } from '@yizhangtu/base/hints';
import { elementById } from '@yizhangtu/base/lookup';
import { inWords, type Text } from '@yizhangtu/base/locale';
import { fileName, saveFile } from '@yizhangtu/base/save-file';
import { buttonStyles, focusStyles, hostStyles } from '@yizhangtu/base/styles';
import { LinkController } from '@yizhangtu/base/link';
import type { YztDataset } from '@yizhangtu/data/dataset';
import type { DatasetElement } from '@yizhangtu/data/link';
import { wholeOf } from '@yizhangtu/data/model';
import { csvFile } from '@yizhangtu/data/export';
import type { RowsNeed } from '@yizhangtu/data/remote-rows';
import { MAP_LINK } from '@yizhangtu/map/link';
import { badgeStyles, DatasetWatch, DatasetWidget, exampleBadge, figureTableStyles, sourceParts, stateStyles } from '@yizhangtu/widgets/shared';
import { parsedRules, type ComplianceLayer, type ComplianceRule } from '../calc/index.js';
import '../data/index.js';
import type { Verdict } from '../symbology/index.js';
import { complianceCheckStyles } from './compliance-check.styles.js';
import type { ReportMap } from './compliance-map.js';
import { printPaper, type PaperReport } from './compliance-paper.js';
import { complianceResult, isControl, type ComplianceResult } from './compliance-run.js';
import { COMPLIANCE_PIECES, complianceSheet, inMu, pieceTable, reportLines, shareOf, squareMetres, verdictWord, type ReportLine } from './compliance-sheet.js';

const HEADLINES: Readonly<Record<Verdict | 'clear', Text>> = {
  prohibited: { zh: '触及禁止性规则', en: 'Meets a prohibition' },
  restricted: { zh: '触及限制性规则', en: 'Meets a restriction' },
  notice: { zh: '有需要注意的事项', en: 'Something to note' },
  clear: { zh: '未触及任何规则', en: 'Meets no rule' },
};

/**
 * 合规审查: lays a red line over control layers and says by rules what is prohibited, restricted or to be noted. The red line is a dataset of the page, filled
 * by `<yzt-open-file>` or by program; the check begins by itself whenever it or a control layer gets other rows. Filters hide nothing from it. Areas are those on the CGCS2000 ellipsoid; the parts of each layer, small
 * slivers listed apart, add up to the red line within 0.01 ㎡. Everything is worked out in the browser, in a
 * worker or, where there can be none, in slices; nothing is sent anywhere.
 * @tag yzt-compliance-check
 * @summary 合规审查: a red line against 永农, 生态红线, 开发边界 and land use, with verdicts, CSV and a report on paper.
 * @csspart base - The whole panel.
 * @csspart verdict - The verdict of all rules together.
 * @csspart table - The table of one layer.
 * @csspart actions - The buttons that save and print.
 */
export class YztComplianceCheck extends DatasetWidget {
  static override styles = [hostStyles, focusStyles, buttonStyles, badgeStyles, stateStyles, figureTableStyles, complianceCheckStyles];

  /** Title over the check, and of the report. */
  @property() label = '';

  /** The rules as JSON: `[{"dataset":"farmland","label":"永久基本农田","labelEn":"Basic farmland","verdict":"prohibited"}]`; further keys: `op`, `field`, `only`. */
  @property() rules = '[]';

  /** Parts smaller than this, in ㎡, are slivers (碎斑): listed apart, without a verdict. */
  @property({ type: Number }) sliver = 1;

  /** Id of a `<yzt-dataset>` that gets the pieces with a verdict, for a layer of the map. */
  @property() pieces?: string;

  /** Id of the map that goes into the report: the red line in its surroundings, with 审图号 and date. Without it the report is text. */
  @property() for?: string;

  @state() private printing = false;
  @state() private found: ComplianceResult | undefined;
  @state() private done: number | undefined;
  @state() private wrong: YztError | undefined;

  #rules: readonly ComplianceRule[] = [];
  #key = '';
  #stop?: AbortController | undefined;
  /** Times that a control layer has got other rows. */
  #times = 0;
  readonly #map = new LinkController(this, { ...MAP_LINK, enclosing: false });
  readonly #watch = new DatasetWatch(this, ['data'], () => {
    this.#times += 1;
    this.requestUpdate();
  });

  /** What the last check found; undefined before one has ended. */
  get result(): ComplianceResult | undefined {
    return this.found;
  }

  override disconnectedCallback(): void {
    this.#stop?.abort();
    this.#key = '';
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('rules')) return;
    this.wrong = undefined;
    try {
      this.#rules = parsedRules(this.rules || '[]', this.localName);
    } catch (error) {
      if (!(error instanceof YztError)) throw error;
      this.#rules = [];
      this.wrong = error;
      hint(error.code, error.text, this);
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { dataset } = this.data;
    this.#watch.watch(this.#controls.map((one) => one.dataset));
    const key = dataset ? `${this.#times} ${dataset.version} ${dataset.rowCount} ${this.rules} ${this.sliver} ${this.pieces}` : '';
    if (key === this.#key || !this.isConnected) return;
    this.#key = key;
    void this.#check();
  }

  /** Filters hide nothing from the check. */
  protected override rowsNeeded(): RowsNeed {
    return { beyond: 'all' };
  }

  protected override datasetReplaced(): void {
    this.#key = '';
  }

  async #check(): Promise<void> {
    this.#stop?.abort();
    this.found = this.done = undefined;
    const { dataset: redLine } = this.data;
    if (!redLine || redLine.rowCount === 0 || this.#rules.length === 0) {
      this.#givePieces();
      return;
    }
    const stop = new AbortController();
    this.#stop = stop;
    this.done = 0;
    this.clearError();
    try {
      const sliverM2 = Number.isFinite(this.sliver) && this.sliver >= 0 ? this.sliver : 1;
      const found = await complianceResult({ host: this, redLine, rules: this.#rules, sliverM2, signal: stop.signal, onProgress: (part) => (this.done = part) });
      if (stop.signal.aborted) return;
      this.found = found;
      this.#givePieces();
    } catch (error) {
      if (isAbort(error)) return;
      this.fail(asYztError(error, 'network', { zh: `<${this.localName}>：审查所需的代码加载失败，请检查网络后重试。`, en: `<${this.localName}>: the code of the check did not load. Check the network and try again.` }));
    }
    if (this.#stop === stop) this.done = undefined;
  }

  /** The pieces for the map; none while there is no result. */
  #givePieces(): void {
    const element = this.pieces ? elementById(this, this.pieces) : undefined;
    if (element?.localName !== 'yzt-dataset') return;
    const { dataset } = element as YztDataset;
    dataset.schema = COMPLIANCE_PIECES;
    dataset.setTable(pieceTable(this.found ?? { layers: [], wholeM2: 0, missing: [], badRows: 0, verdict: undefined }, this.locale));
  }

  get #title(): string {
    return this.label || this.say({ zh: '合规审查', en: 'Compliance check' });
  }

  #save(result: ComplianceResult): void {
    const sheet = complianceSheet(result, this.#title, this.locale);
    saveFile(csvFile(sheet), fileName(sheet.name, 'csv'));
  }

  /** The report on paper, with the map where there is one. */
  async #print(result: ComplianceResult): Promise<void> {
    if (this.printing) return;
    this.printing = true;
    this.clearError();
    try {
      const { target: map } = this.#map;
      const { bounds } = this.data.dataset ?? {};
      const drawn = map?.isReady && bounds ? await (await import('./compliance-map.js')).reportMap(map, bounds, this.locale) : undefined;
      if (this.isConnected) printPaper(this.#paper(result, drawn));
    } catch (error) {
      this.fail(asYztError(error, 'network', { zh: `<${this.localName}>：报告的地图没有画成，请稍后再打印。`, en: `<${this.localName}>: the map of the report could not be drawn. Print again in a moment.` }));
    } finally {
      this.printing = false;
    }
  }

  #paper(result: ComplianceResult, drawn: ReportMap | undefined): PaperReport {
    // What is made up says so on paper too.
    const example = this.#controls.some(({ dataset }) => dataset.provenance.example) ? [this.say({ zh: '示例数据，不作依据', en: 'Example data, no basis for decisions' })] : [];
    return {
      title: this.#title,
      lang: this.locale,
      facts: [...example, this.#headline(result), this.#whole(result), `${this.say({ zh: '审查时间', en: 'Checked' })}：${formatDate(Date.now(), { style: 'minute' }, this.locale)}`],
      heads: [{ zh: '图层', en: 'Layer' }, { zh: '类别', en: 'Class' }, { zh: '面积（㎡）', en: 'Area (m²)' }, { zh: '面积（亩）', en: 'Area (mu)' }, { zh: '占红线', en: 'Share' }, { zh: '结论', en: 'Verdict' }].map((text) => this.say(text)),
      rows: reportLines(result).map((line) => ({ strong: line.kind === 'sum', cells: [this.say(line.layer), this.say(line.label), squareMetres(line.areaM2), inMu(line.areaM2), shareOf(line.areaM2, result.wholeM2), line.kind === 'row' ? verdictWord(line.verdict, this.locale) : ''] })),
      map: drawn?.canvas && { canvas: drawn.canvas, lines: drawn.lines },
      notes: [...(drawn && !drawn.canvas ? drawn.lines : []), this.#method(), ...this.#notes(result), ...this.#sources()],
    };
  }

  #headline({ verdict, missing, layers }: ComplianceResult): string {
    const unsure = missing.length > 0 || layers.some(({ failed }) => failed > 0);
    const word = verdict ? `${verdictWord(verdict, this.locale)}：` : '';
    if (!verdict && unsure) return this.say({ zh: '有图层未能审查，不能下结论', en: 'Some layers could not be checked: no verdict' });
    return `${inWords({ zh: word, en: word.replace('：', ': ') }, this.locale)}${this.say(HEADLINES[verdict ?? 'clear'])}`;
  }

  #whole({ wholeM2 }: ComplianceResult): string {
    return this.say({ zh: `红线面积 ${squareMetres(wholeM2)} ㎡（${inMu(wholeM2)} 亩）`, en: `Red line ${squareMetres(wholeM2)} m² (${inMu(wholeM2)} mu)` });
  }

  #method(): string {
    return this.say({
      zh: `面积为 CGCS2000 椭球面积；小于 ${this.sliver} ㎡的碎斑单列，不参与结论；图层内重叠部分只计一次。`,
      en: `Areas on the CGCS2000 ellipsoid; parts below ${this.sliver} m² are listed apart, without a verdict; what lies in two polygons of a layer counts once.`,
    });
  }

  #notes({ missing, badRows, layers }: ComplianceResult): readonly string[] {
    const failed = layers.filter((layer) => layer.failed > 0);
    return [
      ...missing.map(({ label, dataset }) => this.say({ zh: `图层“${label.zh}”（${dataset}）没有数据，未审查。`, en: `Layer ${label.en} (${dataset}) has no data and was not checked.` })),
      ...failed.map((layer) => this.say({ zh: `图层“${layer.rule.label.zh}”有 ${layer.failed} 个图形无法计算，请人工核对。`, en: `${layer.failed} shapes of ${layer.rule.label.en} could not be counted; please check by hand.` })),
      ...(badRows > 0 ? [this.say({ zh: `红线中有 ${badRows} 个图形不是有效的面，未计入。`, en: `${badRows} shapes of the red line are no valid polygons and do not count.` })] : []),
    ];
  }

  /** The layers of the rules that are on the page. */
  get #controls(): readonly DatasetElement[] {
    return this.#rules.map(({ dataset }) => elementById(this, dataset)).filter(isControl);
  }

  #sources(): readonly string[] {
    const elements = this.#controls;
    return [...new Set(elements.flatMap(({ dataset }) => sourceParts(dataset.provenance, (text) => this.say(text))))];
  }

  #line(line: ReportLine, wholeM2: number): TemplateResult {
    const { kind, verdict, areaM2 } = line;
    return html`<tr class=${kind}>
      <th scope="row">${this.say(line.label)} ${kind === 'row' && verdict ? html`<span class="verdict is-${verdict}">${verdictWord(verdict, this.locale)}</span>` : nothing}</th>
      <td>${squareMetres(areaM2)}</td>
      <td>${inMu(areaM2)}</td>
      <td>${shareOf(areaM2, wholeM2)}</td>
    </tr>`;
  }

  #layer({ rule }: ComplianceLayer, lines: readonly ReportLine[], wholeM2: number): TemplateResult {
    const heads = [rule.field ? { zh: '类别', en: 'Class' } : { zh: '位置', en: 'Where' }, { zh: '㎡', en: 'm²' }, { zh: '亩', en: 'mu' }, { zh: '占红线', en: 'Share' }];
    return html`<div class="scroll"><table part="table">
      <caption>${this.say(rule.label)}</caption>
      <thead><tr>${heads.map((head) => html`<th scope="col">${this.say(head)}</th>`)}</tr></thead>
      <tbody>${lines.map((line) => this.#line(line, wholeM2))}</tbody>
    </table></div>`;
  }

  #report(result: ComplianceResult): TemplateResult {
    const lines = reportLines(result);
    return html`<div class="banner is-${result.verdict ?? 'clear'}" part="verdict" role="status"><strong>${this.#headline(result)}</strong>${this.#whole(result)}</div>
      ${result.layers.map((layer) => this.#layer(layer, lines.filter((line) => line.layer === layer.rule.label), result.wholeM2))}
      ${this.#notes(result).map((note) => html`<p class="notice">${note}</p>`)}
      <div class="actions" part="actions">
        <button type="button" ?disabled=${this.printing} @click=${() => this.#print(result)}>${this.say({ zh: '打印报告（PDF）', en: 'Print report (PDF)' })}</button>
        <button type="button" @click=${() => this.#save(result)}>${this.say({ zh: '导出 CSV', en: 'Save CSV' })}</button>
      </div>
      <p class="note">${this.#method()}</p>
      <p class="source">${this.#sources().join(' · ')}</p>`;
  }

  #body(): TemplateResult {
    if (this.wrong) return html`<p class="notice" role="alert">${inWords(this.wrong.text, this.locale)}</p>`;
    if (this.found) return this.#report(this.found);
    if (this.done !== undefined) {
      const words = this.say({ zh: '正在审查', en: 'Checking' });
      return html`<p role="status">${words}</p><progress max="1" .value=${this.done} aria-label=${words}></progress>`;
    }
    if (this.error) return html`<p class="notice" role="alert">${this.error.in(this.locale)}</p>`;
    return html`<p class="hint">${this.say({ zh: '打开或拖入红线文件（Shapefile 压缩包、GeoJSON、界址点 TXT、KML……），审查自动开始。文件只在本机处理。', en: 'Open or drop a red line (zipped shapefile, GeoJSON, 界址点 TXT, KML …); the check begins by itself. Files stay on this machine.' })}</p>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { dataset } = this.data;
    // Nothing is awaited of a red line that nobody has given yet.
    const instead = dataset && wholeOf(dataset) === dataset ? undefined : this.renderState(3);
    if (instead !== undefined) return instead;
    const elements = this.#controls;
    return html`<div part="base">
      ${this.label ? html`<h3>${this.label} ${exampleBadge(elements.map((one) => one.dataset), (text) => this.say(text))}</h3>` : nothing} ${this.#body()}
    </div>`;
  }
}
