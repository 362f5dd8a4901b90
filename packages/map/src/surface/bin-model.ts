/** What legends and popups say of bins. */
import type { Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { rowsAreHere, type DatasetLike } from '@yizhangtu/data/model';
import type { SymbolClass, Symbology } from '@yizhangtu/data/symbology';
import type { BinClasses } from './bin-classes.js';
import { centerOfCell, groundAreaOfCell } from './bin-cells.js';
import type { BinInput, BinMeasure, BinPicture, BinState } from './bin-picture.js';
import type { Bin, BinFact } from './bin-types.js';
import { chooseCell } from './chosen-cells.js';
import { classesBetween, countWords, rangeWords } from './classes.js';
import { metresText } from './length.js';

const WORDS: Readonly<Record<BinMeasure['kind'], Text>> = {
  count: { zh: '数量', en: 'Number' },
  sum: { zh: '合计', en: 'Total' },
  mean: { zh: '平均', en: 'Mean' },
  min: { zh: '最小', en: 'Smallest' },
  max: { zh: '最大', en: 'Largest' },
};

/** What the number of a cell is: 数量, 面积合计, 平均面积 … */
export function measureWords(dataset: DatasetLike, { kind, field }: BinMeasure): Text {
  const word = WORDS[kind];
  if (kind === 'count' || field === undefined) return word;
  const [zh, en] = [dataset.label(field, 'zh-CN'), dataset.label(field, 'en')];
  return { zh: kind === 'sum' ? `${zh}${word.zh}` : `${word.zh}${zh}`, en: `${word.en} ${en}` };
}

/** The words for too few rows. */
export function fewWords(below: number): Text {
  return { zh: `少于 ${below} 条，不公布`, en: `Fewer than ${below}, not shown` };
}

/** The model of a legend. Its counts are cells, not rows. */
export function binModel(input: BinInput, classes: BinClasses): Symbology {
  const { dataset, measure, size, spec, theme, kind, suppressBelow } = input;
  const least = Math.max(1, Math.ceil(suppressBelow));
  const words = measure.kind === 'count' ? (min: number | undefined, max: number | undefined) => countWords(min, max, least) : rangeWords;
  const shown: SymbolClass[] = classesBetween(classes.limits, spec, theme.dark, true, words);
  if (classes.missing >= 0) shown.push({ key: null, label: { zh: '无数据', en: 'No data' }, color: 'token:data-none', pattern: 'hatch' });
  if (classes.suppressed >= 0) shown.push({ key: undefined, label: fewWords(suppressBelow), color: 'token:data-none' });
  const unit = measure.kind === 'count' ? undefined : measure.field && dataset.field(measure.field).unit;
  const side: Text = size.unit === 'm' ? metresText(size.value) : { zh: `${size.value} 像素`, en: `${size.value} px` };
  const form: Text = kind === 'hexagon' ? { zh: `六边形，对边相距 ${side.zh}`, en: `Hexagons ${side.en} across` } : { zh: `方格，边长 ${side.zh}`, en: `Squares of ${side.en}` };
  const what = measureWords(dataset, measure);
  return {
    spec: `${kind}:${measure.kind}`,
    kind: 'breaks',
    label: what,
    ...(unit && { unit }),
    classes: shown,
    classOf: new Uint8Array(0),
    counts: classes.counts,
    countUnit: { zh: '格', en: 'cells' },
    shape: 'polygon',
    notes: [{ zh: `每格${what.zh}；${form.zh}`, en: `${what.en} a cell; ${form.en}` }],
  };
}

function squareKilometres(value: number): Text {
  const number = formatNumber(value, { maxDigits: value < 0.1 ? 4 : value < 10 ? 3 : 1 });
  return { zh: `${number} 平方公里`, en: `${number} km²` };
}

function factsOf({ input, tally, classes }: BinState, cell: number, areaKm2: number): BinFact[] {
  const { dataset, measure, suppressBelow } = input;
  const area: BinFact = { label: { zh: '格子面积', en: 'Area of the cell' }, value: squareKilometres(areaKm2) };
  if (classes.classOf[cell] === classes.suppressed) {
    return [{ label: { zh: '数量', en: 'Number' }, value: fewWords(suppressBelow) }, area];
  }
  const number = formatNumber(tally.counts[cell] as number);
  const facts: BinFact[] = [{ label: WORDS.count, value: { zh: number, en: number } }];
  if (measure.kind !== 'count') {
    const value = tally.values[cell] as number;
    const unit = measure.field && dataset.field(measure.field).unit;
    const text = Number.isNaN(value) ? '—' : `${formatNumber(value, { maxDigits: 1 })}${unit ? ` ${unit}` : ''}`;
    facts.push({ label: measureWords(dataset, measure), value: { zh: text, en: text } });
  }
  return [...facts, area];
}

/**
 * Everything about a cell, as it is when it is read: a popup that stays open while a filter moves says what is true then. Once the
 * cells themselves are others, it says what was true last.
 */
export function binOf(picture: BinPicture, cell: number): Bin | undefined {
  let last = picture.state;
  if (!last || cell < 0) return undefined;
  const { lattice } = last;
  const now = (): BinState => (last = picture.state?.lattice === lattice ? picture.state : (last as BinState));
  const told = ({ classes }: BinState): boolean => classes.classOf[cell] !== classes.suppressed;
  const areaKm2 = groundAreaOfCell(lattice, cell) / 1e6;
  const { dataset } = last.input;
  return {
    ...(!rowsAreHere(dataset) && { choose: (additive: boolean) => chooseCell(dataset, lattice, cell, additive) }),
    get rows() {
      const state = now();
      return told(state) ? picture.rowsOf(cell, state) : new Uint32Array(0);
    },
    get count() {
      const state = now();
      return told(state) ? (state.tally.counts[cell] as number) : NaN;
    },
    get value() {
      const state = now();
      return told(state) ? (state.tally.values[cell] as number) : NaN;
    },
    get suppressed() {
      return !told(now());
    },
    get facts() {
      return factsOf(now(), cell, areaKm2);
    },
    areaKm2,
    center: centerOfCell(lattice, cell),
  };
}
