import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { asYztError, isAbort, YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import type { Text } from '@yizhangtu/base/locale';
import { fileName, saveFile } from '@yizhangtu/base/save-file';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import { csvFile } from '@yizhangtu/data/export';
import { DatasetController } from '@yizhangtu/data/link';
import type { Dataset } from '@yizhangtu/data/model';
import type { RowsNeed } from '@yizhangtu/data/remote-rows';
import { drive, type Steps } from '@yizhangtu/data/steps';
import { badgeStyles, DatasetWidget, exampleBadge, figureTableStyles, sourceParts, stateStyles } from '@yizhangtu/widgets/shared';
import { drawSteps, inspectorsHash, minutesOf, poolHashSteps, recordText, seedCommitment, seedOf, usccFault, verifySteps, type DrawRecord, type Inspector, type Subject } from '../calc/index.js';
import { countsByClass, inspectorsOf, isIncomplete, subjectsOf } from './draw-lists.js';
import { drawRules, EXAMPLE_RULES, planOf, recordFrom, sayBadRules, zonedTime } from './draw-rules.js';
import { drawSheet } from './draw-sheet.js';
import { freshState, STEPS, stepsDone, type DrawState, type Frozen } from './draw-state.js';
import { commitView, drawView, freezeView, type DrawView, type ListFacts } from './draw-views.js';
import { printMinutes } from './print-minutes.js';
import { randomDrawStyles } from './random-draw.styles.js';
import { pairsView, recordView, verifyView } from './result-views.js';

/** A draw was made, or forgotten. */
export interface DrawDetail {
  readonly record: DrawRecord | undefined;
}

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    'yzt-draw-change': DrawDetail;
  }
}

/** Properties that decide what the lists are. */
const OF_LISTS: readonly (keyof YztRandomDraw)[] = ['inspectors', 'staff', 'followFilters', 'codeField', 'nameField', 'riskField', 'areaField', 'holderField', 'excludedField'];

interface Lists extends ListFacts {
  readonly pool: readonly Subject[];
}

/**
 * 双随机抽查, step by step: the lists are frozen by their hashes, the parties publish the commitment of their seed, subjects are drawn by risk class and
 * inspectors sent to them, minutes are printed, and any record can be held against the lists. The same lists, plan and seed give the same bytes on every
 * machine; nothing is left to `Math.random`. The result is there before anything moves.
 * @tag yzt-random-draw
 * @summary 双随机抽查: frozen lists, published commitment, draw by risk class, inspectors, minutes, verification.
 * @fires yzt-draw-change - A draw was made, or forgotten; `detail.record` is the record or undefined.
 * @fires yzt-error - A list, a rule or a file of a record cannot be used; `detail` says which and what to do.
 * @csspart base - The whole panel.
 * @csspart steps - The list of steps.
 */
export class YztRandomDraw extends DatasetWidget {
  static override styles = [hostStyles, focusStyles, buttonStyles, hiddenTextStyles, badgeStyles, stateStyles, figureTableStyles, randomDrawStyles];

  /** Inspectors: the id of a `<yzt-dataset>` with columns `id`, `name`, `lead` and `avoids`, or a `Dataset`. */
  @property() staff: string | Dataset | undefined;

  /** Inspectors as objects, in place of `staff`. */
  @property({ attribute: false }) inspectors?: readonly Inspector[];

  /** Number of the plan: a part of what decides the draw. */
  @property({ attribute: 'plan-id' }) planId = 'plan';

  /** Name of the plan. Default: 双随机抽查. */
  @property() label = '';

  /** Shares by class at first, in percent, with a minimum after a colon: `A=5; B=10; C=30:3; D=100`, which without the minimum is the default, as an example. */
  @property() strata = EXAMPLE_RULES;

  /** Inspectors of one subject, 2 to 10. */
  @property({ type: Number, attribute: 'inspectors-each' }) inspectorsEach = 2;

  /** Only the rows that pass the filters are the pool. */
  @property({ type: Boolean, attribute: 'follow-filters' }) followFilters = false;

  /** Column with the 统一社会信用代码, each once. */
  @property({ attribute: 'code-field' }) codeField = 'uscc';

  /** Column with the name. */
  @property({ attribute: 'name-field' }) nameField = 'name';

  /** Column with the risk class. */
  @property({ attribute: 'risk-field' }) riskField = 'risk';

  /** Column with the division or grid, for those who keep out of it. */
  @property({ attribute: 'area-field' }) areaField = 'district';

  /** Column with the person in charge, as a code. */
  @property({ attribute: 'holder-field' }) holderField = 'holder';

  /** Column with the reason why a subject is not drawn. */
  @property({ attribute: 'excluded-field' }) excludedField = 'excluded';

  @state() private draft: DrawState = freshState(drawRules(EXAMPLE_RULES).rules);
  @state() private busy = false;
  @state() private progress = 0;
  @state() private spoken: Text | undefined;

  readonly #staff = new DatasetController(this, { given: () => this.staff, onChange: () => this.#forgetLists(), onDataset: () => this.#forgetLists(), need: () => ({ beyond: 'all' }) });
  #lists: Lists | undefined;
  #stop: AbortController | undefined;

  /** The record of the draw, or undefined before it. */
  get record(): DrawRecord | undefined {
    return this.draft.record;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.abort();
    this.busy = false;
  }

  /** A draw is from all subjects, or from all that pass; never from a part of them. */
  protected override rowsNeeded(): RowsNeed {
    return this.followFilters ? {} : { beyond: 'all' };
  }

  protected override datasetChanged(): void {
    this.#forgetLists();
  }

  protected override datasetReplaced(): void {
    this.#forgetLists();
  }

  #forgetLists(): void {
    this.#lists = undefined;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<YztRandomDraw>): void {
    if (changed.has('strata')) this.#readRules();
    if (OF_LISTS.some((name) => changed.has(name))) this.#lists = undefined;
  }

  #readRules(): void {
    const { rules, faults } = drawRules(this.strata);
    if (!this.draft.frozen) this.draft = { ...this.draft, rules: rules.length > 0 ? rules : drawRules(EXAMPLE_RULES).rules };
    if (faults.length > 0) sayBadRules(this, faults);
  }

  /** The lists as they are now; read once, until something changes. */
  #now(dataset: Dataset): Lists {
    if (this.#lists) return this.#lists;
    const fields = { code: this.codeField, name: this.nameField, risk: this.riskField, area: this.areaField, holder: this.holderField, excluded: this.excludedField };
    const pool = this.draft.frozen?.pool ?? subjectsOf(dataset, fields, this.followFilters ? dataset.passing() : undefined);
    this.#lists = {
      pool,
      inspectors: this.draft.frozen?.inspectors ?? this.#readStaff(),
      subjects: pool.length,
      excluded: pool.filter(({ excluded }) => excluded !== undefined).length,
      wrongCodes: pool.filter(({ uscc }) => usccFault(uscc) !== undefined).length,
      counts: countsByClass(pool),
    };
    return this.#lists;
  }

  #readStaff(): readonly Inspector[] {
    if (this.inspectors) return this.inspectors;
    const { dataset } = this.#staff;
    if (!dataset) return [];
    const { inspectors, faults } = inspectorsOf(dataset);
    if (faults.length > 0) {
      hint(
        'bad-attribute',
        {
          zh: `<${this.localName}>：人员名录的 avoids 中有 ${faults.length} 段读不懂，例如「${faults[0] ?? ''}」，已略过。写法：area:370202:原籍; holder:H7:亲属。`,
          en: `<${this.localName}>: ${faults.length} parts of avoids cannot be read, such as "${faults[0] ?? ''}", and were passed over. Write area:370202:reason; holder:H7:reason.`,
        },
        this,
      );
    }
    return inspectors;
  }

  /** Work in slices, one at a time; what goes wrong is said in the panel and to the page. */
  async #run<T>(steps: () => Steps<T>, then: (result: T) => void): Promise<void> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    this.busy = true;
    this.progress = 0;
    this.clearError();
    try {
      then(await drive(steps(), { signal: stop.signal, onProgress: (part) => (this.progress = part) }));
    } catch (reason) {
      if (isAbort(reason)) return;
      this.fail(asYztError(reason, 'bad-argument', { zh: '没有能完成。', en: 'It could not be done.' }));
    }
    if (this.#stop === stop) this.busy = false;
  }

  #change(more: Partial<DrawState>, spoken?: Text): void {
    const { record } = this.draft;
    this.draft = { ...this.draft, ...more };
    if (spoken) this.spoken = spoken;
    if (this.draft.record !== record) this.emit('yzt-draw-change', { record: this.draft.record });
  }

  /** What is here must not be frozen. */
  get #incomplete(): boolean {
    return (this.inspectors ? [this.data] : [this.data, this.#staff]).some(isIncomplete);
  }

  #freeze(lists: Lists): void {
    if (this.#incomplete) return;
    const { pool, inspectors } = lists;
    const steps = function* (): Steps<Frozen> {
      const hash = yield* poolHashSteps(pool);
      return { pool, inspectors, poolHash: hash, inspectorsHash: inspectorsHash(inspectors) };
    };
    void this.#run(steps, (frozen) => this.#change({ frozen }, { zh: `名录已冻结：对象 ${pool.length} 个，人员 ${inspectors.length} 人。`, en: `The lists are frozen: ${pool.length} subjects, ${inspectors.length} inspectors.` }));
  }

  #thaw(): void {
    this.#lists = undefined;
    this.#change({ frozen: undefined, committed: undefined, published: false, record: undefined, minutes: undefined, verified: undefined, page: 0 }, { zh: '已解冻，从头再来。', en: 'Thawed; begin again.' });
  }

  #commit(): void {
    const seed = seedOf(this.draft.parties.filter(({ part }) => part.trim() !== '').map(({ part }) => part.trim()));
    this.#change({ committed: { seed, commitment: seedCommitment(seed) } }, { zh: '承诺值已生成，请公布。', en: 'The commitment is made; publish it.' });
  }

  #draw(): void {
    const { frozen, committed, rules, parties, operator } = this.draft;
    if (!frozen || !committed) return;
    const title = this.label || this.say({ zh: '双随机抽查', en: 'Random inspection' });
    const witnesses = parties.map(({ name }) => name.trim()).filter((name) => name !== '');
    const { pool, inspectors } = frozen;
    const input = { plan: planOf(this.planId, title, rules, this.inspectorsEach), pool, inspectors, seed: committed.seed, scene: { operator: operator.trim(), witnesses, startedAt: zonedTime(Date.now()) } };
    void this.#run(() => drawSteps(input), (record) => this.#change({ record, minutes: minutesOf(record, inspectors), page: 0, verified: undefined, held: committed.commitment }, { zh: `抽取完成，共抽中 ${record.result.length} 个对象。`, en: `Drawn: ${record.result.length} subjects.` }));
  }

  #verify(record: DrawRecord, of: string, { pool, inspectors }: Lists): void {
    const held = this.draft.held.trim().toLowerCase();
    void this.#run(() => verifySteps(record, pool, inspectors, held || undefined), (result) =>
      this.#change({ verified: { of, result } }, result.valid ? { zh: '复核一致。', en: 'The record holds.' } : { zh: `复核不一致，${result.faults.length} 处。`, en: `The record does not hold: ${result.faults.length} faults.` }));
  }

  async #verifyFile(file: File, lists: Lists): Promise<void> {
    const record = recordFrom(await file.text());
    if (record) this.#verify(record, file.name, lists);
    else this.fail(new YztError('bad-json', { zh: `<${this.localName}>：${file.name} 不是抽取记录。请选择「保存记录（JSON）」存下的文件。`, en: `<${this.localName}>: ${file.name} is no record of a draw. Choose a file that was saved by “Save the record (JSON)”.` }));
  }

  get #isExample(): boolean {
    return [this.data.dataset, this.#staff.dataset].some((dataset) => dataset?.provenance.example === true);
  }

  #save(format: 'json' | 'csv'): void {
    const { record, minutes } = this.draft;
    if (!record || !minutes) return;
    const blob = format === 'json' ? new Blob([recordText(record)], { type: 'application/json' }) : csvFile(drawSheet(minutes, (text) => this.say(text)));
    saveFile(blob, fileName(`${record.plan.title} ${record.plan.id}`, format));
  }

  #view(lists: Lists): DrawView {
    const { draft, busy, progress } = this;
    return {
      state: draft, facts: lists, busy, progress, incomplete: this.#incomplete,
      say: (text) => this.say(text),
      change: (more) => this.#change(more(this.draft)),
      freeze: () => this.#freeze(lists),
      thaw: () => this.#thaw(),
      commit: () => this.#commit(),
      draw: () => this.#draw(),
      print: () => draft.minutes && printMinutes(draft.minutes, { say: (text) => this.say(text), lang: this.locale, example: this.#isExample }),
      saveRecord: () => this.#save('json'),
      saveTable: () => this.#save('csv'),
      verifyOwn: () => draft.record && this.#verify(draft.record, this.say({ zh: '本次记录', en: 'this record' }), lists),
      verifyFile: (file) => void this.#verifyFile(file, lists),
    };
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.renderState(6);
    const { dataset } = this.data;
    if (instead !== undefined || !dataset) return instead ?? nothing;
    const view = this.#view(this.#now(dataset));
    const bodies = [freezeView, commitView, drawView, pairsView, recordView, verifyView];
    const done = stepsDone(this.draft);
    const title = this.label || this.say({ zh: '双随机抽查', en: 'Random inspection' });
    const open = (at: number): boolean => at <= done || at === bodies.length - 1;
    const kind = (at: number): string => (at < done ? 'done' : at === done ? 'now' : 'later');
    return html`<div part="base" role="group" aria-label=${title}>
      <div class="head"><h2>${title}</h2>${exampleBadge([dataset, this.#staff.dataset], (text) => this.say(text))}</div>
      <ol class="steps" part="steps">
        ${bodies.map((body, at) => html`<li class=${kind(at)} aria-current=${at === done ? 'step' : nothing}>
          <span class="mark" aria-hidden="true">${at < done ? '✓' : at + 1}</span><h3>${this.say(STEPS[at] as Text)}</h3>${open(at) ? body(view) : nothing}
        </li>`)}
      </ol>
      ${[this.error, this.#staff.error].map((error) => error && html`<p class="notice">${this.say(error.text)}</p>`)}
      <p class="hidden-text" role="status">${this.spoken ? this.say(this.spoken) : ''}</p>
      <p class="source">${sourceParts(dataset.provenance, (text) => this.say(text)).join(' · ')}</p>
    </div>`;
  }
}
