import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { YztElement } from '@yizhangtu/base/element';
import type { Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { buttonStyles, focusStyles, hostStyles } from '@yizhangtu/base/styles';
import { DatasetLikeController, QueryController } from '@yizhangtu/data/link';
import { listedFields, type DatasetLike, type FieldInfo, type Filter } from '@yizhangtu/data/model';
import { filterWords } from '../filter/filter-words.js';
import { fieldList } from '../popup/popup-rows.js';
import { datasetState } from '../shared/dataset-state.js';
import { badgeStyles, linkButtonStyles, stateStyles } from '../shared/panel.styles.js';
import { exampleBadge } from '../shared/provenance.js';
import { queryBuilderStyles } from './query-builder.styles.js';
import { EMPTY_GROUP, filterOf, groupOf, withAdded, withNode, type RuleGroup } from './query-model.js';
import { groupView } from './query-view.js';
import { ValueLists } from './value-lists.js';

/**
 * Conditions of fields, joined by «and» and «or» in groups, as one filter of a dataset.
 *
 * The condition is said in one sentence, with the number of rows that meet it. Fields, units and code names come from the schema;
 * fields with a mask are not offered, because asking often enough would undo the mask. The filter lies on the dataset under `key`,
 * and a filter that is set there from elsewhere is read back.
 * @tag yzt-query-builder
 * @summary Conditions in groups, as one filter of a dataset.
 * @csspart base - The whole builder.
 * @csspart group - One group of conditions.
 * @csspart rule - One condition.
 * @csspart sentence - The condition in words.
 * @fires input - The condition changes, as with an `<input>`.
 * @fires change - The user has changed the condition, as with an `<input>`.
 */
export class YztQueryBuilder extends YztElement {
  static override styles = [
    hostStyles,
    focusStyles,
    buttonStyles,
    badgeStyles,
    stateStyles,
    linkButtonStyles,
    queryBuilderStyles,
  ];

  /** Id of the `<yzt-dataset>`, or a dataset as a property. */
  @property() override dataset: string | DatasetLike | undefined;

  /** Fields that may be asked about, parted by spaces. Default: those of the schema. */
  @property() fields?: string;

  /** Key of the filter on the dataset. Two builders of one dataset need two keys. */
  @property() key = 'query';

  @state() private root: RuleGroup = EMPTY_GROUP;
  /** Set from elsewhere, in a way that no conditions here can say. */
  @state() private foreign = false;

  readonly #data = new DatasetLikeController(this, {
    onDataset: () => this.#read(),
    onChange: (changes) => changes.has('filter') && this.#read(),
  });
  readonly #values = new ValueLists(this);
  readonly #count = new QueryController(this, () => {
    const { dataset } = this.#data;
    return dataset && { dataset, query: { measures: [{ kind: 'count' }] } };
  });
  #set: Filter | undefined;
  #setOn: DatasetLike | undefined;

  /** The filter as it is set on the dataset, or undefined. */
  get filter(): Filter | undefined {
    return this.#data.dataset?.filters.get(this.key);
  }

  /** Takes the filter off the dataset, and all conditions. */
  clear(): void {
    this.#change(EMPTY_GROUP);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('key')) this.#read();
  }

  /** Takes over the filter that is set on the dataset, unless it is the one set here. */
  #read(): void {
    const { dataset } = this.#data;
    const { filter } = this;
    // Conditions that are not complete yet stay as they are.
    if (dataset === this.#setOn && filter === this.#set) return;
    this.#setOn = dataset;
    this.#set = filter;
    const group = groupOf(filter);
    this.foreign = group === undefined;
    this.root = group ?? EMPTY_GROUP;
  }

  #change(root: RuleGroup): void {
    const { dataset } = this.#data;
    if (!dataset) return;
    this.root = root;
    this.foreign = false;
    dataset.setFilter(this.key, filterOf(root));
    this.#setOn = dataset;
    this.#set = dataset.filters.get(this.key);
    for (const type of ['input', 'change']) this.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }

  #fields(dataset: DatasetLike): FieldInfo[] {
    const asked = fieldList(this.fields);
    const schema = listedFields(dataset);
    return (asked.length > 0 ? asked : schema).flatMap((name) => {
      const column = dataset.column(name);
      const { internal, mask } = dataset.field(name);
      return column && !internal && !mask ? [column] : [];
    });
  }

  #sentence(dataset: DatasetLike): TemplateResult {
    const { filter } = this;
    const say = (text: Text): string => this.say(text);
    const count = this.#count.answer?.total.count;
    const found = filter
      ? html`<span part="sentence">${filterWords(dataset, this.key, filter, this.locale)}</span>${say({ zh: '，', en: ': ' })}`
      : html`${say({ zh: '没有条件，', en: 'No condition: ' })}`;
    return html`<div class="said">
      <p role="status">
        ${found}${say({ zh: '共 ', en: '' })}<b>${formatNumber(count)}</b>${say({ zh: ' 条', en: ' rows' })}
        ${exampleBadge([dataset], say)}
      </p>
      ${
        filter
          ? html`<button class="link" type="button" @click=${() => this.clear()}>${say({ zh: '清除', en: 'Clear' })}</button>`
          : nothing
      }
    </div>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { dataset } = this.#data;
    const instead = datasetState(this.#data, 3, this.locale, this);
    if (instead || !dataset) return instead ?? nothing;
    const other = this.say({
      zh: '当前条件由别处设定，这里不能编辑。加条件会取代它。',
      en: 'The present condition was set elsewhere and cannot be edited here. Adding one replaces it.',
    });
    return html`<div class="base" part="base">
      ${this.foreign ? html`<p class="other">${other}</p>` : nothing}
      ${groupView(
        {
          dataset,
          fields: this.#fields(dataset),
          locale: this.locale,
          say: (text) => this.say(text),
          values: (field) => this.#values.of(dataset, field),
          onNode: (path, node) => this.#change(withNode(this.root, path, node)),
          onAdd: (path, node) => this.#change(withAdded(this.root, path, node)),
        },
        this.root,
      )}
      ${this.#sentence(dataset)}
    </div>`;
  }
}
