import { property } from 'lit/decorators.js';
import { hint } from '@yizhangtu/base/hints';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Locale } from '@yizhangtu/base/locale';
import type { Dataset } from '@yizhangtu/data/model';
import { atOnce, type Steps } from '@yizhangtu/data/steps';
import { resolveColor, type Symbology } from '@yizhangtu/data/symbology';
import { numberWords } from '@yizhangtu/data/words';
import { DataLayerElement, PLAIN_LOOK, type LayerLook } from '../data-layer/data-layer.js';
import type { Engine } from '../data-layer/engine-door.js';
import { fieldNames, fieldNumbers, withFields } from '../fields/fields-symbology.js';
import { newRenderer } from '../renderer/point-renderer.js';
import type { RenderClass } from '../renderer/types.js';
import { readNumber } from '../shared/read-number.js';
import { DotRenderer } from './dot-renderer.js';
import { leastSteps, MOST_DOTS, roundSteps, strewnDots, strewnSteps, type DotField, type Dots } from './dots.js';

/** Diameter of a dot, CSS px. */
const SIZE = 3;

/** What is strewn, for as long as data, fields and number stay the same. */
interface Strewn {
  readonly key: string;
  readonly dataset: Dataset;
  readonly fields: readonly DotField[];
  readonly perDot: number;
  dots?: Dots;
}

/**
 * Dot density: each polygon holds as many dots as its number asks for, anywhere inside, one colour a field. The legend says what one dot stands
 * for. Dots keep their places whatever is filtered.
 * @tag yzt-dot-layer
 * @summary Dot density: totals of polygons as dots strewn inside them.
 * @fires yzt-error - The symbology does not name number fields of the dataset; nothing is drawn.
 */
export class YztDotLayer extends DataLayerElement {
  /** The fields that are counted out in dots: `fields:population`, `fields:young:old`, with own colours `fields:young=#1f5fd0:old=data-3`. At most eight. */
  @property() override symbology = 'fields:';

  #size?: number;
  #perDot?: number;
  #strewn?: Strewn;

  constructor() {
    super('polygon');
  }

  /** What one dot stands for, in the unit of the fields, above 0. Default: a round number that makes at most about 4,000 dots. There are at most 200,000. */
  @property({ type: Number, attribute: 'per-dot' })
  get perDot(): number | undefined {
    return this.#perDot;
  }
  set perDot(value: number | null | undefined) {
    this.#perDot = readNumber(this, { name: 'per-dot', min: 1e-9, max: 1e15, example: '100' }, value, this.#perDot);
  }

  /** Diameter of a dot in CSS px, 1 to 12. Default 3. */
  @property({ type: Number })
  get size(): number {
    return this.#size ?? SIZE;
  }
  set size(value: number | null | undefined) {
    this.#size = readNumber(this, { name: 'size', min: 1, max: 12, example: '3' }, value, this.#size);
  }

  protected override drawing(engine: Engine): Engine {
    const tools = {
      dots: (geometry: Dataset['geometry']) => this.#dots(geometry),
      border: () => resolveColor('token:map-boundary', this),
    };
    const fields = withFields(engine);
    const takeIn: Engine['takeIn'] = (intake) => fields.takeIn({ ...intake, ahead: (rows) => this.#ahead(rows) });
    return { ...fields, takeIn, newRenderer: (kind) => new DotRenderer(engine.newRenderer(kind), newRenderer('point'), tools) };
  }

  protected override look(): LayerLook {
    return { ...PLAIN_LOOK, size: this.size };
  }

  /** Without an outline: a dot of three pixels would be nothing else. */
  protected override classLook(plain: RenderClass): RenderClass {
    return { ...plain, outline: plain.color };
  }

  protected override get marks(): string {
    return String(this.perDot);
  }

  protected override marked(model: Symbology): Symbology {
    const dataset = this.layerDataset;
    const strewn = dataset && this.#read(dataset, model.fields ?? []);
    if (!strewn) return model;
    const [field] = strewn.fields;
    const one = (locale: Locale): string => (field ? numberWords(dataset, field.name, strewn.perDot, locale) : formatNumber(strewn.perDot));
    return { ...model, mark: { zh: `1 点 = ${one('zh-CN')}`, en: `1 dot = ${one('en')}` } };
  }

  #dots(geometry: Dataset['geometry']): Dots | undefined {
    const dataset = this.layerDataset;
    const strewn = dataset && this.#read(dataset, this.symbologyModel?.fields ?? []);
    if (strewn) strewn.dots ??= strewnDots(geometry, strewn.fields, strewn.perDot);
    return strewn?.dots;
  }

  /** What takes longest of very many rows, before the symbology asks for it. */
  *#ahead(rows: Dataset): Steps<void> {
    const strewn = yield* this.#reading(rows, fieldNames(this.symbology));
    if (strewn) strewn.dots ??= yield* strewnSteps(rows.geometry, strewn.fields, strewn.perDot);
  }

  #read(dataset: Dataset, names: readonly string[]): Strewn | undefined {
    return atOnce(this.#reading(dataset, names));
  }

  *#reading(dataset: Dataset, names: readonly string[]): Steps<Strewn | undefined> {
    // What a dot stands for follows from all rows, also where some of them are here.
    const all = this.reach?.numbers;
    const key = `${dataset.version} ${names.join(':')} ${this.perDot}`;
    if (this.#strewn?.key === key && this.#strewn.dataset === dataset) return this.#strewn;
    const fields = fieldNumbers(dataset, names)?.map((values, index): DotField => ({ name: names[index] as string, values }));
    return (this.#strewn = fields && { key, dataset, fields, perDot: yield* this.#usable(all?.map((values): DotField => ({ name: '', values })) ?? fields) });
  }

  /** What was asked for, unless it makes more dots than can be drawn. */
  *#usable(fields: readonly DotField[]): Steps<number> {
    const asked = this.perDot;
    if (asked === undefined) return yield* roundSteps(fields);
    const least = yield* leastSteps(fields);
    if (asked >= least) return asked;
    hint(
      'bad-attribute',
      {
        zh: `<${this.localName} per-dot="${asked}">：点会超过 ${formatNumber(MOST_DOTS)} 个，已改为 1 点 = ${formatNumber(least)}。请写大一些。`,
        en: `<${this.localName} per-dot="${asked}">: that is more than ${formatNumber(MOST_DOTS)} dots; one dot stands for ${formatNumber(least)} instead. Write a larger number.`,
      },
      this,
    );
    return least;
  }
}
